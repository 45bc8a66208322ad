/** 「脱敏显示」 hides who it is, and nothing of what came of it. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ladderOf } from '../../editor/explain/ladder.ts';
import { isHidden, masked, numberOf, unquoted } from '../../editor/explain/mask.ts';
import { compile, evaluator, messageOf, type Plan, type RawFacts } from '../../src/index.ts';

const read = (path: string): string => readFileSync(new URL(`../../rules/${path}`, import.meta.url), 'utf8');
const library = [{ file: 'national.cme', text: read('national.cme') }];
const plan = compile({ file: 'hubei.cme', text: read('hubei.cme') }, { library }).plan as Plan;

const facts = (all: Record<string, string | boolean>): RawFacts => new Map(Object.entries(all));
const person = {
  facts: facts({ id: 'HB-000123', name: '欧阳小明', institution: 'hospital' }),
  records: [
    facts({ id: 'REC-1', form: 'practice', date: '2025-03-01', role: 'participant', hours: '6' }),
    facts({ id: 'REC-1', form: 'practice', date: '2025-03-02', role: 'participant', hours: '6' }),
    facts({ id: 'REC-2', form: 'practice', date: '2025-03-02', role: 'participant', hours: '不详 欧阳小明' }),
  ],
};
const { result, findings } = evaluator(plan)(person, 2025, { explain: true, lang: 'zh' });
const faults = findings.map((found) => ({
  record: found.record,
  field: found.field,
  message: { zh: messageOf(found, 'zh'), en: messageOf(found, 'en') },
}));
const judged = { result, faults, plan, person, year: 2025, readings: {} };

test('no name and no id is in any sentence; every figure is as it was', () => {
  const shown = masked(judged, 6);
  const before = ladderOf(plan, result);
  const after = ladderOf(plan, shown.result);
  const sums = ({ gained, lost, counted, records, counting }: typeof before) => [
    gained,
    lost,
    counted,
    records,
    counting,
  ];
  expect(sums(after)).toEqual(sums(before));
  const said = [
    ...after.groups.flatMap(({ lines }) => lines.map(({ record }) => record.detail ?? '')),
    ...shown.result.notices.flatMap(({ record, message }) => [record, message]),
    ...shown.faults.flatMap(({ message }) => [message.zh, message.en]),
  ].join('\n');
  // Without the mask something of it would be seen.
  expect(faults.map(({ message }) => message.zh).join()).toMatch(/欧阳小明|REC-/);
  expect(said).not.toMatch(/欧阳小明|HB-000123|REC-/);
});

test('one is found again by the place in the roster, as the command line says it', () => {
  expect(numberOf(0)).toBe('#1');
  expect(isHidden(plan, 'name')).toBe(true);
  expect(isHidden(plan, 'id')).toBe(true);
  expect(isHidden(plan, 'institution')).toBe(false);
  expect(unquoted('第 3 行的编号「HB-000123」重复')).toBe('第 3 行的编号「***」重复');
});
