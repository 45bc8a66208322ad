/** Closed to the outside, at home where a browser gives little, and there without a network. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { serve } from '../../src/server.ts';
import { browserPath, launch } from './support/browser.ts';
import { builtEditor } from './support/build.ts';
import { EditorPage, hubei } from './support/editor.ts';
import { screens } from './support/screens.ts';
import { serve as hostOf } from './support/serve.ts';

describe.skipIf(browserPath === undefined)('locked down', () => {
  vi.setConfig({ testTimeout: 120_000 });
  let browser: Browser;
  let built: string;
  beforeAll(async () => {
    [built, browser] = await Promise.all([builtEditor(), launch('--host-resolver-rules=MAP intranet.test 127.0.0.1')]);
  }, 180_000);
  afterAll(() => browser?.close());

  async function visited(
    work: (page: Page, context: BrowserContext, faults: string[]) => Promise<void>,
    serviceWorkers: 'allow' | 'block' = 'block',
  ): Promise<string[]> {
    const context = await browser.newContext({ locale: 'zh-CN', reducedMotion: 'reduce', serviceWorkers });
    context.setDefaultTimeout(30_000);
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.exposeFunction('told', (what: string) => faults.push(what));
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
        const { told } = globalThis as unknown as { told(what: string): void };
        told(`${violatedDirective} ${blockedURI} ${sourceFile}`);
      });
    });
    context.on('request', (request) => {
      const { hostname, protocol } = new URL(request.url());
      if (/^https?:$/.test(protocol) && !['127.0.0.1', 'intranet.test'].includes(hostname)) faults.push(request.url());
    });
    try {
      await work(page, context, faults);
    } finally {
      await context.close();
    }
    return faults;
  }

  const settled = (page: Page) =>
    page.waitForFunction(() => document.querySelector('.status')?.getAttribute('data-current') === 'true');

  async function throughAll(page: Page): Promise<void> {
    for (const { id } of screens) {
      await page.evaluate((to) => {
        location.hash = `#/${to}`;
      }, id);
      await page.waitForFunction(() => document.querySelector('main')?.textContent !== '');
      // What a screen does once it is drawn is done when the page has nothing else to do.
      await page.evaluate(() => new Promise((idle) => requestAnimationFrame(() => requestIdleCallback(idle))));
    }
  }

  async function capTo8(page: Page): Promise<void> {
    await page.locator('.tree .entry', { hasText: '继续医学教育项目' }).first().click();
    await page.locator('.trow', { hasText: '国家和省级项目' }).getByText('10', { exact: true }).first().click();
    await page.keyboard.type('8');
    await page.keyboard.press('Enter');
    await settled(page);
  }
  const changed = hubei.replace('上限 每项目 10 学分', '上限 每项目 8 学分');

  test('our own server: through every screen, and a save, no violation and no other host', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cme-locked-'));
    for (const file of ['hubei.cme', 'national.cme']) {
      cpSync(new URL(`../../rules/${file}`, import.meta.url), join(folder, file));
    }
    const serving = await serve({ folder, editor: built, port: null });
    try {
      const faults = await visited(async (page) => {
        await page.goto(serving.address);
        await page.locator('.known li button', { hasText: '湖北' }).click();
        await page.locator('.monaco-editor .view-line').first().waitFor();
        await settled(page);
        await capTo8(page);
        await page.keyboard.press('Control+s');
        await page.getByText('已保存 hubei.cme').waitFor();
        // What Monaco opens besides.
        await page.locator('.monaco-editor .view-line').first().click();
        await page.keyboard.press('Control+f');
        await page.locator('.find-widget.visible').waitFor();
        await page.keyboard.press('Escape');
        await throughAll(page);
      });
      expect(faults).toEqual([]);
      expect(readFileSync(join(folder, 'hubei.cme'), 'utf8')).toBe(changed);
    } finally {
      await serving.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('plain http in an intranet: open, edit, save, restore a draft, copy, without what browsers withhold there', async () => {
    const host = await hostOf(built);
    const place = mkdtempSync(join(tmpdir(), 'cme-intranet-'));
    const file = join(place, 'hubei.cme');
    writeFileSync(file, hubei);
    try {
      const faults = await visited(async (page, context) => {
        const address = host.url.replace('127.0.0.1', 'intranet.test');
        await page.goto(address);
        const lacks = await page.evaluate(() => ({
          picker: 'showSaveFilePicker' in globalThis,
          clipboard: navigator.clipboard !== undefined,
          subtle: crypto.subtle !== undefined,
          uuid: 'randomUUID' in crypto,
          worker: 'serviceWorker' in navigator,
        }));
        expect(Object.values(lacks)).toEqual([false, false, false, false, false]);

        const choosing = page.waitForEvent('filechooser');
        await page.getByRole('button', { name: /打开规则文件/ }).click();
        await (await choosing).setFiles(file);
        await page.locator('.monaco-editor .view-line').first().waitFor();
        await settled(page);
        await capTo8(page);
        const coming = page.waitForEvent('download');
        await page.keyboard.press('Control+s');
        expect(readFileSync(await (await coming).path(), 'utf8')).toBe(changed);
        await throughAll(page);

        // A draft of the sample outlives its tab.
        await page.evaluate(() => {
          location.hash = '#/start';
        });
        await page.getByRole('button', { name: /看示例/ }).click();
        await settled(page);
        await capTo8(page);
        await page.locator('.status').getByText('已存草稿').waitFor();
        await page.close({ runBeforeUnload: false });
        const again = await context.newPage();
        await again.goto(address);
        await again.getByRole('button', { name: /看示例/ }).click();
        await again.locator('.monaco-editor .view-line').first().waitFor();
        await again.locator('.bar').getByRole('button', { name: '恢复' }).click();
        await settled(again);
        expect(await new EditorPage(again, context, { faults: [] }).text()).toBe(changed);

        await again.evaluate(() => {
          location.hash = '#/help';
        });
        await again.getByRole('button', { name: '复制', exact: true }).first().click();
        await again.locator('.command output', { hasText: '已复制' }).waitFor();
      });
      expect(faults).toEqual([]);
    } finally {
      host.close();
      rmSync(place, { recursive: true, force: true });
    }
  });

  test('on this machine a reload works without the network, and no version takes the parts of another', async () => {
    const place = mkdtempSync(join(tmpdir(), 'cme-versions-'));
    const folder = join(place, 'editor');
    cpSync(built, folder, { recursive: true });
    const host = await hostOf(folder);
    let open = true;
    const stores = (page: Page) => page.evaluate(() => caches.keys());
    try {
      const faults = await visited(async (page, context) => {
        await page.goto(host.url);
        await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
        await page.reload();
        await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
        const [first = ''] = await stores(page);
        // Another version: a worker that differs, and a page that does.
        const put = (name: string, from: RegExp, to: string): void => {
          const file = join(folder, name);
          writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
        };
        put('sw.js', /"version":"\w+"/, '"version":"another"');
        put('index.html', /<title>/, '<title>新 ');
        await page.evaluate(() => navigator.serviceWorker.ready.then((one) => one.update()));
        await page.waitForFunction(() => navigator.serviceWorker.ready.then(({ waiting }) => waiting !== null));
        expect(await stores(page)).toHaveLength(2);
        // As long as a page of the old version is open its store stays, and is what it was.
        const kept = await page.evaluate(async (name) => {
          const page = await (await caches.open(name)).match(new URL('index.html', location.href).href);
          return page?.text() ?? '';
        }, first);
        expect(kept).toContain('<title>');
        expect(kept).not.toContain('新 ');
        // One that is opened after the last of them has gone is of the new version, and the old store goes.
        const second = await context.newPage();
        await page.close();
        // The browser takes its time to see that no page is left.
        const visitAgain = async () => {
          await second.goto('about:blank');
          await second.waitForTimeout(200);
          await second.goto(host.url);
          return stores(second);
        };
        await expect.poll(visitAgain, { timeout: 60_000 }).toEqual([expect.stringMatching(/another$/)]);
        host.close();
        open = false;
        await context.setOffline(true);
        await second.reload();
        await second.getByRole('button', { name: /看示例/ }).click();
        await second.locator('.monaco-editor .view-line').first().waitFor();
        await settled(second);
        await capTo8(second);
        await throughAll(second);
      }, 'allow');
      expect(faults).toEqual([]);
    } finally {
      if (open) host.close();
      rmSync(place, { recursive: true, force: true });
    }
  });
});
