import { expect, test } from 'vitest';
import { type EditorPage, inEditor } from './support/editor.ts';
import { calm, eventually, go, island, openAt, textOf } from './support/island.ts';

const opened = async (editor: EditorPage, text: string): Promise<void> => {
  await openAt(editor, text, '用例');
  await editor.page.locator('.exgrid .erow .given').first().waitFor();
};
const capped = island.replace('上限 每年 8 学分', '上限 每年 3 学分');

inEditor('examples', (open) => {
  test('an example that fails says why, and how it is reckoned', async () => {
    const editor = await open();
    await opened(editor, capped);
    const { page } = editor;
    await page.getByText('2 个用例，1 个失败').waitFor();
    await page.getByRole('button', { name: '失败 1' }).click();
    const row = page.locator('.exgrid .erow');
    expect(await row.count()).toBe(1);
    await eventually(() => row.innerText()).toContain('期望 4，实际 3：被第二条「上限 每年 3 学分」截去 1');
    await row.click();
    await eventually(() => page.locator('.steps').innerText()).toMatch(
      /授予 每 2 小时 1 学分[\s\S]*上限 每年 3 学分\s+−1/,
    );
    expect(await page.locator('.exside p.total').innerText()).toContain('合计 3 学分');
    await page.getByRole('button', { name: /到文本/ }).click();
    await editor.settled();
    const line = capped.split('\n').findIndex((one) => one.includes('讲座八小时')) + 1;
    await eventually(() => page.locator('.status').innerText()).toContain(`第 ${line} 行`);
  });

  test('what no example tries is proposed, and once added it passes and is proposed no more', async () => {
    const editor = await open();
    await opened(editor, island);
    const { page } = editor;
    await page.getByRole('button', { name: '补一个边界用例' }).click();
    const proposed = page.locator('.proposed');
    await proposed.first().waitFor();
    const count = await proposed.count();
    await proposed.filter({ hasText: '没有记录恰好是 时长 4' }).getByRole('button', { name: '加入' }).click();
    await calm(editor);
    await page.getByText('3 个用例全部通过').waitFor();
    await eventually(() => proposed.count()).toBe(count - 1);
    await eventually(() => editor.isIn('.exside')).toBe(true);
    expect(await textOf(editor)).toMatch(/\n用例 「讲座：时长恰好 4」\n(.*\n)+ {2}期望 2 学分，未达标\n$/);
  });

  test("Hubei's examples: only the rows in sight are drawn, and a category shows its own", async () => {
    const editor = await open();
    await editor.openSample();
    await go(editor, '用例');
    const { page } = editor;
    await page.getByText('490 个用例全部通过').waitFor();
    expect(await page.locator('.exgrid .erow').count()).toBeLessThan(60);
    await page.getByLabel('类别').selectOption({ label: '师承教育' });
    await eventually(() => page.locator('.exgrid').getAttribute('aria-rowcount')).not.toBe('491');
    await page.locator('.exgrid .erow').first().click();
    await editor.press('ArrowDown', 'ArrowDown');
    expect(await page.locator('.exgrid .erow.on').getAttribute('aria-rowindex')).toBe('4');
  });

  for (const scheme of ['light', 'dark'] as const) {
    test(`axe finds nothing, ${scheme}`, async () => {
      const editor = await open({ scheme });
      await opened(editor, capped);
      await editor.page.locator('.erow.fail').first().click();
      await editor.page.locator('.steps li').first().waitFor();
      expect(await editor.axe()).toEqual([]);
      await editor.page.getByRole('button', { name: '补一个边界用例' }).click();
      await editor.page.locator('.exside[aria-busy="false"]').waitFor();
      expect(await editor.axe()).toEqual([]);
    });
  }
});
