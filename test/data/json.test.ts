import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { JsonArray, JsonObject, type JsonValue, readJson } from '../../src/data/json-text.ts';
import { person, read } from './support.ts';

/** What `JSON.parse` would give. */
function asParsed(value: JsonValue): unknown {
  if (value instanceof JsonArray) return value.of.map(asParsed);
  if (value instanceof JsonObject) return new Map([...value].map(([key, one]) => [key, asParsed(one)]));
  return value;
}

const asMaps = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(asMaps);
  if (typeof value === 'number') return String(Object.is(value, -0) ? 0 : value);
  if (typeof value === 'object' && value !== null)
    return new Map(Object.entries(value).map(([key, one]) => [key, asMaps(one)]));
  return value;
};

describe('the JSON reader', () => {
  test('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
        const { value: found, problem } = readJson(JSON.stringify(value, null, indent));
        expect(problem).toBeNull();
        expect(asParsed(found)).toEqual(asMaps(JSON.parse(JSON.stringify(value))));
      }),
    );
  });

  test('refuses what JSON.parse refuses, and never throws', () => {
    const marks = fc.string({ unit: fc.constantFrom(...'{}[]",:0123456789.eE+-\\ u\n\ttruefalsn'), maxLength: 12 });
    fc.assert(
      fc.property(marks, (text) => {
        let accepted = true;
        try {
          JSON.parse(text);
        } catch {
          accepted = false;
        }
        const { problem } = readJson(text);
        // A key that stands twice is refused here only.
        if (problem?.code !== 'CME963') expect(problem === null).toBe(accepted);
      }),
      { numRuns: 2000 },
    );
  });

  test('keeps the digits of a number', () => {
    expect(asParsed(readJson('[420103199001011234, 0.10, 1e999, -0, 12345678901234567890.123456789]').value)).toEqual([
      '420103199001011234',
      '0.10',
      '1e999',
      '-0',
      '12345678901234567890.123456789',
    ]);
  });

  test('takes __proto__ and constructor for keys', () => {
    const { value } = readJson('{"__proto__": {"polluted": true}, "constructor": 1}');
    expect([...(value as JsonObject).keys()]).toEqual(['__proto__', 'constructor']);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('bounds depth', () => {
    expect(readJson('['.repeat(200_000)).problem?.code).toBe('CME962');
    expect(readJson('{"a":'.repeat(10_000)).problem?.code).toBe('CME962');
  });

  test.each([
    ['{"a": 1,}', 'CME960', 8],
    ['{"a": 1 "b": 2}', 'CME960', 8],
    ['{"a": NaN}', 'CME960', 6],
    ['{"a": 0x10}', 'CME960', 6],
    ['{"a": 01}', 'CME960', 6],
    ['{"a": 1', 'CME961', 7],
    ['"abc', 'CME961', 4],
    ['"a\nb"', 'CME960', 2],
    ['"\\x"', 'CME960', 1],
    ['{} {}', 'CME960', 3],
    ['{"a": 1, "a": 2}', 'CME963', 9],
    ['', 'CME961', 0],
  ])('says where %j is no JSON', (text, code, offset) => {
    expect(readJson(text).problem).toMatchObject({ code, offset });
  });
});

describe('a roster as JSON', () => {
  test('is read by codes or by labels', () => {
    const codes = read(
      '{"year": 2025, "practitioners": [{"id": "p1", "records": [{"id": "r1", "hours": 9.50}]}]}',
      'json',
    );
    const labels = read('{"年度": 2025, "人员": [{"编号": "p1", "记录": [{"编号": "r1", "时长": 9.50}]}]}', 'json');
    expect(codes.people).toEqual([person({ id: 'p1' }, { id: 'r1', hours: '9.50' })]);
    expect(labels.people).toEqual([person({ 编号: 'p1' }, { 编号: 'r1', 时长: '9.50' })]);
    expect([codes.year, labels.year, labels.roster?.entries[0]?.id]).toEqual([2025, 2025, 'p1']);
    expect([...codes.codes, ...labels.codes]).toEqual([]);
  });

  test('may have practitioners without records, and a bare list', () => {
    expect(read('[{"id": "p1"}, {"id": "p2", "records": null}]', 'json').people).toEqual([
      person({ id: 'p1' }),
      person({ id: 'p2' }),
    ]);
  });

  test('knows the place of each fact', () => {
    const { roster } = read(
      '{"practitioners": [\n {"id": "p1", "records": [\n  {"id": "r1"},\n  {"id": "r2"}]}]}',
      'json',
    );
    expect(roster?.entries[0]?.place(1, 'hours')).toEqual({
      file: 'roster.json',
      line: 4,
      column: 3,
      path: 'practitioners[0].records[1].hours',
    });
  });

  test.each([
    ['{"year": 2025}', 'CME964', undefined],
    ['7', 'CME964', undefined],
    ['{"practitioners": {}}', 'CME965', 'practitioners'],
    ['{"practitioners": [7]}', 'CME966', 'practitioners[0]'],
    ['{"practitioners": [{"records": 7}]}', 'CME965', 'practitioners[0].records'],
    ['{"practitioners": [{}, {"records": [{}, []]}]}', 'CME967', 'practitioners[1].records[1]'],
    ['{"year": "next", "practitioners": []}', 'CME968', 'year'],
    ['{"year": 2025.5, "practitioners": []}', 'CME968', 'year'],
    ['{"practitioners": [], "人员": []}', 'CME963', undefined],
  ])('of the wrong form is refused: %s', (text, code, path) => {
    const { people, findings } = read(text, 'json');
    expect(people).toBeNull();
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ code, place: path === undefined ? {} : { path } });
  });

  test('tells ids that stand twice, and evaluates both', () => {
    const { people, findings } = read('[{"id": "p1"}, {"id": "p1"}]', 'json');
    expect(people).toHaveLength(2);
    expect(findings.map(({ code, args }) => [code, args.first, args.second])).toEqual([
      ['CME980', 'roster.json:1 [0]', 'roster.json:1 [1]'],
    ]);
  });

  test('leaves out whose id is spoilt, and a record of which it is so; digits that are written out are kept', () => {
    const { people, roster, findings } = read(
      '[{"id": 4.2E+17}, {"id": "4.2E+17"}, {"id": 420103199001011234, "records": [{"编号": "4.2E+17"}, {"id": "r2", "hours": 1}]}]',
      'json',
    );
    expect(people).toEqual([person({ id: '420103199001011234' }, { id: 'r2', hours: '1' })]);
    expect(findings.map(({ code, place }) => [code, place.path])).toEqual([
      ['CME982', '[0]'],
      ['CME982', '[1]'],
      ['CME982', '[2].records[0].编号'],
    ]);
    const [entry] = roster?.entries ?? [];
    expect([entry?.size, entry?.place(0, 'hours').path]).toEqual([1, '[2].records[1].hours']);
  });

  test('tells a record that names another practitioner', () => {
    expect(read('[{"id": "p1", "records": [{"practitioner": "p2"}]}]', 'json').codes).toEqual(['CME983']);
  });
});

describe('a roster as NDJSON', () => {
  test('is one practitioner a line', () => {
    const { people, roster } = read('{"id": "p1"}\r\n\n{"id": "p2", "记录": [{"hours": 1}]}\n', 'ndjson');
    expect(people).toEqual([person({ id: 'p1' }), person({ id: 'p2' }, { hours: '1' })]);
    expect(roster?.entries[1]?.place(0, 'hours')).toMatchObject({ line: 3, path: '记录[0].hours' });
  });

  test('tells every broken line', () => {
    const { people, findings } = read('{"id": "p1"}\n{"id": \n7\n', 'ndjson');
    expect(people).toBeNull();
    expect(findings.map(({ code, place }) => [code, place.line])).toEqual([
      ['CME961', 2],
      ['CME966', 3],
    ]);
  });
});
