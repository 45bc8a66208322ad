import { describe, expect, test } from 'vitest';
import { rosterJsonSchema, rosterSchema } from '../../src/data/index.ts';
import { vocabulary } from './vocabulary.ts';

const schema = rosterSchema(vocabulary);
const one = (facts: object, ...records: object[]) => ({ year: 2025, practitioners: [{ ...facts, records }] });

describe('the schema of a roster', () => {
  test.each([
    one({ id: 'p1', institution: 'hospital' }, { form: 'paper', hours: 9.5, date: '2025-03-01', passed: true }),
    { 年度: 2025, 人员: [{ 编号: '1', 机构类别: '医院', 记录: [{ 形式: '论文', 时长: '9.5', 考核合格: '是' }] }] },
    one({ id: null }, { colour: 'red' }),
    { practitioners: [{ id: 420103 }] },
  ])('accepts %j', (roster) => {
    expect(schema.safeParse(roster).success).toBe(true);
  });

  test.each([
    {},
    one({ institution: 'palace' }),
    one({}, { hours: -1 }),
    one({}, { hours: '1e3' }),
    one({}, { words: 1.5 }),
    one({}, { date: '2025-02-30' }),
    one({}, { passed: 'maybe' }),
    one({}, { form: 7 }),
    { practitioners: {} },
    { year: 'next', practitioners: [] },
  ])('refuses %j', (roster) => {
    expect(schema.safeParse(roster).success).toBe(false);
  });

  test('is JSON Schema too, by code and by label', () => {
    const json = JSON.stringify(rosterJsonSchema(vocabulary, { code: 'demo', label: '示例', version: '1' }));
    expect(JSON.parse(json)).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: '示例 1',
      type: 'object',
      anyOf: [{ required: ['practitioners'] }, { required: ['人员'] }],
    });
    for (const word of ['hospital', '医院', '"机构类别"', '"institution"', '"format":"date"'])
      expect(json).toContain(word);
  });

  test('takes a hostile label for a name like any other', () => {
    const hostile = { personFields: vocabulary.personFields, recordFields: vocabulary.recordFields.slice(0, 1) };
    const [field] = hostile.recordFields;
    if (field === undefined) throw new Error('no field');
    const words = { ...hostile, recordFields: [{ ...field, key: '__proto__', label: 'constructor' }] };
    expect(rosterSchema(words).safeParse(one({ id: 'p' })).success).toBe(true);
  });
});
