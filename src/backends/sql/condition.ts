/** Conditions as SQL: its own truth has the same three values, and NULL is the unknown one. */
import { part } from '../../model/credit.ts';
import { dateText } from '../../model/date.ts';
import type { Comparison, Expr, Fraction } from '../../model/plan.ts';
import { type ByOp, pick } from '../backend.ts';
import type { Dialect } from './dialect.ts';
import type { Names } from './names.ts';

export type Total = Extract<Expr, { op: 'total' }>;

export interface Where {
  /** Before a column of a record: the table that it is of. */
  readonly of?: string;
  /** What a sum is called. Without it a total is a fault of the plan. */
  readonly total?: (total: Total) => string;
}

export type Spell = (expr: Expr, where?: Where) => string;

export const spelling = (dialect: Dialect, names: Names): Spell => {
  const spell: Spell = (expr, where = {}) => {
    const inside = (inner: Expr): string => spell(inner, where);
    const at = (column: string): string => (where.of === undefined ? column : `${where.of}.${column}`);
    const table: ByOp<string> = {
      const: ({ value }) => truth(value),
      yes: ({ field }) => at(names.column(field)),
      among: ({ field, keys }) => {
        const column = at(names.column(field));
        // Of no value at all: false, and unknown where the fact is.
        if (keys.length === 0) return `(${column} <> ${column})`;
        const [only] = keys;
        if (keys.length === 1) return `${column} = ${dialect.literal(only ?? '')}`;
        return `${column} IN (${keys.map(dialect.literal).join(', ')})`;
      },
      compare: ({ field, by, to }) => {
        const scale = names.typeOf(field) === 'date' ? (day: number) => `DATE '${dateText(day)}'` : String;
        return meets(at(names.column(field)), by, to, scale);
      },
      total: (total) => {
        if (where.total === undefined) throw new Error('a total stands where there is no item to sum');
        return meets(where.total(total), total.by, total.to);
      },
      and: ({ of }) => joined(of.map(inside), 'AND'),
      or: ({ of }) => joined(of.map(inside), 'OR'),
      not: ({ of }) => negated(inside(of)),
    };
    return pick(table, expr.op, expr);
  };
  return spell;
};

const truth = (value: boolean): string => (value ? 'TRUE' : 'FALSE');

const negated = (inner: string): string => (inner === 'TRUE' ? 'FALSE' : inner === 'FALSE' ? 'TRUE' : `NOT (${inner})`);

/** `false and unknown` is false: a constant that decides leaves nothing else to say. */
export function joined(parts: readonly string[], word: 'AND' | 'OR'): string {
  const [neutral, decides] = word === 'AND' ? ['TRUE', 'FALSE'] : ['FALSE', 'TRUE'];
  if (parts.includes(decides)) return decides;
  const [first, ...others] = [...new Set(parts.filter((one) => one !== neutral))];
  if (first === undefined) return neutral;
  return others.length === 0 ? first : `(${[first, ...others].join(` ${word} `)})`;
}

/** A whole number against a bound, which is made whole. */
export function meets(value: string, by: Comparison, to: Fraction, scale: (whole: number) => string = String): string {
  const [down, up] = to.d === 1 ? [to.n, to.n] : [Number(part(1, to, 'floor')), Number(part(1, to, 'ceil'))];
  const table: Readonly<Record<Comparison, string>> = {
    '>=': `${value} >= ${scale(up)}`,
    '>': `${value} > ${scale(down)}`,
    '<=': `${value} <= ${scale(down)}`,
    '<': `${value} < ${scale(up)}`,
    '=': down === up ? `${value} = ${scale(down)}` : `(${value} <> ${value})`,
    '!=': down === up ? `${value} <> ${scale(down)}` : `(${value} = ${value})`,
  };
  return table[by];
}
