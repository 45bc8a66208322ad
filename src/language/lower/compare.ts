/** One comparison of a field with values, quantities, ranges, dates, or a reading that stands for them. */

import { keywords } from '../../../grammar/keywords.ts';
import type { CompareOp, Num, Operand, OrderOp, Unit } from '../../model/ast.ts';
import { decimal, less, type Rational, rational, times } from '../../model/fraction.ts';
import type { Comparison, Expr, FieldRef, Fraction } from '../../model/plan.ts';
import type { FieldEntry } from '../../model/ruleset.ts';
import type { Span } from '../../model/span.ts';
import { dayNumber } from '../declare/date.ts';
import { phrases, typePhrase, valueOfField } from '../phrase.ts';
import { factorBetween, unitWord } from '../unit.ts';
import { fits, rangeOf } from './amount.ts';
import { and, not, or } from './expr.ts';
import { findReading, namedBy, optionKey, type Scope } from './scope.ts';
import { unknownValue } from './unknown.ts';

export const comparisons: Record<OrderOp, Comparison> = {
  atLeast: '>=',
  reaches: '>=',
  lessThan: '<',
  shortOf: '<',
  atMost: '<=',
  upTo: '<=',
  moreThan: '>',
};

export const isOrder = (op: CompareOp): op is OrderOp => op in comparisons;

export const fieldRef = (field: FieldEntry): FieldRef => ({ on: field.on, key: field.key });

const described = (operand: Operand): string => {
  switch (operand.kind) {
    case 'name':
      return `「${operand.name.text}」`;
    case 'yesno':
      return operand.value ? '是' : '否';
    case 'quantity':
      return operand.number.digits;
    case 'range':
      return `${operand.from.digits}～${operand.to.digits}`;
    case 'date':
      return operand.date.text;
  }
};

/** A written number on the scale of the field: millionths of its unit, or a year as it is. */
const scaled = (scope: Scope, field: FieldEntry, number: Num, unit: Unit | undefined, span: Span): Rational | null => {
  const value = decimal(number.digits);
  if (field.type === 'yearType') return value;
  let factor: Rational | null = rational(1n);
  if (unit && unit.id !== field.unit) {
    factor = field.unit ? factorBetween(unit.id, field.unit, scope.low.rules.conversions) : null;
    if (!factor) {
      const expected = field.unit ? unitWord(field.unit) : phrases.bareNumber;
      scope.report('CME404', span, { expected, found: unitWord(unit.id) });
      return null;
    }
  }
  return times(times(value, factor), rational(1_000_000n));
};

const isNumeric = (field: FieldEntry): boolean => ['whole', 'decimal', 'yearType'].includes(field.type);

interface Bounds {
  readonly from: Rational;
  readonly to: Rational;
}

/** A quantity or a range as inclusive bounds; a reading may stand for either. */
const bounds = (
  scope: Scope,
  field: FieldEntry,
  operand: Operand,
): { bounds: Bounds; readings?: readonly string[] } | null => {
  if (operand.kind === 'quantity') {
    const value = scaled(scope, field, operand.number, operand.unit, operand.span);
    return value && { bounds: { from: value, to: value } };
  }
  if (operand.kind === 'range') {
    const from = scaled(scope, field, operand.from, operand.unit, operand.span);
    const to = scaled(scope, field, operand.to, operand.unit, operand.span);
    if (!from || !to) return null;
    if (less(to, from)) {
      scope.report('CME415', operand.span, { from: operand.from.digits, to: operand.to.digits });
      return null;
    }
    return { bounds: { from, to } };
  }
  if (operand.kind === 'name') {
    const reading = findReading(scope, operand.name.text);
    const found = rangeOf(scope, operand.name);
    if (!reading || !found) return null;
    const { value } = found;
    const inner: Operand =
      value.kind === 'range'
        ? { ...value, kind: 'range', span: operand.span }
        : { ...value, kind: 'quantity', span: operand.span };
    const inside = bounds(scope, field, inner);
    return inside && { ...inside, ...namedBy(reading) };
  }
  scope.report('CME412', operand.span, { expected: valueOfField(field.label, 'number'), found: described(operand) });
  return null;
};

/** One value, or one range, of a field: what a cell says, and 是, 属于. */
const matches = (scope: Scope, field: FieldEntry, operand: Operand): Expr | null => {
  const ref = fieldRef(field);
  if (field.type === 'choice') {
    if (operand.kind !== 'name') {
      scope.report('CME412', operand.span, { expected: valueOfField(field.label, 'value'), found: described(operand) });
      return null;
    }
    const key = optionKey(field, operand.name);
    if (key === undefined) {
      unknownValue(scope, field, operand.name);
      return null;
    }
    return { op: 'among', field: ref, keys: [key] };
  }
  if (field.type === 'yesno') {
    if (operand.kind !== 'yesno') {
      scope.report('CME412', operand.span, { expected: phrases.yesOrNo, found: described(operand) });
      return null;
    }
    const yes: Expr = { op: 'yes', field: ref };
    return operand.value ? yes : not(yes);
  }
  if (field.type === 'text') {
    if (operand.kind === 'name') return { op: 'among', field: ref, keys: [operand.name.text] };
    if (operand.kind === 'quantity') return { op: 'among', field: ref, keys: [operand.number.digits] };
    scope.report('CME412', operand.span, { expected: phrases.text, found: described(operand) });
    return null;
  }
  if (field.type === 'date') {
    const to = operand.kind === 'date' ? day(scope, operand) : null;
    if (operand.kind !== 'date')
      scope.report('CME412', operand.span, { expected: phrases.date, found: described(operand) });
    return to && { op: 'compare', field: ref, by: '=', to };
  }
  const found = bounds(scope, field, operand);
  if (!found) return null;
  const from = fits(scope, found.bounds.from, operand.span);
  const to = fits(scope, found.bounds.to, operand.span);
  if (!from || !to) return null;
  const named = found.readings ? { readings: found.readings } : {};
  if (from.n === to.n && from.d === to.d) return { op: 'compare', field: ref, by: '=', to, ...named };
  return and(
    { op: 'compare', field: ref, by: '>=', to: from, ...named },
    { op: 'compare', field: ref, by: '<=', to, ...named },
  );
};

const day = (scope: Scope, operand: Extract<Operand, { kind: 'date' }>): Fraction | null => {
  const number = dayNumber(operand.date.text);
  if (number === null) scope.report('CME409', operand.span, { date: operand.date.text });
  return number === null ? null : { n: number, d: 1 };
};

/** One of the operands holds. Choices become one set. */
export const oneOf = (scope: Scope, field: FieldEntry, operands: readonly Operand[]): Expr | null => {
  const arms = operands.map((operand) => matches(scope, field, operand));
  if (arms.some((arm) => arm === null)) return null;
  const keys = arms.flatMap((arm) => (arm?.op === 'among' ? arm.keys : []));
  if (keys.length === arms.length) return { op: 'among', field: fieldRef(field), keys: [...new Set(keys)] };
  return or(...arms.filter((arm): arm is Expr => arm !== null));
};

/** `field op operand` for 不少于 and its kin: a number, a year or a date. */
export const ordered = (scope: Scope, field: FieldEntry, op: OrderOp, operand: Operand, at: Span): Expr | null => {
  if (field.type === 'date') {
    if (operand.kind !== 'date') {
      scope.report('CME412', operand.span, { expected: phrases.date, found: described(operand) });
      return null;
    }
    const to = day(scope, operand);
    return to && { op: 'compare', field: fieldRef(field), by: comparisons[op], to };
  }
  if (!isNumeric(field)) {
    const allowed = phrases.choiceOperators;
    scope.report('CME402', at, { name: field.label, type: typePhrase(field.type), op: keywords[op].zh, allowed });
    return null;
  }
  if (operand.kind === 'range') {
    scope.report('CME412', operand.span, { expected: phrases.oneNumber, found: described(operand) });
    return null;
  }
  const found = bounds(scope, field, operand);
  if (!found) return null;
  const to = fits(scope, found.bounds.from, operand.span);
  if (!to) return null;
  return {
    op: 'compare',
    field: fieldRef(field),
    by: comparisons[op],
    to,
    ...(found.readings ? { readings: found.readings } : {}),
  };
};

/** `field op operands`, any operator. */
export const compareField = (
  scope: Scope,
  field: FieldEntry,
  op: CompareOp,
  operands: readonly Operand[],
  at: Span,
): Expr | null => {
  const [first] = operands;
  if (!first) return null;
  if (isOrder(op)) return ordered(scope, field, op, first, at);
  const held = oneOf(scope, field, operands);
  return held && (op === 'isnt' || op === 'notin' ? not(held) : held);
};
