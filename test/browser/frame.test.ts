import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { hubei, inEditor } from './support/editor.ts';

inEditor('the frame', (open) => {
  test('nothing done is nothing changed: the saved bytes are those of the file', async () => {
    const file = `\uFEFF${hubei
      .split('\n')
      .slice(0, 260)
      .map((line, at) => (at % 7 === 0 ? `${line}\r\n` : `${line}\n`))
      .join('')}# 末尾没有换行\t`;
    const editor = await open();
    await editor.drop(file);
    const { page } = editor;
    for (const sheet of ['口径', '对象与要求', '继续医学教育项目']) {
      await editor.sheet(sheet);
      await editor.settled();
    }
    for (const stop of (await page.locator('[data-stop]').all()).slice(0, 12)) {
      await stop.click();
      await editor.press('F2', 'Escape');
    }
    const coming = page.waitForEvent('download');
    await editor.press('Control+s');
    const path = await (await coming).path();
    expect((await readFile(path)).equals(Buffer.from(file))).toBe(true);
  });

  test('what was done and undone is undone to the last byte, mixed line ends and all', async () => {
    const file = hubei
      .split('\n')
      .slice(0, 260)
      .map((line, at) => (at % 5 === 0 ? `${line}\r\n` : `${line}\n`))
      .join('');
    const editor = await open();
    await editor.drop(file);
    const { page } = editor;
    await editor.sheet('继续医学教育项目');
    await editor.stop('国家和省级项目', '10').click();
    await page.keyboard.type('8');
    await editor.press('Enter');
    await editor.settled();
    const save = async (): Promise<Buffer> => {
      const coming = page.waitForEvent('download');
      await editor.press('Control+s');
      return readFile(await (await coming).path());
    };
    expect((await save()).toString()).toBe(file.replace('每项目 10 学分', '每项目 8 学分'));
    await editor.press('Control+z');
    await editor.settled();
    expect((await save()).equals(Buffer.from(file))).toBe(true);
  });

  test('a roster before any rules are open is no rule file: what to open first is said', async () => {
    const editor = await open();
    await editor.dropFirst('编号,形式\np1,论文\n', '名册.csv');
    await editor.page.getByText('名册.csv 像是名册').waitFor();
    expect(await editor.page.locator('.tree').count()).toBe(0);
  });

  test('the row of the cursor is told of: one step into another sheet, there and back, after lines were written', async () => {
    const text = hubei.trimEnd();
    const lines = text.split('\n');
    const editor = await open();
    await editor.drop(text);
    const { page } = editor;
    const told = () =>
      page
        .locator('.explain .panehead .label')
        .innerText()
        .catch(() => '');
    const tells = (line: number) => expect.poll(told, { timeout: 15_000 }).toBe(`第 ${line} 行`);
    await editor.sheet('有计划的自学');
    await editor.goTo('text');
    await editor.press('Control+End');
    await tells(lines.length);
    await editor.press('Control+Home');
    // The comment above the rules is no row.
    await editor.press('ArrowDown', 'ArrowDown', 'ArrowDown');
    await tells(lines.findIndex((line) => line.startsWith('规则 ')) + 2);
    await editor.press('Control+End', 'Control+Home', 'ArrowDown', 'ArrowDown');
    await tells(lines.findIndex((line) => line.startsWith('规则 ')) + 1);
    // Written above the last row of a sheet: no key after it, and no row of the next sheet instead.
    const name = lines.findIndex((line) => line.startsWith('  名称 '));
    await editor.press(...Array<string>(name - 2).fill('ArrowDown'), 'Home', 'Home');
    await page.keyboard.type('\n\n\n');
    await editor.settled();
    expect((await editor.text()).split('\n')[name + 3]).toBe(lines[name]);
    await tells(name + 4);
    expect(await page.locator('.tree [aria-current]').first().innerText()).toContain('文件信息');
  });

  for (const scheme of ['light', 'dark'] as const) {
    test(`axe finds nothing, ${scheme}`, async () => {
      const editor = await open({ scheme });
      expect(await editor.axe()).toEqual([]);
      await editor.openSample();
      await editor.sheet('实践活动');
      await editor.stop('其他实践活动', '其他实践活动').click();
      expect(await editor.axe()).toEqual([]);
      await editor.sheet('有计划的自学');
      await editor.settled();
      expect(await editor.axe()).toEqual([]);
    });
  }

  test('every word changes with the language', async () => {
    const editor = await open();
    await editor.openSample();
    const { page } = editor;
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).waitFor();
    const frame = await page.locator('.top, .status, .texthead, .legend, .panehead').allInnerTexts();
    expect(frame.join(' ').replace(/鄂卫发\S+|湖北 2025|学|中文|中 \/ En|继教学分规则/g, '')).not.toMatch(
      /\p{Script=Han}/u,
    );
  });

  test('the keyboard reaches both panes, and leaves them', async () => {
    const editor = await open();
    await editor.openSample();
    const { page } = editor;
    const inside = (pane: string) =>
      page.evaluate((name) => document.activeElement?.closest(`[data-pane="${name}"]`) != null, pane);
    await editor.press('Alt+1');
    await expect.poll(() => inside('table')).toBe(true);
    await editor.press('ArrowDown', 'Escape', 'Tab');
    expect(await inside('table')).toBe(false);
    await editor.press('Alt+2');
    await expect.poll(() => inside('text')).toBe(true);
    await editor.press('Control+m', 'Tab');
    expect(await inside('text')).toBe(false);
  });
});
