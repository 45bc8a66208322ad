/** What the columns of a flat file are: whose a row is, facts of the person, facts of the record. */
import type { Field } from '../model/plan.ts';
import type { InputFinding } from './finding.ts';
import { fieldNamed, ownerKeys, personIdKeys, recordIdKeys } from './names.ts';
import type { Vocabulary } from './roster.ts';

export interface Column {
  readonly index: number;
  /** As written. */
  readonly header: string;
  readonly field: Field | undefined;
}

export interface Columns {
  /** Whose the row is. */
  readonly owner: Column;
  readonly person: readonly Column[];
  readonly record: readonly Column[];
  /** How many cells a row has. */
  readonly width: number;
}

/** `persons`: a file of practitioners alone, whose `id` is the practitioner's and in which no record stands. */
export type FlatKind = 'records' | 'persons';

/** Null where the rows cannot be read by these columns; the findings say why. */
export function columnsOf(
  head: readonly string[],
  kind: FlatKind,
  words: Vocabulary,
  file: string,
): { columns: Columns | null; findings: readonly InputFinding[] } {
  const findings: InputFinding[] = [];
  const report = (code: InputFinding['code'], args: Record<string, string>, index: number): void => {
    findings.push({ code, args, place: { file, row: 1, column: index + 1 } });
  };
  const owners: Column[] = [];
  const person: Column[] = [];
  const record: Column[] = [];
  const seen = new Map<string, number>();
  let readable = true;

  for (const [index, cell] of head.entries()) {
    const header = cell.trim();
    const found = header === '' ? null : meaning(header, kind, words);
    if (found === null) {
      if (header === '') report('CME974', { column: String(index + 1) }, index);
      else report('CME973', { header }, index);
      continue;
    }
    const first = seen.get(found.key);
    if (first !== undefined) {
      report('CME972', { field: header, first: String(first + 1), second: String(index + 1) }, index);
      readable = false;
      continue;
    }
    seen.set(found.key, index);
    const column = { index, header, field: found.field };
    (found.of === 'owner' ? owners : found.of === 'person' ? person : record).push(column);
  }

  const [owner] = owners;
  if (owner === undefined) {
    const column = kind === 'records' ? 'practitioner' : 'id';
    report('CME971', { column, headers: head.map((cell) => cell.trim()).join('、') }, 0);
  }
  const columns = readable && owner !== undefined ? { owner, person, record, width: head.length } : null;
  return { columns, findings };
}

/** A label that a fact of the person and one of the record share is the record's, where the file holds records. */
function meaning(
  header: string,
  kind: FlatKind,
  words: Vocabulary,
): { of: 'owner' | 'person' | 'record'; key: string; field: Field | undefined } | null {
  const owners = kind === 'persons' ? [...personIdKeys(words), ...ownerKeys(words)] : ownerKeys(words);
  if (owners.includes(header)) return { of: 'owner', key: 'owner', field: undefined };
  if (kind === 'records') {
    if (recordIdKeys(words).includes(header)) return { of: 'record', key: 'record id', field: undefined };
    const field = fieldNamed(words.recordFields, header);
    if (field !== undefined) return { of: 'record', key: `record ${field.key}`, field };
  }
  const field = fieldNamed(words.personFields, header);
  return field === undefined ? null : { of: 'person', key: `person ${field.key}`, field };
}
