/** What classes, caps and items are worth, as JsonLogic. */
import { part, ratioTimes } from '../../model/credit.ts';
import { leftByRank } from '../ranks.ts';
import type { Build } from './build.ts';
import type { Class } from './classes.ts';
import { leavesOf, type Node, type Span, spanOf } from './forest.ts';
import {
  fold,
  halved,
  type Logic,
  last,
  least,
  list,
  minus,
  most,
  named,
  SO_FAR,
  start,
  sum,
  variable,
  when,
} from './logic.ts';
import { byStay, factorOf, grows, measureIn, measureOf, noteSize, worth } from './rates.ts';
import { type Lists, Records } from './records.ts';
import { AT_RECORD, type Settled } from './truth.ts';

const LISTS: Readonly<Record<Exclude<Span, 'record'>, Lists>> = {
  year: { records: 'records', stays: 'stays' },
  project: { records: 'current.records', stays: 'current.stays' },
  day: { records: 'current.records', stays: 'current.stays' },
};
const GROUPS: Readonly<Record<'project' | 'day', string>> = { project: 'projects', day: 'days' };

const MOST_TOTALS = 4;
const MICRO = 1_000_000;

export class Amounts {
  readonly records: Records;
  readonly #build: Build;

  constructor(build: Build) {
    this.#build = build;
    this.records = new Records(build);
  }

  /** Of all these together, in the whole year. What is settled by totals stands outside of what it settles. */
  inYear(nodes: readonly Node[]): Logic {
    const byItem = new Map<string, Node[]>();
    for (const node of nodes) {
      const held = this.totals([node]);
      const key = held.length === 0 ? '' : spanOf(node) === 'year' ? `${byItem.size}` : leavesOf(node)[0]?.item.key;
      const together = byItem.get(key ?? '') ?? [];
      together.push(node);
      byItem.set(key ?? '', together);
    }
    return sum([...byItem.values()].map((some) => this.#settled(some)));
  }

  #settled(nodes: readonly Node[]): Logic {
    const [only] = nodes;
    // Within a year's span the parts settle their own totals.
    if (nodes.length === 1 && only !== undefined && only.kind !== 'class' && spanOf(only) === 'year')
      return only.kind === 'cap' ? least(this.inYear(only.of), only.cap.limit) : this.#item(only);
    const totals = this.totals(nodes);
    // An answer is kept by the words of its condition, which two items may share.
    if (totals.length > MOST_TOTALS || new Set(totals.map(([item]) => item)).size > 1) {
      this.#build.refuse(totals[0]?.[0].lines[0]?.source ?? null, 'tooMany');
      return 0;
    }
    return this.records.settling(totals, (settled) => this.all(nodes, 'year', settled));
  }

  totals(nodes: readonly Node[]) {
    const classes = nodes.flatMap(leavesOf).filter((leaf) => leaf.kind === 'class');
    const lines = Map.groupBy(classes, ({ item }) => item);
    return [...lines].flatMap(([item, own]) =>
      this.records.totalsOf(item, [...new Set(own.map(({ line }) => line.when))]),
    );
  }

  #item({ item, of }: Extract<Node, { kind: 'item' }>): Logic {
    const deemed = item.deems.map((deem) => {
      if (deem.credits === null) return 0;
      const { credits } = deem;
      const totals = this.records.totalsOf(item, [deem.when]);
      if (totals.length > MOST_TOTALS) this.#build.refuse(deem.source, 'tooMany');
      if (totals.length > MOST_TOTALS) return 0;
      return this.records.settling(totals, (settled) =>
        fold(variable('records'), when(this.records.deemed(item, deem.when, settled), credits, SO_FAR), 0),
      );
    });
    return deemed.reduce((all, one) => most(all, one), this.inYear(of));
  }

  /** Of all these in a span: by spans within it, where they are of narrower ones. */
  all(nodes: readonly Node[], scope: Span, settled: Settled): Logic {
    const groups = Map.groupBy(nodes, spanOf);
    return sum(
      [...groups].map(([span, own]) => {
        if (span === scope) return sum(own.map((node) => this.#one(node, scope, settled)));
        const over = span === 'record' ? LISTS[scope as 'year'].records : GROUPS[span as 'project'];
        return fold(variable(over), sum([SO_FAR, this.all(own, span, settled)]), 0);
      }),
    );
  }

  #one(node: Node, scope: Span, settled: Settled): Logic {
    if (node.kind === 'item') return this.#item(node);
    if (node.kind === 'cap') return least(this.all(node.of, scope, settled), node.cap.limit);
    return this.pool(node, scope, settled);
  }

  /** What a class earns in one of its own spans. */
  pool(one: Class, scope: Span, settled: Settled): Logic {
    noteSize(this.#build, one);
    const held = this.records.of(one, settled);
    if (held === false) return 0;
    if (scope === 'record') return when(held, this.#alone(one), 0);
    const { rate, source } = one.line;
    const measure = measureIn(rate);
    const lists = LISTS[scope];
    const factor = factorOf(one);
    const whole = factor.n === 1 && factor.d === 1;
    if (rate.kind === 'per' && whole)
      return named(this.records.measured(measure, held, lists), (total) => worth(rate, total));
    if (byStay(measure)) {
      if (!whole || !grows(rate)) this.#build.refuse(source, 'orderOfDays');
      // Rows hold nothing where there is no record: its first one asks them.
      const any = fold(variable(lists.records), when(held, 1, SO_FAR), 0);
      const total = this.records.measured(measure, held, lists);
      return when(
        { '>': [any, 0] },
        named(total, (days) => worth(rate, days)),
        0,
      );
    }
    if (one.item.placed !== null) this.#build.refuse(source, 'placedOtherwise');
    return last(this.#inTurn(one, held, lists.records));
  }

  /** Of one record that is no part of a pool. */
  #alone(one: Class): Logic {
    const { rate, falling } = one.line;
    const { n, d } = factorOf(one);
    if (falling !== null) return this.#byRank(one, falling.rank);
    if (rate.kind === 'flat')
      return Math.floor((2 * rate.credits.n * n + rate.credits.d * d) / (2 * rate.credits.d * d));
    const measure = measureOf(this.#build, measureIn(rate));
    if (rate.kind === 'field') return halved(measure, n, d * 10_000);
    const paid = worth(rate, measure);
    return n === 1 && d === 1 ? paid : named(paid, (amount) => halved(amount, n, d));
  }

  /** Of a fixed amount that falls: what is left at each rank, written out. */
  #byRank(one: Class, field: string): Logic {
    const factor = factorOf(one);
    const left = (leftByRank(one.line, one.item) ?? []).map((amount) =>
      Number(part(1, ratioTimes(amount, factor), 'half')),
    );
    const rank = variable(this.#build.truths.path({ on: 'record', key: field }, AT_RECORD));
    return left.reduceRight<Logic>(
      (later, amount, at) =>
        at === left.length - 1 ? amount : when({ '<=': [rank, (at + 1) * MICRO] }, amount, later),
      0,
    );
  }

  /** In order of time: `[sum, the most that it was worth, credits]`; each record has what the sum gains by it. */
  #inTurn(one: Class, held: Logic, over: string): Logic {
    const { rate } = one.line;
    const { n, d } = factorOf(one);
    const was = (place: number): Logic => variable(`accumulator.${place}`);
    const total = sum([was(0), measureOf(this.#build, measureIn(rate))]);
    const reached = most(was(1), worth(rate, total));
    const gained = halved(minus(reached, was(1)), n, d);
    return fold(variable(over), when(held, list(total, reached, sum([was(2), gained])), SO_FAR), start(0, 0, 0));
  }

  /** The classes of some leaves that a subject speaks of. */
  classes(nodes: readonly Node[]): readonly Class[] {
    return nodes.flatMap(leavesOf).filter((leaf) => leaf.kind === 'class');
  }
}
