/** What the columns are called: fields have a letter before their code, so that none is taken for a step's own column. */
import type { Field, FieldRef, Plan } from '../../model/plan.ts';

const plain = /^[a-z][a-z0-9_]{0,39}$/;

export interface Names {
  /** The column of a fact. */
  column(field: FieldRef): string;
  record(key: string): string;
  person(key: string): string;
  typeOf(field: FieldRef): Field['type'];
}

const columnsOf = (letter: string, fields: readonly Field[]): ReadonlyMap<string, string> =>
  new Map(fields.map(({ key }, place) => [key, plain.test(key) ? `${letter}_${key}` : `${letter}${place + 1}`]));

export function namesOf(plan: Plan): Names {
  const columns = { person: columnsOf('p', plan.personFields), record: columnsOf('f', plan.recordFields) };
  const types = {
    person: new Map(plan.personFields.map(({ key, type }) => [key, type])),
    record: new Map(plan.recordFields.map(({ key, type }) => [key, type])),
  };
  const of = <T>(map: ReadonlyMap<string, T>, key: string): T => {
    const found = map.get(key);
    if (found === undefined) throw new Error(`the plan names a field that it does not declare: ${key}`);
    return found;
  };
  return {
    column: ({ on, key }) => of(columns[on], key),
    record: (key) => of(columns.record, key),
    person: (key) => of(columns.person, key),
    typeOf: ({ on, key }) => of(types[on], key),
  };
}
