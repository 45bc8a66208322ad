import { expect, test } from 'vitest';
import { type EditorPage, hubei, inEditor } from './support/editor.ts';

/** In the page: what it and its tables say to each other takes so long each way, in the order in which it was said. */
function slowly(ms: number): void {
  const Real = Worker;
  globalThis.Worker = class extends Real {
    private readonly wait: number;
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      this.wait = options?.name === 'cme-tables' ? ms : 0;
    }
    override postMessage(message: unknown, more?: StructuredSerializeOptions | Transferable[]): void {
      // What carries a port is said once, at the start.
      if (Array.isArray(more)) super.postMessage(message, more);
      else setTimeout(() => super.postMessage(message), this.wait);
    }
    override addEventListener(type: string, hear: unknown): void {
      const tell = hear as (event: unknown) => void;
      super.addEventListener(type, (event) => void setTimeout(() => tell(event), this.wait));
    }
  };
}

const inTable = (editor: EditorPage) =>
  editor.page.evaluate(() => document.activeElement?.matches('[data-pane="table"] .cellbox') ?? false);

inEditor('tables that come late', (open) => {
  test('what is typed into a cell goes into that cell, whatever is drawn or added meanwhile, and the keys stay in the table', async () => {
    const editor = await open({ pickers: true });
    const { page } = editor;
    await page.addInitScript(slowly, 250);
    await page.reload();
    await editor.openSample();
    const box = page.locator('.cellbox');
    const rows = page.locator('.trow');

    // A row is on its way; before it is there one fills in another.
    await editor.sheet('有计划的自学');
    await editor.stop('国内正式刊物', '6').waitFor();
    const before = await rows.count();
    await page
      .locator('.trow.adder')
      .first()
      .getByRole('button', { name: /加一行/ })
      .click();
    await editor.stop('国内正式刊物', '6').click();
    await page.keyboard.type('7');
    await expect.poll(() => rows.count(), { timeout: 15_000 }).toBe(before + 1);
    await page.keyboard.type('.5');
    expect(await box.inputValue()).toBe('7.5');
    await editor.press('Enter');
    await editor.settled();
    const lines = (await editor.text()).split('\n');
    expect(lines.length).toBe(hubei.split('\n').length + 1);
    expect(lines.filter((line) => /\| 7\.5? /.test(line))).toEqual([
      expect.stringContaining('国内正式刊物 | 独立作者、第一作者、通讯作者 | 7.5 '),
    ]);
    await editor.press('Control+z', 'Control+z');
    await editor.settled();
    expect(await editor.text()).toBe(hubei);

    // The screen is left by the browser's own way back while a cell is open.
    await editor.stop('国内正式刊物', '6').click();
    await page.keyboard.type('8');
    await page.goBack();
    await page.locator('.start').waitFor();
    await page.goForward();
    await editor.ready();
    expect((await editor.text()).split('\n').filter((line) => /通讯作者 \| 8 /.test(line)).length).toBe(1);

    // Asked for twice it is one section; undone, its sheet goes, and the keys go on in the one that comes instead.
    await page.locator('.tree > .add').focus();
    await editor.press('Enter');
    await page.getByRole('menuitem', { name: '类别' }).click();
    await page.getByRole('dialog').getByRole('textbox').waitFor();
    await page.keyboard.type('境外学习');
    await editor.press('Enter', 'Enter', 'Enter');
    await expect.poll(() => page.locator('.tree .entry.on').innerText(), { timeout: 15_000 }).toContain('境外学习');
    await editor.settled();
    expect((await editor.text()).match(/^类别 境外学习/gm)?.length).toBe(1);
    expect(await inTable(editor)).toBe(true);
    await editor.press('Control+z');
    await editor.settled();
    expect(await page.locator('.tree').innerText()).not.toContain('境外学习');
    expect(await inTable(editor)).toBe(true);
  });
});
