/**
 * Conditions as JsonLogic. Truth has three values and JsonLogic two: each condition is spelt twice, as `is true` and as
 * `is false`; what is neither is unknown. A fact that is absent makes both false.
 */
import type { Comparison, Expr, FieldRef, Fraction } from '../../model/plan.ts';
import { type ByOp, pick } from '../backend.ts';
import { type Total, textOf } from './expr.ts';
import { and, type Logic, not, or, variable } from './logic.ts';
import type { Names } from './names.ts';
import { rangeOf } from './possible.ts';

/** Less than any number that a fact may be; days before 1970 are below 0. */
export const ABSENT = -1_000_000;

/** Where facts are found from here: the paths before their names. */
export interface Place {
  readonly person: string;
  readonly record: string;
}

/** Within a `reduce` over records. */
export const AT_RECORD: Place = { person: 'current.person.', record: 'current.facts.' };
export const AT_ROOT: Place = { person: 'person.', record: 'facts.' };
/** In the body of `named`, where the person was given beside. */
export const BESIDE: Place = { person: 'accumulator.', record: '' };

/** Answers of totals that are settled outside, by the text of the comparison. */
export type Settled = ReadonlyMap<string, boolean>;
export const nothingSettled: Settled = new Map();

export class Truths {
  readonly #names: Names;

  constructor(names: Names) {
    this.#names = names;
  }

  isTrue(expr: Expr, at: Place, settled: Settled = nothingSettled): Logic {
    return this.#spell(expr, true, at, settled);
  }

  isFalse(expr: Expr, at: Place, settled: Settled = nothingSettled): Logic {
    return this.#spell(expr, false, at, settled);
  }

  isUnknown(expr: Expr, at: Place): Logic {
    return and(not(this.isTrue(expr, at)), not(this.isFalse(expr, at)));
  }

  path({ on, key }: FieldRef, at: Place): string {
    return `${at[on]}${this.#names.of({ on, key })}`;
  }

  #spell(expr: Expr, sense: boolean, at: Place, settled: Settled): Logic {
    const spell = (part: Expr, as: boolean): Logic => this.#spell(part, as, at, settled);
    const table: ByOp<Logic> = {
      const: ({ value }) => value === sense,
      yes: ({ field }) => ({ '===': [variable(this.path(field, at)), sense] }),
      among: ({ field, keys }) => {
        const value = variable(this.path(field, at), '');
        const held: Logic = keys.length === 1 ? { '===': [value, keys[0] as string] } : { in: [value, keys] };
        // The empty text is no fact: it stands for an absent one.
        return sense ? held : and({ '!==': [value, ''] }, not(held));
      },
      compare: ({ field, by, to }) => this.#compare(field, by, to, sense, at),
      total: (total) => settled.get(textOf(total)) === sense,
      and: ({ of }) => (sense ? and : or)(...of.map((part) => spell(part, sense))),
      or: ({ of }) => (sense ? or : and)(...of.map((part) => spell(part, sense))),
      not: ({ of }) => spell(of, !sense),
    };
    return pick(table, expr.op, expr);
  }

  #compare(field: FieldRef, by: Comparison, to: Fraction, sense: boolean, at: Place): Logic {
    const value = variable(this.path(field, at), ABSENT);
    const inside = within(value, by, to);
    return and({ '>': [value, ABSENT] }, sense ? inside : not(inside));
  }
}

/** Whether a whole number meets a bound. */
export function within(value: Logic, by: Comparison, to: Fraction): Logic {
  const { from, upTo, out } = rangeOf(by, to);
  if (from > upTo) return out;
  const held = and(
    Number.isFinite(from) ? { '>=': [value, from] } : true,
    Number.isFinite(upTo) ? { '<=': [value, upTo] } : true,
  );
  return out ? not(held) : held;
}

/** The comparisons of totals in some conditions, each once. */
export const distinctTotals = (all: readonly Total[]): readonly Total[] => [
  ...new Map(all.map((total) => [textOf(total), total])).values(),
];
