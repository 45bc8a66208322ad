/**
 * Keeps the program for when there is no network. Each version of the program has a worker and a store of its own, filled
 * before it is used at all: a page gets either what its host gives out now, or everything from the one store. A new version
 * waits until no page of the old one is open; only then the old store goes, so that no page ever meets another's parts.
 *
 * What the host says about rule files (`api/`) is never kept.
 */
export {};

/** As much of what a worker of this kind is given as it uses; the library of types for it would take away the page's. */
interface Installing extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Event {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface Scope {
  readonly location: Location;
  addEventListener(type: 'install' | 'activate', act: (event: Installing) => void): void;
  addEventListener(type: 'fetch', act: (event: Fetching) => void): void;
  /** Written in front of this by the build: what the program consists of, and a name for it. */
  readonly CME: { readonly version: string; readonly files: readonly string[] };
}
const own = globalThis as unknown as Scope;

const { version, files } = own.CME;
const PREFIX = 'cme ';
const ours = `${PREFIX}${new URL('.', own.location.href).pathname} `;
const name = ours + version;
const urlOf = (file: string): string => new URL(file, own.location.href).href;
const kept = new Set(files.map(urlOf));
const page = urlOf('index.html');

/** A host that does not answer in this time is taken for none. */
const PATIENCE_MS = 4000;

own.addEventListener('install', (event) => {
  event.waitUntil(fill());
});

own.addEventListener('activate', (event) => {
  event.waitUntil(
    caches.keys().then((all) => Promise.all(all.filter((one) => one.startsWith(ours) && one !== name).map(forget))),
  );
});

own.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = request.url.replace(/[?#].*$/, '');
  if (request.method !== 'GET' || !url.startsWith(own.location.origin)) return;
  if (request.mode === 'navigate') {
    if (url === urlOf('.') || url === page) event.respondWith(fresh(request));
  } else if (kept.has(url)) event.respondWith(fromStore(request, url));
});

async function fill(): Promise<void> {
  const store = await caches.open(name);
  // Past the browser's own cache, which may hold the page of another version.
  await store.addAll(files.map((file) => new Request(urlOf(file), { cache: 'reload' })));
}

const forget = (store: string): Promise<boolean> => caches.delete(store);

/** The page as the host gives it out now; else as it was kept. */
async function fresh(request: Request): Promise<Response> {
  try {
    const response = await Promise.race([fetch(request), silence()]);
    if (response.ok) return response;
    throw new Error(String(response.status));
  } catch {
    return (await inStore(page)) ?? Response.error();
  }
}

const silence = (): Promise<never> =>
  new Promise((_, reject) => setTimeout(() => reject(new Error('no answer')), PATIENCE_MS));

/** Names of parts tell what they hold, so that one that is in the store is the right one. */
const fromStore = async (request: Request, url: string): Promise<Response> => (await inStore(url)) ?? fetch(request);

const inStore = async (url: string): Promise<Response | undefined> => (await caches.open(name)).match(url);
