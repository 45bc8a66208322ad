/** What a practitioner is asked for: the same for all of one kind, while no line looks at more than credits of the year. */
import { LARGEST, TooLarge } from '../../model/credit.ts';
import type { Credit, Minimum } from '../../model/plan.ts';
import { isTotal } from '../evaluator/bind.ts';
import type { Facts } from '../evaluator/facts.ts';
import type { Program } from '../evaluator/program.ts';
import { type Binding, judge, shown } from '../evaluator/require.ts';
import { TRUE } from '../evaluator/truth.ts';
import { silentRun } from './fate.ts';

/** A line of the requirement. */
export interface AskedLine {
  /** Place of its subject; -1: the total. */
  readonly subject: number;
  readonly required: Credit;
  readonly least: boolean;
  /** A deeming may meet it. */
  readonly ofYear: boolean;
}

export interface Asked {
  readonly exempt: boolean;
  readonly lines: readonly AskedLine[];
  /** The line of the total that is shown; -1: none. */
  readonly shown: number;
  /** What it asks for. */
  readonly required: Credit;
}

/** Whether a line asks the same of all, and looks at credits alone. */
const plain = ({ unit, amount, fillable }: Minimum): boolean =>
  unit === 'credits' && fillable === null && (amount.kind === 'amount' || amount.of === 'required');

/** Null where it takes the practitioner's own numbers to tell. */
export function askedOf(program: Program, person: Facts, year: number): Asked | null {
  const run = silentRun(program, person, year);
  const own = program.requirements.some(
    ({ requirement: { since, reductions }, binds }) =>
      (binds === null || binds.test(run.at([])) === TRUE) &&
      (since !== null || reductions.some(({ by }) => by.kind === 'per')),
  );
  if (own) return null;
  try {
    const { lines, exempt } = judge(run, { entries: [], total: 0, deemed: false });
    if (!lines.every(({ line, required: { n } }) => plain(line) && typeof n === 'number' && n <= LARGEST)) return null;
    const totals = lines.filter(({ line }) => isTotal(line));
    const total = totals.find(({ line }) => line.period === 'year') ?? totals[0];
    return {
      exempt: exempt || program.exceptions.some((when) => when.test(run.at([])) === TRUE),
      lines: lines.map((binding) => lineOf(program, binding)),
      shown: total === undefined ? -1 : lines.indexOf(total),
      required: total === undefined ? 0 : shown(total.required, 'credits'),
    };
  } catch (error) {
    if (error instanceof TooLarge) return null;
    throw error;
  }
}

const lineOf = (program: Program, { line, required }: Binding): AskedLine => ({
  subject: line.subject === null ? -1 : program.subjects.indexOf(program.subjectOf(line.subject)),
  required: Number(required.n),
  least: line.bound === 'least',
  ofYear: line.period === 'year',
});
