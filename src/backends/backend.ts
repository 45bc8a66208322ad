/**
 * What every back end is: total over the operations of the plan. A table of one of these types must have a row for each
 * operation, so that an operation added to the plan is a compile error in each back end that lacks it, and nowhere else.
 */
import type { Basis, Expr, FieldType, Measure, Plan, Rate, Reduction, Rounding } from '../model/plan.ts';

type Table<Union, Tag extends keyof Union, Result> = {
  readonly [Name in Union[Tag] & string]: (node: Named<Union, Tag, Name>) => Result;
};

/** The members of a union whose tag may have this name; one member may have several. */
type Named<Union, Tag extends keyof Union, Name> = Union extends unknown
  ? Name extends Union[Tag]
    ? Union
    : never
  : never;

export type ByOp<Result> = Table<Expr, 'op', Result>;
export type ByMeasure<Result> = Table<Measure, 'of', Result>;
export type ByRate<Result> = Table<Rate, 'kind', Result>;
export type ByRounding<Result> = Table<Rounding, 'to', Result>;
export type ByReduction<Result> = Table<Reduction['by'], 'kind', Result>;
export type ByBasis<Result> = Readonly<Record<Basis, Result>>;
export type ByType<Result> = Readonly<Record<FieldType, Result>>;

/** The row of a table for a node; the table is total, so there is one. */
export const pick = <Node, Result>(table: object, tag: string, node: Node): Result =>
  (table as Record<string, (node: Node) => Result>)[tag]?.(node) as Result;

export interface BackEnd {
  /** As the command line names it. */
  readonly id: string;
  readonly label: { readonly zh: string; readonly en: string };
  /** Lines of the plan, in words, that this back end does not do; it must refuse a plan that has any. */
  readonly refuses: (plan: Plan) => readonly string[];
}
