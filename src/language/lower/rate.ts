/** What a 授予 line pays: a flat amount, so much for each unit measured, or the value of a field in 学分. */

import type { Falling as FallingNode, Name, Rate as RateNode, Remainder } from '../../model/ast.ts';
import { decimal, rational, times } from '../../model/fraction.ts';
import type { Falling, Rate, Rounding } from '../../model/plan.ts';
import { fieldInUnit, fieldOfType, phrases } from '../phrase.ts';
import { credits, fits, measured, positive, rounding, share } from './amount.ts';
import { gauge } from './measure.ts';
import { findField, type Scope } from './scope.ts';
import { unknownName } from './unknown.ts';

/** The 尾数 nearest to a line, handed down from line, item, category and header; whole units where none is written. */
export const roundingOf = (scope: Scope, nearest: readonly (Remainder | null | undefined)[]): Rounding | null => {
  const node = nearest.find((remainder) => remainder !== null && remainder !== undefined);
  return node ? rounding(scope, node) : { to: 'floor' };
};

const perUnit = (scope: Scope, node: Extract<RateNode, { kind: 'per' }>, round: () => Rounding | null): Rate | null => {
  const every = node.everyReading
    ? measured(scope, {
        kind: 'reading',
        name: node.everyReading,
        span: node.span,
        ...(node.unit ? { unit: node.unit } : {}),
      })
    : { value: node.every ? decimal(node.every.digits) : rational(1n), unit: node.unit?.id ?? null, span: node.span };
  const paid = credits(scope, node.credits);
  const found = every && gauge(scope, every.unit, node.field, node.unit?.span ?? node.span);
  const rounding = round();
  if (!every || !found || !paid || !rounding) return null;
  if (!positive(scope, every.value, node.every?.span ?? node.span)) return null;
  const per = fits(scope, times(every.value, found.scale), node.span);
  return per && { kind: 'per', measure: found.measure, per, credits: paid, rounding };
};

const assessed = (scope: Scope, node: Extract<RateNode, { kind: 'field' }>): Rate | null => {
  const field = findField(scope, node.field.text);
  const labels = scope.low.rules.fields.filter((f) => f.on === 'record' && f.unit === 'credits').map((f) => f.label);
  if (!field) {
    unknownName(scope, node.field, phrases.creditField, labels);
    return null;
  }
  if (field.on === 'person' || field.unit !== 'credits') {
    const type = field.unit ? fieldInUnit(field.unit) : fieldOfType(field.type);
    scope.report('CME414', node.field.span, { name: field.label, type, expected: phrases.creditField });
    return null;
  }
  return { kind: 'field', key: field.key };
};

/** `round` is asked only where the rate has units to round. */
export const rate = (scope: Scope, node: RateNode, round: () => Rounding | null): Rate | null => {
  switch (node.kind) {
    case 'flat': {
      const paid = credits(scope, node.credits);
      return paid && { kind: 'flat', credits: paid };
    }
    case 'per':
      return perUnit(scope, node, round);
    case 'field':
      return assessed(scope, node);
  }
};

/** The rank must be a whole number of the record. */
const rankField = (scope: Scope, name: Name): string | null => {
  const field = findField(scope, name.text);
  if (field?.on === 'record' && field.type === 'whole') return field.key;
  const whole = scope.low.rules.fields.filter((f) => f.on === 'record' && f.type === 'whole').map((f) => f.label);
  if (!field) unknownName(scope, name, phrases.wholeField, whole);
  else
    scope.report('CME414', name.span, {
      name: field.label,
      type: fieldOfType(field.type),
      expected: phrases.wholeField,
    });
  return null;
};

const fallsBy = (scope: Scope, by: FallingNode['by']): Falling['by'] | null => {
  if (by.kind === 'share') {
    const ratio = share(scope, by.ratio);
    return ratio && { kind: 'share', ratio };
  }
  const step = credits(scope, by.amount);
  return step && { kind: 'step', credits: step };
};

export const falling = (scope: Scope, node: FallingNode): Falling | null => {
  const rank = rankField(scope, node.rank);
  const by = fallsBy(scope, node.by);
  const least = node.least ? credits(scope, node.least) : { n: 0, d: 1 };
  return rank !== null && by && least ? { by, rank, least } : null;
};
