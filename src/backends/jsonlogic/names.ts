/** Names of facts in the prepared input. A path of JsonLogic has dots in it, and one port looks at what objects inherit. */
import type { Field, FieldRef, Plan } from '../../model/plan.ts';

export interface Names {
  of(ref: FieldRef): string;
  field(ref: FieldRef): Field;
}

const SAFE = /^\p{L}[\p{L}\p{N}_]*$/u;

export function namesOf(plan: Plan): Names {
  const tables = { person: tableOf(plan.personFields), record: tableOf(plan.recordFields) };
  const found = ({ on, key }: FieldRef) => {
    // A key wins over a label, as everywhere.
    const entry = tables[on].byKey.get(key) ?? tables[on].byLabel.get(key);
    if (entry === undefined) throw new Error(`the plan names a field that it does not declare: ${key}`);
    return entry;
  };
  return { of: (ref) => found(ref).name, field: (ref) => found(ref).field };
}

function tableOf(fields: readonly Field[]) {
  const entries = fields.map((field, place) => {
    const safe = SAFE.test(field.key) && !(field.key in Object.prototype);
    return { field, name: safe ? field.key : `_${place + 1}` };
  });
  return {
    byKey: new Map(entries.map((entry) => [entry.field.key, entry])),
    byLabel: new Map(entries.map((entry) => [entry.field.label, entry])),
  };
}
