/** The plan with its conditions, measures and rates compiled to closures and its fields resolved to places, once. */

import type * as plan from '../../model/plan.ts';
import type { Cap, Deem, Expr, Factor, Gate, Item, Plan, Subject } from '../../model/plan.ts';
import {
  type Condition,
  conditions,
  decidedByReadings,
  favoured,
  readingsIn,
  type Scene,
  type Schemas,
} from './condition.ts';
import { Schema } from './facts.ts';
import { type Measuring, measuring } from './measure.ts';
import { type RateProgram, rateProgram } from './rate.ts';
import { Sums } from './sums.ts';
import { type Reader, readerOf } from './value.ts';

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

export interface CapProgram {
  readonly cap: Cap;
  /** By the place of an item: whether its records are under the cap. */
  readonly items: readonly boolean[];
  readonly when: Condition | null;
}

export interface SubjectProgram {
  /** By the place of an item: whether its records are of the subject. */
  readonly items: readonly boolean[];
  readonly when: Condition | null;
  /** The requirement and its line bind the practitioner where these hold. */
  readonly binds: readonly Condition[];
}

/** Where the record's facts stand that the language itself knows. */
export interface Reserved {
  readonly id: number;
  readonly date: number;
  readonly start: number;
  readonly end: number;
  readonly project: number;
  readonly review: number;
  readonly makeupYear: number;
}

export interface Program extends Schemas {
  readonly plan: Plan;
  readonly personReaders: readonly Reader[];
  readonly recordReaders: readonly Reader[];
  readonly personId: number;
  readonly reserved: Reserved;
  readonly items: readonly ItemProgram[];
  /** The items that a record of this form may be of; those that any form may be of are in each. */
  readonly byForm: { readonly form: number; readonly items: ReadonlyMap<unknown, readonly ItemProgram[]> } | null;
  readonly caps: readonly CapProgram[];
  /** Caps that cross, with those that share their records. */
  readonly knots: readonly (readonly CapProgram[])[];
  readonly makeUp: Condition | null;
  readonly notices: readonly NoticeProgram[];
  readonly exceptions: readonly Condition[];
  readonly requirements: readonly RequirementProgram[];
  /** What the lines of requirements count, or are filled from. */
  readonly subjects: readonly SubjectProgram[];
  /** A subject of this plan. */
  subjectOf(subject: Subject): SubjectProgram;
}

export interface NoticeProgram {
  readonly notice: plan.Notice;
  readonly when: Condition | null;
  /** Its condition reads facts of the person alone: it is spoken once, and of nobody's record. */
  readonly ofPerson: boolean;
  readonly same: readonly number[] | null;
}

export interface RequirementProgram {
  readonly requirement: plan.Requirement;
  readonly binds: Condition | null;
  /** Readings that `binds` names, and whether it is they that decide it. */
  readonly readings: readonly string[];
  readonly decided: ((at: Scene) => boolean) | null;
  /** By the place of a line, and of a reduction. */
  readonly lines: readonly (Condition | null)[];
  readonly reductions: readonly (Condition | null)[];
}

export function programOf(plan: Plan): Program {
  const schemas: Schemas = { person: new Schema(plan.personFields), record: new Schema(plan.recordFields) };
  const compile = conditions(schemas, null);
  const optional = (when: Expr | null): Condition | null => (when === null ? null : compile(when));
  const { record } = schemas;
  const caps = plan.caps.map((cap) => ({
    cap,
    items: among(plan, cap),
    when: optional(cap.when),
  }));
  const subjects = subjectsOf(plan, optional);
  const items = plan.items.map((item, place) =>
    itemProgram(item, place, schemas, { caps, subjects: [...subjects.values()], compile }),
  );
  return {
    ...schemas,
    plan,
    personReaders: plan.personFields.map(readerOf),
    recordReaders: plan.recordFields.map(readerOf),
    personId: schemas.person.place('id'),
    reserved: {
      id: record.place('id'),
      date: record.place('date'),
      start: record.place('start'),
      end: record.place('end'),
      project: record.place('project'),
      review: record.place('review'),
      makeupYear: record.place('makeup_year'),
    },
    items,
    byForm: byForm(items, record),
    caps,
    knots: knotsOf(caps),
    makeUp: optional(plan.makeUp?.when ?? null),
    notices: plan.notices.map((notice) => ({
      notice,
      when: optional(notice.when),
      ofPerson: notice.same === null && !(notice.when !== null && readsRecord(notice.when)),
      same: notice.same?.map((key) => record.place(key)) ?? null,
    })),
    exceptions: plan.exceptions.map(({ when }) => compile(when)),
    requirements: plan.requirements.map((requirement) => ({
      requirement,
      binds: optional(requirement.binds),
      readings: requirement.binds === null ? [] : readingsIn(requirement.binds),
      decided: requirement.binds === null ? null : decidedByReadings(requirement.binds, compile),
      lines: requirement.lines.map((line) => optional(line.when)),
      reductions: requirement.reductions.map((reduction) => optional(reduction.when)),
    })),
    subjects: [...subjects.values()],
    subjectOf: (subject) => {
      const known = subjects.get(subject);
      if (known === undefined) throw new Error('a subject of another plan');
      return known;
    },
  };
}

const among = (plan: Plan, { items }: Subject): readonly boolean[] => {
  const held = new Set(items);
  return plan.items.map(({ key }) => held.has(key));
};

/** What the lines count, or are filled from. */
function subjectsOf(plan: Plan, optional: (when: Expr | null) => Condition | null): Map<Subject, SubjectProgram> {
  const found = new Map<Subject, SubjectProgram>();
  for (const { binds, lines } of plan.requirements) {
    for (const line of lines) {
      const own = line.subject === null ? [] : [line.subject];
      const bound = [optional(binds), optional(line.when)].filter((when) => when !== null);
      for (const subject of [...own, ...(line.fillable?.from ?? [])]) {
        const items = among(plan, subject);
        found.set(subject, { items, when: optional(subject.when), binds: bound });
      }
    }
  }
  return found;
}

const knotsOf = (caps: readonly CapProgram[]): Program['knots'] => {
  const tied = caps.filter(({ cap }) => cap.crossing !== null);
  return [...Map.groupBy(tied, ({ cap }) => cap.crossing?.knot).values()];
};

/** What looks at the records of many items. */
interface Across {
  readonly compile: (expr: Expr) => Condition;
  readonly caps: readonly CapProgram[];
  readonly subjects: readonly SubjectProgram[];
}

function itemProgram(item: Item, place: number, schemas: Schemas, across: Across): ItemProgram {
  const { caps, subjects, compile } = across;
  const optional = (when: Expr | null): Condition | null => (when === null ? null : compile(when));
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

/** The forms that a condition allows at all: those of its first part that speaks of the form; null: any. */
function formsOf(expr: Expr): readonly string[] | null {
  if (expr.op === 'among' && expr.field.on === 'record' && expr.field.key === 'form') return expr.keys;
  return expr.op === 'and' ? (expr.of.map(formsOf).find((forms) => forms !== null) ?? null) : null;
}

/** A form leads to a few of the items at once; a record without one is put to them all. */
function byForm(items: readonly ItemProgram[], schema: Schema): Program['byForm'] {
  const form = schema.find('form');
  if (form === undefined) return null;
  const forms = schema.field(form).options.map(({ key }) => key);
  const holding = (key: string) => items.filter(({ item }) => formsOf(item.match)?.includes(key) ?? true);
  return { form, items: new Map(forms.map((key) => [key, holding(key)])) };
}

const readsRecord = (expr: Expr): boolean => {
  if (expr.op === 'and' || expr.op === 'or') return expr.of.some(readsRecord);
  if (expr.op === 'not') return readsRecord(expr.of);
  return 'field' in expr && expr.field.on === 'record';
};
