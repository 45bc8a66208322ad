/**
 * What came of everybody, as columns of numbers: a million people fit, and everything that is counted is counted from
 * here. Credits are hundredths. A person is their place in the roster.
 */
import type { PersonResult, Plan, Step } from '../../src/index.ts';

export const statuses = ['met', 'unmet', 'exempt'] as const;
export type Status = (typeof statuses)[number];

/** Why a record got nothing; `zero`: it was awarded nothing, or everything of it was cut. */
export const reasons = ['review', 'gate', 'out_of_period', 'invalid', 'incomplete', 'no_award', 'zero'] as const;
export type NoCredit = (typeof reasons)[number];

/** Everyone whom one line took something from, and how much. */
export interface Taken {
  readonly people: number[];
  readonly lost: number[];
}

const cents = (credits: number): number => Math.round(credits * 100);

export class Outcomes {
  readonly size: number;
  readonly status: Uint8Array;
  readonly credits: Int32Array;
  readonly required: Int32Array;
  readonly shortfall: Int32Array;
  /** Before anything was cut, and what was. */
  readonly gross: Int32Array;
  readonly cut: Int32Array;
  readonly records: Uint32Array;
  /** Records without credits, by reason: `reasons.length` numbers a person. */
  readonly nothing: Uint16Array;
  /** By category of the plan, one after the other: what counts. */
  readonly byCategory: readonly Int32Array[];
  readonly rawByCategory: Float64Array;
  /** By cap of the plan, at the same place. */
  readonly taken: readonly Taken[];
  /** 只计最高, which no cap is. */
  readonly best: Taken = { people: [], lost: [] };
  private readonly caps: ReadonlyMap<string, number>;
  /** How far each cap's people have been copied. */
  private readonly copied: number[] = [];
  private readonly categories: ReadonlyMap<string, number>;

  constructor(plan: Pick<Plan, 'caps' | 'categories'>, size: number) {
    this.size = size;
    this.status = new Uint8Array(size);
    this.credits = new Int32Array(size);
    this.required = new Int32Array(size);
    this.shortfall = new Int32Array(size);
    this.gross = new Int32Array(size);
    this.cut = new Int32Array(size);
    this.records = new Uint32Array(size);
    this.nothing = new Uint16Array(size * reasons.length);
    this.byCategory = plan.categories.map(() => new Int32Array(size));
    this.rawByCategory = new Float64Array(plan.categories.length);
    this.taken = plan.caps.map(() => ({ people: [], lost: [] }));
    this.caps = capsByName(plan.caps);
    this.categories = new Map(plan.categories.map(({ key }, at) => [key, at]));
  }

  /** With its steps. People come in the order of the roster. */
  put(at: number, result: PersonResult): void {
    this.status[at] = statuses.indexOf(result.status);
    this.credits[at] = cents(result.credits);
    this.required[at] = cents(result.required);
    this.shortfall[at] = cents(result.shortfall);
    this.records[at] = result.records.length;
    for (const { reason, credits } of result.records) {
      if (credits > 0) continue;
      const place = at * reasons.length + reasons.indexOf(reason ?? 'zero');
      this.nothing[place] = Math.min(0xffff, (this.nothing[place] ?? 0) + 1);
    }
    for (const { code, raw, credits } of result.categories) {
      const place = this.categories.get(code);
      if (place === undefined) continue;
      (this.byCategory[place] as Int32Array)[at] = cents(credits);
      this.rawByCategory[place] = (this.rawByCategory[place] ?? 0) + cents(raw);
    }
    let gross = 0;
    for (const step of result.steps ?? []) {
      if (step.kind === 'award' || step.kind === 'deem') gross += cents(step.credits);
      else if (step.kind === 'cap' && step.lost > 0) this.take(at, step);
    }
    this.gross[at] = gross;
  }

  /** As it was: of whom a change does not touch. People come in the order of the roster here too. */
  copy(at: number, from: Outcomes): void {
    for (const key of ['status', 'credits', 'required', 'shortfall', 'gross', 'cut', 'records'] as const)
      this[key][at] = from[key][at] ?? 0;
    const [first, last] = [at * reasons.length, (at + 1) * reasons.length];
    this.nothing.set(from.nothing.subarray(first, last), first);
    from.byCategory.forEach((credits, place) => {
      const own = this.byCategory[place];
      if (own) own[at] = credits[at] ?? 0;
    });
    [...from.taken, from.best].forEach(({ people, lost }, cap) => {
      let next = this.copied[cap] ?? 0;
      while (next < people.length && (people[next] as number) < at) next++;
      this.copied[cap] = next;
      if (people[next] !== at) return;
      const own = this.taken[cap] ?? this.best;
      own.people.push(at);
      own.lost.push(lost[next] ?? 0);
    });
  }

  private take(at: number, step: Step): void {
    this.cut[at] = (this.cut[at] ?? 0) + cents(step.lost);
    const place = this.caps.get(nameOf(step.to, step.rule));
    const { people, lost } = (place === undefined ? undefined : this.taken[place]) ?? this.best;
    if (people.at(-1) === at) lost[lost.length - 1] = (lost.at(-1) ?? 0) + cents(step.lost);
    else {
      people.push(at);
      lost.push(cents(step.lost));
    }
  }
}

const nameOf = (owner: string, words: string): string => `${owner}\n${words}`;

const capsByName = (caps: Plan['caps']): ReadonlyMap<string, number> => {
  const found = new Map<string, number>();
  for (const [at, { owner, source }] of caps.entries()) {
    const name = nameOf(owner, source.words);
    if (!found.has(name)) found.set(name, at);
  }
  return found;
};

/** What people are grouped by: a value for each, as its number in a list; the first stands for none. */
export class Grouping {
  readonly values: string[] = [''];
  readonly of: Uint16Array;
  /** Too many values to be a group. */
  full = false;
  private readonly known = new Map<string, number>([['', 0]]);

  constructor(size: number) {
    this.of = new Uint16Array(size);
  }

  put(at: number, value: string): void {
    if (this.full) return;
    let number = this.known.get(value);
    if (number === undefined) {
      if (this.values.length > MOST_VALUES) {
        this.full = true;
        return;
      }
      number = this.values.push(value) - 1;
      this.known.set(value, number);
    }
    this.of[at] = number;
  }
}
const MOST_VALUES = 3000;
