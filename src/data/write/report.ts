/** An evaluation in pieces: what stands before its results, one result after the other, and what stands after them. */
import type { Evaluation, PersonResult, Summary } from '../../model/result.ts';
import type { GroupSummary } from './by.ts';

export type Head = Pick<Evaluation, 'ruleset' | 'year' | 'readings'>;

export interface Tail {
  readonly summary: Summary;
  /** With `--by`. */
  readonly by?: GroupSummary;
}

/** Writes results as they come, so that a large roster is never held as one text. */
export interface ResultWriter {
  head(head: Head): string;
  row(result: PersonResult): string;
  tail(tail: Tail): string;
}

/** A whole evaluation as one text. */
export function written(writer: ResultWriter, evaluation: Evaluation, by?: GroupSummary): string {
  const rows = evaluation.results.map((result) => writer.row(result));
  return [writer.head(evaluation), ...rows, writer.tail({ summary: evaluation.summary, ...(by && { by }) })].join('');
}
