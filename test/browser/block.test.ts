/** A block of cells: selected with Shift, copied as a spreadsheet takes it, and put back as it was. */
import { expect, test } from 'vitest';
import { wide } from '../support/wide.ts';
import { type EditorPage, hubei, inEditor } from './support/editor.ts';

const clipboard = (editor: EditorPage, kind: 'copy' | 'paste', held = ''): Promise<string> =>
  editor.page.evaluate(
    ([type, text]) => {
      const data = new DataTransfer();
      if (type === 'paste') data.setData('text/plain', text ?? '');
      document.activeElement?.dispatchEvent(
        new ClipboardEvent(type ?? '', { clipboardData: data, bubbles: true, cancelable: true }),
      );
      return data.getData('text/plain');
    },
    [kind, held],
  );

inEditor('block', (open) => {
  test('copied out and pasted back a table stays as it is, and goes into another place whole', async () => {
    const editor = await open();
    await editor.openSample();
    await editor.sheet('有计划的自学');
    await editor.settled();
    const first = editor.stop('国际权威刊物', '国际权威刊物');
    await first.click();
    await editor.press('Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowDown');
    expect(await clipboard(editor, 'copy')).toBe(
      '国际权威刊物\t独立作者、第一作者、通讯作者\t10\n国际权威刊物\t其他作者\t9',
    );
    await editor.press('Control+a');
    const whole = await clipboard(editor, 'copy');
    expect(whole.split('\n').length).toBeGreaterThan(3);
    await clipboard(editor, 'paste', whole);
    await editor.settled();
    expect(await editor.text()).toBe(hubei);

    await first.click();
    await editor.press('Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowDown');
    await clipboard(editor, 'paste', '国内正式刊物\t其他作者\t4\n国内正式刊物\t其他作者\t3');
    await editor.settled();
    const rows = (await editor.text())
      .split('\n')
      .filter((line) => /\| 国内正式刊物 +\| 其他作者 +\| [34] +\|/.test(line));
    expect(rows).toHaveLength(2);
    await editor.press('Control+z');
    await editor.settled();
    expect(await editor.text()).toBe(hubei);
  });

  test('a table of thirty columns and a hundred rows: its head stays in sight, and keys bring what they go to', async () => {
    const editor = await open();
    await editor.drop(wide(100, 30));
    const { page } = editor;
    const sheet = page.locator('.sheet');
    await sheet.evaluate((one) => one.scrollTo(0, 1500));
    await expect.poll(() => headIn(editor)).toBe(true);
    expect(await page.locator('.trow').count()).toBeLessThan(40);
    expect(await page.locator('.trow.plain').first().locator('.tcell').count()).toBeLessThan(20);

    await page.locator('.trow.plain .stop').first().click();
    const heard = () => page.locator('textarea.cellbox').getAttribute('aria-label');
    await editor.press('Control+Home', 'ArrowDown', 'ArrowDown', 'End');
    expect(await heard()).toBe('| 不少于，学分，1');
    await expect.poll(() => boxOnStop(editor)).toBe(true);
    await editor.press('Control+End', 'ArrowLeft');
    expect(await heard()).toBe('| 不少于，项二八，任意');
    await expect.poll(() => boxOnStop(editor)).toBe(true);
    expect(await headIn(editor)).toBe(true);
    expect(await page.locator('.stop.on').evaluate((one) => one.closest('[aria-colindex]')?.ariaColIndex)).toBe('29');
    await editor.press('Home');
    expect(await heard()).toBe('| 不少于，项零，不少于 1');
    await expect.poll(() => boxOnStop(editor)).toBe(true);
  });
});

/** Whether the head of the table stands under the head of the sheet. */
const headIn = ({ page }: EditorPage): Promise<boolean> =>
  page.evaluate(() => {
    const [heads, head] = ['.trow.heads', '.trow.head'].map((one) =>
      document.querySelector(one)?.getBoundingClientRect(),
    );
    return heads !== undefined && head !== undefined && Math.abs(heads.bottom - head.top) < 2;
  });

/** Whether the box that takes the keys lies over the stop, and both in sight. */
const boxOnStop = ({ page }: EditorPage): Promise<boolean> =>
  page.evaluate(() => {
    const of = (one: string) => document.querySelector(one)?.getBoundingClientRect() ?? new DOMRect();
    const [pane, stop, box] = [of('.sheet'), of('.stop.on'), of('textarea.cellbox')];
    const inside =
      stop.left >= pane.left && stop.right <= pane.right && stop.top >= pane.top && stop.bottom <= pane.bottom;
    return inside && Math.abs(stop.left - box.left) < 2 && Math.abs(stop.top - box.top) < 2;
  });
