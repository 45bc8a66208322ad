import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sourceCodes } from '../../src/model/codes/citations.ts';
import { toGb18030 } from '../data/gb18030.ts';
import { cme } from './cme.ts';
import { world } from './samples.ts';

const regulation = `海岛讲座办法
第一条 为办好讲座，制定本办法。
第二条 每年不低于 12 学分，其中灯塔人员不低于九学分。
第三条 讲座按下列标准授予学分，每年最多 8 学分：
（一）听讲座，每3小时授予1学分，半天以下的授予 0.5 学分。
（二）讲讲座，每小时授予 2 学分，合办的按三分之二计。
（三）出海满三个月，授予 12 学分。
第四条 经费自筹。
`;

const rules = `规则 海岛 island 版本 1
  语言 1
  依据 第一条
  施行 2030-01-01
  条款 第一条～第四条、第三条（一）～（三）

活动字段 角色 role
  选项 听课 participant、授课 lecturer、出海 sailor
活动字段 时长 hours 小数 小时
活动字段 合办 joint 是否

口径 长讲座 long
  依据 第三条（二）
  问题 「多长算长」
  选项 四小时 four = 4 小时
  选项 三小时 three = 3 小时
  采用 四小时

要求
  依据 第二条 「每年不低于12学分」
  每年 12 学分

类别 讲座 lectures
  依据 第三条
  上限 每年 8 学分

条目 听讲座
  依据 第三条（一）
  适用 角色 是 听课
  授予 每 3 小时 1 学分

条目 讲讲座
  适用 角色 是 授课
  依据 第三条（二）
  授予 每 1 小时 2 学分
  系数 2/3 当 合办

条目 出海
  依据 第三条（三）
  适用 角色 是 出海
  授予 12 学分
  已知 CME721 「先按上限」

不计算 第四条 「经费」
`;

const files = { 'island.cme': rules, 'island.txt': regulation };

interface Told {
  readonly code: string;
  readonly message: string;
  readonly range: { readonly start: { readonly line: number } };
}

const fromText = ({ stdout }: { readonly stdout: string }): readonly Told[] =>
  JSON.parse(stdout).diagnostics.filter(({ code }: Told) => code in sourceCodes);

/** What the text finds in the rules, once some words of either are others. */
async function told(
  changes: { rules?: readonly [string, string]; text?: readonly [string, string] },
  more: string[] = [],
) {
  const put = (text: string, change?: readonly [string, string]): string => {
    if (change) expect(text).toContain(change[0]);
    return change ? text.replace(...change) : text;
  };
  const cwd = world({ 'island.cme': put(rules, changes.rules), 'island.txt': put(regulation, changes.text) });
  const run = await cme(['check', 'island.cme', '--source', 'island.txt', '--format', 'json', ...more], { cwd });
  const found = fromText(run);
  return found.map(({ code, message }) => `${code} ${message.split('；条文是')[0]}`);
}

describe('cme check --source', () => {
  test('has nothing to say where the rules stand in the text', async () => expect(await told({})).toEqual([]));

  test.each<[string, Parameters<typeof told>[0], readonly string[]]>([
    ['an amount', { rules: ['每年 8 学分', '每年 10 学分'] }, ['CME372 「第三条」里没有「10 学分」']],
    [
      'an amount that stands elsewhere',
      { rules: ['每年 12 学分', '每年 8 学分'] },
      ['CME372 「第二条」里没有「8 学分」，它写在「第三条」里'],
    ],
    // Three stands there, and two, but of other things.
    [
      'a unit',
      { rules: ['每 3 小时', '每 1 小时'] },
      ['CME372 「第三条（一）」里没有「1 小时」，它写在「第三条（二）」里'],
    ],
    ['a share', { rules: ['2/3', '3/4'] }, ['CME372 「第三条（二）」里没有「3/4」']],
    [
      'a number of the text',
      { text: ['每年不低于 12', '每年不低于十五'] },
      ['CME374 引文与「第二条」的条文不符', 'CME372 「第二条」里没有「12 学分」，它写在「第三条（三）」里'],
    ],
    [
      'a citation',
      { rules: ['依据 第三条（三）', '依据 第三条（五）'] },
      ['CME371 条文里没有「第三条（五）」，最接近的是「第三条（三）」'],
    ],
    [
      'the register',
      { rules: ['条款 第一条～第四条、', '条款 第一条～第六条、'] },
      ['CME371 条文里没有「第五条、第六条」，最接近的是「第四条」'],
    ],
    [
      'a quotation',
      { rules: ['「每年不低于12学分」', '「每年不低于 20 学分」'] },
      ['CME374 引文与「第二条」的条文不符'],
    ],
    [
      'a clause of the text',
      { text: ['第四条 经费自筹。', '（四）写讲稿，授予 1 学分。\n第四条 经费自筹。\n第五条 由岛务会解释。'] },
      [
        'CME373 条文里的「第三条（四）」没有登记，也没有规则引用它：写讲稿，授予 1 学分。',
        'CME373 条文里的「第五条」没有登记，也没有规则引用它：由岛务会解释。',
      ],
    ],
  ])('finds %s that differs', async (_, changes, findings) => expect(await told(changes)).toEqual(findings));

  test('asks readings for nothing, and takes what a section accepts', async () => {
    expect(await told({ rules: ['= 4 小时', '= 5 小时'] })).toEqual([]);
    expect(await told({ rules: ['  上限 每年 8 学分', '  上限 每年 7 学分\n  已知 CME372 「另有通知」'] })).toEqual([]);
  });

  test('reads what a table cell and a falling share say', async () => {
    const table = '授予表\n    | 角色 | 学分 |\n    | 听课 | 3 |\n';
    const found = await told({ rules: ['授予 每 3 小时 1 学分\n', table] });
    expect(found).toEqual(['CME372 「第三条（一）」里没有「3」']);
  });

  test('reads GB18030, and a text in other widths', async () => {
    const wide = regulation.replace(/[0-9.]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
    const cwd = world({ ...files, 'gb.txt': toGb18030(regulation), 'wide.txt': wide });
    for (const source of ['gb.txt', 'wide.txt']) {
      const run = await cme(['check', 'island.cme', '--source', source, '--format', 'json'], { cwd });
      expect(fromText(run)).toEqual([]);
    }
  });

  test('tells what has changed since the text was kept, without keeping its words', async () => {
    const cwd = world(files);
    const run = (...args: string[]) =>
      cme(['check', 'island.cme', '--source', 'island.txt', '--format', 'json', ...args], { cwd });
    expect((await run('--save-source')).code).toBe(0);
    const kept = readFileSync(join(cwd, 'island.clauses.json'), 'utf8');
    expect(Object.keys(JSON.parse(kept).clauses)).toHaveLength(7);
    expect(kept).not.toMatch(/讲座|学分/);
    // Blanks and widths are no change.
    writeFileSync(
      join(cwd, 'island.txt'),
      regulation.replaceAll('（', '(').replaceAll(' 12 ', '12').replaceAll('\n', '\r\n'),
    );
    expect(fromText(await run())).toEqual([]);
    const next = regulation
      .replace('第四条 经费自筹。', '第四条 场地自备。\n第五条 经费自筹。')
      .replace('半天以下的', '半天以内的')
      .replace(/（三）.*\n/, '')
      .replace('第四条', '（三）写讲稿，授予 1 学分。\n（四）印讲稿。\n第四条');
    writeFileSync(join(cwd, 'island.txt'), next);
    const changes = fromText(await run('--save-source')).filter(({ code }) => code >= 'CME375');
    expect(changes.map(({ code, message, range }) => `${range.start.line} ${code} ${message.split('：')[0]}`)).toEqual([
      '24 CME376 「第三条（四）」是上次核对之后新增的',
      '28 CME375 「第三条（一）」的条文与上次核对时不同',
      '39 CME375 「第三条（三）」的条文与上次核对时不同',
      '44 CME375 「第四条」的条文与上次核对时不同',
      '44 CME378 上次核对时的「第四条」现在是「第五条」',
    ]);
    expect(fromText(await run()).filter(({ code }) => code >= 'CME375')).toEqual([]);
    writeFileSync(join(cwd, 'island.txt'), next.replace('（四）印讲稿。\n', ''));
    const dropped = fromText(await run()).filter(({ code }) => code === 'CME377');
    expect(dropped.map(({ message }) => message)).toEqual(['「第三条（四）」在上次核对之后删去了']);
  });

  test.each<[string, readonly string[], RegExp]>([
    ['no file', ['island.cme', '--source', 'none.txt'], /找不到文件「none\.txt」/],
    ['a folder', ['island.cme', '--source', 'rules'], /是文件夹/],
    ['bytes', ['island.cme', '--source', 'bytes.txt'], /读不出来/],
    ['an empty file', ['island.cme', '--source', 'empty.txt'], /文件是空的/],
    ['a text without clauses', ['island.cme', '--source', 'prose.txt'], /没有认出条款/],
    ['two rule files', ['--source', 'island.txt'], /只能核对一个规则文件/],
    ['nothing to keep', ['island.cme', '--save-source'], /要和 --source 一起用/],
    ['a file that is not what was kept', ['broken.cme', '--source', 'island.txt'], /不是 --save-source 写的文件/],
  ])('cannot run with %s', async (_, args, words) => {
    const bytes = Uint8Array.from({ length: 3000 }, (_, i) => (i * 7919) % 256);
    const more = { 'bytes.txt': bytes, 'empty.txt': '', 'prose.txt': '今天天气很好。\n', 'broken.cme': rules };
    const cwd = world({ ...files, ...more, 'broken.clauses.json': '{"clauses": {"第一条": 3}}' });
    const run = await cme(['check', ...args], { cwd });
    expect(run).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(words) });
    expect(existsSync(join(cwd, 'island.clauses.json'))).toBe(false);
  });

  test('shows the place in the text beside the place in the rules, in every form', async () => {
    const cwd = world({ ...files, 'island.cme': rules.replace('每年 8 学分', '每年 10 学分') });
    const run = (format: string) => cme(['check', 'island.cme', '--source', 'island.txt', '--format', format], { cwd });
    expect((await run('text')).stdout).toMatch(/CME372[\s\S]*island\.cme:25:[\s\S]*另见 island\.txt:4:1/);
    const [result] = JSON.parse((await run('sarif')).stdout).runs[0].results.filter(
      ({ ruleId }: { ruleId: string }) => ruleId === 'CME372',
    );
    expect(result.relatedLocations[0].physicalLocation.artifactLocation.uri).toBe('island.txt');
    expect((await run('github')).stdout).toMatch(/^::warning file=island\.cme,line=25,.*CME372/m);
  });
});

describe('cme check --clauses', () => {
  test('lists every clause with what becomes of it', async () => {
    const more = `${rules}\n用例 「听九小时」\n  活动 听课，时长 9 小时\n  期望 3 学分，未达标\n`;
    const cwd = world({
      'island.cme': more.replace('不计算 第四条 「经费」', '').replace('依据 第三条（三）', '依据 第七条'),
    });
    const { stdout } = await cme(['check', 'island.cme', '--clauses', '--format', 'json'], { cwd });
    const { clauses } = JSON.parse(stdout) as { clauses: readonly Record<string, unknown>[] };
    expect(clauses.map((one) => `${one.clause} ${one.state} ${(one.examples as unknown[]).length}`)).toEqual([
      '第一条 encoded 0',
      '第二条 encoded 1',
      '第三条 encoded 0',
      '第三条（一） encoded 1',
      '第三条（二） encoded 0',
      '第三条（三） around 0',
      '第四条 open 0',
      '第七条 encoded 0',
    ]);
    expect(clauses.at(-1)).toMatchObject({ registered: false, by: [{ line: 38, words: '条目 出海' }] });
    expect(clauses[3]).toMatchObject({ by: [{ words: '条目 听讲座' }], examples: ['听九小时'] });
  });

  test('says why a clause is not computed, in a table', async () => {
    const { code, stdout } = await cme(['check', 'island.cme', '--clauses'], { cwd: world(files) });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^第四条 +不计算 +经费$/m);
    expect(stdout).toMatch(/^第三条（二） +有规则 .*条目 讲讲座；.*口径 长讲座 long$/m);
  });

  test('is no finding, so that it has no place among findings of other forms', async () => {
    const run = await cme(['check', 'island.cme', '--clauses', '--format', 'sarif'], { cwd: world(files) });
    expect(run).toMatchObject({ code: 2, stdout: '' });
  });
});

test('every finding beside a text is shown here, or says that not all was read', () => {
  const shown = readFileSync(import.meta.filename, 'utf8').match(/CME\d{3}/g) ?? [];
  const silent = Object.entries(sourceCodes).filter(([code]) => !shown.includes(code as never));
  expect(silent.filter(([, { severity }]) => severity !== 'info')).toEqual([]);
});
