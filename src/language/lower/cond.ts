/** Conditions become expressions of the plan. */

import { keywords } from '../../../grammar/keywords.ts';
import type { Cond, Name, Operand } from '../../model/ast.ts';
import { times } from '../../model/fraction.ts';
import type { Expr } from '../../model/plan.ts';
import { findOption } from '../declare/reading.ts';
import { hint, optionOf, phrases, typePhrase } from '../phrase.ts';
import { renameTo } from '../report.ts';
import { nearest } from '../suggest.ts';
import { fits, measured } from './amount.ts';
import { compareField, comparisons, fieldRef, isOrder } from './compare.ts';
import { always, and, hasTotal, never, not, or } from './expr.ts';
import { gauge } from './measure.ts';
import { fieldsWithValue, findField, findReading, namedBy, optionInForce, optionKey, type Scope } from './scope.ts';
import { unknownInCondition } from './unknown.ts';

/** Null where something in it was reported. */
export const condition = (scope: Scope, cond: Cond): Expr | null => {
  const expr = lowered(scope, cond);
  return expr && withFilters(expr, always);
};

/** No condition is one that always holds. */
export const optional = (scope: Scope, cond: Cond | undefined): Expr | null => (cond ? condition(scope, cond) : always);

/** Gives every sum over the year the conditions that 且 joins to it, from the inside of its own arm of an 或 outwards. */
const withFilters = (expr: Expr, joined: Expr): Expr => {
  switch (expr.op) {
    case 'total':
      return { ...expr, where: joined };
    case 'and': {
      const summed = expr.of.map(hasTotal);
      if (!summed.includes(true)) return expr;
      const filters = and(joined, ...expr.of.filter((_, i) => !summed[i]));
      return { ...expr, of: expr.of.map((arm, i) => (summed[i] ? withFilters(arm, filters) : arm)) };
    }
    case 'or':
      return { ...expr, of: expr.of.map((arm) => withFilters(arm, joined)) };
    case 'not':
      return { ...expr, of: withFilters(expr.of, joined) };
    default:
      return expr;
  }
};

const lowered = (scope: Scope, cond: Cond): Expr | null => {
  switch (cond.kind) {
    case 'and':
    case 'or': {
      const arms = cond.of.map((arm) => lowered(scope, arm)); // all of them, so that each reports
      if (arms.includes(null)) return null;
      return (cond.kind === 'and' ? and : or)(...(arms as Expr[]));
    }
    case 'not': {
      const of = lowered(scope, cond.of);
      return of && not(of);
    }
    case 'paren':
      return lowered(scope, cond.of);
    case 'fact':
      return fact(scope, cond.name);
    case 'compare':
      return cond.subject.kind === 'total' ? total(scope, cond) : named(scope, cond, cond.subject.name);
  }
};

/** A name alone: a yes/no field, or a value that only one field has. */
const fact = (scope: Scope, name: Name): Expr | null => {
  const field = findField(scope, name.text);
  if (field?.type === 'yesno') return { op: 'yes', field: fieldRef(field) };
  const owners = fieldsWithValue(scope, name.text);
  const [owner, second] = owners;
  if (owner && !second) {
    const key = optionKey(owner, name);
    return key === undefined ? null : { op: 'among', field: fieldRef(owner), keys: [key] };
  }
  if (owner) {
    const fields = owners.map((f) => f.label).join('、');
    scope.report('CME203', name.span, { name: name.text, fields, example: `${owner.label} 是 ${name.text}` });
    return null;
  }
  const reading = findReading(scope, name.text);
  const type = field ? typePhrase(field.type) : reading ? phrases.reading : null;
  if (type === null) {
    unknownInCondition(scope, name);
    return null;
  }
  const value = field?.options[0]?.label ?? reading?.options[0]?.label ?? '…';
  scope.report('CME401', name.span, { name: name.text, type, example: `${name.text} 是 ${value}` });
  return null;
};

type Compare = Extract<Cond, { kind: 'compare' }>;

const named = (scope: Scope, cond: Compare, name: Name): Expr | null => {
  const field = findField(scope, name.text);
  if (field) return compareField(scope, field, cond.op, cond.operands, cond.span);
  const reading = findReading(scope, name.text);
  if (!reading) {
    unknownInCondition(scope, name);
    return null;
  }
  if (isOrder(cond.op)) {
    const allowed = phrases.choiceOperators;
    scope.report('CME402', cond.span, { name: name.text, type: phrases.reading, op: keywords[cond.op].zh, allowed });
    return null;
  }
  const inForce = optionInForce(scope, reading);
  const asked = cond.operands.map((operand) => optionNamed(scope, reading, operand));
  if (asked.includes(null)) return null;
  const holds = asked.includes(inForce.key) !== (cond.op === 'isnt' || cond.op === 'notin');
  return { ...(holds ? always : never), ...namedBy(reading) };
};

const optionNamed = (
  scope: Scope,
  reading: { label: string; options: Parameters<typeof findOption>[0] },
  operand: Operand,
): string | null => {
  if (operand.kind !== 'name') {
    scope.report('CME412', operand.span, { expected: optionOf(reading.label), found: phrases.otherValue });
    return null;
  }
  const option = findOption(reading.options, operand.name.text);
  if (option) return option.key;
  const labels = reading.options.map((o) => o.label);
  const near = nearest(operand.name.text, labels);
  const advice = hint(near, labels);
  const args = { name: reading.label, option: operand.name.text, hint: advice };
  scope.report('CME411', operand.span, args, near ? renameTo(operand.span, near) : {});
  return null;
};

/** 累计 against an amount; which conditions join it is settled by `withFilters`. */
const total = (scope: Scope, cond: Compare): Expr | null => {
  const [operand] = cond.operands;
  if (!scope.totals) {
    scope.report('CME501', cond.subject.span);
    return null;
  }
  if (!operand || !isOrder(cond.op)) {
    const op = keywords[cond.op].zh;
    scope.report('CME402', cond.span, {
      name: '累计',
      type: phrases.quantity,
      op,
      allowed: phrases.orderOperators,
    });
    return null;
  }
  if (operand.kind !== 'quantity' && operand.kind !== 'name') {
    scope.report('CME412', operand.span, { expected: phrases.numberAndUnit, found: phrases.otherValue });
    return null;
  }
  const reading = operand.kind === 'name' ? findReading(scope, operand.name.text) : undefined;
  const amount = measured(
    scope,
    operand.kind === 'name'
      ? { kind: 'reading', name: operand.name, span: operand.span }
      : { ...operand, kind: 'number' },
  );
  const found = amount && gauge(scope, amount.unit, undefined, operand.span);
  const to = found && fits(scope, times(amount.value, found.scale), operand.span);
  if (!to) return null;
  const readings = reading ? namedBy(reading) : {};
  return { op: 'total', measure: found.measure, by: comparisons[cond.op], to, where: always, ...readings };
};
