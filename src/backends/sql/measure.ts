/** What is measured of a record, and when it is known. */
import type { Measure } from '../../model/plan.ts';
import { type ByMeasure, pick } from '../backend.ts';
import type { Names } from './names.ts';

export interface Measured {
  /** Added up record by record; null: stays are joined first. */
  readonly each: string | null;
  /** The column of joined stays. */
  readonly joined: 'days' | 'months' | null;
  /** The record has some of it in the year: a stay that lies in another has no days here. */
  readonly known: string;
  /** Days count in the year that they lie in, all else in the year that the record belongs to. */
  readonly ofVisitors: boolean;
}

export function measured(measure: Measure, names: Names): Measured {
  const stay = (joined: 'days' | 'months'): Measured => ({
    each: null,
    joined,
    known: 'stay_from <= stay_to',
    ofVisitors: true,
  });
  const table: ByMeasure<Measured> = {
    field: ({ key }) => {
      const column = names.record(key);
      return { each: column, joined: null, known: `${column} IS NOT NULL`, ofVisitors: false };
    },
    days: () => stay('days'),
    months: () => stay('months'),
    count: () => ({ each: '1', joined: null, known: 'TRUE', ofVisitors: false }),
  };
  return pick(table, measure.of, measure);
}
