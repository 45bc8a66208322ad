/**
 * Looks for a year that one record more makes worse: first those that a sum is carried over its threshold in, then cases
 * drawn at random, the same ones each time. What is found is made as small as it may be.
 */
import { part } from '../../model/credit.ts';
import { lastOfMonths } from '../../model/date.ts';
import type { Item, Measure, Value } from '../../model/plan.ts';
import type { Shown } from '../witness.ts';
import { type Facts, firstDay, type Moulds, totalsOf } from './moulds.ts';
import type { Scales } from './scales.ts';

export interface Fallen {
  readonly less: Shown;
  /** With the record at this place more. */
  readonly more: Shown;
  readonly added: number;
  readonly before: number;
  readonly after: number;
}

/** How many cases are drawn for one suspect. */
const DRAWN = 200;
/** So many records make up a sum that counts them. */
const MOST_COPIES = 12;

export class Hunt {
  tried = 0;
  readonly #scales: Scales;
  readonly #item: Item;
  readonly #moulds: Moulds;

  constructor(scales: Scales, item: Item, moulds: Moulds) {
    this.#scales = scales;
    this.#item = item;
    this.#moulds = moulds;
  }

  run(): Fallen | null {
    return this.#smaller(this.#across() ?? this.#drawn());
  }

  #shown(records: readonly Facts[]): Shown {
    const { year, person } = this.#moulds;
    return { year, person, records: records.map((facts) => new Map(facts)) };
  }

  #weigh(records: readonly Facts[]): number | null {
    if (records.length === 0) return 0;
    this.tried += 1;
    return this.#scales.weigh(this.#shown(records), this.#item)?.total ?? null;
  }

  /** Whether the record at this place takes something away. */
  #fallen(records: readonly Facts[], added: number, after = this.#weigh(records)): Fallen | null {
    if (after === null) return null;
    const without = records.toSpliced(added, 1);
    const before = this.#weigh(without);
    if (before === null || before <= after) return null;
    return { less: this.#shown(without), more: this.#shown(records), added, before, after };
  }

  /** One record that earns little or much, and one that brings a sum to where a condition changes. */
  #across(): Fallen | null {
    for (const { measure, by, to } of totalsOf(this.#item)) {
      const amount = by === '<=' || by === '>' ? Number(part(1, to, 'floor')) + 1 : Number(part(1, to, 'ceil'));
      const copies = measure.of === 'count' ? Math.min(amount - 1, MOST_COPIES) : 1;
      if (copies < 1) continue;
      for (const base of this.#moulds.records.flatMap((facts) => this.#earning(facts))) {
        for (const other of this.#moulds.records) {
          const crossing = this.#measured(other, measure, amount, base.get('end'));
          const found = this.#fallen([...Array.from({ length: copies }, () => base), crossing], copies);
          if (found) return found;
        }
      }
    }
    return null;
  }

  /** With each of the roundest quantities that its lines measure. */
  #earning(facts: Facts): readonly Facts[] {
    const made = this.#item.lines.flatMap(({ rate }) => {
      if (rate.kind !== 'per') return [];
      const { measure, per } = rate;
      if (measure.of !== 'field') return [this.#measured(facts, measure, Math.ceil(per.n / per.d))];
      if (facts.has(measure.key)) return [facts];
      const grid = this.#moulds.grids.get(measure.key) ?? [];
      return grid.filter(round).map((quantity) => this.#measured(facts, measure, quantity));
    });
    return made.length > 0 ? made : [facts];
  }

  /** The record with so much of the measure; a stay lies behind another, with a day between. */
  #measured(facts: Facts, measure: Measure, amount: number, behind?: Value): Facts {
    if (measure.of === 'count') return facts;
    if (measure.of === 'field') return new Map(facts).set(measure.key, amount);
    const start = typeof behind === 'number' ? behind + 2 : firstDay(this.#moulds.year);
    const end = measure.of === 'days' ? start + amount - 1 : lastOfMonths(start, amount);
    return new Map(facts).set('start', start).set('end', end);
  }

  #drawn(): Fallen | null {
    const draw = drawing();
    for (let n = 0; n < DRAWN; n += 1) {
      const pooled = draw(2) === 0;
      const records = Array.from({ length: 2 + draw(3) }, () => this.#record(draw, pooled));
      // What fills a cap is often many of one kind.
      const [filling] = records;
      if (filling && draw(2) === 0) records.push(...Array.from({ length: 1 + draw(4) }, () => alone(filling)));
      const after = this.#weigh(records);
      for (let added = 0; added < records.length && after !== null; added += 1) {
        const found = this.#fallen(records, added, after);
        if (found) return found;
      }
    }
    return null;
  }

  #record(draw: (below: number) => number, pooled: boolean): Facts {
    const { records, grids, stays, year } = this.#moulds;
    const facts = new Map<string, Value>(records[draw(records.length)]);
    for (const [key, values] of grids) {
      if (values.length > 0 && (!facts.has(key) || draw(3) === 0))
        facts.set(key, values[draw(values.length)] as number);
    }
    if (stays.length > 0 && !facts.has('start') && !facts.has('end')) {
      const start = firstDay(year) + draw(12) * 20;
      facts
        .set('start', start)
        .set('end', Math.min(start + (stays[draw(stays.length)] as number) - 1, firstDay(year) + 364));
    }
    if (!facts.has('date')) facts.set('date', firstDay(year) + 60 + draw(2));
    const project = pooled ? 1 : draw(3);
    if (!facts.has('project') && project > 0) facts.set('project', project === 1 ? '甲' : '乙');
    return facts;
  }

  /** Without records that do not matter, and without facts that only some drawn case had. */
  #smaller(found: Fallen | null): Fallen | null {
    if (!found) return null;
    const records = found.more.records;
    for (let at = 0; at < records.length; at += 1) {
      if (at === found.added) continue;
      const less = this.#fallen(records.toSpliced(at, 1), at < found.added ? found.added - 1 : found.added);
      if (less) return this.#smaller(less);
    }
    for (const key of ['project', 'date', 'start']) {
      const bare = records.map(
        (facts) => new Map([...facts].filter(([own]) => own !== key && !(key === 'start' && own === 'end'))),
      );
      const plainer = records.some((facts) => facts.has(key)) ? this.#fallen(bare, found.added) : null;
      if (plainer) return this.#smaller(plainer);
    }
    return found;
  }
}

const alone = (facts: Facts): Facts => new Map([...facts].filter(([key]) => key !== 'project'));

/** Written without many digits. */
const round = (value: number): boolean => value % 10_000 === 0;

/** Numbers below a bound, the same row of them each time: a step of a generator of the form a·x + c. */
const drawing = (): ((below: number) => number) => {
  let state = 20_251;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};
