/** What two rule sets, and each change between them by itself, do to one practitioner after the other. */
import {
  type Evaluate,
  evaluator,
  Impact,
  type ImpactFound,
  type PersonResult,
  type Plan,
  type RawPerson,
  singlesOf,
} from '../../src/index.ts';

/** Changes that are looked at one by one; each costs an evaluation of everybody. */
const MOST = 24;

/** Where two lines claim one, a plan between the two sides means nothing. */
const CLASHES: ReadonlySet<string> = new Set(['CME918', 'CME919', 'CME920']);

interface Pair {
  readonly at: number;
  readonly before: Plan;
  readonly after: Plan;
  readonly impact: Impact;
}

export class Impacts {
  readonly whole = new Impact();
  readonly #sides: readonly [Plan, Plan];
  readonly #pairs: readonly Pair[];
  readonly #judges = new Map<Plan, Evaluate>();

  constructor(before: Plan, after: Plan, singly: boolean) {
    this.#sides = [before, after];
    this.#pairs = (singly ? singlesOf(before, after) : [])
      .slice(0, MOST)
      .map((single) => ({ ...single, impact: new Impact() }));
    for (const plan of [before, after, ...this.#pairs.flatMap((pair) => [pair.before, pair.after])])
      if (!this.#judges.has(plan)) this.#judges.set(plan, evaluator(plan));
  }

  add(id: string, person: RawPerson, year: number): void {
    // Most changes start from one plan.
    const known = new Map<Plan, PersonResult | null>();
    const judged = (plan: Plan): PersonResult | null => {
      const seen = known.get(plan);
      if (seen !== undefined) return seen;
      const outcome = this.#judges.get(plan)?.(person, year);
      const clash = outcome?.findings.some(({ code }) => CLASHES.has(code)) ?? true;
      const result = clash ? null : (outcome?.result ?? null);
      known.set(plan, result);
      return result;
    };
    const put = (impact: Impact, before: Plan, after: Plan): void => {
      const [old, now] = [judged(before), judged(after)];
      if (old && now) impact.add(id, old, now);
    };
    put(this.whole, ...this.#sides);
    for (const { before, after, impact } of this.#pairs) put(impact, before, after);
  }

  get changes(): readonly { readonly at: number; readonly found: ImpactFound }[] {
    return this.#pairs.map(({ at, impact }) => ({ at, found: impact.found }));
  }
}
