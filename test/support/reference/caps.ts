/** Steps 7 and 9: the caps of items, and those of categories and groups, over the pieces of a year. */
import type { LineOf, SpanId } from '../../../src/model/ast.ts';
import type { ItemEntry } from '../../../src/model/ruleset.ts';
import { among } from './award.ts';
import { type Asked, every, type Truth, when } from './condition.ts';
import { inGroup, membersHave } from './conditions.ts';
import type { Entry } from './entry.ts';
import type { Bound } from './most.ts';
import { type Piece, spanKey } from './piece.ts';
import { minus, type Rational, sum } from './rational.ts';
import { basisOf, creditsOf, linesOf, readingsNamed } from './world.ts';

/** A piece with what is known of it so far. */
export interface Tally {
  readonly piece: Piece;
  /** What counts of what it was awarded, and of what was deemed at it. */
  readonly base: Rational;
  readonly deemed: Rational;
}

export interface CapLine {
  readonly stage: 'item' | 'section';
  readonly line: LineOf<'cap'>;
  readonly span: SpanId;
  readonly limit: Rational;
  readonly holds: (piece: Piece) => boolean;
  readonly readings: ReadonlySet<string>;
}

export const capLines = (asked: Asked, peersOf: (piece: Piece) => readonly Entry[]): readonly CapLine[] => {
  const { world } = asked;
  const make = (
    stage: CapLine['stage'],
    line: LineOf<'cap'>,
    member: (piece: Piece, alone: Asked) => Truth,
  ): CapLine => ({
    stage,
    line,
    span: basisOf(world, line.per),
    limit: creditsOf(world, line.limit),
    readings: readingsNamed(world, line),
    holds: (piece) => {
      const alone = among(asked, piece.entry, peersOf(piece), piece.year);
      return every([member(piece, alone), when(line.when, alone)]) === true;
    },
  });
  const caps: CapLine[] = [];
  for (const category of world.rules.categories) {
    for (const item of category.items)
      for (const line of linesOf(item.section, 'cap'))
        caps.push(make('item', line, (piece) => piece.entry.item === item));
  }
  for (const category of world.rules.categories)
    for (const line of linesOf(category.section, 'cap'))
      caps.push(make('section', line, ({ entry }) => entry.item?.category === category.key));
  for (const group of world.rules.groups)
    for (const line of linesOf(group.section, 'cap'))
      caps.push(
        make('section', line, ({ entry }, alone) => {
          const item = entry.item as ItemEntry;
          return membersHave(world, group, item) ? inGroup(group, alone, item) : false;
        }),
      );
  return caps;
};

export interface Cutting extends Bound {
  readonly cap: CapLine;
}

/**
 * Amounts are numbered: first what each piece was awarded, then what was deemed at each. An item's caps look at the
 * former alone. What earlier years of a cycle keep is taken off its limit.
 */
export const boundsOf = (
  caps: readonly CapLine[],
  pieces: readonly Piece[],
  earlier: readonly Tally[],
): readonly Cutting[] =>
  caps.flatMap((cap) => {
    const held = pieces.map((piece, at) => [piece, at] as const).filter(([piece]) => cap.holds(piece));
    const spans = Map.groupBy(held, ([piece]) => spanKey(piece, cap.span));
    return [...spans].map(([key, members]) => {
      const past = earlier.filter(
        ({ piece }) => cap.span === 'cycle' && spanKey(piece, 'cycle') === key && cap.holds(piece),
      );
      const kept = sum(past.flatMap(({ base, deemed }) => (cap.stage === 'item' ? [base] : [base, deemed])));
      const at = members.map(([, place]) => place);
      const of = new Set(cap.stage === 'item' ? at : at.flatMap((place) => [place, place + pieces.length]));
      return { cap, limit: minus(cap.limit, kept), of };
    });
  });
