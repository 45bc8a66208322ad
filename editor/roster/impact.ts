/** What a trial does to everybody: who moves, who wins, who loses, and whom it moves against its own sense. */
import { moves } from './filter.ts';
import { type Outcomes, statuses } from './outcomes.ts';

/** Which way the change goes, as the comparison of the two rule sets has found it. */
export type Way = 'looser' | 'stricter' | 'unclear';

export interface Moved {
  /** Bits by the place in `moves`. */
  readonly bits: Uint8Array;
  readonly change: Int32Array;
  readonly counts: Readonly<Record<(typeof moves)[number], number>>;
  /** Hundredths, over those who go up, and down. */
  readonly gained: number;
  readonly lost: number;
}

const [MET, UNMET, EXEMPT] = [statuses.indexOf('met'), statuses.indexOf('unmet'), statuses.indexOf('exempt')];
/** The better the higher. */
const rank = (status: number | undefined): number => (status === UNMET ? 0 : status === MET ? 1 : 2);

export function movedBy(before: Outcomes, after: Outcomes, way: Way): Moved {
  const bits = new Uint8Array(before.size);
  const change = new Int32Array(before.size);
  const counts = Object.fromEntries(moves.map((move) => [move, 0])) as Record<(typeof moves)[number], number>;
  const shifts = shiftsOf(before, after);
  let [gained, lost] = [0, 0];
  for (let at = 0; at < before.size; at++) {
    const by = (after.credits[at] ?? 0) - (before.credits[at] ?? 0);
    const [was, now] = [before.status[at], after.status[at]];
    const short = (before.shortfall[at] ?? 0) - (after.shortfall[at] ?? 0);
    change[at] = by;
    const mark = (move: (typeof moves)[number]): void => {
      bits[at] = (bits[at] ?? 0) | (1 << moves.indexOf(move));
      counts[move]++;
    };
    if (by > 0) gained += by;
    else lost -= by;
    if (by > 0) mark('up');
    if (by < 0) mark('down');
    if (was !== MET && now === MET && was !== EXEMPT) mark('toMet');
    if (was !== UNMET && now === UNMET) mark('toUnmet');
    if (by !== 0 || was !== now || short !== 0) mark('moved');
    if (isOdd(way, by, rank(now) - rank(was), short, shifts[at] ?? 0)) mark('odd');
  }
  return { bits, change, counts, gained, lost };
}

/** Something let more through for this person; something else held more back. */
const FREED = 1;
const HELD = 2;

/**
 * What no total tells: that more was gained, or a cap took less, and another took it back. Caps stand at the same places
 * under both; where they do not, nothing is said.
 */
function shiftsOf(before: Outcomes, after: Outcomes): Uint8Array {
  const shifts = new Uint8Array(before.size);
  const note = (at: number, freed: number): void => {
    if (freed !== 0) shifts[at] = (shifts[at] ?? 0) | (freed > 0 ? FREED : HELD);
  };
  for (let at = 0; at < before.size; at++) note(at, (after.gross[at] ?? 0) - (before.gross[at] ?? 0));
  if (before.taken.length !== after.taken.length) return shifts;
  for (const [cap, { people, lost }] of before.taken.entries()) {
    const now = after.taken[cap] ?? { people: [], lost: [] };
    for (let a = 0, b = 0; a < people.length || b < now.people.length; ) {
      const [one, other] = [people[a] ?? Number.POSITIVE_INFINITY, now.people[b] ?? Number.POSITIVE_INFINITY];
      const at = Math.min(one, other);
      const was = one === at ? (lost[a++] ?? 0) : 0;
      const is = other === at ? (now.lost[b++] ?? 0) : 0;
      note(at, was - is);
    }
  }
  return shifts;
}

/** Worse by what loosens, better by what tightens; or what was given here was taken there, so that nothing came of it. */
function isOdd(way: Way, by: number, verdict: number, short: number, shift: number): boolean {
  if (way === 'looser' && (by < 0 || verdict < 0 || short < 0)) return true;
  if (way === 'stricter' && (by > 0 || verdict > 0 || short > 0)) return true;
  return by === 0 && shift === (FREED | HELD);
}
