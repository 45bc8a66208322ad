import { expect, test } from 'vitest';
import { boundariesOf, type CodeId, compile, runExamples, saidFacts, whyOf } from '../../src/index.ts';
import { clashing, island } from '../support/island.ts';

const compiled = (text: string) => compile({ file: 'island.cme', text });
const whyIn = (text: string, code: CodeId) => {
  const all = compiled(text);
  const found = all.diagnostics.find((one) => one.code === code);
  if (!found) throw new Error(`${code} is not found`);
  return whyOf(all, found);
};

test('two awards that overlap: the stretch of each, and what each alone gives the witness', () => {
  const { stretches, sides, shown } = whyIn(clashing, 'CME702');
  expect(stretches?.field).toBe('时长');
  expect(stretches?.unit?.zh).toBe('小时');
  expect(stretches?.of.map(({ from, to }) => [from, to])).toEqual([
    [{ at: 3, closed: true }, null],
    [null, { at: 4, closed: false }],
  ]);
  expect(sides.map(({ line, credits }) => [line, credits])).toEqual([
    [33, 1],
    [34, 1],
  ]);
  expect(shown[0]?.records[0]).toContainEqual({ field: '时长', shown: { zh: '3 小时', en: '3 hours' }, value: '3' });
});

test('amounts that do not go together, and both practitioners who are compared', () => {
  const { amounts, shown, sides } = whyIn(island, 'CME742');
  expect(amounts?.of.map(({ words, amount }) => [words.zh, amount])).toEqual([
    ['记一条', 1],
    ['分成两条', 2],
  ]);
  expect(shown).toHaveLength(2);
  expect(sides.map(({ credits }) => credits)).toEqual([2, 1]);
  expect(whyIn(island, 'CME721').amounts?.of.map(({ amount }) => amount)).toEqual([9, 8]);
});

test('a finding that no amounts tell of has no picture', () => {
  expect(whyIn(island, 'CME716')).toEqual({ shown: [], sides: [], stretches: null, amounts: null });
});

test('what no example tries, and numbers that no record lies on, come with one that does', () => {
  const all = compiled(island);
  const { found, left } = boundariesOf(all);
  expect(left).toEqual([]);
  expect(found.map(({ line, of }) => [line, 'field' in of ? `${of.field} ${of.value}` : of.kind])).toEqual([
    [28, 'cap'],
    [32, 'gate'],
    [33, '时长 4'],
    [34, 'award'],
    [38, 'award'],
  ]);
  const untried = runExamples(all, { coverage: true }).coverage?.filter(
    (one) => !one.covered && one.kind !== 'reading',
  );
  for (const { kind, line } of untried ?? []) {
    if (kind !== 'clause') expect(found.map((one) => one.line)).toContain(line);
  }
  const cap = found.find(({ line }) => line === 28);
  expect(cap?.result.credits).toBe(8);
});

test('a file with an error has nothing to propose', () => {
  expect(boundariesOf(compiled(clashing))).toEqual({ found: [], left: [] });
});

test('facts are said in the words and units of the rules, and ids that nobody wrote are left out', () => {
  const { ruleSet } = compiled(island);
  const facts = new Map<string, string | boolean>([
    ['id', '活动001'],
    ['form', 'lecture'],
    ['finished', true],
    ['hours', '2.5'],
    ['nothing', 'x'],
  ]);
  expect(ruleSet && saidFacts(facts, 'record', ruleSet)).toEqual([
    { field: '形式', shown: { zh: '讲座', en: '讲座' }, value: '讲座' },
    { field: '结业', shown: { zh: '是', en: 'yes' }, value: '是' },
    { field: '时长', shown: { zh: '2.5 小时', en: '2.5 hours' }, value: '2.5' },
  ]);
});
