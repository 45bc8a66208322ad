import { expect, test } from 'vitest';
import { type EditorPage, hubei, inEditor } from './support/editor.ts';

const type = async (editor: EditorPage, words: string): Promise<void> => {
  await editor.page.keyboard.type(words);
  await editor.press('Enter');
  await editor.settled();
};

inEditor('cells', (open) => {
  test("Hubei's project cap, from 10 to 8 in the table: one number of the text, and what comes of it", async () => {
    const editor = await open();
    await editor.openSample();
    const { page } = editor;
    await editor.sheet('继续医学教育项目');
    await editor.stop('国家和省级项目', '10').click();
    await type(editor, '8');
    expect(await editor.text()).toBe(hubei.replace('上限 每项目 10 学分', '上限 每项目 8 学分'));
    await expect.poll(() => page.locator('.last').innerText()).toMatch(/8 学分.*个用例失败/s);
    await page.locator('.last').getByRole('button', { name: /撤销/ }).click();
    await editor.settled();
    expect(await editor.text()).toBe(hubei);
    await expect.poll(() => page.locator('.status').innerText()).toContain('用例 490/490');
  });

  test('each kind of cell writes its own place and no other', async () => {
    const editor = await open();
    await editor.openSample();
    const steps: readonly [sheet: string, row: string, stop: string, typed: string, from: string, to: string][] = [
      [
        '实践活动',
        '省级社团学术活动',
        '省继续医学教育委员会办公室',
        '省继教委办',
        '审核 省继续医学教育委员会办公室',
        '审核 省继教委办',
      ],
      [
        '实践活动',
        '时长 不少于 6 小时',
        '6 小时',
        '5',
        '授予 每 6 小时 1 学分 当 参加者',
        '授予 每 5 小时 1 学分 当 参加者',
      ],
      ['实践活动', '0.5 学分', '少于 3 小时', '4', '时长 少于 3 小时', '时长 少于 4 小时'],
      [
        '有计划的自学',
        '国内正式刊物',
        '6',
        '7',
        '国内正式刊物 | 独立作者、第一作者、通讯作者 | 6 ',
        '国内正式刊物 | 独立作者、第一作者、通讯作者 | 7 ',
      ],
      ['口径', '基层范围', '照列', 'hfwz', '采用 照列', '采用 含服务站'],
      ['不计算', '第一条', '说明制定的目的和根据', '制定的目的', '说明制定的目的和根据', '制定的目的'],
    ];
    for (const [sheet, row, words, typed, from, to] of steps) {
      await editor.sheet(sheet);
      await editor.settled();
      const stop = editor.stop(row, words);
      await stop.scrollIntoViewIfNeeded();
      await stop.click();
      await type(editor, typed);
      expect(hubei.split(from).length, from).toBeGreaterThan(1);
      expect(await editor.text(), words).toBe(hubei.replace(from, to));
      await editor.press('Control+z');
      await editor.settled();
      expect(await editor.text()).toBe(hubei);
    }
  });

  test('rows are inserted, moved, disabled and deleted with their own comments', async () => {
    const file = hubei.replace('  授予 0.2 学分 当 参加者', '  # 时间不足的，按单次\n  授予 0.2 学分 当 参加者');
    const editor = await open();
    await editor.drop(file, 'hubei.cme');
    await editor.sheet('实践活动');
    const menu = async (name: RegExp) => {
      await editor.stop('0.2 学分', '0.2 学分').click();
      await editor.press('Shift+F10');
      await editor.page.getByRole('menuitem', { name }).click();
      await editor.settled();
    };
    const lines = async () => {
      const all = (await editor.text()).split('\n');
      const at = all.findIndex((line) => line.includes('条目 其他实践活动'));
      return all.slice(at + 5, at + 11).map((line) => line.trim().slice(0, 14));
    };
    const before = await lines();
    await menu(/删除/);
    expect((await editor.text()).includes('时间不足的，按单次')).toBe(false);
    await editor.press('Control+z');
    await editor.settled();
    expect(await lines()).toEqual(before);
    await menu(/停用/);
    expect(await editor.text()).toMatch(/\n {2}#.*授予 0\.2 学分/);
    await editor.press('Control+z');
    await editor.settled();
    await menu(/上移/);
    const text = await editor.text();
    expect(text.indexOf('# 时间不足的')).toBeLessThan(text.indexOf('授予 0.2 学分'));
    expect(text.indexOf('授予 0.2 学分')).toBeLessThan(text.indexOf('授予 每 6 小时 1 学分 当 参加者'));
  });

  test('text and table step by step, back and forth through one history', async () => {
    const editor = await open();
    await editor.openSample();
    const { page } = editor;
    const states = [await editor.text()];
    const note = async () => {
      await editor.settled();
      states.push(await editor.text());
    };
    await editor.sheet('实践活动');
    await editor.goTo('text');
    await editor.press('Control+Home');
    await page.keyboard.insertText('一');
    await note();
    await editor.stop('时长 不少于 6 小时', '6 小时').click();
    await type(editor, '5');
    await note();
    await editor.stop('时长 不少于 3 小时', '3 小时').click();
    await type(editor, '2');
    await note();
    for (const state of states.toReversed().slice(1)) {
      await editor.press('Control+z');
      await editor.settled();
      expect(await editor.text()).toBe(state);
    }
    await editor.goTo('text');
    for (const state of states.slice(1)) {
      await editor.press('Control+y');
      await editor.settled();
      expect(await editor.text()).toBe(state);
    }
  });

  test('a line that breaks takes only itself away from the table', async () => {
    const editor = await open();
    await editor.openSample();
    const { page } = editor;
    await editor.sheet('实践活动');
    const line = hubei.split('\n').findIndex((one) => one.includes('授予 0.5 学分')) + 1;
    await page.evaluate((at) => {
      const { cmeEditor } = globalThis as unknown as { cmeEditor: { setPosition(p: object): void; focus(): void } };
      cmeEditor.focus();
      cmeEditor.setPosition({ lineNumber: at, column: 1 });
    }, line);
    await editor.press('End', 'Backspace', 'Backspace', 'Backspace', 'Backspace');
    await page.getByText(`第 ${line} 行还没写完，表格显示的是上一次有效内容`).waitFor();
    await editor.settled();
    expect(await page.locator('.trow.stale').count()).toBe(1);
    await editor.stop('时长 不少于 6 小时', '6 小时').click();
    await type(editor, '5');
    expect(await editor.text()).toContain('授予 每 5 小时 1 学分 当 参加者');
    for (let steps = 0; steps < 5; steps++) await editor.press('Control+z');
    await expect.poll(() => page.locator('.trow.stale').count()).toBe(0);
  });

  test('typed in the text, shown in the cell; the row keeps its place, the selection and the focus stay', async () => {
    const editor = await open();
    await editor.openSample();
    const { page } = editor;
    await editor.sheet('继续医学教育项目');
    const cap = editor.stop('国家和省级项目', '10');
    await cap.click();
    const id = await cap.getAttribute('data-stop');
    const line = hubei.split('\n').findIndex((one) => one.includes('上限 每项目 10 学分')) + 1;
    const rows = await page.locator('.trow').count();
    await editor.goTo('text');
    await page.evaluate((at) => {
      const { cmeEditor } = globalThis as unknown as { cmeEditor: { setSelection(range: object): void } };
      const column = '  上限 每项目 '.length + 1;
      cmeEditor.setSelection({ startLineNumber: at, startColumn: column, endLineNumber: at, endColumn: column + 2 });
    }, line);
    await page.keyboard.type('9');
    await expect.poll(() => page.locator(`[data-stop="${id}"]`).innerText(), { timeout: 5000 }).toBe('9');
    await editor.settled();
    expect(await editor.text()).toBe(hubei.replace('上限 每项目 10 学分', '上限 每项目 9 学分'));
    expect(await page.locator('.trow').count()).toBe(rows);
    expect(await page.locator('.trow.sel').innerText()).toContain('国家和省级项目');
    expect(await page.evaluate(() => document.activeElement?.closest('[data-pane="text"]') !== null)).toBe(true);
  });
});
