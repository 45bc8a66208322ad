/** What a comparison says of the people of a roster is what each of them is reckoned to have, counted by hand. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { marked } from '../../editor/compare/marked.ts';
import { Impacts } from '../../editor/worker/rosterImpacts.ts';
import { openText, rosterOf } from '../../src/data/index.ts';
import { compare, compile, evaluator, type Plan } from '../../src/index.ts';

const read = (path: string): string => readFileSync(new URL(`../../rules/${path}`, import.meta.url), 'utf8');
const library = [{ file: 'national.cme', text: read('national.cme') }];
const planOf = (text: string): Plan =>
  compile({ file: 'hubei.cme', text }, { library, findings: 'errors' }).plan as Plan;

const text = read('hubei.cme');
const before = planOf(text);
const cap = text.replace('上限 每项目 3 学分 当 远程\n', '上限 每项目 2 学分 当 远程\n');
const after = planOf(cap.replace('上限 每年 10 学分 当 自学上限 是 全项', '上限 每年 12 学分 当 自学上限 是 全项'));
const { roster } = rosterOf(openText(read('samples/hubei-2025.json'), 'a.json', 'json'), before);
const people = (roster?.entries ?? []).map((entry) => ({ id: entry.id ?? '', person: entry.person() }));

test('counts equal a recount, for the revision as a whole and for each change by itself', () => {
  const impacts = new Impacts(before, after, true);
  for (const { id, person } of people) impacts.add(id, person, 2025);
  const recount = (one: Plan, other: Plan) => {
    const [old, now] = [evaluator(one), evaluator(other)];
    const pairs = people.map(({ person }) => [old(person, 2025).result, now(person, 2025).result] as const);
    const moved = pairs.filter(([a, b]) => a.credits !== b.credits || a.status !== b.status);
    const verdict = (from: string, to: string) => pairs.filter(([a, b]) => a.status === from && b.status === to).length;
    return {
      practitioners: people.length,
      changed: moved.length,
      met_to_unmet: verdict('met', 'unmet'),
      unmet_to_met: verdict('unmet', 'met'),
      lost: pairs.filter(([a, b]) => b.credits < a.credits).length,
      gained: pairs.filter(([a, b]) => b.credits > a.credits).length,
    };
  };
  expect(people.length).toBeGreaterThan(100);
  expect(impacts.whole.found).toMatchObject(recount(before, after));
  expect(impacts.whole.found.changed).toBeGreaterThan(0);
  const { changes } = compare(before, after, { witnesses: false });
  expect(impacts.changes.map(({ at }) => changes[at]?.effect)).toEqual(['stricter', 'looser']);
  const [first, second] = impacts.changes;
  const middle = planOf(cap);
  expect(first?.found).toMatchObject(recount(before, middle));
  expect(first?.found.gained).toBe(0);
  expect(second?.found.lost).toBe(0);
  expect(second?.found.gained).toBeGreaterThan(0);
});

test('of two wordings the words between what both begin and end with are marked', () => {
  const own = (one: string, other: string) => marked(one, other).map((side) => side.own);
  expect(own('上限 每项目 3 学分 当 远程', '上限 每项目 2 学分 当 远程')).toEqual(['3', '2']);
  expect(own('适用 机构类别 属于 甲、乙', '适用 机构类别 属于 甲、乙、丙')).toEqual(['', '、丙']);
  expect(own('授予 0.2 学分', '授予 每 1 小时 0.1 学分')).toEqual(['0.2', '每 1 小时 0.1']);
  for (const [one, other] of [
    ['a a', 'a a a'],
    ['', 'b'],
    ['c', 'c'],
  ] as const) {
    const sides = marked(one, other);
    expect(sides.map(({ head, own: middle, tail }) => head + middle + tail)).toEqual([one, other]);
  }
});
