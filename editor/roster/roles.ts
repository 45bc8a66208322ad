/** What a column of a roster file may stand for under one rule set. */
import type { Field, Vocabulary } from './vocabulary.ts';

/**
 * `owner`: whose the row is. `id`: the record's own number. `person:KEY` and `record:KEY`: a fact. `group`: no fact of the
 * rules, but something to group people by, as a department. `none`: not read.
 */
export type Role = 'owner' | 'id' | 'group' | 'none' | `person:${string}` | `record:${string}`;

export interface RoleChoice {
  readonly role: Role;
  /** In the words of the rules; the three that no rule names are said by the screen. */
  readonly label: string;
  readonly code: string;
  /** Read as text, whatever it looks like. */
  readonly text: boolean;
}

const isText = ({ type }: Field): boolean => type === 'text';

/** Everything that a column may be matched with, what must be there first. */
export function rolesOf(words: Vocabulary): readonly RoleChoice[] {
  const label = (key: string, usual: string): string =>
    words.recordFields.find((field) => field.key === key)?.label ?? usual;
  const own = (fields: readonly Field[], on: 'person' | 'record', not: readonly string[]): RoleChoice[] =>
    fields
      .filter(({ key }) => !not.includes(key))
      .map((field) => ({ role: `${on}:${field.key}`, label: field.label, code: field.key, text: isText(field) }));
  const records = new Set(words.recordFields.flatMap(({ key, label: name }) => [key, name]));
  // In a file of records a name that both have is the record's.
  const shared = words.personFields.filter((field) => records.has(field.key) || records.has(field.label));
  return [
    { role: 'owner', label: label('practitioner', '人员编号'), code: 'practitioner', text: true },
    ...own(words.personFields, 'person', ['id', ...shared.map(({ key }) => key)]),
    { role: 'id', label: label('id', '编号'), code: 'id', text: true },
    ...own(words.recordFields, 'record', ['id', 'practitioner']),
  ];
}

/** Whether people, records or projects are told apart by it: `src/data/spoilt.ts` looks at the same columns. */
export const holdsIds = (role: Role, choices: readonly RoleChoice[]): boolean =>
  role === 'owner' ||
  role === 'id' ||
  (role.startsWith('record:') && choices.some((one) => one.role === role && one.text));

/** Under which name the reader of flat files knows it. */
export function headerOf(role: Role): string {
  if (role === 'owner') return 'practitioner';
  if (role === 'id') return 'id';
  return role.includes(':') ? role.slice(role.indexOf(':') + 1) : '';
}
