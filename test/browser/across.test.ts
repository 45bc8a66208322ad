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
    await page.getByLabel('国家 2024').focus();
    await page.keyboard.press(' ');
    await page.locator('.apart').waitFor({ state: 'detached' });
    expect(await editor.axe()).toEqual([]);
  });

  test('everybody of a roster under another rule set: how many, who, and where the clauses stand', async () => {
    const editor = await open();
    const { page } = editor;
    await editor.openSample();
    await page.getByRole('link', { name: '名册测算' }).click();
    await page.getByRole('button', { name: /用示例名册/ }).click();
    await page.getByRole('button', { name: '开始测算' }).click();
    await page.getByText(/2025 名册 300 人/).waitFor();
    await page.evaluate(() => {
      location.hash = '#/across';
    });
    await page.getByRole('button', { name: '按这些规则测算 300 人' }).press('Enter');
    await page.getByRole('button', { name: '看是谁' }).press('Enter');
    const most = page.locator('.everybody tbody th button').first();
    const told = await most.locator('xpath=ancestor::tr[1]/td[1]').innerText();
    expect(await editor.axe()).toEqual([]);
    await most.press('Enter');
    // The same credits as were told of that one, activity by activity.
    await page.locator('.apart').waitFor();
    const [credits = ''] = /[\d.]+/.exec(told) ?? [];
    const row = page.locator('.verdicts tbody tr', { hasText: '学分' }).first();
    expect(await row.innerText()).toContain(`学分\t${credits}`);
    await page.getByRole('button', { name: '差在哪些条款' }).press('Enter');
    const side = page.getByLabel('现在的一边').locator('option:checked');
    await side.waitFor({ state: 'attached' });
    expect(await side.innerText()).toBe('国家 2024');
  });
});

const amountIn = (text: string): number => Number(text.replace('−', '-'));
