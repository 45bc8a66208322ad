/**
 * Bytes to a roster, in two steps: what can be known of the text alone (its form, its year), then, with the names of the
 * rule set that the year chooses, its practitioners.
 */
import { type OnRead, type Rows, readCsv } from './csv.ts';
import { decode } from './decode.ts';
import type { InputFinding } from './finding.ts';
import { type FlatRead, readFlat } from './flat.ts';
import { type Envelope, readJsonRoster } from './json.ts';
import { type Kind, kindByBytes, kindByName, kindByText } from './kind.ts';
import { ownerKeys, personIdKeys } from './names.ts';
import { readNdjsonRoster } from './ndjson.ts';
import { checkIds, checkOwners, type Read, type Vocabulary } from './roster.ts';
import { spared } from './spoilt.ts';

export interface Opened {
  readonly file: string;
  readonly kind: Kind;
  /** As the file itself says it. */
  readonly year: number | null;
  /** Null: unreadable, and the findings say why. */
  readonly content: Content | null;
  readonly findings: readonly InputFinding[];
}

type Content = { readonly as: 'rows'; readonly rows: Rows } | { readonly as: 'people'; readonly of: Envelope };

/** Reads a text or bytes as far as it can be without a rule set. */
export function openRoster(bytes: Uint8Array, file: string, onRead?: OnRead): Opened {
  const binary = kindByBytes(bytes);
  const kind = binary ?? kindByName(file);
  if (kind === 'xlsx' || kind === 'parquet') {
    return { file, kind, year: null, content: null, findings: [notYet(kind, file)] };
  }
  const { text, findings } = decode(bytes, file);
  if (text === null) return { file, kind: kind ?? 'csv', year: null, content: null, findings };
  if (text.trim() === '') {
    const empty: InputFinding = { code: 'CME950', args: {}, place: { file } };
    return { file, kind: kind ?? 'csv', year: null, content: null, findings: [empty] };
  }
  return openText(text, file, kind ?? kindByText(text), findings, onRead);
}

/** As `openRoster`, spreadsheets too: the sheet of this name, else the first. Of these `onPart` is told a part of the whole. */
export async function openAny(
  bytes: Uint8Array,
  file: string,
  sheet: string | null = null,
  onPart?: (part: number) => void,
): Promise<Opened> {
  if (kindByBytes(bytes) !== 'xlsx' && kindByName(file) !== 'xlsx') return openRoster(bytes, file);
  // Loaded where a spreadsheet is: few readers of a roster need it.
  const { readXlsx } = await import('./xlsx/read.ts');
  return openRows(await readXlsx(bytes, file, sheet, onPart), 'xlsx');
}

/** Rows that somebody has read already. */
export function openRows(rows: Rows, kind: Kind): Opened {
  const { file, cells, findings } = rows;
  return cells === null
    ? { file, kind, year: null, content: null, findings }
    : { file, kind, year: null, content: { as: 'rows', rows }, findings: [] };
}

/** The same of a text that is already decoded. */
export function openText(
  text: string,
  file: string,
  kind: Kind,
  before: readonly InputFinding[] = [],
  onRead?: OnRead,
): Opened {
  if (kind === 'csv') {
    const rows = readCsv(text, file, onRead);
    const content: Content | null = rows.cells && { as: 'rows', rows };
    return { file, kind, year: null, content, findings: [...before, ...(content ? [] : rows.findings)] };
  }
  if (kind === 'json' || kind === 'ndjson') {
    const of = kind === 'json' ? readJsonRoster(text, file) : readNdjsonRoster(text, file);
    const content: Content | null = of.entries && { as: 'people', of };
    return { file, kind, year: of.year, content, findings: [...before, ...of.findings] };
  }
  return { file, kind, year: null, content: null, findings: [notYet(kind, file)] };
}

/**
 * The practitioners of an opened input by the names of a rule set; `persons` holds the practitioners where the input holds
 * the records of a flat file alone. The findings are those of this step.
 */
export function rosterOf(data: Opened, words: Vocabulary, persons: Opened | null = null): Read {
  if (data.content === null || (persons !== null && persons.content === null)) return { roster: null, findings: [] };
  const { entries, table, findings } =
    data.content.as === 'people'
      ? entriesOf(data.content.of, data, words, persons)
      : flatEntriesOf(data.content.rows, words, persons);
  if (entries === null) return { roster: null, findings };
  const ids = checkIds(entries, data.file);
  return { roster: { year: data.year, entries, table }, findings: [...findings, ...ids] };
}

function entriesOf(of: Envelope, data: Opened, words: Vocabulary, persons: Opened | null): FlatRead {
  if (persons === null) {
    const { entries, findings } = spared(of.entries?.(personIdKeys(words)) ?? [], words);
    return { entries, table: null, findings: [...findings, ...checkOwners(entries, ownerKeys(words))] };
  }
  return { entries: null, table: null, findings: [{ code: 'CME985', args: {}, place: { file: data.file } }] };
}

function flatEntriesOf(rows: Rows, words: Vocabulary, persons: Opened | null): FlatRead {
  if (persons === null) return readFlat(rows, null, words);
  if (persons.content?.as === 'rows') return readFlat(rows, persons.content.rows, words);
  return { entries: null, table: null, findings: [{ code: 'CME986', args: {}, place: { file: persons.file } }] };
}

function notYet(kind: 'xlsx' | 'parquet', file: string): InputFinding {
  return { code: 'CME956', args: { kind: kind === 'xlsx' ? 'XLSX' : 'Parquet' }, place: { file } };
}
