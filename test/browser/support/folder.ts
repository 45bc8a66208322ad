/** The editor as `cme edit` gives it out: over a folder of its own, by our own server and under its policy. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, vi } from 'vitest';
import { type Serving, serve } from '../../../src/server.ts';
import { browserPath, launch } from './browser.ts';
import { builtEditor } from './build.ts';

const rules = fileURLToPath(new URL('../../../rules/', import.meta.url));

export class FolderPage {
  readonly context: BrowserContext;
  readonly faults: string[] = [];
  private readonly folder: string;
  private readonly serving: Serving;
  page!: Page;

  constructor(context: BrowserContext, folder: string, serving: Serving) {
    this.context = context;
    this.folder = folder;
    this.serving = serving;
  }

  /** A new tab on the address that the command prints. */
  async visit(): Promise<void> {
    this.page = await this.context.newPage();
    this.page.on('pageerror', (error) => this.faults.push(`error: ${error}`));
    this.page.on('console', (message) => {
      if (/Content Security Policy|TrustedHTML|TrustedScript/.test(message.text())) this.faults.push(message.text());
    });
    this.page.on('request', (request) => {
      if (!request.url().startsWith(`http://127.0.0.1:${this.serving.port}/`) && !/^(data|blob):/.test(request.url()))
        this.faults.push(`request: ${request.url()}`);
    });
    await this.page.goto(this.serving.address);
    await this.page.locator('.known li').first().waitFor();
  }

  async open(title: string): Promise<void> {
    await this.page.locator('.known li button', { hasText: title }).click();
    await this.page.locator('.monaco-editor .view-line').first().waitFor();
    await this.page.getByText(/与表格一致/).waitFor();
  }

  place(path: string): string {
    return join(this.folder, path);
  }

  read(path: string): string {
    return readFileSync(this.place(path), 'utf8');
  }

  write(path: string, text: string): void {
    writeFileSync(join(this.folder, path), text);
  }

  has(path: string): boolean {
    return existsSync(join(this.folder, path));
  }

  remove(path: string): void {
    rmSync(join(this.folder, path));
  }

  text(): Promise<string> {
    return this.page.evaluate(() =>
      (globalThis as unknown as { cmeEditor: { getValue(): string } }).cmeEditor.getValue(),
    );
  }

  /** Types over a stretch of the text. */
  async over(words: string, typed: string): Promise<void> {
    await this.page.evaluate((found) => {
      interface Place {
        lineNumber: number;
        column: number;
      }
      interface Editor {
        focus(): void;
        getModel(): { getValue(): string; getPositionAt(offset: number): Place };
        setSelection(range: object): void;
      }
      const { cmeEditor: editor } = globalThis as unknown as { cmeEditor: Editor };
      const model = editor.getModel();
      const at = model.getValue().indexOf(found);
      const [start, end] = [model.getPositionAt(at), model.getPositionAt(at + found.length)];
      editor.setSelection({
        startLineNumber: start.lineNumber,
        startColumn: start.column,
        endLineNumber: end.lineNumber,
        endColumn: end.column,
      });
      editor.focus();
    }, words);
    await this.page.keyboard.insertText(typed);
  }
}

export function inFolder(name: string, tests: (visit: (script?: () => void) => Promise<FolderPage>) => void): void {
  describe.skipIf(browserPath === undefined)(name, () => {
    // A browser on a busy machine takes its time.
    vi.setConfig({ testTimeout: 90_000 });
    let browser: Browser;
    let editor: string;
    const opened: { readonly page: FolderPage; readonly folder: string; readonly serving: Serving }[] = [];

    beforeAll(async () => {
      [editor, browser] = await Promise.all([builtEditor(), launch()]);
    }, 180_000);
    afterAll(() => browser?.close());
    afterEach(async () => {
      for (const { page, folder, serving } of opened.splice(0)) {
        await page.context.close();
        await serving.close();
        rmSync(folder, { recursive: true, force: true });
        if (page.faults.length > 0) throw new Error(page.faults.join('\n'));
      }
    });

    tests(async (script) => {
      const folder = mkdtempSync(join(tmpdir(), 'cme-folder-'));
      for (const file of ['hubei.cme', 'national.cme']) cpSync(join(rules, file), join(folder, file));
      const serving = await serve({ folder, editor, port: null });
      const context = await browser.newContext({
        locale: 'zh-CN',
        viewport: { width: 1366, height: 768 },
        reducedMotion: 'reduce',
        serviceWorkers: 'block',
      });
      context.setDefaultTimeout(30_000);
      if (script) await context.addInitScript(script);
      const page = new FolderPage(context, folder, serving);
      opened.push({ page, folder, serving });
      await page.visit();
      return page;
    });
  });
}
