/** Steps 6 to 9 for one year: awards, the caps of items, deeming, the caps of categories and groups. */
import { awarded, peersIn } from './award.ts';
import { boundsOf, type Cutting, capLines, type Tally } from './caps.ts';
import type { Asked } from './condition.ts';
import { type Deemed, deemed } from './deem.ts';
import { before, type Entry } from './entry.ts';
import { mostOf } from './most.ts';
import type { Piece } from './piece.ts';
import { minus, most, order, plus, type Rational, sum, zero } from './rational.ts';
import { itemsOf } from './world.ts';

export interface Year {
  readonly year: number;
  readonly tallies: readonly (Tally & { readonly raw: Rational; readonly inDeeming: boolean })[];
  readonly deemings: readonly Deemed[];
  readonly readings: ReadonlySet<string>;
  readonly several: boolean;
}

export const yearOfRecords = (
  asked: Asked,
  entries: readonly Entry[],
  year: number,
  earlier: readonly Tally[],
): Year => {
  const { world } = asked;
  const readings = new Set<string>();
  const note = (keys: Iterable<string>): void => {
    for (const key of keys) readings.add(key);
  };

  // 6. Award.
  let several = false;
  const all: Piece[] = [];
  const deemings: Deemed[] = [];
  const held: { deeming: Deemed; item: Entry['item'] }[] = [];
  for (const item of itemsOf(world)) {
    const peers = peersIn(entries, item, year);
    const past = earlier.map(({ piece }) => piece).filter((piece) => piece.entry.item === item);
    const found = awarded(asked, item, peers, year, past);
    several ||= found.several;
    all.push(...found.pieces);
    for (const deeming of deemed(asked, item, peers, year)) {
      deemings.push(deeming);
      held.push({ deeming, item });
    }
  }
  const pieces = all.sort((a, b) => before(a.entry, b.entry));
  for (const piece of pieces) note(piece.readings);
  const nothing = pieces.map(() => zero);
  const rawOf = pieces.map(({ raw }) => raw);

  // 7. Cap the items.
  const caps = capLines(asked, ({ entry, year: judged }) => (entry.item ? peersIn(entries, entry.item, judged) : []));
  const bounds = boundsOf(caps, pieces, earlier);
  const ofItems = bounds.filter(({ cap }) => cap.stage === 'item');
  const afterItems = mostOf([...rawOf, ...nothing], ofItems);

  // 8. Deem.
  const added = [...nothing];
  const inDeeming = new Set<Entry>();
  for (const { deeming, item } of held) {
    for (const entry of deeming.inSum) inDeeming.add(entry);
    if (!deeming.credits) continue;
    const mine = pieces.flatMap(({ entry }, at) =>
      entry.item === item ? [plus(afterItems[at] as Rational, added[at] as Rational)] : [],
    );
    const at = pieces.findIndex(({ entry }) => entry === deeming.reachedBy);
    added[at] = plus(added[at] as Rational, most(zero, minus(deeming.credits, sum(mine))));
  }
  for (const { deeming } of held) note(deeming.readings);

  // 9. Cap categories and groups; every cap of the year holds, so all are looked at together.
  const counted = counting([...rawOf, ...added], bounds, pieces.length);
  for (const { cap } of cutting([...rawOf, ...added], bounds, pieces.length)) note(cap.readings);
  return {
    year,
    tallies: pieces.map((piece, at) => ({
      piece,
      base: counted[at] as Rational,
      deemed: counted[at + pieces.length] as Rational,
      raw: plus(piece.raw, added[at] as Rational),
      inDeeming: inDeeming.has(piece.entry),
    })),
    deemings,
    readings,
    several,
  };
};

/** Record by record in order, what was awarded before what was deemed. */
const counting = (amounts: readonly Rational[], bounds: readonly Cutting[], records: number): readonly Rational[] => {
  const places = Array.from({ length: records }, (_, at) => [at, at + records]).flat();
  const place = new Map(places.map((at, turn) => [at, turn]));
  const turned = bounds.map((bound) => ({ ...bound, of: new Set([...bound.of].map((at) => place.get(at) as number)) }));
  const found = mostOf(
    places.map((at) => amounts[at] as Rational),
    turned,
  );
  return amounts.map((_, at) => found[place.get(at) as number] as Rational);
};

const spans = ['record', 'project', 'day', 'year', 'cycle'];

/** The caps that took something: what those before them leave is more than they allow. Of several on one sum the lowest. */
const cutting = (amounts: readonly Rational[], bounds: readonly Cutting[], records: number): readonly Cutting[] => {
  const sorted = bounds.toSorted(
    (a, b) =>
      Number(a.cap.stage === 'section') - Number(b.cap.stage === 'section') ||
      spans.indexOf(a.cap.span) - spans.indexOf(b.cap.span) ||
      a.of.size - b.of.size ||
      order(a.limit, b.limit),
  );
  return sorted.filter((bound, at) => {
    const left = counting(amounts, sorted.slice(0, at), records);
    return order(sum([...bound.of].map((one) => left[one] as Rational)), bound.limit) > 0;
  });
};
