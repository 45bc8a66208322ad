import { expect, test } from 'vitest';
import { type EditorPage, hubei, inEditor } from './support/editor.ts';

const compose = async (editor: EditorPage, steps: readonly string[], commit: string, during: () => Promise<void>) => {
  const cdp = await editor.cdp();
  for (const text of steps) {
    await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  }
  await during();
  await cdp.send('Input.insertText', { text: commit });
};

inEditor('an input method', (open) => {
  test('in a cell it composes from the very first key, and Enter then moves on', async () => {
    const editor = await open();
    await editor.openSample();
    const { page } = editor;
    await editor.sheet('实践活动');
    await editor.stop('省级社团学术活动', '省继续医学教育委员会办公室').click();
    await compose(editor, ['w', 'wu', 'wu h', 'wu han'], '武汉', async () => {
      expect(await page.locator('textarea.cellbox').inputValue()).toBe('wu han');
      expect(await editor.text()).toBe(hubei);
    });
    expect(await page.locator('textarea.cellbox').inputValue()).toBe('武汉');
    await editor.press('Enter');
    await editor.settled();
    expect(await editor.text()).toBe(hubei.replace('审核 省继续医学教育委员会办公室', '审核 武汉'));
  });

  test('in the text nothing takes an unfinished word for one', async () => {
    const editor = await open();
    await editor.openSample();
    const { page } = editor;
    await editor.sheet('实践活动');
    await editor.goTo('text');
    await editor.press('Control+Home');
    const shown = async () => [
      await page.locator('.sheet').innerText(),
      await page.locator('.status .pieces').innerText(),
    ];
    const before = await shown();
    await compose(editor, ['h', 'hu', 'hu b', 'hu be', 'hu bei'], '湖北', async () => {
      await page.waitForTimeout(400);
      expect((await shown()).map((one) => one.replace(/有未保存的修改/, '示例，保存时另存'))).toEqual(before);
    });
    expect(await editor.text()).toBe(`湖北${hubei}`);
    await editor.press('Control+z');
    await editor.settled();
    expect(await editor.text()).toBe(hubei);
  });

  test('while the text composes, the table may change another row: both stay whole', async () => {
    const editor = await open();
    await editor.openSample();
    const { page } = editor;
    await editor.sheet('实践活动');
    await editor.settled();
    await editor.goTo('text');
    await editor.press('Control+Home');
    await compose(editor, ['h', 'hu bei'], '湖北', async () => {
      await page.evaluate(() => {
        const act = (globalThis as unknown as { cmePerform(gesture: object): Promise<unknown> }).cmePerform;
        const stop = [...document.querySelectorAll<HTMLElement>('[data-stop]')].find(
          (one) => one.dataset.stop?.endsWith('|every') && one.textContent === '6 小时',
        );
        return act({ kind: 'set', row: stop?.dataset.stop?.split('|')[0], slot: 'every', value: '5' });
      });
    });
    await editor.settled();
    expect(await editor.text()).toBe(
      `湖北${hubei}`.replace('授予 每 6 小时 1 学分 当 参加者', '授予 每 5 小时 1 学分 当 参加者'),
    );
  });
});
