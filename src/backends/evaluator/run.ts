/** One evaluation: what stays the same while the records pass through it. */
import type { Exact } from '../../model/credit.ts';
import { dayOf } from '../../model/date.ts';
import type { Basis } from '../../model/plan.ts';
import type { ByBasis } from '../backend.ts';
import type { Scene } from './condition.ts';
import type { Entry } from './entry.ts';
import type { Facts } from './facts.ts';
import type { Past, Window } from './past.ts';
import type { Program } from './program.ts';
import type { Report } from './report.ts';

export interface Around {
  /** False: as if the records made up for this year, and for those before it in its cycle, were not there. */
  readonly withMadeUp: boolean;
  /** The years of the cycle. */
  readonly window: Window;
  readonly past: Past;
}

const noSums: readonly Exact[] = [];

export class Run {
  readonly program: Program;
  readonly year: number;
  /** First and last day of the year. */
  readonly first: number;
  readonly last: number;
  readonly person: Facts;
  readonly report: Report;
  readonly withMadeUp: boolean;
  readonly window: Window;
  readonly past: Past;
  readonly #projects = new Map<string, number>();
  readonly #keys: ByBasis<(entry: Entry) => number | null>;

  constructor(program: Program, person: Facts, year: number, report: Report, around: Around) {
    this.program = program;
    this.year = year;
    this.first = dayOf(year, 1, 1);
    this.last = dayOf(year, 12, 31);
    this.person = person;
    this.report = report;
    this.withMadeUp = around.withMadeUp;
    this.window = around.window;
    this.past = around.past;
    this.#keys = {
      record: () => null,
      project: (entry) => this.#projectOf(entry),
      day: (entry) => entry.day,
      year: () => 0,
      // One for the whole cycle: what it holds from the years before is in the past.
      cycle: () => 0,
    };
  }

  /** What a condition looks at: this record, and sums of its item. */
  at(record: Facts, sums: readonly Exact[] = noSums): Scene {
    return { person: this.person, record, sums };
  }

  /** Records of one key are of one span; null stands alone. */
  spanOf(entry: Entry, basis: Basis): number | null {
    return this.#keys[basis](entry);
  }

  #projectOf(entry: Entry): number | null {
    const project = entry.facts[this.program.reserved.project];
    if (typeof project !== 'string') return null;
    const known = this.#projects.get(project) ?? this.#projects.size;
    this.#projects.set(project, known);
    return known;
  }
}
