/** S6 「学分说明」: one practitioner, entered or taken, and every credit of theirs accounted for. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openText, rosterOf } from '../../src/data/index.ts';
import { compile, explain, type Plan } from '../../src/index.ts';
import { type EditorPage, hubei, inEditor } from './support/editor.ts';

const read = (path: string): string => readFileSync(new URL(`../../rules/${path}`, import.meta.url), 'utf8');
const compiled = compile(
  { file: 'hubei.cme', text: hubei },
  { library: [{ file: 'national.cme', text: read('national.cme') }] },
);
const plan = compiled.plan as Plan;
const roster = rosterOf(openText(read('samples/hubei-2025.json'), 'sample.json', 'json'), plan).roster;

/** On a busy machine the rules take some seconds to be read. */
const soon = { timeout: 20_000, interval: 100 };

async function toExplain(editor: EditorPage): Promise<void> {
  await editor.openSample();
  await editor.page.getByRole('link', { name: '学分说明' }).click();
  await expect.poll(() => editor.page.getByRole('button', { name: '看一个示例' }).isEnabled(), soon).toBe(true);
}

async function seeOne(editor: EditorPage): Promise<void> {
  await editor.page.getByRole('button', { name: '看一个示例' }).click();
  await editor.page.locator('.ladder').waitFor();
}

/** What the ladder shows, in hundredths. */
const shown = (editor: EditorPage) =>
  editor.page.evaluate(() => {
    const number = (element: Element | null): number => Math.round(Number(element?.textContent ?? 'NaN') * 100);
    const lines = [...document.querySelectorAll('.ladder tr[data-line]')].map((row) => ({
      index: Number(row.getAttribute('data-line')),
      counted: number(row.querySelector('.got')),
      gained: number(row.querySelector('.num')),
      lost: [...row.querySelectorAll('[data-lost]')].reduce(
        (sum, cut) => sum + Number(cut.getAttribute('data-lost')),
        0,
      ),
      reason: row.querySelector('.because')?.textContent ?? '',
      rules: row.querySelectorAll('[data-rule], .what .link').length,
    }));
    const groups = [...document.querySelectorAll('.ladder .cat .got')].map(number);
    const figure = number(document.querySelector('[data-figure]'));
    return { lines, groups, total: number(document.querySelector('.ladder .total')), figure };
  });

/** Fills one box of the form, a choice by what is typed into it. */
async function fill(editor: EditorPage, label: string, value: string): Promise<void> {
  const { page } = editor;
  const box = page.locator('.side').getByLabel(label, { exact: true });
  if ((await box.getAttribute('role')) === 'combobox') {
    await box.click();
    await page.keyboard.type(value);
    await editor.press('Enter');
  } else await box.fill(value);
}

inEditor('one person', (open) => {
  test('of a sample of people, lines add up to the total, zeros have reasons, and all is as the command says', async () => {
    const editor = await open();
    await toExplain(editor);
    await seeOne(editor);
    const { page } = editor;
    await page.getByRole('button', { name: '填写' }).click();
    await page.getByRole('combobox', { name: '名册里的人' }).click();
    await page.keyboard.type('h001');
    await editor.press('Enter');
    for (let at = 0; at < 20; at++) {
      const entry = roster?.entries[at];
      if (!entry) throw new Error('no such entry');
      const person = entry.person();
      const result = explain(plan, person, 2025);
      const name = String(person.facts.get('name'));
      await page.getByRole('heading', { level: 1, name }).waitFor();
      await expect.poll(async () => (await shown(editor)).figure, soon).toBe(Math.round(result.credits * 100));
      await expect.poll(async () => (await shown(editor)).lines.length, soon).toBe(result.records.length);
      const { lines, groups, total, figure } = await shown(editor);
      expect(total).toBe(figure);
      expect(lines.reduce((sum, line) => sum + line.counted, 0)).toBe(total);
      expect(groups.reduce((sum, one) => sum + one, 0)).toBe(total);
      for (const line of lines) {
        const record = result.records[line.index];
        expect(line.counted).toBe(Math.round((record?.credits ?? -1) * 100));
        expect(line.gained - line.lost).toBe(line.counted);
        if (line.counted === 0 && line.lost === 0) expect(line.reason).not.toBe('');
        if (record?.reason !== 'invalid') expect(line.rules).toBeGreaterThan(1);
      }
      await page.getByRole('button', { name: '下一人' }).click();
    }
  });

  test('every line opens its line of the rules, in table and text', async () => {
    const editor = await open();
    await toExplain(editor);
    await seeOne(editor);
    const { page } = editor;
    await expect.poll(() => page.locator('.side .step li').count(), soon).toBeGreaterThan(2);
    expect(await editor.axe()).toEqual([]);
    const links = page.locator('.ladder [data-rule]');
    const lines = await links.evaluateAll((all) => [...new Set(all.map((one) => one.getAttribute('data-rule')))]);
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines.slice(0, 4)) {
      await page.locator(`.ladder [data-rule="${line}"]`).first().click();
      await page.locator('.tree .entry').first().waitFor();
      const words = hubei.split('\n')[Number(line) - 1]?.trim() ?? '';
      await expect.poll(() => page.locator('.explain .panehead').innerText(), soon).toContain(`第 ${line} 行`);
      await expect
        .poll(() => page.evaluate(() => document.querySelector('.monaco-editor .cme-row') !== null), soon)
        .toBe(true);
      expect(words).toMatch(/^(授予|上限|条件|视同完成|每年|结转|\|)/);
      await page.goBack();
      await page.locator('.ladder').waitFor();
    }
    await page.locator('.ladder tr[data-line] .what .link').nth(1).click();
    await expect.poll(() => page.locator('.explain').innerText(), soon).toMatch(/第十三条/);
  });

  test('entered by hand: choices by pinyin, a cap beside what it took, another reading tried', async () => {
    const editor = await open({ scheme: 'dark' });
    await toExplain(editor);
    const { page } = editor;
    expect(await editor.axe()).toEqual([]);
    await fill(editor, '机构类别', 'yy');
    await page.getByRole('button', { name: '加一条活动' }).click();
    await fill(editor, '形式', 'xxbj');
    await page.locator('.side').getByLabel('认定', { exact: true }).check();
    await fill(editor, '字数', '１４０００');
    await expect.poll(async () => (await shown(editor)).figure, soon).toBe(500);
    expect((await shown(editor)).lines).toMatchObject([{ gained: 700, lost: 200, counted: 500 }]);
    await expect.poll(() => page.locator('.summary').innerText(), soon).toContain('未达标 · 还差 20');
    expect(await editor.axe()).toEqual([]);
    await page.getByRole('button', { name: '复制这条' }).click();
    await fill(editor, '字数', '3000');
    await expect.poll(async () => (await shown(editor)).lines.length, soon).toBe(2);
    await page.getByRole('button', { name: '删除这条' }).click();
    await expect.poll(async () => (await shown(editor)).lines.length, soon).toBe(1);
    await page.locator('.activity .head').click();
    await fill(editor, '字数', '3000');
    await expect.poll(async () => (await shown(editor)).figure, soon).toBe(100);
    await page.locator('.side').getByRole('button', { name: '口径' }).click();
    const option = page.getByRole('radio', { name: /折算/ });
    await expect.poll(() => page.locator('.readings').innerText(), soon).toMatch(/折算\s+1\.5/);
    expect(await editor.axe()).toEqual([]);
    await option.check();
    await expect.poll(async () => (await shown(editor)).figure, soon).toBe(150);
    expect(await page.locator('.trying').innerText()).toContain('规则文件没有改');
    await page.getByRole('button', { name: '恢复' }).click();
    await expect.poll(async () => (await shown(editor)).figure, soon).toBe(100);
    expect(await editor.page.evaluate(() => document.title)).not.toContain('●');
  });

  test('what would close the gap, what would not, and the depths', async () => {
    const editor = await open();
    await toExplain(editor);
    await seeOne(editor);
    const { page } = editor;
    await expect.poll(() => page.locator('.side').innerText(), soon).toMatch(/还差 [\d.]+ 学分：任选一项/);
    expect(await page.locator('.side .step li').count()).toBeGreaterThan(2);
    await page.getByRole('button', { name: '一句话' }).click();
    expect(await page.locator('.conclusion .first').innerText()).toMatch(
      /共得 [\d.]+ 学分，要求 25 学分，还差 [\d.]+ 学分/,
    );
    await page.getByRole('button', { name: '全过程' }).click();
    expect(await page.locator('.ladder .rung').count()).toBeGreaterThan(8);
    expect(await editor.axe()).toEqual([]);
  });

  test('a roster is opened in the tab; one of it becomes an example without name and id, which passes', async () => {
    const editor = await open();
    await toExplain(editor);
    const { page } = editor;
    const picker = page.locator('.origin input[type="file"]');
    const csv =
      '人员编号,姓名,机构类别,编号,形式,日期,评定学分,核验通过\n甲1,张三,医院,r1,外省学分证明,2025-03-01,12.5,是\n';
    await picker.setInputFiles({ name: '名册.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await page.getByRole('heading', { level: 1, name: '张三' }).waitFor();
    await expect.poll(async () => (await shown(editor)).figure, soon).toBe(1250);
    const broken = Buffer.from('{"practitioners": 3');
    await page.locator('.side').getByRole('button', { name: '填写' }).click();
    await picker.setInputFiles({ name: '坏.json', mimeType: 'application/json', buffer: broken });
    await page.getByText('名册没有读成').waitFor();
    await seeOne(editor);
    const name = (await page.locator('.reckon h1').innerText()).trim();
    await page.getByRole('button', { name: '存为用例' }).click();
    await page.getByRole('dialog').getByLabel('用例的名称').fill('从学分说明来的一人');
    await page.getByRole('button', { name: '加入' }).click();
    await expect.poll(() => page.locator('.status').innerText(), soon).toContain('用例 491/491');
    await page.getByRole('link', { name: '编辑' }).click();
    await editor.ready();
    const text = await editor.text();
    expect(text).toContain('用例 「从学分说明来的一人」');
    expect(text.startsWith(hubei.trimEnd())).toBe(true);
    expect(text).not.toContain(name);
    await page.keyboard.press('Escape');
  });
});
