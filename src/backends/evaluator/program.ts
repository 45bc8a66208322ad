/** The plan with its conditions, measures and rates compiled to closures and its fields resolved to places, once. */
import type * as plan from '../../model/plan.ts';
import type { Expr, Plan, Subject } from '../../model/plan.ts';
import {
  type Condition,
  conditions,
  decidedByReadings,
  optionally,
  readingsIn,
  type Scene,
  type Schemas,
} from './condition.ts';
import { Schema } from './facts.ts';
import { among, type CapProgram, knotsOf, type SubjectProgram, subjectsOf } from './program/across.ts';
import { type ItemProgram, itemProgram } from './program/item.ts';
import { type Reader, readerOf } from './value.ts';

export type { CapProgram, SubjectProgram } from './program/across.ts';
export type { BestProgram, DeemProgram, GateProgram, ItemProgram, LineProgram } from './program/item.ts';

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
  const optional = optionally(compile);
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
