/** The years that an evaluation looks at: the one judged, or those of its cycle up to it. */
import { dayNamed, yearOf } from './calendar.ts';
import { type Rational, shown } from './rational.ts';
import type { Facts } from './validate.ts';
import { fieldNamed, type World } from './world.ts';

export interface Period {
  readonly first: number;
  /** Last year of the cycle; the judged one without a cycle, or where it rolls. */
  readonly last: number;
  readonly judged: number;
}

export const periodOf = (world: World, person: Facts, judged: number): Period => {
  const cycle = world.rules.cycle?.node;
  if (!cycle) return { first: judged, last: judged, judged };
  const years = Number(cycle.years.digits);
  if (cycle.rolling) return { first: judged - years + 1, last: judged, judged };
  const anchor = anchorOf(world, person);
  const into = (((judged - anchor) % years) + years) % years;
  return { first: judged - into, last: judged - into + years - 1, judged };
};

/** A cycle begins with the year of the date that it is said to begin at, else of the file's date. */
const anchorOf = (world: World, person: Facts): number => {
  const cycle = world.rules.cycle?.node;
  const from = cycle && !cycle.rolling ? cycle.from : undefined;
  const effective = (): number => yearOf(dayNamed(world.rules.effective ?? '') ?? 0);
  if (!from) return effective();
  if ('quoted' in from) {
    const field = fieldNamed(world, from.text, 'person');
    const day = field && person.get(field.key);
    return day === undefined ? effective() : yearOf(shown(day as Rational));
  }
  return yearOf(dayNamed(from.text) ?? 0);
};
