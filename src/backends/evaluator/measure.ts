/** What is measured of a record, and how it adds up over several. */
import type { UnitId } from '../../model/ast.ts';
import { type Exact, plus } from '../../model/credit.ts';
import type { Measure } from '../../model/plan.ts';
import { type ByMeasure, pick } from '../backend.ts';
import type { Entry } from './entry.ts';
import type { Facts, Schema } from './facts.ts';
import { daysOf, Stays } from './stays.ts';
import type { Scale } from './words.ts';

/** A sum that grows, in the measure's own scale: millionths, days, months, or records. */
export interface Tally {
  /** Takes in a record that has the measure, and gives the sum with it. */
  add(entry: Entry): Exact;
}

export interface Measuring {
  readonly unit: UnitId | null;
  readonly scale: Scale;
  /** Days count in the year that they lie in; all else counts in the year that the record belongs to. */
  readonly ofVisitors: boolean;
  /** Labels of the facts that it lacks. */
  missing(entry: Entry): readonly string[];
  /** It has some of it in this year: a stay that lies in another has no days here. */
  has(entry: Entry): boolean;
  /** Of this record alone. */
  of(entry: Entry): Exact;
  tally(): Tally;
}

const nothing: readonly string[] = [];

function stayMeasuring(schema: Schema, unit: 'days' | 'months', of: (entry: Entry) => Exact): Measuring {
  const ends = [schema.place('start'), schema.place('end')];
  const lacking = (facts: Facts): string[] =>
    ends.filter((place) => facts[place] === undefined).map((place) => schema.field(place).label);
  return {
    unit,
    scale: 'whole',
    ofVisitors: true,
    missing: (entry) => (entry.stay === null ? lacking(entry.facts) : nothing),
    has: ({ stay }) => stay !== null && daysOf(stay) > 0,
    of,
    tally: () => {
      const stays = new Stays(unit);
      return {
        add: (entry) => {
          if (entry.stay !== null) stays.add(entry.stay);
          return stays.sum;
        },
      };
    },
  };
}

function monthsAlone(entry: Entry): Exact {
  const stays = new Stays('months');
  if (entry.stay !== null) stays.add(entry.stay);
  return stays.sum;
}

export function measuring(measure: Measure, schema: Schema): Measuring {
  const table: ByMeasure<Measuring> = {
    field: ({ key }) => {
      const place = schema.place(key);
      const { label, unit } = schema.field(place);
      const labels = [label];
      const of = (entry: Entry): number => entry.facts[place] as number;
      return {
        unit,
        scale: 'micro',
        ofVisitors: false,
        missing: (entry) => (entry.facts[place] === undefined ? labels : nothing),
        has: (entry) => entry.facts[place] !== undefined,
        of,
        tally: () => {
          let sum: Exact = 0;
          return { add: (entry) => (sum = plus(sum, of(entry))) };
        },
      };
    },
    days: () => stayMeasuring(schema, 'days', (entry) => (entry.stay === null ? 0 : daysOf(entry.stay))),
    months: () => stayMeasuring(schema, 'months', monthsAlone),
    count: () => ({
      unit: 'times',
      scale: 'whole',
      ofVisitors: false,
      missing: () => nothing,
      has: () => true,
      of: () => 1,
      tally: () => {
        let sum = 0;
        return { add: () => (sum += 1) };
      },
    }),
  };
  return pick(table, measure.of, measure);
}

/** Whether a record brings the measure to this year's sums: it has it, and does not bring it to another year. */
export const counts = (of: Measuring, entry: Entry): boolean => (of.ofVisitors || !entry.visiting) && of.has(entry);
