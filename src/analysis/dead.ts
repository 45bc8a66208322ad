/** Conditions that are settled wherever they are asked: never true, so that the line does nothing, or never false. */
import type { AwardLine, Cap, Expr, Item, Plan, Requirement, Source } from '../model/plan.ts';
import { hasAtoms } from './axes.ts';
import { clauseWords, type Finding, itemAt, line } from './finding.ts';
import { isOver, reach } from './reach.ts';
import { fails, holds, type Regions, type Wish } from './regions.ts';
import { within } from './steps.ts';

/** A condition, and the ways on which it is come by: each is what holds of whom it is asked. */
interface Asked {
  readonly expr: Expr | null;
  readonly ways: readonly (readonly Wish[])[];
}

/** What is settled by a reading may be otherwise under another, and is no matter of the facts. */
const settledByReading = (expr: Expr): boolean => {
  if (expr.op === 'const') return (expr.readings ?? []).length > 0;
  if (expr.op === 'and' || expr.op === 'or') return expr.of.some(settledByReading);
  return expr.op === 'not' && settledByReading(expr.of);
};

const either = (of: readonly Expr[]): Expr => ({ op: 'or', of });

class Dead {
  readonly found: Finding[] = [];
  readonly #regions: Regions;

  constructor(regions: Regions) {
    this.#regions = regions;
  }

  never({ expr, ways }: Asked, source: Source, code: 'CME711' | 'CME720' = 'CME711'): boolean {
    if (expr === null || !hasAtoms(expr) || settledByReading(expr)) return false;
    // What nobody comes by is dead for the sake of what stands before it, which is told there.
    const open = ways.filter((way) => this.#regions.find(way).kind !== 'none');
    if (open.length === 0) return false;
    if (open.some((way) => this.#regions.find([...way, holds(expr)]).kind !== 'none')) return false;
    this.#tell(code, source);
    return true;
  }

  /** Nobody comes by for whom it is false. */
  always({ expr, ways }: Asked, source: Source): void {
    if (expr === null || !hasAtoms(expr) || settledByReading(expr)) return;
    const open = ways.filter((way) => this.#regions.find(way).kind !== 'none');
    if (open.length === 0) return;
    if (open.every((way) => this.#regions.find([...way, fails(expr)]).kind === 'none')) this.#tell('CME712', source);
  }

  both(asked: Asked, source: Source): void {
    if (!this.never(asked, source)) this.always(asked, source);
  }

  #tell(code: 'CME711' | 'CME712' | 'CME720', source: Source): void {
    this.found.push({ code, at: line(source), args: { words: source.words, clause: clauseWords(source.clause) } });
  }

  item(item: Item): void {
    if (this.#regions.find([holds(item.match)]).kind === 'none') {
      this.found.push({
        code: 'CME713',
        at: itemAt(item),
        args: { name: item.label, clause: clauseWords(item.clause) },
      });
      return;
    }
    for (const [at, gate] of item.gates.entries()) {
      const way = reach(item, at);
      const asked = gate.when === null ? way : [...way, holds(gate.when)];
      if (this.never({ expr: gate.when, ways: [way] }, gate.source)) continue;
      // A gate that lets nobody through is far from doing nothing.
      const that = { expr: gate.that, ways: [asked] };
      if (!this.never(that, gate.source, 'CME720')) this.always(that, gate.source);
    }
    const ways = [reach(item)];
    for (const each of item.lines) {
      // That a table has a row for each case is its manner: no row of it is idle for that.
      const asked = { expr: each.when, ways };
      if (isRow(each.source)) this.never(asked, each.source);
      else this.both(asked, each.source);
      this.steps(item, each);
    }
    for (const { when, source } of [...item.factors, ...item.best]) this.both({ expr: when, ways }, source);
    for (const { when, source } of item.deems) this.never({ expr: when, ways }, source);
  }

  /** What is summed may come to more than any of its records, whatever is asked of these. */
  steps(item: Item, { rate, basis, when }: AwardLine): void {
    if (rate.kind !== 'steps') return;
    const way = basis === 'record' ? [...reach(item), holds(when)] : [];
    for (const row of rate.rows) this.never({ expr: within(rate, row), ways: [way] }, row.source);
  }

  cap({ items, when, source }: Cap, all: readonly Item[]): void {
    // Only what earns something comes under a cap.
    const ways = all
      .filter((item) => isOver({ items }, item) && item.lines.length > 0)
      .map((item) => [...reach(item), holds(either(item.lines.map((each) => each.when)))]);
    this.both({ expr: when, ways }, source);
  }

  requirement({ binds, source, lines, reductions }: Requirement): void {
    this.both({ expr: binds, ways: [[]] }, source);
    const ways = [binds === null ? [] : [holds(binds)]];
    for (const each of [...lines, ...reductions]) this.both({ expr: each.when, ways }, each.source);
  }
}

/** A row of a 授予表: its words are made of its cells. */
export const isRow = ({ words }: Source): boolean => words.startsWith('授予表');

export const dead = (regions: Regions, plan: Plan): readonly Finding[] => {
  const found = new Dead(regions);
  for (const item of plan.items) found.item(item);
  for (const cap of plan.caps) found.cap(cap, plan.items);
  for (const requirement of plan.requirements) found.requirement(requirement);
  for (const { when, source } of plan.exceptions) found.both({ expr: when, ways: [[]] }, source);
  for (const { when, source } of plan.notices) found.never({ expr: when, ways: [[]] }, source);
  if (plan.makeUp) found.both({ expr: plan.makeUp.when, ways: [[]] }, plan.makeUp.source);
  return found.found;
};
