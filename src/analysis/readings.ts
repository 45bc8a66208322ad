/**
 * Which practitioners' results hang on which reading: everyone is judged under the options in force, then under each other
 * option of each reading alone, then under two of them together. Who judges is handed in; nobody is skipped for what a
 * result says of its readings, so that a reading that is silent in a result is found all the same.
 */
import type { PersonResult, Status } from '../model/result.ts';

/** An option that is not in force, and its reading. */
export interface Alternative {
  readonly code: string;
  readonly option: string;
}

export type Judged = Pick<PersonResult, 'status' | 'credits' | 'shortfall'>;

export interface Group {
  readonly count: number;
  readonly practitioners: readonly string[];
}

/** Whose verdict differs, and how; `other`: to or from exempt. */
export interface Verdicts extends Group {
  readonly met_to_unmet: Group;
  readonly unmet_to_met: Group;
  readonly other: Group;
}

export interface Effect extends Alternative {
  /** How many have another verdict or other credits. */
  readonly changed: number;
  readonly practitioners: readonly string[];
  readonly verdicts: Verdicts;
  /** How many are short by another amount, whatever their verdict and credits. */
  readonly shortfalls: number;
}

/** Two options that change a verdict together, which neither changes alone. */
export interface Joint {
  readonly options: readonly [Alternative, Alternative];
  readonly verdicts: Verdicts;
}

class Verdict {
  private readonly moved = new Map<'met_to_unmet' | 'unmet_to_met' | 'other', string[]>();
  private readonly all: string[] = [];

  add(id: string, before: Status, after: Status): void {
    const way =
      before === 'met' && after === 'unmet'
        ? 'met_to_unmet'
        : before === 'unmet' && after === 'met'
          ? 'unmet_to_met'
          : 'other';
    const known = this.moved.get(way);
    if (known) known.push(id);
    else this.moved.set(way, [id]);
    this.all.push(id);
  }

  get isEmpty(): boolean {
    return this.all.length === 0;
  }

  get found(): Verdicts {
    const group = (all: readonly string[] = []): Group => ({ count: all.length, practitioners: all });
    const [worse, better, other] = (['met_to_unmet', 'unmet_to_met', 'other'] as const).map((way) =>
      group(this.moved.get(way)),
    );
    return {
      ...group(this.all),
      met_to_unmet: worse ?? group(),
      unmet_to_met: better ?? group(),
      other: other ?? group(),
    };
  }
}

/** One reading changed at a time. */
export class Survey {
  private readonly alternatives: readonly Alternative[];
  private readonly changed: readonly string[][];
  private readonly verdicts: readonly Verdict[];
  private readonly shortfalls: number[];

  constructor(alternatives: readonly Alternative[]) {
    this.alternatives = alternatives;
    this.changed = alternatives.map(() => []);
    this.verdicts = alternatives.map(() => new Verdict());
    this.shortfalls = alternatives.map(() => 0);
  }

  /** A practitioner, judged under the alternative at this place. */
  add(place: number, id: string, before: Judged, after: Judged): void {
    if (before.shortfall !== after.shortfall) this.shortfalls[place] = (this.shortfalls[place] ?? 0) + 1;
    if (before.status !== after.status) this.verdicts[place]?.add(id, before.status, after.status);
    else if (before.credits === after.credits) return;
    this.changed[place]?.push(id);
  }

  get effects(): readonly Effect[] {
    return this.alternatives.map((alternative, place) => {
      const practitioners = this.changed[place] ?? [];
      return {
        ...alternative,
        changed: practitioners.length,
        practitioners,
        verdicts: (this.verdicts[place] ?? new Verdict()).found,
        shortfalls: this.shortfalls[place] ?? 0,
      };
    });
  }
}

/** Places of two alternatives, of different readings. */
export type Pair = readonly [number, number];

/**
 * Every pair, those first whose parts matter most: to as many as the one that matters to fewer. A part that matters to
 * nobody alone may still matter beside another, so that no pair is left out here.
 */
export function pairsOf(effects: readonly Effect[]): readonly Pair[] {
  const weight = (place: number): number => (effects[place]?.changed ?? 0) + (effects[place]?.shortfalls ?? 0);
  const least = ([a, b]: Pair): number => Math.min(weight(a), weight(b));
  const pairs = effects.flatMap(({ code }, a) =>
    effects.flatMap((other, b): Pair[] => (b > a && other.code !== code ? [[a, b]] : [])),
  );
  return pairs.toSorted((one, two) => least(two) - least(one));
}

/** Two readings changed together, after each alone. */
export class PairSurvey {
  private readonly alternatives: readonly Alternative[];
  private readonly pairs: readonly Pair[];
  private readonly verdicts: readonly Verdict[];

  constructor(alternatives: readonly Alternative[], pairs: readonly Pair[]) {
    this.alternatives = alternatives;
    this.pairs = pairs;
    this.verdicts = pairs.map(() => new Verdict());
  }

  /** A practitioner whose verdict neither part of the pair at this place changes alone. */
  add(place: number, id: string, before: Status, after: Status): void {
    if (before !== after) this.verdicts[place]?.add(id, before, after);
  }

  /** Those that matter to somebody. */
  get joints(): readonly Joint[] {
    return this.pairs.flatMap(([a, b], place): Joint[] => {
      const [first, second, verdict] = [this.alternatives[a], this.alternatives[b], this.verdicts[place]];
      if (!first || !second || !verdict || verdict.isEmpty) return [];
      return [{ options: [first, second], verdicts: verdict.found }];
    });
  }
}
