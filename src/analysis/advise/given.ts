/** Conditions where some facts are known: those of the person, or of a record. */
import type { Expr } from '../../model/plan.ts';
import { holdsAt } from '../axes.ts';
import type { Lookup } from './standing.ts';

const constant = (value: boolean): Expr => ({ op: 'const', value });

/**
 * The condition for a person of these facts: what is left asks of the record alone. Where it is true, so is the condition;
 * a fact that the person lacks is unknown, and unknown is not true.
 */
export const givenPerson = (expr: Expr, person: Lookup, wanted = true): Expr => {
  switch (expr.op) {
    case 'const':
    case 'total':
      return expr;
    case 'and':
    case 'or':
      return { op: expr.op, of: expr.of.map((arm) => givenPerson(arm, person, wanted)) };
    case 'not':
      return { op: 'not', of: givenPerson(expr.of, person, !wanted) };
    default: {
      if (expr.field.on !== 'person') return expr;
      const value = person(expr.field.key);
      return constant(value === undefined ? !wanted : holdsAt(expr)(value));
    }
  }
};

/** Null is unknown: a fact is missing, or a sum is asked for. */
export const truthOf = (expr: Expr, person: Lookup, record: Lookup): boolean | null => {
  switch (expr.op) {
    case 'const':
      return expr.value;
    case 'total':
      return null;
    case 'not': {
      const truth = truthOf(expr.of, person, record);
      return truth === null ? null : !truth;
    }
    case 'and':
    case 'or': {
      const settles = expr.op === 'or';
      const truths = expr.of.map((arm) => truthOf(arm, person, record));
      return truths.includes(settles) ? settles : truths.includes(null) ? null : !settles;
    }
    default: {
      const value = (expr.field.on === 'person' ? person : record)(expr.field.key);
      return value === undefined ? null : holdsAt(expr)(value);
    }
  }
};

/** Whether it is true of a record; with no condition it is. */
export const isTrue = (when: Expr | null, person: Lookup, record: Lookup): boolean =>
  when === null || truthOf(when, person, record) === true;
