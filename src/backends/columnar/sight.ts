/** A roster's columns as one plan looks at them: which of them are its own dates, and of which kind each row is. */
import type { Expr, Field, Item, Plan } from '../../model/plan.ts';
import { possibleItems } from '../evaluator/classify.ts';
import type { Program } from '../evaluator/program.ts';
import { type Asked, askedOf } from './asked.ts';
import { type Column, type Columns, factsAt } from './columns.ts';
import { type Fate, type Fates, isWhole } from './fate.ts';
import { ByKind, formsOf, Kinds } from './kinds.ts';
import { type Cuts, noReads, note, ofForm, type Reads, read } from './reads.ts';

/** Kinds of the records of one form, and what is known of them. */
interface OfForm {
  readonly record: Kinds;
  readonly person: Kinds;
  readonly known: ByKind<Fate>;
}

const days = (column: Column | undefined): Int32Array => {
  if (column === undefined || column.as === 'number') throw new Error('a date stands in a column of numbers');
  return column.of;
};

/**
 * What is known of kinds from one part of a roster to the next: numbers of kinds are the same in all, as long as no
 * condition reads a text, whose codes are each part's own.
 */
export class Memory {
  readonly #fates = new Map<string, ByKind<Fate>>();

  fates(form: string | undefined, { record, person, texts }: Omit<OfForm, 'known'> & { texts: boolean }): ByKind<Fate> {
    const size = record.size * person.size;
    if (texts) return new ByKind(size);
    const key = JSON.stringify([form ?? null, record.size, person.size]);
    const known = this.#fates.get(key) ?? new ByKind<Fate>(size);
    this.#fates.set(key, known);
    return known;
  }
}

export class Sight {
  readonly columns: Columns;
  readonly date: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly makeupYear: Int32Array;
  readonly project: Int32Array;
  readonly #program: Program;
  readonly #year: number;
  readonly #fates: Fates;
  readonly #form: Int32Array | null;
  readonly #forms: readonly OfForm[];
  readonly #askers: Kinds;
  readonly #asked: ByKind<Asked | null>;

  constructor(program: Program, columns: Columns, year: number, fates: Fates, memory: Memory) {
    const { reserved } = program;
    this.columns = columns;
    this.date = days(columns.record[reserved.date]);
    this.start = days(columns.record[reserved.start]);
    this.end = days(columns.record[reserved.end]);
    this.makeupYear = days(columns.record[reserved.makeupYear]);
    this.project = days(columns.record[reserved.project]);
    this.#program = program;
    this.#year = year;
    this.#fates = fates;
    const form = program.byForm === null ? undefined : columns.record[program.byForm.form];
    this.#form = form === undefined ? null : days(form);
    this.#forms = formsOf(form).map((key) => this.#ofForm(key as string | undefined, memory));
    const reads = noReads();
    readDemands(reads, program.plan);
    this.#askers = new Kinds(reads.person, program.person, columns.person);
    this.#asked = new ByKind(this.#askers.size);
  }

  #ofForm(form: string | undefined, memory: Memory): OfForm {
    const reads = noReads();
    for (const program of possibleItems(this.#program, form))
      readItem(reads, program.item, this.#program.plan, form, isWhole(program));
    const record = new Kinds(reads.record, this.#program.record, this.columns.record);
    const person = new Kinds(reads.person, this.#program.person, this.columns.person);
    const texts =
      readsText(reads.record, this.#program.plan.recordFields) ||
      readsText(reads.person, this.#program.plan.personFields);
    return { record, person, known: memory.fates(form, { record, person, texts }) };
  }

  /** What becomes of a valid record of a practitioner. */
  fateOf(record: number, person: number): Fate {
    const form = this.#form === null ? 0 : (this.#form[record] as number) + 1;
    const forms = this.#forms[form] as OfForm;
    const { size } = forms.record;
    const kind =
      forms.person.size === 1 ? forms.record.at(record) : forms.record.at(record) + forms.person.at(person) * size;
    return forms.known.get(kind) ?? forms.known.set(kind, this.#fates.of(...this.#facts(record, person)));
  }

  #facts(record: number, person: number) {
    return [factsAt(this.columns.record, record), factsAt(this.columns.person, person)] as const;
  }

  /** What a practitioner is asked for; null where their own numbers tell. */
  askedOf(person: number): Asked | null {
    const kind = this.#askers.at(person);
    const known = this.#asked.get(kind);
    if (known !== undefined) return known;
    return this.#asked.set(kind, askedOf(this.#program, factsAt(this.columns.person, person), this.#year));
  }
}

const readsText = (cuts: Cuts, fields: readonly Field[]): boolean =>
  fields.some(({ key, type }) => type === 'text' && cuts.has(key));

/** Keys of the fields of a record that the evaluator reads to reckon an item. */
export function fieldsOf(item: Item, plan: Plan): ReadonlySet<string> {
  const reads = noReads();
  readItem(reads, item, plan, undefined, false);
  for (const { when } of [...item.deems, ...item.best]) if (when !== null) read(reads, when);
  const measured = (node: unknown): readonly string[] => {
    if (typeof node !== 'object' || node === null) return [];
    const { of, key } = node as { of?: unknown; key?: unknown };
    const own = of === 'field' && typeof key === 'string' ? [key] : [];
    return [...own, ...Object.values(node).flatMap(measured)];
  };
  const places = ['start', 'end', 'date', 'project', ...(item.placed === null ? [] : [item.placed])];
  return new Set([...reads.record.keys(), ...measured([item.lines, item.deems]), ...places]);
}

/** All that tells the records of an item apart. Of one that the evaluator reckons, what places and admits them is enough. */
function readItem(into: Reads, item: Item, plan: Plan, form: string | undefined, whole: boolean): void {
  const on = 'record';
  const take = (expr: Expr | null): void => {
    if (expr !== null) read(into, ofForm(expr, form));
  };
  take(item.match);
  note(into, { on, key: 'review' });
  for (const { when, that } of item.gates) for (const one of [when, that]) take(one);
  for (const { items, when } of plan.caps) if (items.includes(item.key)) take(when);
  for (const { binds, lines } of plan.requirements)
    for (const line of lines)
      for (const subject of [line.subject, ...(line.fillable?.from ?? [])])
        if (subject?.items.includes(item.key)) for (const one of [subject.when, binds, line.when]) take(one);
  if (whole) return;
  for (const { when, rate, falling } of item.lines) {
    take(when);
    if (falling !== null) note(into, { on, key: falling.rank });
    if (rate.kind === 'field') note(into, { on, key: rate.key });
    if (rate.kind === 'per' && rate.measure.of === 'field') note(into, { on, key: rate.measure.key });
  }
  for (const { when } of item.factors) take(when);
  for (const one of item.apart) take(one);
}

function readDemands(into: Reads, { exceptions, requirements }: Plan): void {
  for (const { when } of exceptions) read(into, when);
  for (const { binds, lines, reductions } of requirements)
    for (const when of [binds, ...lines.map((line) => line.when), ...reductions.map((one) => one.when)])
      if (when !== null) read(into, when);
}
