/**
 * Practitioners for whom a line of the rules does something, for lines that no example makes do anything: what the line,
 * its item and its gates ask for is filled in, with as much of it as a cap lets through and more. Each was put to the
 * evaluator, and is kept for what it was seen to reach.
 */

import { Draft, type Draw, drawing } from './drafting.ts';
import { type CaseJudge, caseJudge, keyOf } from './examples.ts';
import type { ExampleCase } from './language/lower/example.ts';
import type { AwardLine, Expr, Item, Plan, Source } from './model/plan.ts';
import type { RawValue } from './model/roster.ts';

type Case = Pick<ExampleCase, 'name' | 'year' | 'chosen' | 'person' | 'records'>;

type Use = Parameters<NonNullable<Parameters<CaseJudge>[1]>>[1];

/** One thing that is to happen, and what has to be so for it. */
interface Aim {
  readonly source: Source;
  readonly item: Item;
  readonly line: AwardLine | null;
  readonly also: readonly (Expr | null)[];
  /** Hundredths of credits that are to be earned, and more. */
  readonly enough?: number;
  readonly fails?: Expr;
  /** The number that it takes, in the measure's scale. */
  readonly measure?: number;
  readonly madeUp?: boolean;
  /** A number of the person. */
  readonly carried?: string;
}

const TRIES = 24;
const MOST_AIMS = 3000;
const MOST_TRIES = 20_000;

/** Whether this is more than a condition that was asked: a line did what it stands there for. */
export const does = ({ makeUp }: Plan, source: Source, what: Use): boolean =>
  what !== 'failed' && (what !== 'held' || (makeUp !== null && keyOf(source) === keyOf(makeUp.source)));

/** `reached`: keys of lines that something does already; it grows by what is found. */
export function reachingCases(plan: Plan, year: number, reached: Set<string>): readonly Case[] {
  const judge = caseJudge(plan);
  const found: Case[] = [];
  let tries = 0;
  for (const [place, aim] of aimsOf(plan).slice(0, MOST_AIMS).entries()) {
    for (let attempt = 0; attempt < TRIES && tries < MOST_TRIES && !reached.has(keyOf(aim.source)); attempt++) {
      tries++;
      const one = caseFor(plan, aim, year, drawing(place * TRIES + attempt));
      if (one === null) continue;
      const done = new Set<string>();
      judge(one, (source, what) => {
        if (does(plan, source, what)) done.add(keyOf(source));
      });
      if (!done.has(keyOf(aim.source))) continue;
      for (const key of done) reached.add(key);
      found.push(one);
    }
  }
  return found;
}

function aimsOf(plan: Plan): readonly Aim[] {
  const byKey = new Map(plan.items.map((item) => [item.key, item]));
  const each = (item: Item, one: Omit<Aim, 'item' | 'line'>): readonly Aim[] =>
    (item.lines.length === 0 ? [null] : item.lines).map((line) => ({ item, line, ...one }));
  const anywhere = (one: Omit<Aim, 'item' | 'line'>): readonly Aim[] =>
    plan.items.flatMap((item) => each(item, one).slice(0, 2));
  const own = plan.items.flatMap((item) => [
    ...item.lines.flatMap((line): readonly Aim[] =>
      line.rate.kind === 'steps'
        ? line.rate.rows.map(({ bounds, source }) => ({ source, item, line, also: [], measure: within(bounds) }))
        : [{ source: line.source, item, line, also: [] }],
    ),
    ...item.deems.flatMap(({ source, when }) => each(item, { source, also: [when] })),
    ...item.gates.flatMap(({ source, when, that }) => each(item, { source, also: [when], fails: that })),
  ]);
  const caps = plan.caps.flatMap(({ source, items, when, limit }) =>
    items.flatMap((key) => {
      const item = byKey.get(key);
      return item === undefined ? [] : each(item, { source, also: [when], enough: limit });
    }),
  );
  const asked = plan.requirements.flatMap(({ binds, lines }) =>
    lines.flatMap(({ source, when, subject }) => {
      const items = subject === null ? plan.items : plan.items.filter(({ key }) => subject.items.includes(key));
      return items.flatMap((item) => each(item, { source, also: [binds, when, subject?.when ?? null] }).slice(0, 2));
    }),
  );
  const rest = [
    ...(plan.carry === null ? [] : anywhere({ source: plan.carry.source, also: [], carried: plan.carry.field })),
    ...plan.exceptions.flatMap(({ source, when }) => anywhere({ source, also: [when] })),
    ...plan.notices.flatMap(({ source, when }) => anywhere({ source, also: [when] })),
    ...(plan.makeUp === null ? [] : anywhere({ source: plan.makeUp.source, also: [plan.makeUp.when], madeUp: true })),
  ];
  return [...own, ...caps, ...asked, ...rest];
}

/** A number within the bounds of a row, where they leave one. */
function within(bounds: readonly { readonly by: string; readonly to: { n: number; d: number } }[]): number {
  const [bound] = bounds.filter(({ by }) => by.startsWith('>'));
  if (bound !== undefined) return bound.to.n / bound.to.d + (bound.by === '>' ? 1e6 : 0);
  const [above] = bounds;
  return above === undefined ? 1 : Math.max(1, above.to.n / above.to.d - (above.by === '<' ? 1e6 : 0));
}

function caseFor(plan: Plan, aim: Aim, year: number, draw: Draw): Case | null {
  const { item, line, also, fails, madeUp = false } = aim;
  const draft = new Draft(plan, draw);
  const asked = [item.match, ...also, ...(line === null ? [] : [line.when])].filter((expr) => expr !== null);
  if (!asked.every((expr) => draft.please(expr, true))) return null;
  if (fails !== undefined && !draft.please(fails, false)) return null;
  for (const { when, that } of item.gates)
    if (that !== fails && !(when !== null && draw(4) === 0 && draft.please(when, false)) && !draft.please(that, true))
      return null;
  if (line?.falling) draft.fill({ on: 'record', key: line.falling.rank }, 1e6);
  if (aim.carried !== undefined) draft.fill({ on: 'person', key: aim.carried }, 1e6);
  amounts(draft, aim, draw);
  // What else is asked of its records has to be known, either way.
  for (const expr of asides(plan, item)) {
    const wanted = draw(2) === 0;
    if (!draft.please(expr, wanted)) draft.please(expr, !wanted);
  }
  const records = draft
    .records(year, { together: draw(3) > 0, oneDay: draw(2) > 0, placed: item.placed })
    .map((record) => (madeUp ? new Map<string, RawValue>([...record, ['makeup_year', String(year - 1)]]) : record));
  return {
    name: `${item.label}：${aim.source.words}`.slice(0, 60),
    year: madeUp ? year - 1 : year,
    chosen: new Map(),
    person: draft.person,
    records,
  };
}

const asides = ({ caps }: Plan, { key, apart, factors, deems, best }: Item): readonly Expr[] =>
  [
    ...apart,
    ...[...factors, ...deems, ...best].map(({ when }) => when),
    ...caps.filter(({ items }) => items.includes(key)).map(({ when }) => when),
  ].filter((expr) => expr !== null);

/** As much of what is measured, in as many records, as earn something, or more than a cap lets through. */
function amounts(draft: Draft, { line, enough, measure }: Aim, draw: Draw): void {
  if (line === null) return;
  const { rate } = line;
  const times = (credits: { n: number; d: number }): number =>
    enough === undefined ? 1 + draw(3) : Math.ceil((enough * credits.d) / Math.max(1, credits.n)) + 1 + draw(3);
  if (rate.kind === 'flat')
    draft.copies = Math.max(draft.copies, enough === undefined ? 1 : Math.min(60, times(rate.credits)));
  else if (rate.kind === 'field') draft.measure({ of: 'field', key: rate.key }, (enough ?? 0) * 1e4 + 2e6);
  else if (rate.kind === 'per') draft.measure(rate.measure, (rate.per.n / rate.per.d) * times(rate.credits));
  else {
    const rows = rate.rows.map(({ bounds }) => within(bounds));
    draft.measure(rate.measure, measure ?? Math.max(...rows, 1));
  }
  if (enough !== undefined && rate.kind !== 'flat' && draw(3) === 0)
    draft.copies = Math.max(draft.copies, 2 + draw(40));
}
