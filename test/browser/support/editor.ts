/** The editor in a page, and what tests do in it and read of it. */
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, vi } from 'vitest';
import { axeIn } from './axe.ts';
import { browserPath, launch } from './browser.ts';
import { builtEditor } from './build.ts';
import { type Host, serve } from './serve.ts';

const PATIENCE = 30_000;

export const hubei = readFileSync(new URL('../../../rules/hubei.cme', import.meta.url), 'utf8');

interface Watched {
  /** Violations of the policy, errors of the page, and requests to anywhere else: a sound editor has none. */
  readonly faults: string[];
}

export class EditorPage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly watched: Watched;

  constructor(page: Page, context: BrowserContext, watched: Watched) {
    this.page = page;
    this.context = context;
    this.watched = watched;
  }

  /** A file as if it had been dropped on the page. */
  async drop(text: string, name = 'rules.cme'): Promise<void> {
    await this.page.locator('.start').waitFor();
    await this.page.evaluate(
      ([content, file]) => {
        const data = new DataTransfer();
        data.items.add(new File([content ?? ''], file ?? ''));
        dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
      },
      [text, name],
    );
    await this.ready();
  }

  async openSample(): Promise<void> {
    await this.page.getByRole('button', { name: /看示例/ }).click();
    await this.ready();
  }

  /** Tables, text and findings stand. */
  async ready(): Promise<void> {
    await this.page.locator('.tree .entry').first().waitFor();
    await this.page.locator('.monaco-editor .view-line').first().waitFor();
    await this.settled();
  }

  /** Everything shown is of the text as it stands. */
  async settled(): Promise<void> {
    await this.page.waitForFunction(() => document.querySelector('.status')?.getAttribute('data-current') === 'true');
  }

  text(): Promise<string> {
    return this.page.evaluate(() =>
      (globalThis as unknown as { cmeEditor: { getValue(): string } }).cmeEditor.getValue(),
    );
  }

  sheet(title: string): Promise<void> {
    return this.page.locator('.tree .entry', { hasText: title }).first().click();
  }

  /** A place in the grid, by the words it shows, in the row that shows `row`. */
  stop(row: string, words: string) {
    const of = this.page.locator('.trow', { hasText: row }).first();
    const whole = new RegExp(`^\\s*${words.replace(/[.*+?^$(){}|[\]\\]/g, '\\$&')}\\s*$`);
    return of.locator('[data-stop]').filter({ hasText: whole }).first();
  }

  /** Goes to a pane by its key; it is there when the next key is pressed. */
  async goTo(pane: 'table' | 'text'): Promise<void> {
    await this.press(pane === 'table' ? 'Alt+1' : 'Alt+2');
    await this.page.waitForFunction((name) => document.activeElement?.closest(`[data-pane="${name}"]`) != null, pane);
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  cdp(): Promise<CDPSession> {
    return this.context.newCDPSession(this.page);
  }

  /** What axe finds against WCAG A and AA; of `colours`, by the rules that look at them alone. */
  axe(of: 'all' | 'colours' = 'all'): Promise<string[]> {
    return axeIn(this.page, of);
  }
}

export interface Looks {
  readonly scheme?: 'light' | 'dark';
  /** Without the browser's own pickers files are chosen and downloaded, as in browsers that lack them. */
  readonly pickers?: boolean;
}

/** Tests in the editor; each opens its own page, and at its end the page has had no fault. */
export function inEditor(name: string, tests: (open: (looks?: Looks) => Promise<EditorPage>) => void): void {
  describe.skipIf(browserPath === undefined)(name, () => {
    // A browser on a busy machine takes its time.
    vi.setConfig({ testTimeout: 90_000 });
    let host: Host;
    let browser: Browser;
    const opened: EditorPage[] = [];

    beforeAll(async () => {
      const [folder, started] = await Promise.all([builtEditor(), launch()]);
      browser = started;
      host = await serve(folder);
    }, 180_000);

    afterAll(async () => {
      await browser?.close();
      host?.close();
    });

    afterEach(async () => {
      for (const { context, watched } of opened.splice(0)) {
        await context.close();
        if (watched.faults.length > 0) throw new Error(watched.faults.join('\n'));
      }
    });

    tests(async ({ scheme = 'light', pickers = false } = {}) => {
      const context = await browser.newContext({
        locale: 'zh-CN',
        colorScheme: scheme,
        viewport: { width: 1366, height: 768 },
        reducedMotion: 'reduce',
        serviceWorkers: 'block',
      });
      context.setDefaultTimeout(PATIENCE);
      const page = await context.newPage();
      const watched: Watched = { faults: [] };
      page.on('pageerror', (error) => watched.faults.push(`error: ${error}`));
      page.on('console', (message) => {
        if (/Content Security Policy|TrustedHTML|TrustedScript/.test(message.text()))
          watched.faults.push(message.text());
      });
      page.on('request', (request) => {
        if (!request.url().startsWith(new URL(host.url).origin) && !/^(data|blob):/.test(request.url())) {
          watched.faults.push(`request: ${request.url()}`);
        }
      });
      if (!pickers) {
        await page.addInitScript(() => {
          Reflect.deleteProperty(globalThis, 'showOpenFilePicker');
          Reflect.deleteProperty(globalThis, 'showSaveFilePicker');
        });
      }
      await page.goto(host.url);
      const editor = new EditorPage(page, context, watched);
      opened.push(editor);
      return editor;
    });
  });
}
