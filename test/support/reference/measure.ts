/** What a unit says is measured, of records together. */
import type { Name, UnitId } from '../../../src/model/ast.ts';
import type { FieldEntry } from '../../../src/model/ruleset.ts';
import { daysOf, monthsOf, type Stay } from './calendar.ts';
import type { Entry } from './entry.ts';
import { type Rational, rational, sum } from './rational.ts';
import { carrierOf, fieldNamed, inUnit, type World } from './world.ts';

export type Measure =
  | { readonly kind: 'field'; readonly field: FieldEntry; readonly unit: UnitId | null }
  | { readonly kind: 'days' | 'months' | 'count' };

export const measureOf = (world: World, unit: UnitId | null, named?: Name): Measure => {
  if (!named && (unit === 'days' || unit === 'months')) return { kind: unit };
  if (!named && unit === 'times') return { kind: 'count' };
  const field = named ? fieldNamed(world, named.text, 'record') : unit ? carrierOf(world, unit, 'record') : undefined;
  if (!field) throw new Error(`nothing measures ${named?.text ?? unit}`);
  return { kind: 'field', field, unit };
};

export const countsStays = (measure: Measure): boolean => measure.kind === 'days' || measure.kind === 'months';

/** What one record adds in a year; null: nothing there counts; undefined: the fact is missing. */
const partOf = (world: World, measure: Measure, entry: Entry, year: number): Rational | Stay | null | undefined => {
  if (countsStays(measure)) return entry.stayIn(year) ?? (missesStay(entry) ? undefined : null);
  if (entry.year !== year) return null;
  if (measure.kind !== 'field') return rational(1);
  const value = entry.facts.get(measure.field.key);
  return value === undefined ? undefined : inUnit(world, value as Rational, measure.field.unit, measure.unit);
};

const missesStay = ({ facts }: Entry): boolean => !facts.has('start') || !facts.has('end');

export const has = (world: World, measure: Measure, entry: Entry, year: number): boolean => {
  const part = partOf(world, measure, entry, year);
  return part !== null && part !== undefined;
};

export const misses = (world: World, measure: Measure, entry: Entry, year: number): boolean =>
  partOf(world, measure, entry, year) === undefined;

/** Days and months over stays joined; else added up. */
export const measured = (world: World, measure: Measure, entries: readonly (readonly [Entry, number])[]): Rational => {
  const parts = entries.map(([entry, year]) => partOf(world, measure, entry, year)).filter((part) => part != null);
  if (measure.kind === 'days') return rational(daysOf(parts as Stay[]));
  if (measure.kind === 'months') return rational(monthsOf(parts as Stay[]));
  return sum(parts as Rational[]);
};
