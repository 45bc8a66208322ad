/** Laws of language.md that one evaluation shows by itself, each as an assertion. */
import { expect } from 'vitest';
import type { PersonResult, Plan } from '../../src/index.ts';
import type { Expr } from '../../src/model/plan.ts';
import type { Facts, SyntheticRoster } from './roster.ts';

/** Credits in hundredths, of which there must be a whole number, none of them negative. */
export function cents(credits: number): number {
  const whole = Math.round(credits * 100);
  if (whole / 100 !== credits || whole < 0 || Object.is(credits, -0))
    throw new Error(`${credits} is no whole number of hundredths from 0 on`);
  return whole;
}

const sum = (amounts: readonly number[]): number => amounts.reduce((all, one) => all + one, 0);

/** Records add up to categories and to the total; what has a reason has no credits. */
export function addsUp({ credits, categories, records }: PersonResult): void {
  for (const amount of ['raw', 'credits'] as const) {
    const byCategory = Map.groupBy(records, ({ category }) => category);
    for (const category of categories) {
      const own = byCategory.get(category.code) ?? [];
      expect(cents(category[amount]), category.code).toBe(sum(own.map((record) => cents(record[amount]))));
    }
    expect(sum(categories.map((category) => cents(category[amount])))).toBe(
      sum(records.map((record) => cents(record[amount]))),
    );
  }
  expect(sum(categories.map((category) => cents(category.credits)))).toBe(cents(credits));
  for (const record of records) {
    expect(record.credits).toBeLessThanOrEqual(record.raw);
    if (record.reason === null) expect(record.detail).toBeUndefined();
    else expect(record).toMatchObject({ raw: 0, credits: 0, detail: expect.stringMatching(/./) });
  }
}

/** `met` is what the requirement's lines say, and nothing is short where nothing is missing. */
export function judged({ status, credits, required, shortfall, requirements }: PersonResult): void {
  for (const line of requirements) expect(line.met).toBe(line.earned >= line.required);
  if (status !== 'exempt') expect(status === 'met').toBe(requirements.every((line) => line.met));
  expect(cents(shortfall)).toBe(status === 'exempt' ? 0 : Math.max(0, cents(required) - cents(credits)));
}

/** The steps of an explanation lead from nothing to the result. */
export function explained({ steps = [], records, categories, credits, requirements }: PersonResult): void {
  const standing = new Map(records.map(({ id }) => [id, 0]));
  const raw = new Map(standing);
  for (const step of steps) {
    const before = standing.get(step.record) ?? 0;
    if (step.kind === 'award' || step.kind === 'deem') {
      standing.set(step.record, before + cents(step.credits));
      raw.set(step.record, (raw.get(step.record) ?? 0) + cents(step.credits));
    } else if (step.kind === 'cap') {
      expect(before - cents(step.lost), step.rule).toBe(cents(step.credits));
      standing.set(step.record, cents(step.credits));
    }
  }
  for (const record of records) {
    expect(standing.get(record.id)).toBe(cents(record.credits));
    expect(raw.get(record.id)).toBe(cents(record.raw));
    const refused = steps.filter(({ kind, record: id }) => kind === 'refused' && id === record.id);
    expect(refused.map(({ rule }) => rule)).toEqual(record.detail === undefined ? [] : [record.detail]);
  }
  const stepsOf = (kind: string) => steps.filter((step) => step.kind === kind);
  // 视同完成 fills an item up to 25 credits, in both files, and adds nothing to one that has more.
  for (const { credits: added, to } of stepsOf('deem')) {
    const counted = sum(records.filter(({ award }) => award === to).map((record) => cents(record.credits)));
    if (added > 0) expect(counted, to).toBe(25_00);
    else expect(counted, to).toBeGreaterThanOrEqual(25_00);
  }
  expect(stepsOf('category').map(({ credits, lost }) => [cents(credits), cents(lost)])).toEqual(
    categories.map((one) => [cents(one.credits), cents(one.raw) - cents(one.credits)]),
  );
  expect(stepsOf('total').map((step) => step.credits)).toEqual([credits]);
  expect(stepsOf('requirement').map((step) => step.credits)).toEqual(requirements.map(({ earned }) => earned));
}

/** What a limit sums: credits of one practitioner's records by span; a record that is not under it has none. */
export interface Limit {
  readonly name: string;
  readonly credits: number;
  readonly span: (record: Facts, index: number, award: string | null) => string | null;
}

export function withinLimits(
  limits: readonly Limit[],
  roster: SyntheticRoster,
  results: readonly PersonResult[],
): void {
  results.forEach(({ records }, person) => {
    for (const limit of limits) {
      const sums = new Map<string, number>();
      records.forEach(({ credits, award }, index) => {
        const facts = roster.practitioners[person]?.records[index] ?? {};
        const span = credits === 0 ? null : limit.span(facts, index, award);
        if (span !== null) sums.set(span, (sums.get(span) ?? 0) + cents(credits));
      });
      for (const counted of sums.values()) expect(counted, limit.name).toBeLessThanOrEqual(limit.credits * 100);
    }
  });
}

export const projectOf = ({ project }: Facts, index: number): string => String(project ?? `alone ${index}`);

/** The caps of a plan. */
export const capsOf = (plan: Plan): readonly Limit[] =>
  plan.caps.map((cap): Limit => {
    const labels = plan.items.filter(({ key }) => cap.items.includes(key)).map(({ label }) => label);
    const spans: Record<string, (facts: Facts, index: number) => string> = {
      record: (_, index) => String(index),
      project: projectOf,
      year: () => 'year',
    };
    const spanOf = spans[cap.per];
    if (spanOf === undefined) throw new Error(`no cap of the shipped files is per ${cap.per}`);
    return {
      name: cap.source.words,
      credits: cap.limit / 100,
      span: (facts, index, award) =>
        labels.includes(award ?? '') && (cap.when === null || holds(cap.when, facts)) ? spanOf(facts, index) : null,
    };
  });

/** Conditions of caps, on records that earned something: no fact that they read is missing. */
function holds(condition: Expr, facts: Facts): boolean {
  switch (condition.op) {
    case 'const':
      return condition.value;
    case 'yes':
      return facts[condition.field.key] === true;
    case 'among':
      return condition.keys.includes(String(facts[condition.field.key]));
    case 'and':
      return condition.of.every((part) => holds(part, facts));
    case 'or':
      return condition.of.some((part) => holds(part, facts));
    case 'not':
      return !holds(condition.of, facts);
    default:
      throw new Error(`no cap of the shipped files reads ${condition.op}`);
  }
}
