/** What the years of a cycle hand on to the next. */
import type { Credit } from '../../model/plan.ts';
import type { Entry } from './entry.ts';
import type { BestProgram, CapProgram, ItemProgram } from './program.ts';
import type { Running } from './running.ts';

/** Calendar years, both ends in. Without a cycle both are the year that is judged. */
export interface Window {
  readonly first: number;
  readonly last: number;
}

/** What is carried from year to year of a cycle. Years that are over keep what they counted. */
export class Past {
  /** Records of the years before. */
  readonly entries: Entry[] = [];
  /** What a cap of the cycle has let through. */
  readonly used = new Map<CapProgram, Credit>();
  /** How many records a 只计最高 of the cycle has kept. */
  readonly kept = new Map<BestProgram, number>();
  readonly #pools = new Map<ItemProgram, Map<number, Running>[]>();
  readonly #answers = new Map<ItemProgram, Map<number, number>>();

  /** By line: the pools over the cycle, which go on growing. */
  poolsOf(program: ItemProgram): Map<number, Running>[] {
    const known = this.#pools.get(program) ?? program.lines.map(() => new Map<number, Running>());
    this.#pools.set(program, known);
    return known;
  }

  /** Numbers of the answers that tell an item's records apart, the same in every year. */
  answersOf(program: ItemProgram): Map<number, number> {
    const known = this.#answers.get(program) ?? new Map<number, number>();
    this.#answers.set(program, known);
    return known;
  }
}
