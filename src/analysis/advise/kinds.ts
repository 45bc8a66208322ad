/**
 * Kinds of activity that a practitioner could still do: one for each line of each item, and for each way in which caps,
 * factors and requirements tell its records apart. The facts of the person are as they are; a line whose condition on the
 * person fails is no kind of theirs.
 */
import type { UnitId } from '../../model/ast.ts';
import type { AwardLine, Expr, Item, Measure, Plan, Source, Value } from '../../model/plan.ts';
import { type Atom, atomsOf, hasAtoms } from '../axes.ts';
import { isOver, reach } from '../reach.ts';
import { fails, holds, type Point, type Wish } from '../regions.ts';
import { isValue } from '../witness.ts';
import type { Case } from './case.ts';
import { CERTIFIED, COUNTED, effortOf, hoursOf } from './effort.ts';
import { givenPerson, isTrue, truthOf } from './given.ts';
import { mostOf } from './missing.ts';

/** What a record of the kind says how much of. */
export interface Quantity {
  readonly measure: Measure;
  readonly unit: UnitId | null;
  /** People write whole multiples of it. */
  readonly grid: number;
}

export interface Kind {
  readonly item: Item;
  /** Place of the line in the item; of a deeming, below 0. */
  readonly line: number;
  readonly deems: boolean;
  readonly source: Source;
  /** Facts of a record; what is measured is not among them. */
  readonly facts: ReadonlyMap<string, Value>;
  readonly quantity: Quantity | null;
  /** Effort of so much of the quantity. */
  effort(quantity: number | null): number;
  /** In millionths; null where its records are not measured in time. */
  hours(quantity: number | null): number | null;
  /** Places of the caps over its records; beyond those of the plan, of the lines that its records must not exceed. */
  readonly caps: readonly number[];
  /** Its records can be added to nothing but one another's sum: of all of the year there is one. */
  readonly once: boolean;
}

/** None of a deeming. */
export const lineOf = ({ item, line }: Pick<Kind, 'item' | 'line'>): AwardLine | undefined => item.lines[line];

const MOST_VARIANTS = 16;
const MICRO = 1_000_000;

export const kindsOf = (at: Case): readonly Kind[] =>
  at.plan.items.flatMap((item) => [
    ...item.lines.flatMap((_, line) => kindsOfLine(at, item, line)),
    ...item.deems.flatMap((_, deem) => kindsOfDeem(at, item, deem)),
  ]);

const kindsOfLine = (at: Case, item: Item, line: number): readonly Kind[] => {
  const { when, rate, basis, falling, source } = item.lines[line] as Item['lines'][number];
  const measured =
    rate.kind === 'field' ? ({ of: 'field', key: rate.key } as const) : rate.kind === 'flat' ? null : rate.measure;
  const rank = falling === null ? [] : [holds(isValue('record', falling.rank, MICRO))];
  const quantity = quantityOf(at.plan, measured ?? timeIn(at.plan, when));
  const facts = variants(at, item, [when], rank).concat(rank.length > 0 ? variants(at, item, [when], []) : []);
  return unlike(facts).map((found) => {
    const known = new Map(found);
    if (falling !== null && !known.has(falling.rank)) known.set(falling.rank, MICRO);
    const certified = rate.kind === 'field';
    const once = basis === 'year' || basis === 'cycle';
    return made(at, { item, line, source, facts: known, quantity, certified, once, deems: false });
  });
};

const kindsOfDeem = (at: Case, item: Item, deem: number): readonly Kind[] => {
  const { when, source } = item.deems[deem] as Item['deems'][number];
  const totals = atomsOf(when).flatMap((atom) => (atom.op === 'total' ? [atom] : []));
  const facts = variants(at, item, [when, ...totals.map(({ where }) => where)], []);
  const quantity = quantityOf(at.plan, totals[0]?.measure ?? null);
  return facts.map((found) =>
    made(at, { item, line: -1 - deem, source, facts: found, quantity, certified: false, once: true, deems: true }),
  );
};

type Parts = Pick<Kind, 'item' | 'line' | 'source' | 'facts' | 'quantity' | 'once' | 'deems'> & {
  readonly certified: boolean;
};

const made = (at: Case, { certified, ...parts }: Parts): Kind => {
  const { quantity, item } = parts;
  const facts = new Map(parts.facts);
  if (quantity?.measure.of === 'field') facts.delete(quantity.measure.key);
  const rate = certified ? null : effortOf(at.plan, quantity?.unit ?? null);
  const lookup = (key: string): Value | undefined => factOf(at.plan, parts.facts, key);
  const caps = at.plan.caps.flatMap((cap, place) => {
    const over = isOver(cap, item) && !(parts.deems && cap.stage === 'item');
    return over && isTrue(cap.when, at.person, lookup) ? [place] : [];
  });
  const bounds = mostOf(at.base).flatMap(({ line: { subject } }, place) => {
    const over = subject === null || (subject.items.includes(item.key) && isTrue(subject.when, at.person, lookup));
    return over ? [at.plan.caps.length + place] : [];
  });
  const effort = (much: number | null): number => {
    if (certified) return CERTIFIED;
    if (rate === null || much === null) return COUNTED + Math.ceil((much ?? 0) / (quantity?.grid ?? 1));
    return Math.ceil((much * rate.n) / rate.d) + 1;
  };
  const hours = (much: number | null): number | null => (rate === null || much === null ? null : hoursOf(much, rate));
  return { ...parts, facts, caps: [...caps, ...bounds], effort, hours };
};

/** A fact that a record leaves out is what the vocabulary takes it to be. */
const factOf = (plan: Plan, facts: ReadonlyMap<string, Value>, key: string): Value | undefined =>
  facts.get(key) ?? plan.recordFields.find((field) => field.key === key)?.default ?? undefined;

const quantityOf = (plan: Plan, measure: Measure | null): Quantity | null => {
  if (measure === null || measure.of === 'count') return null;
  if (measure.of !== 'field') return { measure, unit: measure.of, grid: 1 };
  return { measure, unit: plan.recordFields.find(({ key }) => key === measure.key)?.unit ?? null, grid: MICRO };
};

/** Of a line that asks for some time and does not measure it, that time. */
const timeIn = (plan: Plan, when: Expr): Measure | null => {
  for (const atom of atomsOf(when)) {
    if (atom.op !== 'compare' || atom.field.on !== 'record') continue;
    const { key } = atom.field;
    const unit = plan.recordFields.find((field) => field.key === key)?.unit ?? null;
    if (effortOf(plan, unit) !== null) return { of: 'field', key };
  }
  return null;
};

/** Records that the conditions hold for, one of each sort that something else tells apart. */
const variants = (
  at: Case,
  item: Item,
  conditions: readonly Expr[],
  more: readonly Wish[],
): readonly ReadonlyMap<string, Value>[] => {
  const own = [...reach(item), ...conditions.map(holds)].map(({ expr }) => holds(givenPerson(expr, at.person)));
  const wishes = [...own, ...more];
  const found: ReadonlyMap<string, Value>[] = [];
  const split = (known: readonly Wish[], rest: readonly Expr[]): void => {
    if (found.length >= MOST_VARIANTS) return;
    const answer = at.regions.find([...known, ...dated(at, known)]);
    if (answer.kind !== 'point') return;
    const facts = factsOf(answer.point);
    const [next, ...others] = rest;
    if (next === undefined) {
      found.push(facts);
      return;
    }
    // A yes/no fact that is left out is no: what is rather not so comes first.
    split([...known, fails(givenPerson(next, at.person, false))], others);
    split([...known, holds(givenPerson(next, at.person))], others);
  };
  split(wishes, telling(at, item));
  return unlike(found);
};

const unlike = <T>(all: readonly ReadonlyMap<string, T>[]): readonly ReadonlyMap<string, T>[] => [
  ...new Map(all.map((one) => [JSON.stringify([...one].sort()), one])).values(),
];

/** Conditions on which it hangs what becomes of a record's credits. */
const telling = ({ plan, person }: Case, item: Item): readonly Expr[] => {
  const subjects = plan.requirements.flatMap(({ lines }) =>
    lines.flatMap(({ subject, fillable }) => [...(subject ? [subject] : []), ...(fillable?.from ?? [])]),
  );
  const all = [
    ...item.factors,
    ...item.best,
    ...plan.caps.filter((cap) => isOver(cap, item)),
    ...subjects.filter(({ items }) => items.includes(item.key)),
  ].flatMap(({ when }) => (when === null ? [] : [when]));
  const open = [...item.apart, ...all].filter(
    (expr) => truthOf(expr, person, () => undefined) === null && hasAtoms(expr),
  );
  return [...new Map(open.map((expr) => [JSON.stringify(expr), expr])).values()];
};

/** What is asked about a day is asked of the days that are left. */
const dated = ({ from, to }: Case, wishes: readonly Wish[]): readonly Wish[] => {
  const keys = new Set<string>();
  const dates = (atom: Atom): void => {
    if (atom.op === 'compare' && atom.field.on === 'record' && DATES.has(atom.field.key)) keys.add(atom.field.key);
  };
  for (const { expr } of wishes) atomsOf(expr).forEach(dates);
  return [...keys].flatMap((key) => {
    const field = { on: 'record', key } as const;
    return [
      holds({ op: 'compare', field, by: '>=', to: { n: from, d: 1 } }),
      holds({ op: 'compare', field, by: '<=', to: { n: to, d: 1 } }),
    ];
  });
};
const DATES: ReadonlySet<string> = new Set(['date', 'start', 'end']);

const factsOf = (point: Point): ReadonlyMap<string, Value> =>
  new Map(
    point.flatMap(({ axis: { of }, value }) =>
      of.kind === 'field' && of.on === 'record' ? [[of.field.key, value] as const] : [],
    ),
  );
