/** Random rosters under the shipped rules, for property tests. A failing one shrinks: practitioners, records, facts go. */
import { Arbitrary, type Random as Draw, Stream, Value } from 'fast-check';
import type { Plan } from '../../src/index.ts';
import { hubeiRoster } from './hubei.ts';
import { type Facts, type Practitioner, rosterFor, type SyntheticRoster } from './roster.ts';

export const YEAR = 2025;

/** Records of every kind and edge, realistic years, and the one beside the other. */
export const rosters = (plan: Plan): Arbitrary<SyntheticRoster> =>
  new Rosters((seed) => {
    const wild = rosterFor(plan, seed, { practitioners: 3, year: YEAR });
    if (seed % 4 < 2) return wild;
    const real = hubeiRoster(seed, 3, YEAR);
    if (seed % 4 === 2) return real;
    const practitioners = real.practitioners.map(({ facts, records }, at) => ({
      facts,
      records: [...records, ...(wild.practitioners[at]?.records ?? [])],
    }));
    return { year: YEAR, practitioners };
  });

const SEEDS = 2 ** 31;

class Rosters extends Arbitrary<SyntheticRoster> {
  readonly #make: (seed: number) => SyntheticRoster;

  constructor(make: (seed: number) => SyntheticRoster) {
    super();
    this.#make = make;
  }

  generate(draw: Draw): Value<SyntheticRoster> {
    return new Value(this.#make(draw.nextInt(0, SEEDS - 1)), undefined);
  }

  canShrinkWithoutContext(value: unknown): value is SyntheticRoster {
    return typeof value === 'object' && value !== null && 'practitioners' in value;
  }

  shrink(roster: SyntheticRoster): Stream<Value<SyntheticRoster>> {
    return new Stream(smallerRosters(roster)).map((smaller) => new Value(smaller, undefined));
  }
}

function* smallerRosters({ year, practitioners }: SyntheticRoster): Generator<SyntheticRoster> {
  for (const fewer of shorter(practitioners)) yield { year, practitioners: fewer };
  for (const smaller of eachIn(practitioners, smallerPractitioners)) yield { year, practitioners: smaller };
}

function* smallerPractitioners({ facts, records }: Practitioner): Generator<Practitioner> {
  for (const fewer of shorter(records)) yield { facts, records: fewer };
  for (const smaller of eachIn(records, smallerFacts)) yield { facts, records: smaller };
  for (const smaller of smallerFacts(facts)) yield { facts: smaller, records };
}

function* smallerFacts(facts: Facts): Generator<Facts> {
  for (const key of Object.keys(facts)) {
    const { [key]: _, ...rest } = facts;
    if (key !== 'id') yield rest;
  }
}

/** Without its halves, quarters, … single elements. */
function* shorter<T>(list: readonly T[]): Generator<T[]> {
  for (let size = Math.ceil(list.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < list.length; from += size) yield list.toSpliced(from, size);
  }
}

/** One element smaller. */
function* eachIn<T>(list: readonly T[], smaller: (one: T) => Iterable<T>): Generator<T[]> {
  for (const [at, one] of list.entries()) for (const less of smaller(one)) yield list.with(at, less);
}

/** How often a property is tried that costs more than others; `npm run test:long` tries each 20 times as often. */
export const runs = (count: number): { numRuns: number } => ({
  numRuns: process.env.CME_LONG === '1' ? count * 20 : count,
});
