/**
 * What a change of the rules does to a real roster: everyone is judged by both sets, and who moves is counted. Who judges
 * is handed in.
 */
import type { Verdict } from '../model/comparison.ts';
import { hundredthsOf } from '../model/credit.ts';
import type { PersonResult } from '../model/result.ts';

type Judged = Pick<PersonResult, 'status' | 'credits' | 'required' | 'shortfall'>;

/** A practitioner before and after. */
export interface Moved {
  readonly practitioner: string;
  readonly before: Verdict;
  readonly after: Verdict;
}

/** So many lost, or gained, at least `from` credits and less than `below` (null: however many). */
export interface Band {
  readonly change: 'lost' | 'gained';
  readonly from: number;
  readonly below: number | null;
  readonly practitioners: number;
}

/** The `impact` of `cme diff`. */
export interface ImpactFound {
  readonly practitioners: number;
  /** How many have another verdict or other credits. */
  readonly changed: number;
  readonly met_to_unmet: number;
  readonly unmet_to_met: number;
  /** To or from exempt. */
  readonly other_verdicts: number;
  /** How many are short by another amount, whatever their verdict and credits. */
  readonly shortfalls: number;
  readonly lost: number;
  readonly gained: number;
  readonly bands: readonly Band[];
  readonly most_affected: readonly Moved[];
}

/** How many of the most affected are named. */
const NAMED = 10;

/** Where one band of credits ends and the next begins, in hundredths. */
const EDGES = [0, 100, 500, 1000] as const;

interface Weighed extends Moved {
  /** A verdict that changes weighs more than any credits. */
  readonly moves: boolean;
  readonly by: number;
}

export class Impact {
  private practitioners = 0;
  private changed = 0;
  private worse = 0;
  private better = 0;
  private other = 0;
  private shortfalls = 0;
  private readonly bands = { lost: EDGES.map(() => 0), gained: EDGES.map(() => 0) };
  private most: Weighed[] = [];

  add(practitioner: string, before: Judged, after: Judged): void {
    this.practitioners++;
    const by = hundredthsOf(after.credits) - hundredthsOf(before.credits);
    const moves = before.status !== after.status;
    const short = before.shortfall !== after.shortfall;
    if (short) this.shortfalls++;
    if (moves) this.move(before, after);
    if (by !== 0) this.band(by);
    if (moves || by !== 0) this.changed++;
    if (moves || by !== 0 || short) {
      this.name({ practitioner, before: verdict(before), after: verdict(after), moves, by });
    }
  }

  get found(): ImpactFound {
    const bands = (change: Band['change']): Band[] =>
      this.bands[change].map((practitioners, at) => ({
        change,
        from: (EDGES[at] ?? 0) / 100,
        below: at + 1 < EDGES.length ? (EDGES[at + 1] ?? 0) / 100 : null,
        practitioners,
      }));
    const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0);
    return {
      practitioners: this.practitioners,
      changed: this.changed,
      met_to_unmet: this.worse,
      unmet_to_met: this.better,
      other_verdicts: this.other,
      shortfalls: this.shortfalls,
      lost: sum(this.bands.lost),
      gained: sum(this.bands.gained),
      bands: [...bands('lost').toReversed(), ...bands('gained')],
      most_affected: this.most.map(({ practitioner, before, after }) => ({ practitioner, before, after })),
    };
  }

  private move(before: Judged, after: Judged): void {
    if (before.status === 'met' && after.status === 'unmet') this.worse++;
    else if (before.status === 'unmet' && after.status === 'met') this.better++;
    else this.other++;
  }

  private band(by: number): void {
    const counts = this.bands[by < 0 ? 'lost' : 'gained'];
    const at = EDGES.findLastIndex((edge) => Math.abs(by) >= edge);
    counts[at] = (counts[at] ?? 0) + 1;
  }

  /** Of equals the one that comes first in the roster stays. */
  private name(one: Weighed): void {
    const at = this.most.findIndex((other) => heavier(one, other));
    if (at >= 0) this.most.splice(at, 0, one);
    else this.most.push(one);
    this.most = this.most.slice(0, NAMED);
  }
}

const heavier = (one: Weighed, other: Weighed): boolean =>
  one.moves !== other.moves ? one.moves : Math.abs(one.by) > Math.abs(other.by);

const verdict = ({ status, credits, required, shortfall }: Judged): Verdict => ({
  status,
  credits,
  required,
  shortfall,
});
