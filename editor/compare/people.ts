/** What a revision does to the people of the roster that is open; nothing where none is. */
import type { ImpactFound, RuleSource } from '../../src/index.ts';
import type { PeopleFigures } from '../../src/print/index.ts';
import type { Results } from '../worker/rosterProtocol.ts';

export interface Measured extends PeopleFigures {
  readonly up: number;
  readonly down: number;
  readonly most: ImpactFound['most_affected'];
  /** What each change does by itself, by its place in the comparison. */
  readonly changes: ReadonlyMap<number, ImpactFound>;
  /** What was counted of the roster then: counted anew, it is another. */
  readonly of: Results;
}

/** The roster's own screen brings it; where that was never shown, this is all that is fetched. */
export const rosterState = () => import('../roster/state.ts');

export async function measure(
  before: RuleSource,
  after: RuleSource,
  library: readonly RuleSource[],
  known: Measured | null,
): Promise<Measured | null> {
  const [{ roster }, { rosterDesk }] = await Promise.all([rosterState(), import('../roster/desk.ts')]);
  const { stage, results } = roster.get();
  if (stage !== 'done' || results === null) return null;
  if (known?.of === results) return known;
  const others = (entry: RuleSource) => ({ entry, library: library.filter(({ file }) => file !== entry.file) });
  const answer = await rosterDesk.impacts(others(before), others(after));
  const found = answer?.found ?? null;
  return (
    found && {
      year: results.year,
      people: found.practitioners,
      changed: found.changed,
      metToUnmet: found.met_to_unmet,
      unmetToMet: found.unmet_to_met,
      up: found.gained,
      down: found.lost,
      most: found.most_affected,
      changes: new Map(answer?.changes.map((one) => [one.at, one.found])),
      of: results,
    }
  );
}
