import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cme } from './cme.ts';
import { demo2025, world } from './samples.ts';

/** A practitioner with one good record but for these facts. */
const withFacts = (facts: string): string =>
  `{"practitioners": [{"id": "p1", "records": [{"id": "r1", "form": "practice", "date": "2025-03-01", "hours": 4, "passed": true},
   {"id": "r2", "form": "practice", "date": "2025-03-01", "passed": true, ${facts}}]}]}`;

const evaluate = (data: string | Uint8Array, file: string, ...more: string[]) =>
  cme(['eval', 'demo', file, '--year', '2025', '--format', 'json', ...more], { cwd: world({ [file]: data }) });

describe('a record with a bad value counts nothing, is told with its place, and the others count', () => {
  test.each([
    '"hours": 1e999',
    '"hours": "NaN"',
    '"hours": -1',
    '"hours": "0x10"',
    '"hours": 1.00000000000000000001',
    '"hours": 12345678901234567890',
    '"hours": [4]',
    '"hours": {"toString": 1}',
    '"hours": 4, "date": "2025-02-30"',
    '"hours": 4, "form": "picnic"',
    '"hours": 4, "passed": "maybe"',
  ])('%s', async (facts) => {
    // A date that stands twice would be no JSON.
    const text = facts.includes('"date"')
      ? withFacts(facts).replace('"date": "2025-03-01", "passed": true, ', '"passed": true, ')
      : withFacts(facts);
    const json = facts.includes('"passed"') ? text.replace('"passed": true, "hours"', '"hours"') : text;
    const whole = facts.includes('"form"') ? json.replace('"id": "r2", "form": "practice"', '"id": "r2"') : json;
    const run = await evaluate(whole, 'roster.json');
    expect(run.code).toBe(1);
    const { results, summary } = JSON.parse(run.stdout);
    expect(results[0].records[1]).toMatchObject({ credits: 0, reason: 'invalid' });
    expect(results[0].credits).toBe(2);
    expect(summary.invalid_records).toBe(1);
    expect(run.stderr).toContain('practitioners[0].records[1]');
    expect(run.stderr).not.toMatch(/\n {4}at /);
  });

  test('an incomplete one too', async () => {
    const run = await evaluate('practitioner,id,form,date,passed\np1,r1,practice,2025-03-01,是\n', 'roster.csv');
    expect(run.code).toBe(1);
    expect(JSON.parse(run.stdout).summary.invalid_records).toBe(1);
    expect(run.stderr).toContain('roster.csv 第 2 行');
  });

  test('in CSV with row and column', async () => {
    const run = await evaluate(
      '人员编号,编号,形式,日期,时长,考核合格\np1,r1,实践活动,2025-03-01,NaN,是\n',
      'roster.csv',
    );
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/CME\d+ roster\.csv 第 2 行第 5 列「时长」：/);
  });
});

describe('what is odd is told, and counts as the contract says', () => {
  test.each([
    ['an unknown field', withFacts('"hours": 4, "colour": "red"'), 'roster.json', 0, 'colour'],
    ['__proto__ as a key', withFacts('"hours": 4, "__proto__": {"x": 1}'), 'roster.json', 0, '__proto__'],
    [
      '__proto__ as a header',
      'practitioner,__proto__,form,date,hours,passed\np1,x,practice,2025-03-01,4,是\n',
      'roster.csv',
      0,
      '__proto__',
    ],
    [
      'constructor as a header',
      'practitioner,constructor,form,date,hours,passed\np1,x,practice,2025-03-01,4,是\n',
      'roster.csv',
      0,
      'constructor',
    ],
    ['an id that two practitioners have', '[{"id": "p1"}, {"id": "p1"}]', 'roster.json', 1, '[0]'],
    ['an id that two records have', withFacts('"hours": 4').replace('"r2"', '"r1"'), 'roster.json', 1, 'r1'],
    ['a row of nobody', 'practitioner,form,date,hours\n,practice,2025-03-01,4\n', 'roster.csv', 1, '第 2 行'],
    ['a roster of nobody', '{"practitioners": []}', 'roster.json', 0, '没有人员'],
  ])('%s', async (_, data, file, code, told) => {
    const run = await evaluate(data, file);
    expect(run.code).toBe(code);
    expect(run.stderr).toContain(told);
    expect(JSON.parse(run.stdout).summary.practitioners).toBeGreaterThanOrEqual(0);
  });

  test('a record of a practitioner who is not there', async () => {
    const cwd = world({
      'people.csv': 'id,institution\np1,hospital\n',
      'records.csv': 'practitioner,id,form\np9,r1,practice\n',
    });
    const args = ['eval', 'demo', 'records.csv', '--practitioners', 'people.csv', '--year', '2025', '--format', 'json'];
    const run = await cme(args, { cwd });
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('p9');
    expect(run.stderr).toContain('records.csv 第 2 行');
    expect(JSON.parse(run.stdout).results).toHaveLength(1);
  });
});

describe('what cannot be read ends with 2 and a sentence', () => {
  test.each<[string, string | Uint8Array, string, string]>([
    ['an empty file', '', 'roster.json', '空'],
    ['a blank file', ' \n', 'roster.csv', '空'],
    ['a binary', Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 0, 0]), 'roster.csv', '不是文本'],
    ['a spreadsheet', 'PK\x03\x04…', 'roster.xlsx', 'XLSX'],
    ['a spreadsheet under another name', 'PK\x03\x04…', 'roster.csv', 'XLSX'],
    ['another encoding', Uint8Array.from([0x70, 0x80, 0xff, 0xff, 0x2c]), 'roster.csv', '编码'],
    [
      'a UTF-8 text with a broken byte',
      new Uint8Array([...new TextEncoder().encode('人员编号,姓名\n张三'), 0xff]),
      'roster.csv',
      '第 2 行',
    ],
    ['broken JSON', '{"practitioners": [\n{"id": }]}', 'roster.json', '第 2 行第 8 列'],
    ['NaN in JSON', withFacts('"hours": NaN'), 'roster.json', 'NaN'],
    ['JSON that breaks off', '{"practitioners": [{"id": "p1"', 'roster.json', '断'],
    ['deep JSON', `{"practitioners": ${'['.repeat(100_000)}`, 'roster.json', '嵌套'],
    ['JSON of another kind', '{"patients": []}', 'roster.json', 'practitioners'],
    ['CSV without practitioners', 'form,hours\npractice,4\n', 'roster.csv', 'practitioner'],
    ['CSV with a column twice', 'practitioner,form,形式\np1,paper,论文\n', 'roster.csv', '第 2 列与第 3 列'],
    ['CSV with half a quotation', 'practitioner,form\np1,"paper\n', 'roster.csv', '引号'],
  ])('%s', async (_, data, file, told) => {
    const run = await evaluate(data, file);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain(told);
    expect(run.stderr).not.toMatch(/\n {4}at /);
  });

  test.each([
    ['no year', ['eval', 'demo', '-'], '--year'],
    ['a year that is none', ['eval', 'demo', '-', '--year', '25'], '25'],
    ['a missing file', ['eval', 'demo', 'nope.csv', '--year', '2025'], 'nope.csv'],
    ['a folder', ['eval', 'demo', 'rules', '--year', '2025'], '文件夹'],
    [
      'an unknown field for --by',
      ['eval', 'demo', '-', '--year', '2025', '--by', 'institutoin'],
      '是不是「institution」',
    ],
    ['an unknown command', ['evaluate'], 'evaluate'],
    ['a command of later', ['plan', 'demo', 'roster.json'], 'plan'],
    ['an unknown option', ['check', '--fxi'], '是不是「--fix」'],
    ['an unknown format', ['check', '--format', 'xml'], 'xml'],
    ['an unknown language', ['check', '--lang', 'fr'], 'fr'],
    ['too few arguments', ['eval', 'demo'], 'data'],
    ['too many arguments', ['eval', 'demo', 'a', 'b'], 'b'],
    ['no practitioner to explain', ['explain', 'demo', 'roster.json'], '--practitioner'],
    ['no command', [], 'cme --help'],
    ['an unknown export', ['export', 'demo', '--to', 'cobol'], 'cobol'],
  ])('%s', async (_, args, told) => {
    const run = await cme(args, { cwd: world(), input: '{"practitioners": []}' });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain(told);
    expect(run.stderr).not.toMatch(/\n {4}at /);
  });

  test.each<[string, string | Uint8Array, string]>([
    ['an empty rule file', '', '空'],
    ['a rule file of more than 1 MB', `${demo2025}${'# 注释\n'.repeat(200_000)}`, 'KB'],
    ['a binary rule file', Uint8Array.from([0, 1, 2, 3]), '不是文本'],
  ])('%s', async (_, rules, told) => {
    const cwd = world({ 'odd.cme': rules });
    for (const args of [
      ['check', 'odd.cme'],
      ['fmt', 'odd.cme'],
      ['eval', 'odd.cme', 'roster.json'],
    ]) {
      const run = await cme(args, { cwd });
      expect(run).toMatchObject({ code: 2, stdout: '' });
      expect(run.stderr).toContain(told);
    }
  });

  test('a rule file of brackets is an error of the rules, not of the program', async () => {
    const deep = demo2025.replace('条件 考核合格', `条件 ${'（'.repeat(10_000)}考核合格${'）'.repeat(10_000)}`);
    const run = await cme(['check', 'rules/deep.cme'], { cwd: world({ 'rules/deep.cme': deep }) });
    expect(run.code).toBe(1);
    expect(run.stderr).not.toMatch(/\n {4}at /);
  });

  test('a folder without rule files', async () => {
    const cwd = world();
    mkdirSync(join(cwd, 'empty'));
    writeFileSync(join(cwd, 'empty/readme.txt'), '');
    expect((await cme(['check', 'empty'], { cwd })).code).toBe(2);
  });
});
