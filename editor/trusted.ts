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

const checked = (url: string): string => {
  const { href, origin } = new URL(url, location.href);
  if (origin !== location.origin) throw new TypeError('a worker of another origin');
  return href;
};

factory?.createPolicy('default', { createHTML: (text: string) => (text.includes('<') ? null : text) });
const workers = factory?.createPolicy('cme-worker', { createScriptURL: checked });

/** An address of this page's own files, such as a browser takes for a script. */
export const ownUrl = (url: string): string => workers?.createScriptURL(url) ?? checked(url);

/**
 * Starts a worker of this page's own files; `url` comes from an import `…?worker&url`. `lost`: it has broken down, or could
 * not even be fetched, and has been ended; what it was asked is not answered any more.
 */
export function startWorker(url: string, name: string, lost?: (message: string) => void): Worker {
  const worker = new Worker(ownUrl(url), { type: 'module', name });
  if (lost) {
    worker.addEventListener('error', ({ message }) => {
      worker.terminate();
      lost(message || name);
    });
  }
  return worker;
}
