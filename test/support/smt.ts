/**
 * Conditions of a plan as SMT-LIB, written from the plan's own doc comments and without a line of the analysis: a choice is
 * the place of its option, a number is in millionths on the grid of its field, a sum over the year is free within its year
 * but for being no more than a sum over more records.
 */
import type { Expr, Field, FieldRef, Measure, Plan } from '../../src/model/plan.ts';
import type { Answer } from './z3.ts';

export interface Wanted {
  readonly expr: Expr;
  readonly is: boolean;
}

type Total = Extract<Expr, { op: 'total' }>;

const MICRO = 1_000_000;

const days = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / 86_400_000;

class Writer {
  readonly declared = new Map<string, string>();
  readonly totals = new Map<string, { readonly of: Total; readonly name: string }>();
  readonly #plan: Plan;

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  field({ on, key }: FieldRef): { readonly name: string; readonly field: Field } {
    const fields = on === 'person' ? this.#plan.personFields : this.#plan.recordFields;
    const field = fields.find((one) => one.key === key);
    if (!field) throw new Error(`no field ${on} ${key}`);
    const name = `${on}_${fields.indexOf(field)}`;
    if (!this.declared.has(name)) this.declared.set(name, declaration(name, field));
    return { name, field };
  }

  total(of: Total): string {
    const key = JSON.stringify([of.measure, of.where]);
    const known = this.totals.get(key);
    if (known) return known.name;
    const name = `total_${this.totals.size}`;
    this.totals.set(key, { of, name });
    this.declared.set(name, `(declare-const ${name} Int)\n${between(name, 0, mostOf(of.measure, this.#plan))}`);
    return name;
  }

  write(expr: Expr): string {
    switch (expr.op) {
      case 'const':
        return String(expr.value);
      case 'and':
      case 'or':
        return expr.of.length === 0
          ? String(expr.op === 'and')
          : `(${expr.op} ${expr.of.map((arm) => this.write(arm)).join(' ')})`;
      case 'not':
        return `(not ${this.write(expr.of)})`;
      case 'yes':
        return this.field(expr.field).name;
      case 'among': {
        const { name, field } = this.field(expr.field);
        const places = expr.keys.map((key) => field.options.findIndex((option) => option.key === key));
        return `(or false ${places.map((place) => `(= ${name} ${place})`).join(' ')})`;
      }
      case 'compare':
        return compared(this.field(expr.field).name, expr);
      case 'total':
        return compared(this.total(expr), expr);
    }
  }
}

const compared = (name: string, { by, to }: Extract<Expr, { op: 'compare' | 'total' }>): string => {
  const [left, right] = [`(* ${to.d} ${name})`, String(to.n)];
  return by === '!=' ? `(not (= ${left} ${right}))` : `(${by} ${left} ${right})`;
};

const between = (name: string, least: number, most: number): string => `(assert (<= ${least} ${name} ${most}))`;

const declaration = (name: string, { type, options }: Field): string => {
  const int = `(declare-const ${name} Int)`;
  switch (type) {
    case 'yesno':
      return `(declare-const ${name} Bool)`;
    case 'choice':
      return `${int}\n${between(name, 0, options.length - 1)}`;
    case 'date':
      return `${int}\n${between(name, days(1900, 1, 1), days(2199, 12, 31))}`;
    case 'year':
      return `${int}\n${between(name, 1900, 2199)}`;
    case 'whole':
      return `${int}\n(assert (= 0 (mod ${name} ${MICRO})))\n${between(name, 0, 1e9 * MICRO - 1)}`;
    case 'decimal':
      return `${int}\n${between(name, 0, 1e9 * MICRO - 1)}`;
    case 'text':
      throw new Error('no condition asks about a text');
  }
};

const mostOf = ({ of }: Measure, { makeUp }: Plan): number => {
  if (of === 'days') return makeUp ? 731 : 366;
  if (of === 'months') return makeUp ? 24 : 12;
  return of === 'field' ? 1e9 * MICRO - 1 : 1e9;
};

/** A question: is there a practitioner with a record for whom these hold and those do not? */
export const question = (
  plan: Plan,
  wanted: readonly Wanted[],
  implied: (question: string) => boolean = () => false,
): string => {
  const writer = new Writer(plan);
  const asserted = wanted.map(({ expr, is }) => `(assert ${is ? '' : '(not '}${writer.write(expr)}${is ? '' : ')'})`);
  const totals = [...writer.totals.values()];
  const ordered = totals.flatMap((one) =>
    totals
      .filter((other) => one !== other && JSON.stringify(one.of.measure) === JSON.stringify(other.of.measure))
      .filter((other) => implied(inclusion(plan, one.of, other.of)))
      .map((other) => `(assert (<= ${one.name} ${other.name}))`),
  );
  const [start, end] = ['start', 'end'].map((key) => plan.recordFields.findIndex((field) => field.key === key));
  const stay = writer.declared.has(`record_${start}`) && writer.declared.has(`record_${end}`);
  return [
    ...writer.declared.values(),
    ...asserted,
    ...ordered,
    ...(stay ? [`(assert (<= record_${start} record_${end}))`] : []),
  ].join('\n');
};

/** Unsatisfiable where every record of the one sum is in the other too. */
const inclusion = (plan: Plan, one: Total, other: Total): string =>
  question(plan, [
    { expr: one.where, is: true },
    { expr: other.where, is: false },
  ]);

/** The inclusions that must be known before these questions can be put. */
export const inclusionsOf = (plan: Plan, wanted: readonly Wanted[]): readonly string[] => {
  const asked: string[] = [];
  question(plan, wanted, (text) => {
    asked.push(text);
    return false;
  });
  return asked;
};

export const certain = (answer: Answer | undefined): boolean => answer === 'unsat';
