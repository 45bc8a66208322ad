/**
 * The greatest that a year can give, as amounts flow: from lines into items, through caps into categories and into the total.
 * The least is nothing: a year may have no records. The greatest is never too little; whether a year gives as much is tried
 * with a practitioner who has many long records of every kind.
 */
import type { Basis, Credit, Item, Plan, Source, Value } from '../../model/plan.ts';
import { mouldsOf } from '../falls/moulds.ts';
import { type Judge, Scales } from '../falls/scales.ts';
import { isOver } from '../reach.ts';
import type { Regions } from '../regions.ts';
import type { Shown } from '../witness.ts';
import { carried, ENDLESS, type Giving, givings, once, together } from './most.ts';

/** In hundredths; null: without end, for no cap bounds it. */
export interface Greatest {
  readonly greatest: Credit | null;
  /** A year was found that gives exactly this; false: no year gives more, and perhaps none gives as much. */
  readonly attained: boolean;
}

export interface Ranges extends Greatest {
  readonly categories: readonly (Greatest & { readonly key: string; readonly items: readonly ItemRange[] })[];
  readonly caps: readonly CapRange[];
  /** What may be carried in at most; null: without end. */
  readonly carried: Credit | null;
}

export interface ItemRange extends Greatest {
  readonly key: string;
  /** What one record, or what is measured together, gives at most before any cap; null: without end. */
  readonly lines: readonly { readonly source: Source; readonly once: Credit | null }[];
  readonly deems: readonly { readonly source: Source; readonly credits: Credit | null }[];
}

export interface CapRange {
  readonly source: Source;
  readonly owner: string;
  readonly per: Basis;
  readonly limit: Credit;
  /** What comes through in a year at most; null: without end, as projects or records there may be any number of. */
  readonly greatest: Credit | null;
}

const finite = (most: Credit): Credit | null => (most === ENDLESS ? null : most);

export const rangesIn = (regions: Regions, plan: Plan, judge: Judge): Ranges => {
  const all = givings(regions, plan, plan.items, []);
  const most = (items: readonly Item[]): Credit => together(plan, ofItems(all, items));
  const full = new Full(regions, plan, judge);
  const range = (items: readonly Item[], more = 0): Greatest => {
    const greatest = most(items) + more;
    return { greatest: finite(greatest), attained: greatest === ENDLESS || full.of(items) + more === greatest };
  };
  return {
    ...range(plan.items, carried(plan)),
    carried: finite(carried(plan)),
    categories: plan.categories.map(({ key }) => {
      const items = plan.items.filter(({ category }) => category === key);
      return { key, ...range(items), items: items.map((item) => ofItem(plan, item, range([item]))) };
    }),
    caps: plan.caps.map((cap) => {
      const { source, owner, per, limit } = cap;
      const yearly = per === 'year' || per === 'cycle';
      const under = most(plan.items.filter((item) => isOver(cap, item)));
      return { source, owner, per, limit, greatest: finite(yearly ? Math.min(limit, under) : under) };
    }),
  };
};

const ofItems = (all: readonly Giving[], items: readonly Item[]): readonly Giving[] => {
  const held = new Set(items);
  return all.filter(({ item }) => held.has(item));
};

const ofItem = (plan: Plan, item: Item, range: Greatest): ItemRange => ({
  key: item.key,
  ...range,
  lines: item.lines.map((line) => ({ source: line.source, once: finite(once(plan, item, line)) })),
  deems: item.deems.map(({ source, credits }) => ({ source, credits })),
});

/** As many records of one kind as fill any usual cap. */
const COPIES = 40;
/** Of larger plans it is not tried whether a year gives as much. */
const MOST_ITEMS = 200;

/** Practitioners who have done as much as a year holds. */
class Full {
  readonly #regions: Regions;
  readonly #scales: Scales;
  readonly #made = new Map<Item, readonly Shown[]>();

  constructor(regions: Regions, plan: Plan, judge: Judge) {
    this.#regions = regions;
    this.#scales = new Scales(plan, judge);
  }

  /** With short stays, and with stays that reach what a sum asks for. */
  of(items: readonly Item[]): Credit {
    if (this.#scales.plan.items.length > MOST_ITEMS) return 0;
    return Math.max(0, ...[0, 1].map((way) => this.#together(items, way)));
  }

  #together(items: readonly Item[], way: number): Credit {
    const shown = items.flatMap((item) => this.#recordsOf(item)[way] ?? []);
    const [first] = shown;
    if (!first) return 0;
    const person = new Map(shown.flatMap((one) => [...one.person]));
    const records = shown.flatMap((one) => one.records);
    return this.#scales.weigh({ year: first.year, person, records }, items[0] as Item)?.total ?? 0;
  }

  #recordsOf(item: Item): readonly Shown[] {
    const known = this.#made.get(item);
    if (known) return known;
    const moulds = mouldsOf(this.#regions, this.#scales.plan, item, null);
    const shown = [0, 1].flatMap((way): Shown[] => {
      if (moulds === null) return [];
      const stay = way === 0 ? null : Math.max(0, ...moulds.stays);
      const records = moulds.records.flatMap((mould) => {
        const facts = new Map<string, Value>(mould);
        for (const [key, values] of moulds.grids)
          if (!facts.has(key) && values.length > 0) facts.set(key, Math.max(...values));
        if (stay && !facts.has('start') && !facts.has('end')) {
          const start = Date.UTC(moulds.year, 0, 1) / 86_400_000;
          facts.set('start', start).set('end', start + stay - 1);
        }
        return Array.from({ length: COPIES }, () => facts);
      });
      return [{ year: moulds.year, person: moulds.person, records }];
    });
    this.#made.set(item, shown);
    return shown;
  }
}
