/**
 * Which fields matter: of an activity those that some item of its form reads, of a person those that the requirements
 * read. The others are there too, behind 「更多」.
 */
import type { Plan, RawFacts } from '../../src/index.ts';
import type { Item } from './ladder.ts';

export type Field = Plan['recordFields'][number];
type Expr = Item['match'];

export interface Fields {
  readonly first: readonly Field[];
  readonly more: readonly Field[];
}

/** The field that tells the forms of activities apart: the one that the items ask for most. */
export function formField({ items, recordFields }: Plan): Field | null {
  const asked = new Map<string, number>();
  const count = (expr: Expr): void => {
    if (expr.op === 'and' || expr.op === 'or') expr.of.forEach(count);
    else if (expr.op === 'among' && expr.field.on === 'record')
      asked.set(expr.field.key, (asked.get(expr.field.key) ?? 0) + 1);
  };
  for (const { match } of items) count(match);
  const [most] = [...asked].toSorted((a, b) => b[1] - a[1]);
  return recordFields.find(({ key }) => key === most?.[0]) ?? null;
}

/** Whether a condition may still hold where only the form is known. */
function mayHold(expr: Expr, form: Field, value: string): boolean {
  if (expr.op === 'const') return expr.value;
  if (expr.op === 'and') return expr.of.every((one) => mayHold(one, form, value));
  if (expr.op === 'or') return expr.of.some((one) => mayHold(one, form, value));
  if (expr.op === 'among' && expr.field.on === 'record' && expr.field.key === form.key)
    return expr.keys.includes(value);
  return true;
}

const known = new WeakMap<Plan, Map<string, Fields>>();

export function fieldsOf(plan: Plan, facts: RawFacts): Fields {
  const form = formField(plan);
  const value = form === null ? '' : String(facts.get(form.key) ?? '');
  const cached = known.get(plan) ?? new Map<string, Fields>();
  known.set(plan, cached);
  const before = cached.get(value);
  if (before) return before;
  const made = parted(plan.recordFields, value === '' && form !== null ? keysOf([form]) : read(plan, form, value));
  cached.set(value, made);
  return made;
}

const keysOf = (fields: readonly Field[]): Set<string> => new Set(fields.map(({ key }) => key));

function read(plan: Plan, form: Field | null, value: string): Set<string> {
  const keys = new Set(form === null ? [] : [form.key]);
  const items = plan.items.filter(({ match }) => form === null || mayHold(match, form, value));
  for (const item of items) {
    collect(item, keys);
    for (const cap of plan.caps) if (cap.items.includes(item.key)) collect(cap, keys);
    if (item.stays) keys.add('start').add('end');
    if (!item.stays || item.lines.some(({ rate }) => rate.kind === 'flat')) keys.add(item.placed ?? 'date');
  }
  if (items.length === 0) keys.add('date');
  return keys;
}

/** Every field of the record that is named anywhere in a part of the plan. */
function collect(part: unknown, into: Set<string>): void {
  if (Array.isArray(part)) {
    for (const one of part) collect(one, into);
    return;
  }
  if (part === null || typeof part !== 'object') return;
  const { on, key, of, kind, rank, basis, per } = part as Readonly<Record<string, unknown>>;
  if (typeof key === 'string' && (on === 'record' || of === 'field' || kind === 'field')) into.add(key);
  if (of === 'days' || of === 'months') into.add('start').add('end');
  if (typeof rank === 'string') into.add(rank);
  if (basis === 'project' || per === 'project') into.add('project');
  for (const [name, value] of Object.entries(part)) if (name !== 'time') collect(value, into);
}

export function personFieldsOf(plan: Plan): Fields {
  const keys = new Set<string>();
  const walk = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(walk);
    else if (part !== null && typeof part === 'object') {
      const { on, key } = part as Readonly<Record<string, unknown>>;
      if (on === 'person' && typeof key === 'string') keys.add(key);
      for (const [name, value] of Object.entries(part)) {
        if (name === 'field' && typeof value === 'string') keys.add(value);
        else walk(value);
      }
    }
  };
  const { requirements, exceptions, carry, cycle, items, caps, notices, makeUp } = plan;
  walk([requirements, exceptions, carry, cycle, items, caps, notices, makeUp]);
  return parted(plan.personFields, keys);
}

function parted(fields: readonly Field[], keys: ReadonlySet<string>): Fields {
  return { first: fields.filter(({ key }) => keys.has(key)), more: fields.filter(({ key }) => !keys.has(key)) };
}

/** What a fact says, in the words of the vocabulary. */
export function factWords(field: Field, value: unknown, units: (unit: NonNullable<Field['unit']>) => string): string {
  const said = String(value);
  if (field.type === 'choice')
    return field.options.find(({ key, label }) => key === said || label === said)?.label ?? said;
  if (field.type === 'yesno') return value === true ? field.label : '';
  if (field.unit !== null) return `${said} ${units(field.unit)}`;
  return field.type === 'whole' || field.type === 'decimal' || field.type === 'year' ? `${field.label} ${said}` : said;
}
