import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { type EditorPage, inEditor } from './support/editor.ts';
import { eventually, island, openAt } from './support/island.ts';

const drop = ({ page }: EditorPage, text: string): Promise<void> =>
  page.evaluate((content) => {
    const data = new DataTransfer();
    data.items.add(new File([content], 'other.cme'));
    dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  }, text);

const sentence = ({ page }: EditorPage): Promise<string> => page.locator('.cmp .verdict p').first().innerText();

/** The other file takes the side before; the open one stands after it. */
const against = async (editor: EditorPage, text: string): Promise<void> => {
  await drop(editor, text);
  await eventually(() => editor.page.locator('.cmp').getAttribute('aria-busy')).toBe('false');
};

inEditor('compare', (open) => {
  test('two rule sets in a sentence, change by change, as text and as a Word file', async () => {
    const editor = await open();
    const { page } = editor;
    await openAt(editor, island, '版本对比');
    // The file and its text are the same: something else is offered.
    await eventually(() => sentence(editor)).toMatch(/「海岛 1（现在的文本）」一字不差。$/);
    await page.locator('.same').getByRole('button', { name: '湖北 2025' }).waitFor();

    // Another order and other comments have no effect, and nothing else is said.
    const reordered = island
      .replace(/(条目 讲座[\s\S]*?)(条目 课题[\s\S]*?)(?=用例)/, '$2# 搬过来的\n$1')
      .replaceAll('小时 1 学分', '小时  １ 学分');
    expect(reordered).not.toBe(island);
    await against(editor, reordered);
    await eventually(() => sentence(editor)).toMatch(/^与「other\.cme」相比.*不影响任何人的学分和结论。$/);
    expect(await page.locator('.chg').count()).toBe(0);
    expect(await page.locator('.neutral').innerText()).toContain('不影响结果');

    // 6 became 10: stricter, with somebody who no longer meets it; 3 hours a credit became 2: looser.
    await against(
      editor,
      island.replace('每年 10 学分', '每年 6 学分').replace('每 2 小时 1 学分', '每 3 小时 1 学分'),
    );
    await eventually(() => sentence(editor)).toMatch(/▼ 收紧 1 处、▲ 放宽 1 处。$/);
    const [stricter, looser] = [page.locator('.chg.bad'), page.locator('.chg.good')];
    expect(await stricter.innerText()).toMatch(/收紧[\s\S]*基本[\s\S]*第一条[\s\S]*要求 6 → 10[\s\S]*达标 → 未达标/);
    expect(await stricter.locator('.bars2').getAttribute('aria-label')).toMatch(
      /^前 .* 学分，要求 6；后 .* 学分，要求 10$/,
    );
    expect(await looser.innerText()).toMatch(
      /放宽[\s\S]*讲座[\s\S]*第二条[\s\S]*每 3 小时[\s\S]*每 2 小时[\s\S]*例子[\s\S]*学分 .* → /,
    );
    await page.getByRole('button', { name: '收紧 1' }).press('Enter');
    expect(await page.locator('.chg').count()).toBe(1);
    await page.getByRole('button', { name: '全部 2' }).press('Enter');
    expect(await page.locator('.chg').count()).toBe(2);
    expect(await editor.axe()).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await editor.axe()).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });

    // On paper: what the screen says, in East Asian faces.
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出对比说明（Word）' }).click();
    const file = await (await coming).path();
    const parts = unzipSync(readFileSync(file));
    expect(strFromU8(parts['word/styles.xml'] ?? new Uint8Array())).toContain('w:eastAsia="仿宋"');
    const paper = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]*>/g, '');
    expect(paper).toContain((await sentence(editor)).replace(/[▼▲] /g, ''));

    // Swapped, each goes the other way.
    await page.getByRole('button', { name: '左右互换' }).click();
    await eventually(() => page.locator('.chg.bad').innerText()).toMatch(/每 2 小时[\s\S]*每 3 小时/);

    await page.getByRole('button', { name: '文本', exact: true }).click();
    await page.locator('.cmp .monaco-diff-editor .view-line').first().waitFor();
    expect(await editor.axe()).toEqual([]);
    await page.getByRole('button', { name: '含义', exact: true }).click();

    // A side with an error: where, and not one number of changes.
    await against(editor, island.replace('每年 10 学分', '每年 学分'));
    await eventually(() => page.locator('.cannot').innerText()).toMatch(/无法比较[\s\S]*other\.cme 第 24 行/);
    expect(await page.locator('.cmp').innerText()).not.toMatch(/收紧|放宽|\d+ 处/);
    expect(await page.getByRole('button', { name: '导出对比说明（Word）' }).isDisabled()).toBe(true);

    // And what is shipped, chosen with the keyboard.
    const after = page.getByLabel('现在的一边');
    await after.focus();
    await after.selectOption({ label: '国家 2024' });
    await eventually(() => sentence(editor)).toMatch(/^与「海岛 1（现在的文本）」相比，「国家 2024」.*收紧/);
  });
});
