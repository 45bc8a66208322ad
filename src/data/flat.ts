/**
 * Rows to a roster. One row is one record, with its practitioner's columns beside it, or with the practitioners in rows of
 * their own (`persons`). Practitioners stand in the order of their first row; a row without facts of a record says only
 * that its practitioner is there.
 */
import type { RawFacts, RawPerson } from '../model/roster.ts';
import { type Column, type Columns, columnsOf, type FlatKind } from './columns.ts';
import type { Rows } from './csv.ts';
import { type InputFinding, type Place, shortPlace } from './finding.ts';
import { sameSpelling } from './names.ts';
import type { Entry, Vocabulary } from './roster.ts';

export interface FlatRead {
  readonly entries: readonly Entry[] | null;
  readonly findings: readonly InputFinding[];
}

/** Where a fact of a person was first said. */
interface Said {
  readonly text: string;
  readonly rows: FlatTable;
  readonly row: number;
  readonly column: Column;
}

/** Rows with their columns known. */
class FlatTable {
  readonly file: string;
  readonly columns: Columns;
  private readonly cells: readonly (readonly string[])[];
  private readonly origin: Rows['origin'];
  private readonly lost: Rows['lost'];

  constructor(rows: Rows, cells: readonly (readonly string[])[], columns: Columns) {
    this.file = rows.file;
    this.origin = rows.origin;
    this.lost = rows.lost;
    this.columns = columns;
    this.cells = cells;
  }

  get length(): number {
    return this.cells.length;
  }

  row(index: number): readonly string[] {
    return this.cells[index] ?? [];
  }

  cell(row: number, column: Column): string {
    return (this.cells[row]?.[column.index] ?? '').trim();
  }

  place(row: number, column?: Column): Place {
    const at = column && { column: column.index + 1, header: column.header };
    return { ...(this.origin?.(row) ?? { file: this.file, row: row + 1 }), ...at };
  }

  /** The first column of those that are read in which digits of this row are lost. */
  lostIn(row: number): Column | undefined {
    const { lost } = this;
    if (lost === undefined || lost.size === 0) return undefined;
    const { owner, person, record } = this.columns;
    return [owner, ...person, ...record].find(({ index }) => lost.has(row, index));
  }

  facts(row: number, columns: readonly Column[]): Map<string, string> {
    const facts = new Map<string, string>();
    for (const column of columns) {
      const text = this.cell(row, column);
      if (text !== '') facts.set(column.header, text);
    }
    return facts;
  }
}

/** A practitioner in the making. */
class FlatEntry implements Entry {
  readonly id: string;
  /** By the key of the field. */
  readonly said = new Map<string, Said>();
  readonly records: number[] = [];
  private readonly rows: FlatTable;
  private readonly home: Place;

  constructor(id: string, rows: FlatTable, home: Place) {
    this.id = id;
    this.rows = rows;
    this.home = home;
  }

  get size(): number {
    return this.records.length;
  }

  person(): RawPerson {
    const facts = new Map<string, string>([['id', this.id]]);
    for (const { column, text } of this.said.values()) facts.set(column.header, text);
    const records: RawFacts[] = this.records.map((row) => this.rows.facts(row, this.rows.columns.record));
    return { facts, records };
  }

  place(record: number | null, field: string | null): Place {
    if (record !== null) {
      const column = this.rows.columns.record.find(({ header }) => header === field);
      return this.rows.place(this.records[record] ?? 0, column);
    }
    const said = [...this.said.values()].find(({ column }) => column.header === field);
    return said === undefined ? this.home : said.rows.place(said.row, said.column);
  }
}

export function readFlat(records: Rows, persons: Rows | null, words: Vocabulary): FlatRead {
  const findings: InputFinding[] = [...records.findings, ...(persons?.findings ?? [])];
  const table = tableOf(records, 'records', words, findings);
  const people = persons === null ? null : tableOf(persons, 'persons', words, findings);
  if (table === null || (persons !== null && people === null)) return { entries: null, findings };

  const entries: FlatEntry[] = [];
  const byId = new Map<string, FlatEntry>();
  const add = (id: string, place: Place): FlatEntry => {
    const entry = new FlatEntry(id, table, place);
    entries.push(entry);
    // Of two practitioners with one id, the first has the records; `checkIds` reports them.
    if (!byId.has(id)) byId.set(id, entry);
    return entry;
  };

  if (people !== null) {
    for (const { row, id } of ownedRows(people, findings)) noteFacts(add(id, people.place(row)), people, row, findings);
  }
  for (const { row, id } of ownedRows(table, findings)) {
    const holds = table.columns.record.some((column) => table.cell(row, column) !== '');
    const known = byId.get(id);
    if (people !== null && known === undefined) {
      findings.push({ code: 'CME979', args: { id }, place: table.place(row, table.columns.owner) });
      continue;
    }
    const entry = known ?? add(id, table.place(row));
    noteFacts(entry, table, row, findings);
    if (holds) entry.records.push(row);
  }
  return { entries, findings };
}

function tableOf(rows: Rows, kind: FlatKind, words: Vocabulary, findings: InputFinding[]): FlatTable | null {
  if (rows.cells === null) return null;
  const { columns, findings: odd } = columnsOf(rows.cells[0] ?? [], kind, words, rows.file);
  findings.push(...odd);
  return columns && new FlatTable(rows, rows.cells, columns);
}

/** The rows below the head that somebody owns; blank ones are passed over, the others reported. */
function* ownedRows(table: FlatTable, findings: InputFinding[]): Generator<{ row: number; id: string }> {
  const { owner, width } = table.columns;
  for (let row = 1; row < table.length; row++) {
    const cells = table.row(row);
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (cells.length !== width) checkWidth(table, row, findings);
    const lost = table.lostIn(row);
    if (lost !== undefined) {
      findings.push({ code: 'CME987', args: { value: table.cell(row, lost) }, place: table.place(row, lost) });
      continue;
    }
    const id = table.cell(row, owner);
    if (id === '') findings.push({ code: 'CME977', args: {}, place: table.place(row, owner) });
    else yield { row, id };
  }
}

function checkWidth(table: FlatTable, row: number, findings: InputFinding[]): void {
  const cells = table.row(row);
  const args = { found: String(cells.length), wanted: String(table.columns.width) };
  const place = table.place(row);
  if (cells.length < table.columns.width) {
    findings.push({ code: 'CME975', args, place: { ...place, column: cells.length + 1 } });
    return;
  }
  const beyond = cells.findIndex((cell, index) => index >= table.columns.width && cell.trim() !== '');
  if (beyond < 0) return;
  findings.push({
    code: 'CME976',
    args: { ...args, text: cells[beyond] ?? '' },
    place: { ...place, column: beyond + 1 },
  });
}

/** An empty cell says nothing; two that do must say the same. */
function noteFacts(entry: FlatEntry, rows: FlatTable, row: number, findings: InputFinding[]): void {
  for (const column of rows.columns.person) {
    const text = rows.cell(row, column);
    if (text === '') continue;
    const key = column.field?.key ?? column.header;
    const before = entry.said.get(key);
    if (before === undefined) {
      entry.said.set(key, { text, rows, row, column });
    } else if (before.text !== text && sameSpelling(column.field, before.text) !== sameSpelling(column.field, text)) {
      const first = shortPlace(before.rows.place(before.row));
      const args = { id: entry.id, header: column.header, before: before.text, after: text, first };
      findings.push({ code: 'CME978', args, place: rows.place(row, column) });
    }
  }
}
