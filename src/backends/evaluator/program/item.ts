/** An item compiled: which records are its own, and what they earn. */
import type * as plan from '../../../model/plan.ts';
import type { Deem, Expr, Factor, Gate, Item } from '../../../model/plan.ts';
import { type Condition, conditions, favoured, optionally, readingsIn, type Schemas } from '../condition.ts';
import { type Measuring, measuring } from '../measure.ts';
import { type RateProgram, rateProgram } from '../rate.ts';
import { Sums } from '../sums.ts';
import type { CapProgram, SubjectProgram } from './across.ts';

export interface GateProgram {
  readonly gate: Gate;
  /** Passed: `when` does not hold, or `that` does. */
  readonly passed: Condition;
  readonly when: Condition | null;
  readonly favoured: Condition | null;
}

export interface LineProgram {
  readonly line: plan.AwardLine;
  readonly when: Condition;
  /** `when` as it would be if the readings that it names spoke for it; null where it names none. */
  readonly favoured: Condition | null;
  readonly rate: RateProgram;
  /** Where the rank stands by which it falls. */
  readonly rank: number | null;
}

export interface DeemProgram {
  readonly deem: Deem;
  readonly when: Condition;
  readonly sums: Sums;
}

export interface FactorProgram {
  readonly factor: Factor;
  readonly when: Condition | null;
}

export interface BestProgram {
  readonly best: plan.Best;
  readonly when: Condition | null;
}

export interface ItemProgram {
  readonly place: number;
  readonly item: Item;
  readonly match: Condition;
  /** Readings that `match` names, and `match` as it would be if they spoke for it. */
  readonly readings: readonly string[];
  readonly favoured: Condition | null;
  /** Where the date stands that places its records. */
  readonly placed: number | null;
  readonly gates: readonly GateProgram[];
  readonly lines: readonly LineProgram[];
  /** The sums that its lines read. */
  readonly sums: Sums;
  readonly factors: readonly FactorProgram[];
  readonly best: readonly BestProgram[];
  readonly deems: readonly DeemProgram[];
  readonly apart: readonly Condition[];
  /** What must be known of a record that earns: conditions of factors, of 只计最高 and of caps. */
  readonly needs: readonly Condition[];
  /** And of the subjects of requirement lines, where these bind. */
  readonly counted: readonly SubjectProgram[];
  readonly time: Measuring | null;
}

/** What looks at the records of many items. */
interface Across {
  readonly compile: (expr: Expr) => Condition;
  readonly caps: readonly CapProgram[];
  readonly subjects: readonly SubjectProgram[];
}

export function itemProgram(item: Item, place: number, schemas: Schemas, across: Across): ItemProgram {
  const { caps, subjects, compile } = across;
  const optional = optionally(compile);
  const sums = new Sums(schemas);
  const withSums = conditions(schemas, sums);
  const factors = item.factors.map((factor) => ({ factor, when: optional(factor.when) }));
  const best = item.best.map((one) => ({ best: one, when: optional(one.when) }));
  return {
    place,
    item,
    match: compile(item.match),
    readings: readingsIn(item.match),
    favoured: favouring(item.match, compile),
    placed: item.placed === null ? null : schemas.record.place(item.placed),
    gates: item.gates.map((gate) => {
      const passed = passing(gate);
      return { gate, passed: compile(passed), when: optional(gate.when), favoured: favouring(passed, compile) };
    }),
    lines: item.lines.map((line) => ({
      line,
      when: withSums(line.when),
      favoured: favouring(line.when, withSums),
      rate: rateProgram(line.rate, schemas.record),
      rank: line.falling === null ? null : schemas.record.place(line.falling.rank),
    })),
    sums,
    factors,
    best,
    deems: item.deems.map((deem) => {
      const own = new Sums(schemas);
      return { deem, when: conditions(schemas, own)(deem.when), sums: own };
    }),
    apart: item.apart.map(compile),
    needs: [...factors, ...best, ...caps.filter((cap) => cap.items[place])]
      .map(({ when }) => when)
      .filter((when) => when !== null),
    counted: subjects.filter(({ items, when }) => items[place] === true && when !== null),
    time: item.time === null ? null : measuring({ of: 'field', key: item.time.key }, schemas.record),
  };
}

/** A condition as it would be if the readings that it names spoke for it; null where it names none. */
const favouring = (when: Expr, compile: (expr: Expr) => Condition): Condition | null =>
  readingsIn(when).length === 0 ? null : compile(favoured(when));

const passing = ({ when, that }: Gate): Expr =>
  when === null ? that : { op: 'or', of: [{ op: 'not', of: when }, that] };
