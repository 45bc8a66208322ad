/** Step 8: what counts as done. */
import type { Cond, LineOf, Operand } from '../../../src/model/ast.ts';
import type { ItemEntry } from '../../../src/model/ruleset.ts';
import { among, inSum } from './award.ts';
import { type Asked, speaksOfTotal, truthOf } from './condition.ts';
import type { Entry } from './entry.ts';
import type { Rational } from './rational.ts';
import { chosenOf, creditsOf, linesOf, type Quantity, readingsNamed } from './world.ts';

export interface Deemed {
  /** Null: the year's requirement is met, and nothing is added. */
  readonly credits: Rational | null;
  readonly reachedBy: Entry;
  readonly inSum: ReadonlySet<Entry>;
  readonly readings: ReadonlySet<string>;
}

export const deemed = (asked: Asked, item: ItemEntry, peers: readonly Entry[], year: number): readonly Deemed[] =>
  linesOf(item.section, 'deem').flatMap((line): readonly Deemed[] => {
    const holds = (some: readonly Entry[]): boolean =>
      some.some((entry) => truthOf(line.when, among(asked, entry, some, year)) === true);
    if (!holds(peers)) return [];
    // The record that reaches it ends the shortest beginning with which it holds.
    const count = peers.findIndex((_, at) => holds(peers.slice(0, at + 1)));
    return [
      {
        credits: line.credits ? creditsOf(asked.world, line.credits) : null,
        reachedBy: peers[count] as Entry,
        inSum: new Set(partsOf(asked, line, peers, year)),
        readings: readingsNamed(asked.world, line),
      },
    ];
  });

const partsOf = (asked: Asked, line: LineOf<'deem'>, peers: readonly Entry[], year: number): readonly Entry[] => {
  if (!speaksOfTotal(line.when))
    return peers.filter((entry) => truthOf(line.when, among(asked, entry, peers, year)) === true);
  return totalsIn(line.when, []).flatMap(({ operand, beside }) =>
    inSum(asked, peers, year, unitOf(asked, operand), beside),
  );
};

const unitOf = ({ world }: Asked, operand: Operand): Quantity['unit'] => {
  if (operand.kind === 'name') {
    const value = chosenOf(world, operand.name.text)?.value;
    return value?.kind === 'amount' ? (value.unit?.id ?? null) : null;
  }
  return operand.kind === 'quantity' ? (operand.unit?.id ?? null) : null;
};

/** Each 累计 of a condition with the conditions joined to it. */
const totalsIn = (cond: Cond, beside: readonly Cond[]): readonly { operand: Operand; beside: readonly Cond[] }[] => {
  switch (cond.kind) {
    case 'and':
      return cond.of.flatMap((arm) =>
        totalsIn(arm, [...beside, ...cond.of.filter((other) => other !== arm && !speaksOfTotal(other))]),
      );
    case 'or':
      return cond.of.flatMap((arm) => totalsIn(arm, []));
    case 'not':
    case 'paren':
      return totalsIn(cond.of, beside);
    case 'fact':
      return [];
    case 'compare':
      return cond.subject.kind === 'total' ? [{ operand: cond.operands[0] as Operand, beside }] : [];
  }
};
