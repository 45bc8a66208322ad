/** Step 6: what each record earns in a year, before caps. */
import type { Cond, Falling } from '../../../src/model/ast.ts';
import type { ItemEntry } from '../../../src/model/ruleset.ts';
import { type Asked, type Truth, truthOf, when } from './condition.ts';
import { tellingApart } from './conditions.ts';
import { before, type Entry } from './entry.ts';
import { countsStays, has, measured, measureOf, misses } from './measure.ts';
import { type Piece, spanKey } from './piece.ts';
import {
  cents,
  digits,
  least,
  minus,
  most,
  one,
  order,
  over,
  plus,
  type Rational,
  rational,
  times,
  zero,
} from './rational.ts';
import { type Way, waysOf } from './ways.ts';
import { basisOf, creditsOf, fieldNamed, linesOf, readingsNamed, type World } from './world.ts';

/** The records of an item that count in a year: its own, and stays with days in it. In order. */
export const peersIn = (entries: readonly Entry[], item: ItemEntry, year: number): readonly Entry[] =>
  entries
    .filter((entry) => entry.item === item && entry.reason === null)
    .filter((entry) => entry.year === year || entry.stayIn(year) !== null)
    .sort(before);

/** Someone asking about one record among its peers. */
export const among = (asked: Asked, entry: Entry, peers: readonly Entry[], year: number): Asked => ({
  ...asked,
  record: entry.facts,
  total: (unit, where) => {
    const measure = measureOf(asked.world, unit);
    return measured(
      asked.world,
      measure,
      inSum(asked, peers, year, unit, where).map((peer) => [peer, year] as const),
    );
  },
});

export const inSum = (
  asked: Asked,
  peers: readonly Entry[],
  year: number,
  unit: Parameters<NonNullable<Asked['total']>>[0],
  where: readonly Cond[],
): readonly Entry[] => {
  const measure = measureOf(asked.world, unit);
  return peers.filter(
    (peer) =>
      has(asked.world, measure, peer, year) &&
      where.every((cond) => truthOf(cond, { ...asked, record: peer.facts }) === true),
  );
};

interface Chosen {
  readonly entry: Entry;
  readonly way: Way | null;
  readonly reason: Piece['reason'];
  readonly several: boolean;
  readonly pool: string;
  readonly clause?: string | null;
  /** Of the lines that refused it. */
  readonly refusing: ReadonlySet<string>;
}

const nobody: ReadonlySet<string> = new Set();

const chosen = (asked: Asked, entry: Entry, item: ItemEntry, peers: readonly Entry[], year: number): Chosen => {
  const { world } = asked;
  const alone = among(asked, entry, peers, year);
  const ways = waysOf(world, item).map((way) => [way, way.holds(alone)] as const);
  const held = ways.filter(([, truth]) => truth === true).map(([way]) => way);
  const none = (reason: Piece['reason'], several = false): Chosen => ({
    entry,
    way: null,
    reason,
    several,
    pool: `none ${entry.at}`,
    refusing: nobody,
  });
  if (held.length > 1) return none('no_award', true);
  const [way] = held;
  if (!way) {
    const reason = ways.some(([, truth]) => truth === undefined) ? 'incomplete' : 'no_award';
    return { ...none(reason), refusing: new Set(ways.flatMap(([one]) => [...one.refusing(alone)])) };
  }
  // Only its days count beyond its own year.
  if (entry.year !== year && !(way.rate.kind === 'pool' && countsStays(way.rate.measure)))
    return { entry, way: null, reason: null, several: false, pool: `days ${entry.at}`, refusing: nobody };
  const telling = tellingApart(alone, item).map(({ cond, needed }) => ({ truth: truthOf(cond, alone), needed }));
  const truths: Truth[] = telling.map(({ truth }) => truth);
  const best: Truth[] = linesOf(item.section, 'best').map((line) => when(line.when, alone));
  const lacking = { ...none('incomplete'), clause: way.clause(null) };
  if (best.includes(undefined) || telling.some(({ truth, needed }) => needed && truth === undefined)) return lacking;
  if (way.falling && entry.facts.get(rankOf(world, way.falling)) === undefined) return lacking;
  if (way.rate.kind === 'field' && entry.facts.get(way.rate.key) === undefined) return lacking;
  if (way.rate.kind === 'pool' && misses(world, way.rate.measure, entry, year)) return lacking;
  const pool = [
    item.category,
    item.key,
    way.key,
    way.basis === 'cycle' ? '' : year,
    spanKey({ entry, year }, way.basis),
    ...truths.map(String),
  ].join(' | ');
  return { entry, way, reason: null, several: false, pool, refusing: nobody };
};

const rankOf = (world: World, falling: Falling): string => fieldNamed(world, falling.rank.text, 'record')?.key ?? '';

/** Each rank after the first earns so much, or such a share of the rank before, less. */
const fallen = (world: World, falling: Falling, amount: Rational, rank: Rational): Rational => {
  const later = most(zero, minus(rank, one));
  if (order(later, zero) <= 0) return amount;
  const floor = falling.least ? creditsOf(world, falling.least) : zero;
  let left = amount;
  if (falling.by.kind === 'step') left = minus(amount, times(creditsOf(world, falling.by.amount), later));
  else {
    const { numerator, denominator } = falling.by.ratio;
    const kept = minus(one, over(digits(numerator), digits(denominator)));
    for (let step = rational(0); order(step, later) < 0; step = plus(step, one)) {
      left = times(left, kept);
      // Exact fractions of a far rank would never end; long before, nothing is left of a hundredth.
      if (order(left, rational(1, 1_000_000)) < 0) break;
    }
  }
  return least(amount, most(floor, left));
};

const factorOf = (asked: Asked, item: ItemEntry): { by: Rational; readings: readonly string[] } => {
  const lines = linesOf(item.section, 'factor').filter((line) => when(line.when, asked) === true);
  const by = lines.map((line) =>
    line.by.kind === 'number'
      ? digits(line.by.number.digits)
      : over(digits(line.by.ratio.numerator), digits(line.by.ratio.denominator)),
  );
  return { by: by.reduce(times, one), readings: lines.flatMap((line) => [...readingsNamed(asked.world, line)]) };
};

export interface Awarded {
  readonly pieces: readonly Piece[];
  /** Two lines held for one record: the rule file is at fault. */
  readonly several: boolean;
}

/** `earlier`: pieces of the same item in earlier years of the cycle, which keep what they have. */
export const awarded = (
  asked: Asked,
  item: ItemEntry,
  peers: readonly Entry[],
  year: number,
  earlier: readonly Piece[],
): Awarded => {
  const { world } = asked;
  const all = peers.map((entry) => chosen(asked, entry, item, peers, year));
  const pieces = all.map(({ entry, way, reason, pool, refusing, clause = null }): Piece => {
    const alone = among(asked, entry, peers, year);
    const base = { entry, year, reason, way, pool, quantity: null, clause, readings: refusing, raw: zero };
    if (!way) return base;
    const others = all.filter((one) => one.pool === pool).map((one) => [one.entry, year] as const);
    const past = earlier.filter((piece) => piece.pool === pool).map((piece) => [piece.entry, piece.year] as const);
    let gain: Rational;
    let quantity: Rational | null = null;
    if (way.rate.kind === 'flat') gain = way.rate.credits;
    else if (way.rate.kind === 'field') gain = entry.facts.get(way.rate.key) as Rational;
    else {
      const { measure, credits } = way.rate;
      const at = others.findIndex(([other]) => other === entry);
      const upTo = (count: number): Rational =>
        past.length + count === 0
          ? zero
          : (credits(measured(world, measure, [...past, ...others.slice(0, count)])) ?? zero);
      gain = minus(upTo(at + 1), upTo(at));
      quantity = measured(world, measure, [...past, ...others]);
      // No row of a table holds for what the pool comes to.
      if (credits(quantity) === null) return { ...base, reason: 'no_award', pool: `none ${entry.at}` };
    }
    const rank = way.falling && (entry.facts.get(rankOf(world, way.falling)) as Rational);
    const less = way.falling && rank ? fallen(world, way.falling, gain, rank) : gain;
    const factor = factorOf(alone, item);
    return {
      ...base,
      quantity,
      clause: way.clause(quantity),
      raw: cents(times(less, factor.by)),
      readings: new Set([...way.readings(quantity), ...factor.readings]),
    };
  });
  return { pieces: bestOnly(asked, item, pieces, peers, year, earlier), several: all.some(({ several }) => several) };
};

/** 只计最高: the N best of a span; of equals the earlier stays. Those of past years keep their places. */
const bestOnly = (
  asked: Asked,
  item: ItemEntry,
  pieces: readonly Piece[],
  peers: readonly Entry[],
  year: number,
  earlier: readonly Piece[],
): readonly Piece[] => {
  const { world } = asked;
  let left = pieces;
  for (const line of linesOf(item.section, 'best')) {
    const span = basisOf(world, line.per);
    const meant = (piece: Piece): boolean =>
      order(piece.raw, zero) > 0 && when(line.when, among(asked, piece.entry, peers, year)) === true;
    const places = Number(line.count.digits);
    left = left.map((piece) => {
      if (!meant(piece)) return piece;
      const mates = left.filter((other) => meant(other) && spanKey(other, span) === spanKey(piece, span));
      const taken = earlier.filter((other) => meant(other) && spanKey(other, span) === spanKey(piece, span)).length;
      const better = mates.filter((other) => {
        const sign = order(other.raw, piece.raw);
        return sign > 0 || (sign === 0 && before(other.entry, piece.entry) < 0);
      });
      if (better.length + taken < places) return piece;
      return { ...piece, raw: zero, readings: new Set([...piece.readings, ...readingsNamed(world, line)]) };
    });
  }
  return left;
};
