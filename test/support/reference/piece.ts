/** What a record comes to in one year: in most cases its own, but a stay has days in each that it lies in. */
import type { SpanId } from '../../../src/model/ast.ts';
import type { Entry } from './entry.ts';
import type { Rational } from './rational.ts';
import type { Way } from './ways.ts';

export interface Piece {
  readonly entry: Entry;
  readonly year: number;
  readonly reason: 'no_award' | 'incomplete' | null;
  readonly way: Way | null;
  /** Of its whole pool. */
  readonly quantity: Rational | null;
  readonly clause: string | null;
  /** Who is in one pool has the same. */
  readonly pool: string;
  /** Truths of the conditions that tell records of its item apart, by condition. */
  readonly raw: Rational;
  readonly readings: ReadonlySet<string>;
}

/** Which span a piece lies in: `''` stands alone. */
export const spanKey = ({ entry, year }: { readonly entry: Entry; readonly year: number }, span: SpanId): string => {
  switch (span) {
    case 'record':
      return `record ${entry.at}`;
    case 'project': {
      const project = entry.facts.get('project');
      return project === undefined ? `record ${entry.at}` : `${year} project ${String(project)}`;
    }
    case 'day':
      return `${year} day ${entry.day}`;
    case 'year':
      return `${year}`;
    case 'cycle':
      return 'cycle';
  }
};
