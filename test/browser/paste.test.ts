/** From Excel and back, and one history through text, cells, pastes and fixes. */
import { expect, test } from 'vitest';
import { type EditorPage, hubei, inEditor } from './support/editor.ts';

/** As the browser gives a paste to the page; the clipboard of the machine is left alone. */
const paste = (editor: EditorPage, text: string): Promise<void> =>
  editor.page.evaluate((held) => {
    const data = new DataTransfer();
    data.setData('text/plain', held);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);

const copied = (editor: EditorPage): Promise<string> =>
  editor.page.evaluate(() => {
    const data = new DataTransfer();
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }),
    );
    return data.getData('text/plain');
  });

/** The rows of the table of an item, without the spaces that fill its columns. */
function table(text: string, item: string): string[] {
  const lines = text.split('\n');
  const from = lines.findIndex((line) => line.startsWith(`条目 ${item}`));
  const rest = lines.slice(from + 1);
  const to = rest.findIndex((line) => /^\S/.test(line));
  return rest
    .slice(0, to)
    .filter((line) => line.trim().startsWith('|'))
    .map((line) => line.trim().replace(/\s*\|\s*/g, '|'));
}

inEditor('paste', (open) => {
  test('quotes, line breaks, full-width digits, blanks, too many columns: right cells, the rest with reasons', async () => {
    const editor = await open();
    await editor.openSample();
    const { page } = editor;
    await editor.sheet('有计划的自学');
    await editor.settled();
    const stop = editor.stop('国内正式刊物', '6');
    await stop.scrollIntoViewIfNeeded();
    await stop.click();
    // From the cell of an author: a list in two lines of a cell, digits of full width; then a blank, words for a number.
    await editor.press('ArrowLeft');
    await paste(editor, '"独立作者\r\n第一作者"\t７\t多余\r\n\t不是数\r\n');
    await editor.settled();
    expect(table(await editor.text(), '论文')).toEqual([
      '|刊物|署名|学分|',
      '|国际权威刊物|独立作者、第一作者、通讯作者|10|',
      '|国际权威刊物|其他作者|9|',
      '|国内正式刊物|独立作者、第一作者|7|',
      expect.stringMatching(/^\|国内正式刊物\|(其他作者)?\|5\|$/),
    ]);
    const notice = page.locator('.notices');
    await expect.poll(() => notice.innerText()).toMatch(/格没有粘贴/);
    expect(await notice.innerText()).toContain('多余');
    expect(await notice.innerText()).toContain('不是数');
    await editor.press('Control+z');
    await editor.settled();
    expect(await editor.text()).toBe(hubei);
  });

  test('what is copied out of a cell and pasted into it again is the same', async () => {
    const editor = await open();
    await editor.openSample();
    await editor.sheet('有计划的自学');
    await editor.settled();
    for (const words of ['国内正式刊物', '6']) {
      const stop = editor.stop('国内正式刊物', words);
      await stop.scrollIntoViewIfNeeded();
      await stop.click();
      const held = await copied(editor);
      expect(held).toContain(words);
      await paste(editor, held);
      await editor.settled();
      expect(await editor.text()).toBe(hubei);
    }
  });

  test('typed, a cell, twenty rows pasted, a fix, typed: five steps back from the table, five forth from the text', {
    timeout: 300_000,
  }, async () => {
    const editor = await open();
    await editor.openSample();
    const { page } = editor;
    await editor.sheet('有计划的自学');
    const states = [await editor.text()];
    const note = async () => {
      await editor.settled();
      const text = await editor.text();
      expect(text).not.toBe(states.at(-1));
      states.push(text);
    };
    const stand = async (line: number) => {
      await editor.goTo('text');
      await editor.press('Control+Home', ...Array<string>(line).fill('ArrowDown'), 'End');
    };
    const insert = async (words: string, line: number) => {
      await stand(line);
      await page.keyboard.insertText(words);
      await note();
    };
    // A name with a letter too many, which the fix will take away.
    const adopted = hubei.split('\n').indexOf('  采用 全年新办法');
    await insert('法', adopted);
    await editor.sheet('有计划的自学');
    const cell = editor.stop('国内正式刊物', '6');
    await cell.scrollIntoViewIfNeeded();
    await cell.click();
    await page.keyboard.type('7');
    await editor.press('Enter');
    await note();
    // Over the last row, and nineteen below it.
    await page.locator('.trow', { hasText: '国内正式刊物' }).nth(1).locator('[data-stop]').first().click();
    await paste(editor, Array.from({ length: 20 }, (_, at) => `国内正式刊物\t其他作者\t${at % 5}`).join('\n'));
    await note();
    expect(table(states.at(-1) ?? '', '论文').length).toBe(table(hubei, '论文').length + 19);
    await stand(adopted);
    await page.locator('.explain').getByRole('button', { name: '按建议改' }).click();
    await note();
    expect(states.at(-1)).toBe(states.at(-2)?.replace('采用 全年新办法法', '采用 全年新办法'));
    await insert('乙', 0);

    await editor.sheet('实践活动');
    await editor.settled();
    await editor.goTo('table');
    for (const state of states.toReversed().slice(1)) {
      await editor.press('Control+z');
      await expect.poll(() => editor.text(), { timeout: 15_000 }).toBe(state);
    }
    await editor.goTo('text');
    for (const state of states.slice(1)) {
      await editor.press('Control+y');
      await expect.poll(() => editor.text(), { timeout: 15_000 }).toBe(state);
    }
  });
});
