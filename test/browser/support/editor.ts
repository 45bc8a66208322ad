/** The editor in a page, and what tests do in it and read of it. */
import { readFileSync } from 'node:fs';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, vi } from 'vitest';
import { axeIn } from './axe.ts';
import { browserPath } from './browser.ts';
import { enter, type Room, type Watched } from './room.ts';

export const hubei = readFileSync(new URL('../../../rules/hubei.cme', import.meta.url), 'utf8');

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
    await this.dropFirst(text, name);
    await this.ready();
  }

  /** The same, whatever comes of it. */
  async dropFirst(text: string, name: string): Promise<void> {
    await this.page.locator('.start').waitFor();
    await this.page.evaluate(
      ([content, file]) => {
        const data = new DataTransfer();
        data.items.add(new File([content ?? ''], file ?? ''));
        dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
      },
      [text, name],
    );
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

  /** Everything shown is of the text as it stands; what the last key set going is drawn first. */
  async settled(): Promise<void> {
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
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

  /** Whether the focus is in a part of the page: what one had pressed may be gone. */
  isIn(selector: string): Promise<boolean> {
    return this.page.evaluate((part) => document.activeElement?.closest(part) != null, selector);
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

/** Tests in the editor; each opens it anew, and at its end the page has had no fault. */
export function inEditor(name: string, tests: (open: (looks?: Looks) => Promise<EditorPage>) => void): void {
  describe.skipIf(browserPath === undefined)(name, () => {
    // A browser on a busy machine takes its time.
    vi.setConfig({ testTimeout: 90_000 });
    let room: Room;
    const opened: { readonly editor: EditorPage; readonly leave: () => Promise<void> }[] = [];

    beforeAll(async () => {
      room = await enter();
    }, 180_000);
    afterAll(() => room?.leave());

    afterEach(async () => {
      for (const { editor, leave } of opened.splice(0)) {
        await leave();
        const faults = editor.watched.faults.splice(0);
        if (faults.length > 0) throw new Error(faults.join('\n'));
      }
    });

    tests(async ({ scheme = 'light', pickers = false } = {}) => {
      const { page, watched, leave } = await room.tab(pickers);
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto(room.url);
      const editor = new EditorPage(page, page.context(), watched);
      opened.push({ editor, leave });
      return editor;
    });
  });
}
