/**
 * Where the tests of a process have their browser: it is started once, and so is the host of the built editor. One tab is
 * used again and again, since a program that its process knows already starts in half the time; what was kept for the
 * page before is cleared away, so that each test begins as in a browser never used.
 */
import type { Browser, Page } from 'playwright-core';
import { launch } from './browser.ts';
import { builtEditor } from './build.ts';
import { type Host, serve } from './serve.ts';

const PATIENCE = 30_000;
const VIEW = { width: 1366, height: 768 };
/** Tests of other files may come after these in the same process. */
const LINGER_MS = 3000;

export interface Watched {
  /** Violations of the policy, errors of the page, and requests to anywhere else: a sound editor has none. */
  readonly faults: string[];
}

export interface Tab {
  readonly page: Page;
  readonly watched: Watched;
  leave(): Promise<void>;
}

export interface Room {
  readonly url: string;
  /** With the browser's own pickers it is a tab that nobody used before, and nobody will. */
  tab(pickers: boolean): Promise<Tab>;
  leave(): void;
}

interface Kept {
  readonly browser: Browser;
  readonly host: Host;
  free: { readonly page: Page; readonly watched: Watched } | null;
}

let kept: Promise<Kept> | null = null;
let guests = 0;
let closing: NodeJS.Timeout | undefined;

export async function enter(): Promise<Room> {
  clearTimeout(closing);
  guests++;
  kept ??= start();
  const own = await kept;
  return {
    url: own.host.url,
    tab: (pickers) => (pickers ? fresh(own, true) : again(own)),
    leave: () => {
      if (--guests === 0) closing = setTimeout(() => void close(), LINGER_MS);
    },
  };
}

async function start(): Promise<Kept> {
  const [folder, browser] = await Promise.all([builtEditor(), launch()]);
  return { browser, host: await serve(folder), free: null };
}

async function close(): Promise<void> {
  const ended = kept;
  kept = null;
  const own = await ended;
  await own?.browser.close();
  own?.host.close();
}

/** The tab that is free, as if it were a new one; a new one where none is. */
async function again(own: Kept): Promise<Tab> {
  const { free, host } = own;
  if (free === null) return fresh(own, false);
  own.free = null;
  const { page } = free;
  // What it keeps of itself as it leaves is cleared away with the rest.
  await page.goto(`${host.url}none`);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Storage.clearDataForOrigin', { origin: new URL(host.url).origin, storageTypes: 'all' });
  await cdp.detach();
  await page.setViewportSize(VIEW);
  await page.emulateMedia({ media: null, forcedColors: null, reducedMotion: 'reduce' });
  free.watched.faults.splice(0);
  return { ...free, leave: () => giveBack(own, free) };
}

async function giveBack(own: Kept, tab: NonNullable<Kept['free']>): Promise<void> {
  if (own.free === null) own.free = tab;
  else await tab.page.context().close();
}

async function fresh(own: Kept, pickers: boolean): Promise<Tab> {
  const { browser, host } = own;
  const context = await browser.newContext({
    locale: 'zh-CN',
    viewport: VIEW,
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const watched: Watched = { faults: [] };
  page.on('pageerror', (error) => watched.faults.push(`error: ${error}`));
  page.on('console', (message) => {
    if (/Content Security Policy|TrustedHTML|TrustedScript/.test(message.text())) watched.faults.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(host.url).origin) && !/^(data|blob):/.test(request.url())) {
      watched.faults.push(`request: ${request.url()}`);
    }
  });
  if (pickers) return { page, watched, leave: () => context.close() };
  await page.addInitScript(() => {
    Reflect.deleteProperty(globalThis, 'showOpenFilePicker');
    Reflect.deleteProperty(globalThis, 'showSaveFilePicker');
  });
  return { page, watched, leave: () => giveBack(own, { page, watched }) };
}
