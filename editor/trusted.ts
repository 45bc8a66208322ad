/**
 * Trusted Types. The page may make a worker of its own files only; and text that is set as HTML somewhere in a library may
 * hold no `<`, so that it can be a style sheet, and never an element.
 */
interface Policy {
  createScriptURL(url: string): string;
}
interface Factory {
  createPolicy(name: string, rules: object): Policy;
}

const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;

const ownUrl = (url: string): string => {
  const { href, origin } = new URL(url, location.href);
  if (origin !== location.origin) throw new TypeError('a worker of another origin');
  return href;
};

factory?.createPolicy('default', { createHTML: (text: string) => (text.includes('<') ? null : text) });
const workers = factory?.createPolicy('cme-worker', { createScriptURL: ownUrl });

/** Starts a worker of this page's own files; `url` comes from an import `…?worker&url`. */
export const startWorker = (url: string, name: string): Worker =>
  new Worker(workers?.createScriptURL(url) ?? ownUrl(url), { type: 'module', name });
