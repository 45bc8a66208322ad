/** Two that claim one: items, the lines and rows of one item, the steps of one row, requirements. */
import type { Phrase } from '../model/codes.ts';
import type { AwardLine, Expr, Item, Plan, Requirement } from '../model/plan.ts';
import type { Witness } from '../model/witness.ts';
import { clauseWords, type Finding, itemAt, line } from './finding.ts';
import { pairsOf } from './pairs.ts';
import { reach } from './reach.ts';
import { type Found, fails, holds, type Regions, type Wish } from './regions.ts';
import { type Steps, within } from './steps.ts';
import { shownBy, witnessOf, wordsOf } from './witness.ts';

type Code = 'CME701' | 'CME702' | 'CME703';

/** Whether the evaluator comes upon this clash in the witness. */
export type Confirm = (code: Code, witness: Witness) => boolean;

/** Each is told with the first that it clashes with; more than so many would not be read. */
export const MOST = 20;

/** The two as they are called, and the clauses that they cite. */
interface Words extends Required<Pick<Finding, 'at' | 'also'>> {
  readonly first: string;
  readonly second: string;
  readonly clauses: readonly [string | null, string | null];
}

class Overlaps {
  readonly found: Finding[] = [];
  /** Items that claim records of others: who is claimed by two shows nothing of the lines of one. */
  readonly disputed = new Set<Item>();
  readonly #regions: Regions;
  readonly #confirm: Confirm;

  constructor(regions: Regions, confirm: Confirm) {
    this.#regions = regions;
    this.#confirm = confirm;
  }

  get full(): boolean {
    return this.found.length >= MOST;
  }

  /** Among conditions, each with those before it. */
  among(conditions: readonly Expr[], tell: (first: number, second: number) => boolean): void {
    const told = new Set<number>();
    for (const [first, second] of pairsOf(conditions)) {
      if (this.full) return;
      if (!told.has(second) && tell(first, second)) told.add(second);
    }
  }

  tell(
    code: 'CME701' | 'CME702' | 'CME703',
    wishes: readonly Wish[],
    item: Item | null,
    words: Words,
    confirm = this.#confirm,
  ): boolean {
    const found = this.#regions.find(wishes);
    if (found.kind === 'none') return false;
    const { at, also, first, second } = words;
    const [firstClause, secondClause] = words.clauses.map(clauseWords) as [Phrase, Phrase];
    const args = { first, firstClause, second, secondClause };
    const clash = this.#shown(code, found, item, confirm);
    const { plan } = this.#regions;
    if (clash)
      this.found.push({
        code,
        at,
        also,
        args: { ...args, witness: wordsOf(plan, clash.shown) },
        witness: clash.witness,
      });
    else this.found.push({ code: 'CME704', at, also, args });
    return true;
  }

  #shown(code: Code, found: Found, item: Item | null, confirm: Confirm) {
    if (found.kind !== 'point') return null;
    const shown = shownBy(this.#regions, found.point, item);
    if (shown === null) return null;
    const witness = witnessOf(this.#regions.plan, shown, item);
    return confirm(code, witness) ? { shown, witness } : null;
  }
}

const items = (overlaps: Overlaps, all: readonly Item[]): void =>
  overlaps.among(
    all.map(({ match }) => match),
    (a, b) => {
      const [first, second] = [all[a] as Item, all[b] as Item];
      const clauses = [first.clause, second.clause] as const;
      const words = { at: itemAt(second), also: itemAt(first), first: first.label, second: second.label, clauses };
      if (!overlaps.tell('CME701', [holds(first.match), holds(second.match)], null, words)) return false;
      overlaps.disputed.add(first).add(second);
      return true;
    },
  );

const linesOf = (overlaps: Overlaps, item: Item): void => {
  const rivals = overlaps.disputed.has(item) ? [...overlaps.disputed].filter((other) => other !== item) : [];
  const reached = [...reach(item), ...rivals.map(({ match }) => fails(match))];
  overlaps.among(
    item.lines.map(({ when }) => when),
    (a, b) => {
      const [first, second] = [item.lines[a] as AwardLine, item.lines[b] as AwardLine];
      return overlaps.tell('CME702', [...reached, holds(first.when), holds(second.when)], item, {
        at: line(second.source),
        also: line(first.source),
        first: first.source.words,
        second: second.source.words,
        clauses: [first.source.clause, second.source.clause],
      });
    },
  );
};

/** The first step that holds would be taken: no evaluation shows that two do. */
const stepsOf = (overlaps: Overlaps, item: Item, { when, rate }: AwardLine): void => {
  if (rate.kind !== 'steps') return;
  const bounds = rate.rows.map((row) => within(rate, row));
  overlaps.among(bounds, (a, b) => {
    const [first, second] = [rate.rows[a], rate.rows[b]] as [Steps['rows'][number], Steps['rows'][number]];
    const both = [bounds[a], bounds[b]].map((expr) => holds(expr as Expr));
    const words = {
      at: line(second.source),
      also: line(first.source),
      first: first.source.words,
      second: second.source.words,
      clauses: [first.source.clause, second.source.clause] as const,
    };
    return overlaps.tell('CME702', [...reach(item), holds(when), ...both], item, words, () => true);
  });
};

const certain: Expr = { op: 'const', value: true };

/** One of two is without a condition: the other replaces it, and both are meant. */
const shared = (a: Requirement, b: Requirement): Expr | null => {
  if (a.binds === null || b.binds === null) return null;
  const both = a.lines.flatMap((one) =>
    b.lines
      .filter(({ key }) => key === one.key)
      .map((other): Expr => ({ op: 'and', of: [one.when ?? certain, other.when ?? certain] })),
  );
  return both.length === 0 ? null : { op: 'or', of: both };
};

const requirements = (overlaps: Overlaps, all: readonly Requirement[]): void =>
  overlaps.among(
    all.map(({ binds }) => binds ?? certain),
    (a, b) => {
      const [first, second] = [all[a] as Requirement, all[b] as Requirement];
      const same = shared(first, second);
      if (same === null || first.binds === null || second.binds === null) return false;
      return overlaps.tell('CME703', [holds(first.binds), holds(second.binds), holds(same)], null, {
        at: line(second.source),
        also: line(first.source),
        first: first.name ?? first.source.words,
        second: second.name ?? second.source.words,
        clauses: [first.source.clause, second.source.clause],
      });
    },
  );

export const overlaps = (regions: Regions, plan: Plan, confirm: Confirm): readonly Finding[] => {
  const found = new Overlaps(regions, confirm);
  items(found, plan.items);
  for (const item of plan.items) {
    linesOf(found, item);
    for (const each of item.lines) stepsOf(found, item, each);
  }
  requirements(found, plan.requirements);
  return found.found;
};
