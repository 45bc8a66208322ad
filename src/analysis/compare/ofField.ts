/** Which way a change of the vocabulary goes. Data are taken to hold no fact that one of the two sides does not know. */
import type { Expr, Field, Plan } from '../../model/plan.ts';
import { asksSums, earnsOf, reachOf } from './ofItem.ts';
import type { Part } from './parts.ts';
import type { Setting } from './setting.ts';
import { possible } from './shift.ts';
import type { Truths } from './truths.ts';
import { type Way, where } from './way.ts';

type FieldPart = Extract<Part, { of: 'field' }>;

/** Fields that the language itself reads. */
const RESERVED: ReadonlySet<string> = new Set(['id', 'date', 'start', 'end', 'project', 'review', 'makeup_year']);

const keysIn = (part: unknown, found: Set<string>): void => {
  if (Array.isArray(part)) for (const one of part) keysIn(one, found);
  else if (typeof part === 'object' && part !== null)
    for (const [name, value] of Object.entries(part)) {
      if (name === 'source') continue;
      if (typeof value === 'string' && FIELDS.has(name)) found.add(value);
      keysIn(value, found);
    }
  else if (typeof part === 'string') found.add(part);
};

/** Where a plan names a field. */
const FIELDS: ReadonlySet<string> = new Set(['key', 'field', 'rank', 'placed']);

/** Whether anything of the plan may read the field; too often rather than too seldom. */
const isRead = (plan: Plan, { key }: Field): boolean => {
  if (RESERVED.has(key)) return true;
  const { items, caps, requirements, exceptions, makeUp, carry, cycle } = plan;
  const found = new Set<string>();
  keysIn([items, caps, requirements, exceptions, makeUp, carry, cycle], found);
  return found.has(key);
};

/** Whether the plan may name a field that it does not declare: one between the two may, and means nothing then. */
export const lacks = (plan: Plan, fields: readonly Field[]): boolean => {
  const declared = new Set([...plan.personFields, ...plan.recordFields].map(({ key }) => key));
  const gone = fields.filter(({ key }) => !declared.has(key));
  if (gone.length === 0) return false;
  const { items, caps, requirements, exceptions, makeUp, carry, cycle, notices } = plan;
  const found = new Set<string>();
  keysIn([items, caps, requirements, exceptions, makeUp, carry, cycle, notices], found);
  return gone.some(({ key }) => found.has(key));
};

export const fields = (setting: Setting, truths: Truths, { on, before, after }: FieldPart): Way => {
  const { before: plan, after: next } = setting;
  const known = [before, after].flatMap((field) => field ?? []);
  if (!known.some((field) => isRead(plan, field) || isRead(next, field)))
    return sameReading(before, after) ? 'neutral' : null;
  if (!before || !after || on !== 'record') return null;
  return options(setting, truths, before, after);
};

/** A field that nothing reads still makes a record invalid where its value is none of the field's. */
const sameReading = (before: Field | null, after: Field | null): boolean =>
  before === null ||
  after === null ||
  JSON.stringify({ ...before, default: null }) === JSON.stringify({ ...after, default: null });

/** Options that came or went, of a field that is the same otherwise. */
const options = (setting: Setting, truths: Truths, before: Field, after: Field): Way => {
  const rest = (field: Field): string => JSON.stringify({ ...field, options: [] });
  if (rest(before) !== rest(after)) return null;
  const [old, now] = [before, after].map((field) => new Map(field.options.map((one) => [one.key, one.label])));
  const holds = (a: typeof old, b: typeof old): boolean =>
    [...(b ?? [])].every(([key, label]) => a?.get(key) === label);
  const grown = holds(now, old);
  if (!grown && !holds(old, now)) return null;
  const many = grown ? now : old;
  const keys = [...(many?.keys() ?? [])].filter((key) => !(grown ? old : now)?.has(key));
  // A label of one option that is the key of another would be read as another value.
  const names = [...(many ?? [])].flatMap(([key, label]) => (key === label ? [key] : [key, label]));
  if (new Set(names).size !== names.length) return null;
  const has: Expr = { op: 'among', field: { on: 'record', key: before.key }, keys };
  const touched = setting.before.items.filter((item) =>
    possible(truths, [has, ...reachOf(item), ...(asksSums(item) ? [] : [earnsOf(item)])]),
  );
  if (touched.length === 0) return 'neutral';
  return where(() => touched.every(({ key }) => setting.records(key)), grown ? 'looser' : 'stricter');
};
