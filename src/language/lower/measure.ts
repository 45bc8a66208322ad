/** What a unit measures: days and months of stays, records, or the one field that carries the unit. */

import { keywords } from '../../../grammar/keywords.ts';
import type { Name, UnitId } from '../../model/ast.ts';
import { type Rational, rational, times } from '../../model/fraction.ts';
import type { Measure } from '../../model/plan.ts';
import type { FieldEntry } from '../../model/ruleset.ts';
import type { Span } from '../../model/span.ts';
import { fieldOfType, phrases } from '../phrase.ts';
import { factorBetween, unitWord } from '../unit.ts';
import { findField, type Scope } from './scope.ts';
import { unknownName } from './unknown.ts';

/** A measure, and how many of its own units (millionths, days, months, records) one written unit is. */
export interface Gauge {
  readonly measure: Measure;
  readonly scale: Rational;
}

const MILLION = rational(1_000_000n);

const isNumber = (field: FieldEntry): boolean => field.type === 'whole' || field.type === 'decimal';

const numbers = (scope: Scope): readonly FieldEntry[] =>
  scope.low.rules.fields.filter((field) => field.on === 'record' && isNumber(field));

/** A line is measured in the vocabulary of its own file and those above it: what a file below adds does not disturb it. */
const isInSight = ({ file, low }: Scope, { section }: FieldEntry): boolean =>
  section === null || low.rules.files.indexOf(section.file) >= low.rules.files.indexOf(file);

const gaugeOf = (scope: Scope, field: FieldEntry, unit: UnitId | null): Gauge | null => {
  const factor =
    unit === null || field.unit === null ? null : factorBetween(unit, field.unit, scope.low.rules.conversions);
  if (unit !== null && factor === null && unit !== 'items' && unit !== 'times') return null;
  return { measure: { of: 'field', key: field.key }, scale: times(factor ?? rational(1n), MILLION) };
};

/** The field named beside the unit. */
const namedGauge = (scope: Scope, unit: UnitId | null, name: Name): Gauge | null => {
  const field = findField(scope, name.text);
  if (!field) {
    // What was meant may be a unit that was misspelt.
    const units = Object.values(keywords).flatMap((word) => (word.colour === 'unit' ? [word.zh] : []));
    unknownName(scope, name, phrases.field, [...numbers(scope).map((f) => f.label), ...units]);
    return null;
  }
  if (field.on === 'person' || !isNumber(field)) {
    const type = field.on === 'person' ? phrases.personField : fieldOfType(field.type);
    scope.report('CME414', name.span, { name: name.text, type, expected: phrases.numberField });
    return null;
  }
  const gauge = gaugeOf(scope, field, unit);
  if (!gauge)
    scope.report('CME404', name.span, {
      expected: field.unit ? unitWord(field.unit) : phrases.noUnit,
      found: unit ? unitWord(unit) : '',
    });
  return gauge;
};

/** The gauge of a unit; `name` where the line names the field. */
export const gauge = (scope: Scope, unit: UnitId | null, name: Name | undefined, span: Span): Gauge | null => {
  if (name) return namedGauge(scope, unit, name);
  if (unit === 'days' || unit === 'months') return { measure: { of: unit }, scale: rational(1n) };
  if (unit === 'times') return { measure: { of: 'count' }, scale: rational(1n) };
  if (unit === null) {
    scope.report('CME412', span, { expected: phrases.numberAndUnit, found: phrases.bareNumber });
    return null;
  }
  const fields = numbers(scope).filter((field) => isInSight(scope, field));
  const exactly = fields.filter((field) => field.unit === unit);
  const candidates =
    exactly.length > 0
      ? exactly
      : fields.filter((field) => gaugeOf(scope, field, unit) !== null && field.unit !== null);
  const [only, second] = candidates;
  if (!only) {
    scope.report('CME405', span, { unit: unitWord(unit) });
    return null;
  }
  if (second) {
    const labels = candidates.map((field) => field.label);
    scope.report('CME406', span, { unit: unitWord(unit), fields: labels.join('、'), example: only.label });
    return null;
  }
  return gaugeOf(scope, only, unit);
};
