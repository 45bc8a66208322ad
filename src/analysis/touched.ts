/**
 * Whom a change of the plan can touch at all, told by the forms of their records: an item without records, and a cap over
 * such items, gives and takes nothing. A sound shortcut and no more: where it is unclear, somebody is touched.
 */
import type { Expr, Item, Plan } from '../model/plan.ts';
import type { RawFacts, RawPerson } from '../model/roster.ts';

/** Codes of forms; `all`: everybody, whatever their records. */
export type Touched = ReadonlySet<string> | 'all';

/** `mixed`: a record's form could not be told. */
export type FormsHeld = ReadonlySet<string> | 'mixed';

/** What differs between two plans of the same fields, in what they grant, cap and require; words and notices do not count. */
export function touched(before: Plan, after: Plan): Touched {
  if (wholly.some((key) => !same(before[key], after[key]))) return 'all';
  const items = new Set([...differing(before.items, after.items), ...differing(before.caps, after.caps).keys()]);
  const keys = new Set<string>();
  for (const one of items) for (const key of 'items' in one ? one.items : [one.key]) keys.add(key);
  const forms = [...before.items, ...after.items].filter(({ key }) => keys.has(key)).map(formsOf);
  return forms.includes(null) ? 'all' : new Set(forms.flatMap((one) => one ?? []));
}

export const touches = (change: Touched, held: FormsHeld): boolean =>
  change === 'all' || (change.size > 0 && (held === 'mixed' || !change.isDisjointFrom(held)));

/** A difference in these speaks of everybody. */
const wholly = ['personFields', 'recordFields', 'cycle', 'exceptions', 'requirements', 'makeUp', 'carry'] as const;

const text = (part: unknown): string =>
  JSON.stringify(part, (key, value) => (key === 'source' || key === 'words' ? undefined : value));

const same = (a: unknown, b: unknown): boolean => text(a) === text(b);

/** Those of either list that the other lacks; where only the order differs, all of them. */
function differing<T extends object>(before: readonly T[], after: readonly T[]): ReadonlySet<T> {
  if (same(before, after)) return new Set();
  const [old, now] = [new Set(before.map(text)), new Set(after.map(text))];
  const found = [...before.filter((one) => !now.has(text(one))), ...after.filter((one) => !old.has(text(one)))];
  return new Set(found.length > 0 ? found : [...before, ...after]);
}

/** The forms that an item takes; null: it asks for none. */
const formsOf = ({ match }: Item): readonly string[] | null => formsIn(match);

function formsIn(expr: Expr): readonly string[] | null {
  if (expr.op === 'among' && expr.field.on === 'record' && expr.field.key === 'form') return expr.keys;
  return expr.op === 'and' ? (expr.of.map(formsIn).find((forms) => forms !== null) ?? null) : null;
}

/** Tells the forms that a practitioner's records have, under the fields of this plan. */
export function formsHeldBy({ recordFields }: Plan): (person: RawPerson) => FormsHeld {
  const field = recordFields.find(({ key }) => key === 'form');
  if (field === undefined) return () => 'mixed';
  const codes = new Map(field.options.flatMap(({ key, label }) => [[key, key] as const, [label, key] as const]));
  const codeOf = (facts: RawFacts): string | undefined => {
    const [value, second] = [field.key, field.label].flatMap((key) => (facts.has(key) ? [facts.get(key)] : []));
    return typeof value === 'string' && second === undefined ? codes.get(value) : undefined;
  };
  return ({ records }) => {
    const held = new Set<string>();
    for (const record of records) {
      const code = codeOf(record);
      if (code === undefined) return 'mixed';
      held.add(code);
    }
    return held;
  };
}
