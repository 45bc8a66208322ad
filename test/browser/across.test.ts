import { expect, test } from 'vitest';
import { inEditor } from './support/editor.ts';

inEditor('provinces side by side', (open) => {
  test('one practitioner under another rule set: both verdicts, and the clause that makes the difference', async () => {
    const editor = await open();
    const { page } = editor;
    await editor.openSample();
    await page.getByRole('link', { name: '学分说明' }).click();
    await page.getByRole('link', { name: '各地对照' }).click();
    await page.getByText('还没有人').waitFor();
    await page.getByRole('link', { name: '回到学分说明' }).click();
    await page.getByRole('button', { name: '看一个示例' }).first().click();
    await page.locator('.ladder').first().waitFor();
    const credits = await page.locator('.figure [data-figure]').first().innerText();
    await page.getByRole('link', { name: '各地对照' }).click();
    await page.locator('.apart').waitFor();
    expect(await page.locator('.verdicts thead').innerText()).toMatch(/湖北 2025（打开的这份）\s+国家 2024/);
    expect(await page.locator('.verdicts tbody tr', { hasText: '学分' }).first().innerText()).toContain(
      `学分\t${credits}`,
    );
    expect(await page.locator('.apart tbody').innerText()).toMatch(/第十三条[\s\S]*没有条目适用于这条记录/);
    // The lines add up to what is told above them.
    const apart = (await page.locator('.apart tbody tr td:last-child').allInnerTexts()).map(amountIn);
    const sum = amountIn(await page.locator('.apart tfoot td').innerText());
    expect(Math.round(apart.reduce((all, one) => all + one, 0) * 100)).toBe(Math.round(sum * 100));
    await page.getByLabel('national.cme').focus();
    await page.keyboard.press(' ');
    await page.locator('.apart').waitFor({ state: 'detached' });
    expect(await editor.axe()).toEqual([]);
  });
});

const amountIn = (text: string): number => Number(text.replace('−', '-'));
