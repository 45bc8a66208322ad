import { expect, test } from 'vitest';
import { besideFolders, verifyLog } from '../../src/audit/index.ts';
import { LOG, Releases } from '../../src/server/index.ts';
import { first, second } from '../release/rules.ts';
import { axeIn } from './support/axe.ts';
import { inFolder } from './support/folder.ts';

inFolder('releasing a version', (visit) => {
  test('by the keyboard alone: read, signed, and one folder with its line in the log', async () => {
    const editor = await visit();
    editor.write('island-2030.cme', first.text);
    editor.write('island-2031.cme', second.text.replace('期望 2', '期望 3'));
    await editor.visit();
    await editor.open('海岛 2031');
    const { page } = editor;
    const press = async (name: RegExp | string, key: string): Promise<void> => {
      const found = page.locator('.release').getByRole(key === ' ' ? 'checkbox' : 'button', { name });
      await found.focus();
      await page.keyboard.press(key);
    };
    const write = async (name: RegExp | string, text: string): Promise<void> => {
      await page.locator('.release').getByRole('textbox', { name, exact: true }).focus();
      await page.keyboard.insertText(text);
    };
    await page.getByRole('link', { name: '发布' }).focus();
    await page.keyboard.press('Enter');
    const publish = page.getByRole('button', { name: /^发布 海岛/ });
    await page.getByText('3/5 项可以放行').waitFor();
    expect(await page.locator('.changes').innerText()).toMatch(/▼ 收紧[\s\S]*原\s+（无）[\s\S]*现\s+上限 每年 8 学分/);
    expect(await page.locator('.against select option:checked').innerText()).toBe('海岛 2030');
    expect(await axeIn(page)).toEqual([]);

    // What is missing is said, and pressing the button does nothing.
    await press(/^发布 海岛/, 'Enter');
    expect(await publish.getAttribute('aria-disabled')).toBe('true');
    await write(/用例全过.*理由/, '用例下周改');
    await press('对比说明我已读过', ' ');
    await page.getByText('5/5 项可以放行').waitFor();
    await write('发布人', '王芳');
    await write('理由', '讲座封顶');
    await press(/建立版本历史/, ' ');
    expect(await page.locator('.command code').innerText()).toBe(
      'cme release island-2031.cme --by 王芳 --reason 讲座封顶 --sign-off examples=用例下周改 --sign-off compared=对比说明我已读过',
    );
    await press(/^发布 海岛/, 'Enter');
    await page.locator('.done').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('已发布 海岛 2031');
    expect(await page.locator('.done').innerText()).toMatch(
      /发布\/island-2031[\s\S]*证书\.json[\s\S]*release\/island-2031/,
    );
    expect(await page.locator('.log').innerText()).toMatch(
      /island 2031 王芳[\s\S]*讲座封顶[\s\S]*放行 用例全过：用例下周改/,
    );
    await page.getByRole('button', { name: '换深色' }).click();
    expect(await axeIn(page)).toEqual([]);

    const { lines, broken } = verifyLog(editor.read(`发布/${LOG}`));
    expect(broken).toBeNull();
    expect(lines[0]?.signed.map(({ check }) => check)).toEqual(['examples', 'compared']);
    expect(besideFolders(lines, new Releases(editor.place('发布')).folders())).toEqual([]);

    // The text moves on while another screen is looked at: it is another version, and nothing has been said to it yet.
    await page.getByRole('link', { name: '编辑' }).click();
    await page.locator('.monaco-editor .view-line').first().waitFor();
    await editor.over('版本 2031', '版本 2032');
    await page.getByRole('link', { name: '发布' }).click();
    await page.getByRole('button', { name: '发布 海岛 2032' }).waitFor();
    const base = await page.locator('.against select option:checked').innerText();
    expect(await page.locator('.done').count()).toBe(0);
    expect(await page.getByRole('textbox', { name: /用例全过.*理由/ }).inputValue()).toBe('');
    await page.getByRole('link', { name: '到版本对比' }).press('Enter');
    await expect.poll(() => page.getByLabel('原来的一边').locator('option:checked').innerText()).toBe(base);
  });
});
