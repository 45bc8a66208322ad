/** Which form a roster file has: by its ending, else by what it holds. */
import { JsonObject, readJson } from './json-text.ts';
import { PRACTITIONERS } from './names.ts';

export type Kind = 'json' | 'ndjson' | 'csv' | 'xlsx' | 'parquet';

const ENDINGS: readonly (readonly [ending: string, kind: Kind])[] = [
  ['.json', 'json'],
  ['.ndjson', 'ndjson'],
  ['.jsonl', 'ndjson'],
  ['.csv', 'csv'],
  ['.tsv', 'csv'],
  ['.xlsx', 'xlsx'],
  ['.parquet', 'parquet'],
];

export function kindByName(file: string): Kind | null {
  const name = file.toLowerCase();
  return ENDINGS.find(([ending]) => name.endsWith(ending))?.[1] ?? null;
}

/** The forms that are no text, by their first bytes. */
export function kindByBytes(bytes: Uint8Array): Kind | null {
  const starts = (mark: string): boolean => [...mark].every((c, i) => bytes[i] === c.charCodeAt(0));
  if (starts('PK\x03\x04')) return 'xlsx';
  return starts('PAR1') ? 'parquet' : null;
}

/** JSON begins with a bracket; of two objects in two lines, each stands for a practitioner. */
export function kindByText(text: string): Kind {
  const head = text.trimStart();
  if (head.startsWith('[')) return 'json';
  if (!head.startsWith('{')) return 'csv';
  const { value } = readJson(head.slice(0, head.search(/[\r\n]|$/)));
  const one = value instanceof JsonObject && !PRACTITIONERS.some((key) => value.has(key));
  return one ? 'ndjson' : 'json';
}
