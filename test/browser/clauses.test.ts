import { expect, test } from 'vitest';
import { type EditorPage, inEditor } from './support/editor.ts';
import { calm, eventually, island, openAt, textOf } from './support/island.ts';

const regulation = `海岛继续教育办法（试用）

第一条 从事急救和文秘工作的人员每年应当取得不少于10学分。

第二条 讲座按下列标准授予学分，每年最多不超过6学分：
（一）时长不少于4小时的，每2小时授予1学分；
（二）不足4小时的，授予1学分。课题授予9学分。

第三条 本办法自公布之日起施行。
`;

const opened = async (editor: EditorPage): Promise<void> => {
  await openAt(editor, island, '条款对照');
  await editor.page.locator('.crow').first().waitFor();
};
/** As older programs save it. */
const inGb18030 = (text: string): Buffer => {
  const decoder = new TextDecoder('gb18030');
  const bytes = new Map<string, readonly number[]>();
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++)
      bytes.set(decoder.decode(Uint8Array.of(first, second)), [first, second]);
  }
  return Buffer.from([...text].flatMap((one) => bytes.get(one) ?? [one.charCodeAt(0)]));
};
const give = async ({ page }: EditorPage, text: string | Buffer, name = '办法.txt'): Promise<void> => {
  const file = { name, mimeType: 'text/plain', buffer: Buffer.from(text) };
  await page.locator('.clauses input[type=file]').setInputFiles(file);
  await page.getByText(name).waitFor();
  await page.locator('.regtext .part').first().waitFor();
};
const row = ({ page }: EditorPage, clause: string) => page.locator(`.crow[data-clause="${clause}"]`);

inEditor('clauses', (open) => {
  test('the register alone says of each clause what encodes it; with the text each is beside its words', async () => {
    const editor = await open();
    await opened(editor);
    const { page } = editor;
    expect(await row(editor, '第二条').innerText()).toMatch(/类别 听讲/);
    expect(await row(editor, '第三条').innerText()).toContain('没有规则');
    await page.getByRole('button', { name: '没有规则的条款 1' }).click();
    expect(await page.locator('.crow .cname b').allInnerTexts()).toEqual(['第三条']);
    await page.getByRole('button', { name: /^全部/ }).click();

    await give(editor, inGb18030(regulation));
    await page.locator('.regtext .num', { hasText: '第三条' }).click();
    expect(await page.locator('.crow.on').getAttribute('data-clause')).toBe('第三条');
    await row(editor, '第二条').locator('.cname').click();
    expect(await page.locator('.regtext .part.on').getAttribute('data-clause')).toBe('第二条');
    await eventually(() => row(editor, '第二条').innerText()).toMatch(/「第二条」里没有「8 学分」/);
    await editor.press('ArrowDown');
    expect(await page.locator('.regtext .part.on').getAttribute('data-clause')).toBe('第三条');
  });

  test('a clause is cited into the rule that one chooses, and has a rule then', async () => {
    const editor = await open();
    await opened(editor);
    const { page } = editor;
    await row(editor, '第三条').locator('.cname').click();
    await page.getByLabel('写到').selectOption({ label: '听讲 · 第 26 行' });
    await page.getByRole('button', { name: '引用' }).click();
    await page.getByText('已把 第三条 写进「听讲」的依据').waitFor();
    await calm(editor);
    await eventually(() => row(editor, '第三条').innerText()).toMatch(/类别 听讲/);
    expect(await textOf(editor)).toBe(island.replace('hearing\n  依据 第二条', 'hearing\n  依据 第二条、第三条'));
  });

  test('words that are selected in the text are quoted with the clause', async () => {
    const editor = await open();
    await opened(editor);
    await give(editor, regulation);
    const { page } = editor;
    await page.locator('.regtext .num', { hasText: '第三条' }).click();
    await page.evaluate(() => {
      const words = document.querySelector('.part.on p')?.firstChild;
      if (words) getSelection()?.setBaseAndExtent(words, 1, words, 9);
    });
    await page.getByLabel('写到').selectOption({ label: '基本 · 第 22 行' });
    await page.getByRole('button', { name: '引用' }).click();
    await page.getByText('已把 第三条 写进「基本」的依据').waitFor();
    expect(await textOf(editor)).toBe(
      island.replace('依据 第一条\n', '依据 第一条\n  依据 第三条 「办法自公布之日起」\n'),
    );
  });

  test('its words stand beside the rule and over its citation in the text, and Ctrl with a click leads back', async () => {
    const editor = await open();
    await opened(editor);
    await give(editor, regulation);
    const { page } = editor;
    await page.locator('.nav').getByRole('link', { name: '编辑' }).click();
    await editor.sheet('听讲');
    await eventually(() => page.locator('.explain .cited').first().innerText()).toMatch(/第二条\s+讲座按下列标准/);
    const cited = page.locator('.view-line', { hasText: '依据 第二条' }).last().getByText('第二条');
    await cited.hover();
    const hover = page.locator('.monaco-hover:not(.hidden)');
    await eventually(() => hover.innerText()).toMatch(/（一）时长不少于4小时的/);
    await cited.click({ modifiers: ['Control'] });
    await eventually(() => page.locator('.crow.on').innerText()).toContain('第二条');
    await eventually(() => page.locator('.regtext .part.on').innerText()).toContain('讲座按下列标准');
  });

  test('another edition of the text tells what has changed since the one before', async () => {
    const editor = await open();
    await opened(editor);
    await give(editor, regulation);
    await give(editor, regulation.replace('不少于10学分', '不少于12学分'), '新办法.txt');
    await eventually(() => row(editor, '第一条').innerText()).toMatch(/与上次核对时不同/);
  });

  test('a text is kept for the next sitting only where one says so', async () => {
    const editor = await open();
    await opened(editor);
    await give(editor, regulation);
    await editor.page.reload();
    await opened(editor);
    expect(await editor.page.locator('.regtext').count()).toBe(0);
    await give(editor, regulation);
    await editor.page.getByLabel('下次自动打开').click();
    await editor.page.waitForTimeout(300);
    await editor.page.reload();
    await opened(editor);
    await editor.page.locator('.regtext .part').first().waitFor();
  });

  for (const scheme of ['light', 'dark'] as const) {
    test(`axe finds nothing, ${scheme}`, async () => {
      const editor = await open({ scheme });
      await opened(editor);
      expect(await editor.axe()).toEqual([]);
      await give(editor, regulation);
      await row(editor, '第二条').locator('.cname').click();
      await editor.page.locator('.beside').first().waitFor();
      expect(await editor.axe()).toEqual([]);
    });
  }
});
