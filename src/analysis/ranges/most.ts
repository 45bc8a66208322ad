/**
 * How much a year can give at most. What grants credits is parted by the caps that its records may keep clear of; what a cap
 * is over gives no more than its limit, and what no cap is over may give any amount. No year gives more: that a year gives
 * as much is another question, which is put to the evaluator.
 */
import { part } from '../../model/credit.ts';
import type { AwardLine, Cap, Credit, Deem, Expr, Fraction, Item, Plan, Source } from '../../model/plan.ts';
import { settled } from '../falls/spans.ts';
import { isOver, reach } from '../reach.ts';
import { fails, holds, type Regions, type Wish } from '../regions.ts';

/** What grants: a line or a deeming of an item, to records that lie under these caps of the year. */
export interface Giving {
  readonly item: Item;
  readonly source: Source;
  readonly deem: boolean;
  /** Infinite where many records, or long ones, give any amount. */
  readonly most: Credit;
  readonly caps: readonly Cap[];
}

export const ENDLESS = Number.POSITIVE_INFINITY;

const YEAR = 366;
const SHORTEST_MONTH = 28;

/** Of the year, and of the next where what is made up there counts too. */
const daysIn = ({ makeUp }: Plan): number => (makeUp === null ? YEAR : 2 * YEAR - 1);

/** Caps that bound a year: of single records, projects and dated days there may be any number. */
const bounds = ({ per }: Cap): boolean => per === 'year' || per === 'cycle';

/** More caps with conditions than these over one item are not all kept clear of at once. */
const MOST_CONDITIONS = 6;

/** `ways`: what must hold of the practitioner, and of each record. */
export const givings = (
  regions: Regions,
  plan: Plan,
  items: readonly Item[],
  ways: readonly Wish[],
): readonly Giving[] =>
  items.flatMap((item) => {
    const caps = plan.caps.filter((cap) => isOver(cap, item) && bounds(cap));
    const give = (source: Source, when: Expr, most: Credit, deem: boolean, over: readonly Cap[]): readonly Giving[] => {
      if (most === 0) return [];
      const way = [...ways, ...reach(item), holds(settled(when))];
      return clear(regions, over, way).map((held) => ({ item, source, deem, most, caps: held }));
    };
    const lines = item.lines.flatMap((line) => give(line.source, line.when, inYear(plan, item, line), false, caps));
    const sections = caps.filter(({ stage }) => stage === 'section');
    const deems = item.deems.flatMap(({ source, when, credits }: Deem) =>
      give(source, when, credits ?? 0, true, sections),
    );
    return [...lines, ...deems];
  });

/** The sets of caps that a record may lie under; none that holds another: to be under more gives no more. */
const clear = (regions: Regions, caps: readonly Cap[], way: readonly Wish[]): readonly (readonly Cap[])[] => {
  const always = caps.filter(({ when }) => when === null);
  const some = caps.filter(({ when }) => when !== null).slice(0, MOST_CONDITIONS);
  const found: (readonly Cap[])[] = [];
  const step = (at: number, wishes: readonly Wish[], held: readonly Cap[]): void => {
    if (found.some((less) => less.every((cap) => held.includes(cap)))) return;
    if (regions.find(wishes).kind === 'none') return;
    const cap = some[at];
    if (cap === undefined) {
      found.push(held);
      return;
    }
    step(at + 1, [...wishes, fails(cap.when as Expr)], held);
    step(at + 1, [...wishes, holds(cap.when as Expr)], [...held, cap]);
  };
  step(0, way, []);
  return found.map((held) => [...always, ...held]);
};

const cents = (credits: Fraction): Credit => Number(part(1, credits, 'ceil'));

/** What factors may make of it at most. */
const factored = (item: Item, credits: Credit): Credit =>
  item.factors.reduce((most, { by }) => (by.n > by.d ? Math.ceil((most * by.n) / by.d) : most), credits);

/** What one record gives at most, or the records of one span together; infinite where length or a certificate says. */
export const once = (plan: Plan, item: Item, { rate, basis }: AwardLine): Credit => {
  switch (rate.kind) {
    case 'flat':
      return factored(item, cents(rate.credits));
    case 'steps':
      return factored(item, Math.max(0, ...rate.rows.map(({ credits }) => cents(credits))));
    case 'field':
      return ENDLESS;
    case 'per': {
      const { measure, per, credits } = rate;
      if (credits.n === 0) return 0;
      if (measure.of === 'count')
        return basis === 'record' ? factored(item, Math.ceil(per.d / per.n) * cents(credits)) : ENDLESS;
      if (measure.of === 'field') return ENDLESS;
      const sum = measure.of === 'days' ? daysIn(plan) : Math.ceil(daysIn(plan) / SHORTEST_MONTH);
      return factored(item, Math.ceil((sum * per.d) / per.n) * cents(credits));
    }
    default:
      return rate satisfies never;
  }
};

/** Many records give any amount, but where all of the year are measured as one, or only the best count. */
const inYear = (plan: Plan, item: Item, line: AwardLine): Credit => {
  const single = once(plan, item, line);
  const pooled = line.rate.kind === 'per' || line.rate.kind === 'steps';
  const one = pooled && (line.basis === 'year' || line.basis === 'cycle') && item.apart.length === 0;
  if (single === 0 || (one && single < ENDLESS)) return single;
  return bestOf(item) * single;
};

/** How many records of the year count at most. */
const bestOf = (item: Item): number =>
  Math.min(
    ENDLESS,
    ...item.best
      .filter(({ per, when }) => when === null && (per === 'year' || per === 'cycle'))
      .map(({ count }) => count),
  );

interface Block {
  readonly of: readonly Giving[];
  readonly most: Credit;
}

/** Givings in blocks that a cap is over as a whole. */
class Blocks {
  readonly #of = new Map<Giving, Block>();

  constructor(all: readonly Giving[], years: number) {
    for (const giving of all) this.#of.set(giving, { of: [giving], most: giving.most * years });
  }

  over(givings: readonly Giving[]): readonly Block[] {
    return [...new Set(givings.flatMap((giving) => this.#of.get(giving) ?? []))];
  }

  /** A cap that crosses another is left out: what is said is then still never too little. */
  limit(under: readonly Giving[], most: Credit): void {
    const touched = this.over(under);
    const of = touched.flatMap((block) => block.of);
    if (touched.length === 0 || of.length > under.length) return;
    const whole = { of, most: Math.min(most, sum(touched)) };
    for (const giving of of) this.#of.set(giving, whole);
  }
}

const sum = (blocks: readonly Block[]): Credit => blocks.reduce((all, { most }) => all + most, 0);

/** What all of these give together, at most. `years`: over so many, in which a cap of the cycle is there once. */
export const together = (plan: Plan, all: readonly Giving[], years = 1): Credit => {
  const blocks = new Blocks(all, years);
  const under = new Map<Cap, Giving[]>();
  for (const giving of all) {
    for (const cap of giving.caps) {
      const known = under.get(cap);
      if (known) known.push(giving);
      else under.set(cap, [giving]);
    }
  }
  const cut = (stage: Cap['stage']): void => {
    const sets = plan.caps.flatMap((cap) => {
      const of = under.get(cap);
      return of && cap.stage === stage ? [{ of, most: cap.limit * (cap.per === 'cycle' ? 1 : years) }] : [];
    });
    for (const { of, most } of sets.toSorted((a, b) => a.of.length - b.of.length)) blocks.limit(of, most);
  };
  cut('item');
  // An item counts what it is deemed or what its lines give, whichever is more.
  for (const [, own] of Map.groupBy(all, ({ item }) => item)) {
    const deemed = own.filter(({ deem }) => deem);
    if (deemed.length === 0) continue;
    const lines = sum(blocks.over(own.filter(({ deem }) => !deem)));
    blocks.limit(own, Math.max(lines, ...deemed.map(({ most }) => most * years)));
  }
  cut('section');
  return sum(blocks.over(all));
};

export const carried = ({ carry }: Plan): Credit => (carry === null ? 0 : (carry.limit ?? ENDLESS));
