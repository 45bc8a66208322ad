/** S5 「名册测算」: one roster in every form it may come in; what is counted, tried, written and handed out. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/universal';
import { openAny, sheetText } from '../../src/data/index.ts';
import { toGb18030 } from '../data/gb18030.ts';
import { type EditorPage, hubei, inEditor } from './support/editor.ts';

const sample = readFileSync(new URL('../../rules/samples/hubei-2025.csv', import.meta.url), 'utf8').replace(
  /^\ufeff/,
  '',
);
const PEOPLE = 24;
const soon = { timeout: 20_000, interval: 100 };

/** Ids of eighteen digits, one with a nought before it; columns that no rule has; a title above the head. */
function rosterRows(): string[][] {
  const [head = [], ...rows] = sample
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));
  const idOf = (id: string): string =>
    id === 'h001' ? '042010319900101123' : `4201031990010${id.slice(1).padStart(5, '0')}`;
  const few = rows.filter(([id = '']) => Number(id.slice(1)) <= PEOPLE);
  const named = (row: readonly string[], at: number): string[] => [
    idOf(row[0] ?? ''),
    at === 0 ? '=1+1' : (row[1] ?? ''),
    ...row.slice(2),
  ];
  return [
    ['2025 年度学分登记表'],
    ['身份证号', ...head.slice(1), '__proto__', 'constructor', '科室', '日期', ''],
    ...few.map((row, at) => [...named(row, at), 'x', 'y', at % 2 === 0 ? '内科' : '-外科', '', '']),
  ];
}

const csv = (rows: readonly (readonly string[])[]): string => `${rows.map((row) => row.join(',')).join('\r\n')}\r\n`;
const bytesOf = (text: string): Buffer => Buffer.from(text, 'utf8');

async function xlsx(rows: readonly (readonly (string | number)[])[]): Promise<Buffer> {
  const cells = rows.map((row) =>
    row.map((value) =>
      typeof value === 'number' ? { value, type: Number } : { value: sheetText(value), type: String },
    ),
  );
  return Buffer.from(await (await writeXlsxFile(cells).toBlob()).arrayBuffer());
}

const toRoster = async (editor: EditorPage): Promise<void> => {
  await editor.openSample();
  await editor.page.getByRole('link', { name: '名册测算' }).click();
};

async function give(editor: EditorPage, name: string, buffer: Buffer): Promise<void> {
  const { page } = editor;
  const other = page.getByRole('button', { name: '换名册' });
  if (await other.isVisible()) await other.click();
  await page.locator('.rosterfile input').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  await page.locator('.rostermatch').waitFor();
}

async function compute(editor: EditorPage): Promise<string> {
  const { page } = editor;
  await page.getByRole('button', { name: '开始测算' }).click();
  await page.locator('.kpis').waitFor();
  await expect.poll(() => editor.isIn('.rosterscreen'), soon).toBe(true);
  await page.locator('.dtable tfoot').waitFor();
  return [await page.locator('.kpis').innerText(), await page.locator('.rtables').innerText()].join('\n');
}

inEditor('a roster', (open) => {
  test('whose screen cannot be fetched takes nothing else with it: one goes back to the text', async () => {
    const editor = await open();
    const { page } = editor;
    await editor.openSample();
    await page.route(/RosterScreen/, (route) => route.abort());
    await page.getByRole('link', { name: '名册测算' }).click();
    await page.getByText('这一屏打不开').waitFor();
    expect(await editor.axe()).toEqual([]);
    await page.unroute(/RosterScreen/);
    await page.getByRole('button', { name: '回到编辑' }).press('Enter');
    await editor.ready();
    expect(await editor.text()).toBe(hubei);
  });

  test('comes to the same as UTF-8, with its mark, as GB18030 and as a workbook; ids are texts, odd headers are told', async () => {
    const editor = await open();
    const { page } = editor;
    await toRoster(editor);
    const rows = rosterRows();
    const text = csv(rows);
    const forms: [string, Buffer][] = [
      ['a.csv', bytesOf(text)],
      ['b.csv', bytesOf(`\ufeff${text}`)],
      ['c.csv', Buffer.from(toGb18030(text))],
      ['d.xlsx', await xlsx(rows)],
    ];
    const found: string[] = [];
    for (const [name, buffer] of forms) {
      await give(editor, name, buffer);
      found.push(await compute(editor));
    }
    expect(found[0]).toContain(`共测算`);
    expect(new Set(found).size).toBe(1);
    expect(await editor.axe()).toEqual([]);

    await page.getByRole('button', { name: /^达标 \d+ 人/ }).click();
    const list = page.getByRole('listbox', { name: '人员' });
    await expect.poll(() => list.innerText(), soon).toContain('042010319900101123');
    await list.press('ArrowDown');
    await page.locator('.rladder .ladder').waitFor();
    expect(await editor.axe()).toEqual([]);
    await list.press('Escape');

    // The columns as they were matched, and why.
    await give(editor, 'a.csv', forms[0]?.[1] ?? Buffer.of());
    const why = await page.locator('.rostercols th .why').allInnerTexts();
    const heads = await page.locator('.rostercols th .head').allInnerTexts();
    const of = (head: string): string => why[heads.lastIndexOf(head)] ?? '';
    expect(of('身份证号')).toMatch(/常用叫法\s*按文本读取/);
    expect([of('__proto__'), of('constructor')]).toEqual(['规则里没有这一项', '规则里没有这一项']);
    expect([of('科室'), of('日期')]).toEqual(['规则里没有，可分组', '与第 9 列重复']);
    expect(why.at(-1)).toBe('这一列没有列名');
    expect(await page.evaluate(() => ({}) as { x?: number })).toEqual({});
    expect(await editor.axe()).toEqual([]);

    // A number has fifteen digits at most: its row is named beforehand, left out, and handed out with the reason.
    const numbers = rows.map((row, at) => (at === 4 ? [Number('420103199001011230'), ...row.slice(1)] : row));
    await give(editor, 'e.xlsx', await xlsx(numbers));
    expect(await page.locator('.rostersays').innerText()).toMatch(/「身份证号」有 1 行（第 5 行）.*超过十五位/);
    await compute(editor);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /下载这些行和原因/ }).click(),
    ]);
    const left = readFileSync(await file.path(), 'utf8').split('\r\n');
    // What it says of another row, and of a column, is as the file numbers and names them, below its title.
    expect(left[1]).toMatch(/^4,042010319900101123 的「姓名」前后不一：e.xlsx:3 写/);
    expect(left[2]).toMatch(/^5,单元格是数字 420103199001011\d{3}，超过十五位.*,420103199001011\d{3},/);
    // In a text the spreadsheet has written it as 4.2E+17, which is an id for nobody either.
    const spoilt = rows.map((row, at) => (at === 4 ? ['4.2E+17', ...row.slice(1)] : row));
    await give(editor, 'g.csv', bytesOf(csv(spoilt)));
    expect(await page.locator('.rostersays').innerText()).toMatch(
      /「身份证号」有 1 行（第 5 行）的编号已被表格软件写坏/,
    );
    const all = rows.map((row, at) => (at < 2 ? row : [Number('420103199001011230'), ...row.slice(1)]));
    await give(editor, 'f.xlsx', await xlsx(all));
    expect(await page.getByRole('button', { name: '开始测算' }).isDisabled()).toBe(true);
  });

  test('results leave as files that no spreadsheet runs; a cap is tried, its people are seen, and it is written', async () => {
    const editor = await open({ scheme: 'dark' });
    const { page } = editor;
    await toRoster(editor);
    const rows = rosterRows();
    const hours = rows[1]?.indexOf('时长') ?? 0;
    const broken = rows.map((row, at) => (at === 3 ? row.with(hours, '-3') : row));
    await give(editor, 'a.csv', bytesOf(csv(broken)));
    await compute(editor);
    const download = async (what: RegExp): Promise<Buffer> => {
      await page.getByRole('button', { name: '导出结果' }).click();
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: what }).click(),
      ]);
      return readFileSync(await file.path());
    };
    const people = await download(/逐人结果（CSV）/);
    expect([...people.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = people.toString('utf8');
    expect(text).toContain(`042010319900101123,'=1+1,`);
    expect(text).toContain(`,'-外科,`);
    const rejected = (await download(/剔除的行/)).toString('utf8');
    expect(rejected).toMatch(/^\ufeff行,原因,身份证号,/);
    expect(rejected.split('\r\n')[1]).toMatch(/^4,.*,-3,/);
    const again = await openAny(new Uint8Array(await download(/XLSX/)), 'a.xlsx');
    const cells = again.content?.as === 'rows' ? again.content.rows.cells : null;
    expect(cells?.length).toBe(PEOPLE + 1);
    expect(cells?.[1]?.slice(0, 2)).toEqual(['042010319900101123', '=1+1']);

    await page.getByRole('combobox', { name: /选一个上限/ }).click();
    await page.keyboard.type('时长 不少于 6 小时（第十三条（五））');
    await editor.press('Enter');
    await page.locator('.turn input').fill('7');
    await editor.press('Enter');
    await page.getByRole('row', { name: /学分下降/ }).waitFor();
    await page.getByRole('button', { name: '还原', exact: true }).click();
    await expect.poll(() => editor.isIn('.try input'), soon).toBe(true);

    await page.getByRole('combobox', { name: /选一个上限/ }).click();
    await page.keyboard.type('有计划的自学 上限 每年 10');
    await editor.press('Enter');
    await page.locator('.turn input').fill('3');
    await editor.press('Enter');
    const down = page.getByRole('row', { name: /学分下降/ }).getByRole('button');
    await down.waitFor();
    expect(await page.locator('.rtry').innerText()).toContain('▼ 收紧');
    expect(await page.locator('.top .dirty').count()).toBe(0);
    expect(await editor.axe('colours')).toEqual([]);
    await down.click();
    await expect
      .poll(() => page.locator('.chain').innerText(), soon)
      .toMatch(/上限 每年 10 学分.* → 上限 每年 3 学分.*多截/);
    await editor.press('Escape');
    const met = async (): Promise<string> => (await page.locator('.kpis .f').first().innerText()).trim();
    const tried = await page.locator('.try tbody tr').nth(1).locator('td').nth(1).innerText();
    await page.getByRole('button', { name: '写入规则' }).click();
    await expect.poll(met, soon).toBe(tried);
    await expect.poll(() => editor.isIn('.try input'), soon).toBe(true);
    await page.getByRole('link', { name: '编辑' }).click();
    await editor.ready();
    const stands = page.locator('.status').getByRole('button', { name: `2025 名册 ${PEOPLE} 人` });
    await stands.click();
    await page.locator('.kpis').waitFor();
    await page.getByRole('link', { name: '编辑' }).click();
    await editor.ready();
    const [before, after] = [hubei.split('\n'), (await editor.text()).split('\n')];
    expect(after.flatMap((line, at) => (line === before[at] ? [] : [line.trim()]))).toEqual([
      '上限 每年 3 学分 当 自学上限 是 全项',
    ]);
    await editor.sheet('实践活动');
    await editor.stop('0.2 学分', '0.2 学分').click();
    await editor.press('Shift+F10');
    await page.getByRole('menuitem', { name: '查看谁会受影响' }).click();
    // The numbers of that row, and no others.
    await page.locator('.turn').first().waitFor();
    const offered = await page.locator('.turn').allInnerTexts();
    expect(offered.map((text) => text.split('\n')[1])).toEqual(['0.2', '1', '6']);
  });
});
