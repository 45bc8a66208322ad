/** What lies over a page while it is open: nothing for axe to find, and the keys come in and go back. */
import { expect, test } from 'vitest';
import { axeIn } from './support/axe.ts';
import { type EditorPage, hubei, inEditor } from './support/editor.ts';

inEditor('what lies over the page', (open) => {
  test('menus, panels, dialogs and drawers: axe, light and dark; Esc gives the focus back', {
    timeout: 240_000,
  }, async () => {
    const editor = await open();
    const { page } = editor;
    const found: string[] = [];
    const focused = () =>
      page.evaluate(() => {
        const at = document.activeElement;
        const stop = at?.matches('.cellbox') ? 'the grid' : (at?.closest('button')?.innerText ?? at?.tagName);
        return stop?.trim().split('\n')[0] ?? '';
      });
    /** Whatever moves in has come. */
    const drawn = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100))));
    const look = async (name: string, selector: string, back: string | null) => {
      const over = page.locator(selector).first();
      await over.waitFor();
      await drawn();
      const inside = await page.evaluate((of) => document.activeElement?.closest(of) != null, selector);
      if (!inside) found.push(`${name}: the focus is at ${await focused()}`);
      for (const scheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: scheme });
        await page.waitForFunction((to) => document.documentElement.dataset.theme === to, scheme);
        await drawn();
        const faults = await axeIn(page, scheme === 'light' ? 'all' : 'colours', selector);
        found.push(...faults.map((one) => `${name} ${scheme}: ${one}`));
      }
      await page.emulateMedia({ colorScheme: 'light' });
      if (back === null) return;
      await editor.press('Escape');
      await expect.poll(focused, { message: name }).toContain(back);
    };

    await page.getByRole('button', { name: /从国家规则新建/ }).press('Enter');
    await look('a new province', '[role="dialog"]', '从国家规则新建');
    await editor.drop(hubei, 'hubei.cme');
    await page.locator('.top .file').press('Enter');
    await look('the menu of the file', '[role="menu"]', '湖北');
    await page.locator('.tree > .add').press('Enter');
    await look('what to add', '[role="menu"]', '添加');

    await page
      .locator('[data-stop]')
      .filter({ hasText: /^\s*3 小时\s*$/ })
      .first()
      .click();
    await editor.press('Shift+F10');
    await look('the menu of a row', '[role="menu"]', 'the grid');
    await page.locator('.cathead [data-plus]').click();
    await look('the menu of a section', '[role="menu"]', 'the grid');
    await editor.press('Shift+F10');
    await choose(editor, /^加条件/);
    await look('the builder of conditions', '.panel', null);
    await page.keyboard.type('机构类别');
    await editor.press('Enter', 'Tab', 'Tab', 'ArrowDown');
    await look('its choices', '.panel', null);
    // The list goes first, then the panel.
    await editor.press('Escape');
    await page.locator('.ant-select-dropdown:visible').waitFor({ state: 'hidden' });
    await editor.press('Escape');
    await expect.poll(focused).toBe('the grid');
    await page.locator('.sheetfoot .plus').press('Enter');
    await look('the panel for a name', '.panel', '添加条目');

    await page.evaluate(() => {
      location.hash = '#/explain';
    });
    await page.getByRole('button', { name: '看一个示例' }).click();
    await page.locator('.ladder').waitFor();
    await page.getByRole('button', { name: '存为用例' }).press('Enter');
    await look('to keep as an example', 'dialog', '存为用例');

    await page.evaluate(() => {
      location.hash = '#/edit';
    });
    await page.setViewportSize({ width: 683, height: 384 });
    for (const [pane, name] of [
      ['outline', '目录'],
      ['textpane', '文本'],
      ['explain', '说明'],
    ] as const) {
      await page.locator('.drawerbar').getByRole('button', { name, exact: true }).press('Enter');
      await look(`the drawer ${name}`, `.${pane}.open`, name);
    }

    // Of rules that a file inherits the lines are read in a dialog.
    await page.setViewportSize({ width: 1366, height: 768 });
    const screen = (name: string) =>
      page.evaluate((hash) => {
        location.hash = hash;
      }, `#/${name}`);
    await screen('start');
    await editor.drop(below, 'jia.cme');
    await screen('explain');
    await page.getByRole('button', { name: '看一个示例' }).click();
    const step = page.locator('.ladder [data-rule]').first();
    await step.press('Enter');
    await look('the lines of a baseline', 'dialog', null);
    expect(await page.locator('dialog [aria-current]').innerText()).not.toBe('');
    // The lines scroll by keys, and Tab goes from them to the way out.
    expect(await page.evaluate(() => document.activeElement?.matches('.excerpt'))).toBe(true);
    await editor.press('Tab', 'Enter');
    await page.locator('dialog').waitFor({ state: 'detached' });
    await expect.poll(focused).toBe((await step.innerText()).trim().split('\n')[0]);
    // Whoever goes back while they are open finds them closed.
    await step.press('Enter');
    await page.locator('dialog').waitFor();
    await page.goBack();
    await screen('explain');
    await step.waitFor();
    expect(await page.locator('dialog').count()).toBe(0);
    expect(found).toEqual([]);
  });

  test('a row is chosen for by keys alone, and the key does nothing more; Tab stays in a small panel', async () => {
    const editor = await open();
    const { page } = editor;
    await editor.drop(hubei, 'hubei.cme');
    // Tab alone comes into the grid, and stands somewhere in it.
    await page.locator('.sheetfoot .plus').focus();
    await editor.press('Tab');
    await page.locator('.sheet .stop.on').waitFor();
    await editor.press('ArrowDown', 'ArrowDown', 'ArrowRight');
    await editor.press('Shift+F10');
    await choose(editor, /^复制/);
    await editor.settled();
    const line = '  授予 每 3 小时 1 学分 按 项目时长 当 参加者\n';
    expect(await editor.text()).toBe(hubei.replace(line, `${line}${line}`));
    expect(await page.locator('.cellbox').getAttribute('data-idle')).toBe('true');
    // The row that one stood on goes, and one stands on what took its place.
    await editor.press('Control+z');
    await editor.settled();
    expect(await editor.text()).toBe(hubei);
    await page.locator('.sheet .stop.on').waitFor();

    await page.locator('.sheetfoot .plus').press('Enter');
    await page.locator('.panel input').waitFor();
    for (let n = 0; n < 3; n++) await editor.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.matches('.panel input'))).toBe(true);
  });
});

/** Everything that it says of credits stands in the national rules. */
const below = `规则 甲省 jia 版本 2025
  语言 1
  施行 2025-01-01
  上位 国家 2024

用例 「甲省：照国家」
  人员 医院
  活动 实践活动，评定学分 15 学分
  期望 15 学分，未达标
`;

/** Goes down a menu to one of its items, and takes it. A menu moves the focus some time after the key. */
async function choose({ page }: EditorPage, name: RegExp): Promise<void> {
  await page.waitForFunction(() => document.activeElement?.closest('[role="menu"]') != null);
  const seen: string[] = [];
  for (;;) {
    const at = await page.evaluateHandle(() => document.activeElement);
    const words = await at.evaluate((item) => item?.textContent ?? '');
    if (name.test(words)) break;
    if (seen.includes(words)) throw new Error(`no ${name} among ${seen.join(', ')}`);
    seen.push(words);
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction((before) => document.activeElement !== before, at);
  }
  await page.keyboard.press('Enter');
}
