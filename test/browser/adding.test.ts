import { expect, test } from 'vitest';
import { type EditorPage, hubei, inEditor } from './support/editor.ts';

/** What stands in one text and not in the other, line by line. */
const added = (before: string, after: string): readonly string[] => {
  const old = before.split('\n');
  const now = after.split('\n');
  let head = 0;
  while (old[head] === now[head]) head++;
  let tail = 0;
  while (tail < old.length - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  expect(old.length - head - tail).toBe(0);
  return now.slice(head, now.length - tail).map((line) => line.trim());
};

const type = async (editor: EditorPage, words: string): Promise<void> => {
  await editor.page.keyboard.type(words);
  await editor.press('Enter');
  await editor.settled();
};

/** The grid stands on what was added. */
const standsOn = (editor: EditorPage, words: string) =>
  expect.poll(() => editor.page.locator('.stop.on').allInnerTexts()).toEqual([words]);

inEditor('adding', (open) => {
  test('by mouse: an award, a limit, a row, a column, an 条目; each is stood on and filled in', async () => {
    const editor = await open();
    await editor.openSample();
    const { page } = editor;
    await editor.sheet('实践活动');
    const band = page.locator('.trow.band', { hasText: '其他实践活动' });
    const plus = async (name: RegExp) => {
      await band.locator('[data-plus]').click();
      await page.getByRole('menuitem', { name }).click();
      await editor.settled();
    };
    const back = async () => {
      while ((await editor.text()) !== hubei) {
        await editor.press('Control+z');
        await editor.settled();
      }
    };
    await plus(/^授予 /);
    expect(added(hubei, await editor.text())).toEqual(['授予 1 学分']);
    await standsOn(editor, '1 学分');
    await type(editor, '3');
    expect(added(hubei, await editor.text())).toEqual(['授予 3 学分']);
    await back();

    await plus(/^上限/);
    await standsOn(editor, '10');
    await type(editor, '8');
    expect(added(hubei, await editor.text())).toEqual(['上限 每年 8 学分']);
    await back();

    await editor.sheet('有计划的自学');
    const foot = page.locator('.trow.adder').first();
    await foot.getByRole('button', { name: /加一行/ }).click();
    await editor.settled();
    expect(added(hubei, await editor.text())).toHaveLength(1);
    await back();
    await foot.getByRole('button', { name: /加一列/ }).click();
    await page
      .getByRole('menuitem', { name: '单位', exact: true })
      .or(page.getByRole('menuitem').first())
      .first()
      .click();
    await editor.settled();
    expect((await editor.text()).split('\n')).toHaveLength(hubei.split('\n').length);
    expect(await page.locator('.trow.head').first().locator('.tcell').count()).toBe(5);
    await back();

    await page.locator('.sheetfoot').getByRole('button', { name: /条目/ }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('读书会');
    await editor.press('Enter');
    await editor.settled();
    expect(added(hubei, await editor.text())).toContain('条目 读书会');
    await standsOn(editor, '读书会');
  });

  test('by keyboard: a line above, a condition, and a 类别 from the contents', async () => {
    const editor = await open();
    await editor.openSample();
    const { page } = editor;
    await editor.sheet('实践活动');
    await editor.stop('时长 不少于 6 小时', '6 小时').click();
    await editor.press('Insert');
    await editor.settled();
    const text = await editor.text();
    expect(added(hubei, text)).toEqual(['授予 1 学分']);
    expect(text.indexOf('授予 1 学分\n')).toBeLessThan(text.indexOf('授予 每 6 小时 1 学分 当 参加者'));
    await standsOn(editor, '1 学分');
    await editor.press('Shift+F10');
    await page.getByRole('menuitem', { name: /加条件/ }).waitFor();
    await page.getByRole('menuitem', { name: /加条件/ }).press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('远程');
    await editor.press('Enter');
    await editor.press('Control+Enter');
    await editor.settled();
    expect(added(hubei, await editor.text())).toEqual(['授予 1 学分 当 远程']);
    await editor.press('Escape', 'Control+z', 'Control+z');
    await editor.settled();
    expect(await editor.text()).toBe(hubei);

    await page.locator('.tree > .add').focus();
    await editor.press('Enter');
    await page.getByRole('menuitem', { name: '类别' }).click();
    await page.getByRole('dialog').getByRole('textbox').waitFor();
    await page.keyboard.type('境外学习');
    await editor.press('Enter');
    await editor.settled();
    expect(added(hubei, await editor.text())).toContain('类别 境外学习');
    await expect.poll(() => page.locator('.tree .entry.on').innerText()).toContain('境外学习');
    await editor.press('Control+z');
    await editor.settled();
    expect(await editor.text()).toBe(hubei);
  });
});
