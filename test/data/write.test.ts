import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { csvWriter, Grouper, jsonWriter, maskOf, ndjsonWriter, written } from '../../src/data/index.ts';
import { harmless } from '../../src/data/write/csv.ts';
import type { Evaluation, PersonResult, RecordResult } from '../../src/model/result.ts';
import { vocabulary } from './vocabulary.ts';

const record = (facts: Partial<RecordResult> = {}): RecordResult => ({
  id: 'r1',
  category: 'projects',
  award: '国家和省级项目',
  clause: '第十三条（一）1',
  raw: 12.25,
  credits: 10,
  reason: null,
  ...facts,
});

const result = (facts: Partial<PersonResult> = {}): PersonResult => ({
  practitioner: 'p1',
  status: 'met',
  made_up: false,
  credits: 27.4,
  required: 25,
  shortfall: 0,
  period: { from: '2025-01-01', to: '2025-12-31' },
  requirements: [{ name: '每年 25 学分', required: 25, earned: 27.4, met: true }],
  categories: [{ code: 'projects', raw: 12.25, credits: 10 }],
  records: [record()],
  notices: [],
  readings: ['partial_unit'],
  ...facts,
});

const evaluation = (...results: PersonResult[]): Evaluation => ({
  ruleset: { code: 'hubei', version: '2025' },
  year: 2025,
  readings: { partial_unit: 'floor' },
  results,
  summary: { practitioners: results.length, met: results.length, unmet: 0, exempt: 0, invalid_records: 0 },
});

const plan = { categories: [{ key: 'projects', label: '继续医学教育项目', clause: null, source: {} as never }] };

describe('results as JSON', () => {
  test.each([[], [result()], [result(), result({ practitioner: null, records: [] })]])(
    'are the evaluation itself',
    (...results) => {
      const whole = evaluation(...results);
      expect(JSON.parse(written(jsonWriter(), whole))).toEqual(whole);
      const lines = written(ndjsonWriter(), whole).split('\n').slice(0, -1);
      expect(lines.map((line) => JSON.parse(line))).toEqual(results);
    },
  );

  test('hold numbers in full', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), (hundredths) => {
        const text = written(jsonWriter(), evaluation(result({ credits: hundredths / 100 })));
        expect(/"credits":(-?[0-9.]+)[,}]/.exec(text)?.[1]).toBeDefined();
        expect(text).not.toMatch(/\d[eE][+-]?\d/);
      }),
    );
  });
});

describe('results as CSV', () => {
  test('are one row a record, with a byte order mark and CRLF', () => {
    const text = written(
      csvWriter('zh', plan),
      evaluation(result({ records: [record(), record({ id: 'r2' })] }), result({ practitioner: 'p2', records: [] })),
    );
    expect(text.startsWith('\ufeff人员编号,结论,')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const rows = Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true }).data;
    expect(rows.map((row) => [row[0], row[6], row[7], row[10]])).toEqual([
      ['人员编号', '记录编号', '类别', '封顶前学分'],
      ['p1', 'r1', '继续医学教育项目', '12.25'],
      ['p1', 'r2', '继续医学教育项目', '12.25'],
      ['p2', '', '', ''],
    ]);
  });

  test('have the names of the JSON in English', () => {
    const [head] = written(csvWriter('en', plan), evaluation()).slice(1).split('\r\n');
    expect(head?.split(',').slice(0, 4)).toEqual(['practitioner', 'status', 'made_up', 'total_credits']);
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\0=1', '＝1'])('never run a text such as %j', (text) => {
    expect(harmless(text)).toBe(`'${text}`);
    expect(written(csvWriter('zh', plan), evaluation(result({ practitioner: text })))).toContain(`'${text}`);
  });

  test('leave numbers numbers', () => {
    expect(written(csvWriter('zh', plan), evaluation(result({ credits: -1 })))).toContain(',-1,');
  });
});

describe('--by', () => {
  test('counts by a field, whatever its spelling, and those without it', () => {
    const institution = vocabulary.personFields.find(({ key }) => key === 'institution');
    if (institution === undefined) throw new Error('no such field');
    const grouper = new Grouper(institution);
    for (const value of ['村卫生室', 'hospital', '医院', null]) grouper.add(new Map([['机构类别', value]]), result());
    grouper.add(
      new Map([['institution', 'hospital']]),
      result({ status: 'unmet', records: [record({ reason: 'invalid' })] }),
    );
    expect(
      grouper.groups.groups.map(({ value, label, practitioners, unmet, invalid_records }) => [
        value,
        label,
        practitioners,
        unmet,
        invalid_records,
      ]),
    ).toEqual([
      ['hospital', '医院', 3, 1, 1],
      ['village_clinic', '村卫生室', 1, 0, 0],
      [null, null, 1, 0, 0],
    ]);
  });
});

describe('--mask', () => {
  const facts = new Map([
    ['id', '420103199001011234'],
    ['姓名', '张三'],
  ]);
  const keys = ['id', '编号', 'name', '姓名'];

  test('leaves no name and no id', () => {
    const open = result({
      practitioner: '420103199001011234',
      records: [record({ id: 'r-张三-1', detail: '与张三的「r-张三-1」重复' })],
      notices: [{ record: 'r-张三-1', clause: null, message: '张三（420103199001011234）有两条' }],
    });
    const { result: masked, text } = maskOf(open, facts, 2, keys);
    expect(JSON.stringify(masked)).not.toMatch(/张三|42010/);
    expect(masked).toMatchObject({ practitioner: '#3', records: [{ id: '#3.1' }], notices: [{ record: '#3.1' }] });
    expect(text('「420103199001011234」')).toBe('「#3」');
  });

  test('leaves amounts alone where an id is a small number', () => {
    const { text } = maskOf(
      result({ practitioner: '12', records: [record({ id: '3' })] }),
      new Map([['id', '12']]),
      0,
      keys,
    );
    expect(text('每 3 小时 12 学分，记录「3」')).toBe('每 3 小时 12 学分，记录「#1.1」');
  });
});
