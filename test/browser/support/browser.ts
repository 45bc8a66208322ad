/** A real browser: Chromium, Chrome or Edge, whichever the machine has. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const places = [
  process.env.CME_BROWSER ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

export const browserPath: string | undefined = places.find((path) => path !== '' && existsSync(path));

if (browserPath === undefined) {
  console.warn(
    '\n!! no Chromium, Chrome or Edge was found: the tests of the editor are SKIPPED. Set CME_BROWSER to one.\n',
  );
}

const quiet = ['--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update'];

export const launch = (...more: readonly string[]): Promise<Browser> =>
  chromium.launch({
    executablePath: browserPath ?? '',
    // Names of files are Chinese, and a machine may have no language set.
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    args: [...quiet, '--disable-sync', '--no-first-run', '--no-sandbox', ...more],
  });
