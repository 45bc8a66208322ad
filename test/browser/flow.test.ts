/** 「学分流向」: the picture of how credits flow, drawn from the rules that are open. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type EditorPage, hubei, inEditor } from './support/editor.ts';

const read = (path: string): string => readFileSync(new URL(`../../rules/${path}`, import.meta.url), 'utf8');

async function toFlow(editor: EditorPage): Promise<void> {
  await editor.page.getByRole('link', { name: '学分流向' }).click();
  await editor.page.locator('.flowpicture').waitFor();
}

/** Words that are drawn over words. */
const collisions = (editor: EditorPage) =>
  editor.page.evaluate(() => {
    const boxes = [...document.querySelectorAll('.flowpicture text')].map((text) => ({
      words: text.textContent ?? '',
      box: text.getBoundingClientRect(),
    }));
    return boxes.flatMap(({ words, box: a }, at) =>
      boxes
        .slice(at + 1)
        .filter(({ box: b }) => {
          const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const tall = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          return wide > 1 && tall > 7;
        })
        .map((other) => `${words} × ${other.words}`),
    );
  });

/** On a busy machine the rules take some seconds to be read. */
const soon = { timeout: 20_000, interval: 100 };

const drawn = (editor: EditorPage, words: string) =>
  expect
    .poll(async () => (await editor.page.locator('.flowpicture').innerHTML()).includes(words), {
      ...soon,
      message: words,
    })
    .toBe(true);

inEditor('the flow of credits', (open) => {
  test('it is drawn from the rules, each node leads to its own, and it follows what is changed', async () => {
    const editor = await open();
    await editor.openSample();
    const { page } = editor;
    await toFlow(editor);
    for (const words of [
      '≤ 10<',
      '国家和省级项目',
      '每项目 10<',
      '远程 3<',
      '满 90 天计 25',
      '每年 15',
      '25 一般要求',
      '15 基层',
    ])
      await drawn(editor, words);
    expect(await collisions(editor)).toEqual([]);
    expect(await editor.axe()).toEqual([]);
    const pill = page.locator('.flowpicture a[data-rule]', { hasText: '每项目 10' });
    const line = Number(await pill.getAttribute('data-rule'));
    expect(hubei.split('\n')[line - 1]).toContain('上限 每项目 10 学分');
    await pill.focus();
    await editor.press('Enter');
    await expect.poll(() => page.locator('.explain .panehead').innerText(), soon).toContain(`第 ${line} 行`);
    await editor.ready();
    await editor.stop('国家和省级项目', '10').click();
    await page.keyboard.type('8');
    await editor.press('Enter');
    await editor.settled();
    await toFlow(editor);
    await drawn(editor, '每项目 8<');
  });

  test('one person over it: bands, caps that are reached, what they took; and all of it as a table', async () => {
    const editor = await open({ scheme: 'dark' });
    await editor.openSample();
    const { page } = editor;
    await toFlow(editor);
    await page.getByRole('combobox', { name: '叠加一人' }).click();
    await page.keyboard.type('先截笔记再截全项');
    await editor.press('Enter');
    await drawn(editor, '截去 2');
    const picture = page.locator('.flowpicture');
    expect(await picture.locator('.sum').innerHTML()).toBe('9');
    expect(await picture.locator('.bands path').count()).toBe(1);
    expect(await picture.locator('.pill.hit').count()).toBe(1);
    await drawn(editor, '还差 16');
    await drawn(editor, '≤ 10<');
    expect(await collisions(editor)).toEqual([]);
    expect(await editor.axe()).toEqual([]);
    await page.getByRole('button', { name: '表', exact: true }).click();
    const row = page.locator('.flowtable tr', { hasText: '学习笔记' }).last();
    expect(await row.innerText()).toMatch(/截去 2\s+≤ 5\s+7\s+5/);
    expect(await editor.axe()).toEqual([]);
  });

  test('rules of other kinds too: a baseline, two classes, a cycle of five years', async () => {
    const editor = await open();
    for (const [file, words] of [
      ['national.cme', '每年 10'],
      ['samples/two-class.cme', '远程学习 每年5'],
      ['samples/five-year.cme', '每周期 30'],
    ] as const) {
      await editor.page.locator('.brand').click();
      await editor.drop(read(file), file.replace('/', '-'));
      await toFlow(editor);
      await drawn(editor, words);
      await drawn(editor, '≤ ');
      expect(await collisions(editor)).toEqual([]);
    }
  });
});
