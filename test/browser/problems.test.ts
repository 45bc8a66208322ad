import { expect, test } from 'vitest';
import { type EditorPage, inEditor } from './support/editor.ts';
import { broken, calm, clashing, eventually, island, openAt, textOf } from './support/island.ts';

const opened = async (editor: EditorPage, text: string): Promise<void> => {
  await openAt(editor, text, '问题');
  await editor.page.locator('.pdet h1').waitFor();
};
const listed = ({ page }: EditorPage): Promise<string[]> => page.locator('.plist .it').allInnerTexts();
const head = ({ page }: EditorPage): Promise<string> => page.locator('.pdet h1').innerText();
const lineIn = (words: string): number => Number(/第 (\d+)/.exec(words)?.[1]);

inEditor('problems', (open) => {
  test('each finding has a sentence, a place, a reason and a fix; F8 goes through them in the order of the text', async () => {
    const editor = await open();
    await opened(editor, broken);
    const { page } = editor;
    const all = await listed(editor);
    expect(all.length).toBeGreaterThanOrEqual(6);
    const lines = all.map(lineIn);
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
    await eventually(() => page.locator('.chip').first().innerText()).toBe(`全部 ${all.length}`);
    const seen: string[] = [];
    for (const _ of all) {
      await editor.press('F8');
      seen.push(await page.locator('.plist .it.on').innerText());
      expect(await head(editor)).toMatch(/\p{Script=Han}/u);
      expect(await page.locator('.pdet .card').first().innerText()).toMatch(/为什么\s+\S/);
      const mends = /结叶|结业|课提|急救院|含事|学时分|看不见/.test(await head(editor));
      if (mends) expect(await page.locator('.diffline').first().innerText()).toMatch(/^- .*\n\+ /);
      expect(await page.locator('.fix').first().innerText()).not.toBe('');
    }
    expect(new Set(seen)).toEqual(new Set(all));
    expect(seen.slice(seen.indexOf(all[0] ?? '')).concat(seen.slice(0, seen.indexOf(all[0] ?? '')))).toEqual(all);
    await editor.press('Shift+F8');
    expect(await page.locator('.plist .it.on').innerText()).toBe(seen.at(-2));
  });

  test('a fix takes away its own finding and no other, and says beforehand what it comes to', async () => {
    const editor = await open();
    await opened(editor, broken);
    const { page } = editor;
    const before = await listed(editor);
    await page.locator('.plist .it', { hasText: '结叶' }).click();
    await eventually(() => page.locator('.two').innerText()).toMatch(/错误\s+6 → 5/);
    expect(await page.locator('.diffline').innerText()).toContain('+ 条件 结业');
    await page.getByRole('button', { name: '改为「结业」' }).click();
    await calm(editor);
    expect(await listed(editor)).toEqual(before.filter((one) => !one.includes('结叶')));
    await eventually(() => editor.isIn('.pdet')).toBe(true);
    expect(await textOf(editor)).toBe(broken.replace('条件 结叶', '条件 结业'));
  });

  test('from a finding to its place: the text has its wavy line, the table its mark', async () => {
    const editor = await open();
    await opened(editor, broken);
    const { page } = editor;
    await page.locator('.plist .it', { hasText: '结叶' }).click();
    await page.getByRole('button', { name: '到表格', exact: true }).click();
    await editor.settled();
    await page.locator('.squiggly-error').first().waitFor();
    expect(await page.locator('.trow', { hasText: '结叶' }).locator('.wavy, .faulty, .bad').count()).toBeGreaterThan(0);
    await eventually(() => page.locator('.status').innerText()).toContain('第 32 行');
  });

  test('two awards for one record: the overlap is drawn, and what each gives can become an example', async () => {
    const editor = await open();
    await opened(editor, clashing);
    const { page } = editor;
    await page.locator('.plist .it', { hasText: '两条授予' }).click();
    await eventually(() => head(editor)).toMatch(/讲座：两条授予同时适用/);
    const drawn = page.locator('.axis');
    expect(await drawn.getAttribute('aria-label')).toMatch(/3 小时起.*不满 4 小时.*3 至不满 4 小时两条都适用/);
    expect(await page.locator('.gets').innerText()).toMatch(/按第 33 行\s+1 学分\s+按第 34 行\s+1 学分/);
    await page.getByRole('button', { name: '按第 33 行存为用例' }).click();
    await page.getByText(/已存为用例/).waitFor();
    expect(await textOf(editor)).toMatch(/\n用例 「讲座：[^」]+」\n {2}活动 [^\n]*时长 3 小时\n {2}期望 1 学分/);
  });

  test('the witness of a finding becomes an example that passes', async () => {
    const editor = await open();
    await opened(editor, island);
    const { page } = editor;
    await page.locator('.plist .it', { hasText: '授予的学分超过上限' }).click();
    await page.getByRole('button', { name: '存为用例' }).click();
    await eventually(() => page.locator('.status').innerText()).toContain('用例 3/3');
    expect(await page.locator('.plist .it', { hasText: '授予的学分超过上限' }).count()).toBe(1);
  });

  test('put aside with a reason, listed as accepted, and taken back: the text is as before', async () => {
    const editor = await open();
    await opened(editor, island);
    const { page } = editor;
    const before = await listed(editor);
    await page.locator('.plist .it', { hasText: '分开登记' }).click();
    await page.getByRole('button', { name: '暂不处理' }).click();
    await page.getByLabel('为什么不处理').fill('登记时由审核单位把关');
    await editor.press('Enter');
    await calm(editor);
    await eventually(async () => (await listed(editor)).length).toBe(before.length - 1);
    await eventually(() => editor.isIn('.pdet')).toBe(true);
    await page.getByRole('button', { name: '已接受 1 处' }).click();
    await page.getByText('登记时由审核单位把关').waitFor();
    await page.getByRole('button', { name: '撤回' }).click();
    await eventually(async () => (await listed(editor)).length).toBe(before.length);
    expect(await textOf(editor)).toBe(island);
  });

  for (const scheme of ['light', 'dark'] as const) {
    test(`axe finds nothing, ${scheme}`, async () => {
      const editor = await open({ scheme });
      await opened(editor, clashing);
      await editor.page.locator('.plist .it', { hasText: '两条授予' }).click();
      await editor.page.locator('.axis').waitFor();
      expect(await editor.axe()).toEqual([]);
      await opened(editor, broken);
      expect(await editor.axe()).toEqual([]);
      await opened(editor, island);
      await editor.page.locator('.plist .it', { hasText: '分开登记' }).click();
      await editor.page.getByRole('button', { name: '暂不处理' }).click();
      expect(await editor.axe()).toEqual([]);
    });
  }
});
