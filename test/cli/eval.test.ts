import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { toGb18030 } from '../data/gb18030.ts';
import { cme } from './cme.ts';
import { demo2025, roster, world } from './samples.ts';

const csv =
  '人员编号,机构类别,编号,形式,日期,时长,考核合格\np1,医院,r1,实践活动,2025-03-01,9,是\np1,医院,r2,实践活动,2025-04-01,5,是\np2,村卫生室,,,,,\n';
const ndjson = JSON.parse(roster)
  .practitioners.map((one: object) => `${JSON.stringify(one)}\n`)
  .join('');

describe('cme eval', () => {
  test('gives the JSON of the contract', async () => {
    const { code, stdout, stderr } = await cme(['eval', 'demo', 'roster.json', '--format', 'json'], { cwd: world() });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({
      ruleset: { code: 'demo', version: '2025' },
      year: 2025,
      readings: { partial_unit: 'floor' },
      results: [
        {
          practitioner: 'p1',
          status: 'met',
          made_up: false,
          credits: 6,
          required: 5,
          shortfall: 0,
          period: { from: '2025-01-01', to: '2025-12-31' },
          requirements: [{ required: 5, earned: 6, met: true }],
          categories: [{ code: 'practice_category', raw: 6, credits: 6 }],
          records: [
            { id: 'r1', category: 'practice_category', award: '实践活动', raw: 4, credits: 4, reason: null },
            { id: 'r2', raw: 2, credits: 2, reason: null },
          ],
          notices: [],
          readings: ['partial_unit'],
        },
        { practitioner: 'p2', status: 'unmet', credits: 0, shortfall: 5, records: [] },
      ],
      summary: { practitioners: 2, met: 1, unmet: 1, exempt: 0, invalid_records: 0 },
    });
  });

  test.each<[string, string | Uint8Array, string]>([
    ['CSV', csv, 'roster.csv'],
    ['CSV with a byte order mark', `\ufeff${csv.replaceAll('\n', '\r\n')}`, 'roster.csv'],
    ['CSV in GB18030', toGb18030(csv), 'roster.csv'],
    ['NDJSON', ndjson, 'roster.ndjson'],
    ['a file whose ending says nothing', csv, 'roster.txt'],
  ])('reads %s, from a file and from standard input', async (_, data, file) => {
    const cwd = world({ [file]: data });
    const wanted = JSON.parse((await cme(['eval', 'demo', 'roster.json', '--format', 'json'], { cwd })).stdout);
    const args = ['eval', 'demo', '--year', '2025', '--format', 'json'];
    for (const run of [await cme([...args, file], { cwd }), await cme([...args, '-'], { cwd, input: data })]) {
      expect(run.code).toBe(0);
      expect(JSON.parse(run.stdout)).toEqual(wanted);
    }
  });

  test('takes the practitioners from a file of their own', async () => {
    const cwd = world({
      'people.csv': '编号,姓名,机构类别\np2,李四,村卫生室\np1,张三,医院\n',
      'records.csv': 'practitioner,id,form,date,hours,passed\np1,r1,practice,2025-03-01,9,yes\n',
    });
    const args = ['eval', 'demo', 'records.csv', '--practitioners', 'people.csv', '--year', '2025', '--format', 'json'];
    const { code, stdout } = await cme(args, { cwd });
    expect(code).toBe(0);
    expect(
      JSON.parse(stdout).results.map((one: { practitioner: string; credits: number }) => [
        one.practitioner,
        one.credits,
      ]),
    ).toEqual([
      ['p2', 0],
      ['p1', 4],
    ]);
  });

  test('sets readings by code or label', async () => {
    const cwd = world({
      'demo.ndjson': '{"id":"p1","records":[{"id":"r","form":"practice","date":"2025-01-01","hours":3,"passed":true}]}',
    });
    const credits = async (...set: string[]) => {
      const { stdout } = await cme(['eval', 'demo', 'demo.ndjson', '--year', '2025', '--format', 'json', ...set], {
        cwd,
      });
      const { readings, results } = JSON.parse(stdout);
      return [readings.partial_unit, results[0].credits];
    };
    expect(await credits()).toEqual(['floor', 1]);
    expect(await credits('--set', 'partial_unit=prorate')).toEqual(['prorate', 1.5]);
    expect(await credits('--set', '不足单位=折算')).toEqual(['prorate', 1.5]);
  });

  test('prints a table whose columns line up, and the summary', async () => {
    const { stdout } = await cme(['eval', 'demo', 'roster.json', '--by', '机构类别'], { cwd: world() });
    expect(stdout).toBe(`示例 2025　2025 年度
口径：不足单位 舍去

人员  结论    学分  要求  差  还缺什么
----  ------  ----  ----  --  ------------------
p1    达标       6     5   0
p2    未达标     0     5   5  每年 5 学分：0 / 5

机构类别  人数  达标  未达标  免除  有误的记录
--------  ----  ----  ------  ----  ----------
医院         1     1       0     0           0
村卫生室     1     0       1     0           0

2 人：达标 1，未达标 1，免除 0；有误的记录 0 条
`);
  });

  test('adds the summary by a field to the JSON', async () => {
    const { stdout } = await cme(['eval', 'demo', 'roster.json', '--by', 'institution', '--format', 'json'], {
      cwd: world(),
    });
    expect(JSON.parse(stdout).by).toMatchObject({
      field: 'institution',
      groups: [
        { value: 'hospital', met: 1 },
        { value: 'village_clinic', unmet: 1 },
      ],
    });
  });

  test('hides names and ids with --mask, on both streams', async () => {
    const secret = roster.replaceAll('"p1"', '"420103199001011234"').replace('"2025-04-01"', '"2025-04-31"');
    const cwd = world({ 'secret.json': secret });
    for (const format of ['text', 'json']) {
      const { code, stdout, stderr } = await cme(
        ['eval', 'demo', 'secret.json', '--mask', '--format', format, '--lang', 'en'],
        { cwd },
      );
      expect(code).toBe(1);
      expect(stdout + stderr).not.toMatch(/420103|张三|"r1"|\br2\b/);
      expect(stdout).toContain('#1');
    }
  });

  test('does not group by what --mask hides', async () => {
    const { code, stderr } = await cme(['eval', 'demo', 'roster.json', '--mask', '--by', '姓名'], { cwd: world() });
    expect(code).toBe(2);
    expect(stderr).toContain('--mask');
  });

  test.each(['json', 'ndjson', 'csv'])('writes --out as %s, whole or not at all', async (kind) => {
    const cwd = world();
    const run = await cme(['eval', 'demo', 'roster.json', '--out', `out.${kind}`], { cwd });
    expect(run.code).toBe(0);
    expect(run.stdout).not.toContain('p2');
    const text = readFileSync(join(cwd, `out.${kind}`), 'utf8');
    if (kind === 'json') expect(JSON.parse(text).results).toHaveLength(2);
    if (kind === 'ndjson')
      expect(text.split('\n').map((line) => line && JSON.parse(line).practitioner)).toEqual(['p1', 'p2', '']);
    if (kind === 'csv') expect(text).toMatch(/^\ufeff人员编号,.*\r\np1,达标,/);
    expect(readdirSync(cwd).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test.each([
    ['an ending that is unknown', 'out.doc', '.csv'],
    ['a folder that is missing', 'nowhere/out.csv', '没有文件夹「nowhere」'],
    ['the data itself', 'roster.json', 'roster.json'],
  ])('refuses --out with %s', async (_, out, told) => {
    const cwd = world();
    const run = await cme(['eval', 'demo', 'roster.json', '--out', out], { cwd });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain(told);
    expect(existsSync(join(cwd, out))).toBe(out === 'roster.json');
    expect(readFileSync(join(cwd, 'roster.json'), 'utf8')).toBe(roster);
  });

  test('does not evaluate a rule file with errors', async () => {
    const cwd = world({ 'rules/bad.cme': demo2025.replace('考核合格\n', '考核合咯\n') });
    const text = await cme(['eval', 'rules/bad.cme', 'roster.json'], { cwd });
    expect(text).toMatchObject({ code: 1, stdout: '' });
    expect(text.stderr).toContain('--> rules/bad.cme');
    const json = await cme(['eval', 'rules/bad.cme', 'roster.json', '--format', 'json'], { cwd });
    expect(json.code).toBe(1);
    expect(Object.keys(JSON.parse(json.stdout))).toEqual(['diagnostics']);
  });
});

describe('cme explain', () => {
  test('tells of a record without an id by its number, with its own steps', async () => {
    const record = { form: 'practice', date: '2025-01-02', hours: 4, passed: true };
    const unnamed = JSON.stringify({ year: 2025, practitioners: [{ id: 'p1', records: [record] }] });
    const args = ['explain', 'demo', 'unnamed.json', '--practitioner', 'p1'];
    const { stdout } = await cme(args, { cwd: world({ 'unnamed.json': unnamed }) });
    const [, told = ''] = /#1　([\s\S]*?)\n\n/.exec(stdout) ?? [];
    expect(told).toMatch(/授予 每 2 小时 1 学分.*4 小时，得 2 学分/);
    expect(told).not.toMatch(/要求|合计/);
  });

  test('goes from each record to what is missing', async () => {
    const { code, stdout } = await cme(['explain', 'demo', 'roster.json', '--practitioner', 'p1'], { cwd: world() });
    expect(code).toBe(0);
    const parts = [
      'r1',
      '实践活动，日期 2025-03-01，时长 9 小时，考核合格',
      '授予 每 2 小时 1 学分',
      '9 小时',
      '得 4 学分',
      '计入 4 学分',
      '合计 6 学分',
      '结论：达标',
    ];
    let at = -1;
    for (const part of parts) {
      const next = stdout.indexOf(part, at + 1);
      expect(next, part).toBeGreaterThan(at);
      at = next;
    }
  });

  test('gives the result row with its steps as JSON', async () => {
    const args = ['explain', 'demo', 'roster.json', '--practitioner', 'p1', '--format', 'json'];
    const row = JSON.parse((await cme(args, { cwd: world() })).stdout);
    expect(row).toMatchObject({ practitioner: 'p1', credits: 6 });
    expect(Object.keys(row.steps[0])).toEqual(
      expect.arrayContaining(['record', 'clause', 'rule', 'quantity', 'credits', 'lost', 'to']),
    );
  });

  test('names who is not there', async () => {
    const run = await cme(['explain', 'demo', 'roster.json', '--practitioner', 'p7', '--lang', 'en'], { cwd: world() });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('p7');
  });
});

describe('cme test and export', () => {
  test('run the examples', async () => {
    const { code, stdout } = await cme(['test', '--format', 'json', 'demo@2025'], { cwd: world() });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      examples: [
        { name: '四小时', file: 'rules/demo-2025.cme', pass: true, expected: { credits: 2 }, actual: { credits: 2 } },
      ],
      summary: { passed: 1, failed: 0 },
    });
  });

  test('fail with an example that fails', async () => {
    const cwd = world({
      'rules/demo-2025.cme': demo2025.replace('期望 2 学分，未达标，差 3', '期望 3 学分，未达标，差 3'),
    });
    for (const format of ['text', 'json']) expect((await cme(['test', '--format', format], { cwd })).code).toBe(1);
    const { stdout } = await cme(['test'], { cwd });
    expect(stdout).toContain('未通过 「四小时」 rules/demo-2025.cme:');
    expect(stdout).toContain('期望 3 学分，未达标，差 3 学分');
  });

  test('say what has no example', async () => {
    const { code, stdout } = await cme(['test', 'demo@2025', '--coverage'], { cwd: world() });
    expect(code).toBe(0);
    expect(stdout).toContain('上限 每年 6 学分');
  });

  test('give JSON Schema', async () => {
    const { code, stdout } = await cme(['export', 'demo', '--to', 'json-schema'], { cwd: world() });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: '示例 2025',
    });
  });
});
