/**
 * Rows to a roster. One row is one record, with its practitioner's columns beside it, or with the practitioners in rows of
 * their own (`persons`). Practitioners stand in the order of their first row; a row without facts of a record says only
 * that its practitioner is there.
 */
import {
  type Cells,
  type RawColumn,
  type RawFacts,
  type RawPerson,
  type RawTable,
  type TabledPerson,
  untabled,
} from '../model/roster.ts';
import { type Column, type Columns, columnsOf, type FlatKind } from './columns.ts';
import type { Rows } from './csv.ts';
import { type InputFinding, type Place, shortPlace } from './finding.ts';
import { sameSpelling } from './names.ts';
import type { Entry, Vocabulary } from './roster.ts';
import { idColumns, spoiltBy, spoiltFinding } from './spoilt.ts';

export interface FlatRead {
  readonly entries: readonly Entry[] | null;
  /** The same practitioners in the same order, as rows. */
  readonly table: RawTable | null;
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
  /** Of a record. */
  readonly facts: readonly RawColumn[];
  private readonly ids: readonly Column[];
  private readonly cells: readonly (readonly string[])[];
  private readonly origin: Rows['origin'];
  private readonly lost: Rows['lost'];

  constructor(rows: Rows, cells: readonly (readonly string[])[], columns: Columns) {
    this.file = rows.file;
    this.origin = rows.origin;
    this.lost = rows.lost;
    this.columns = columns;
    this.ids = idColumns(columns);
    this.facts = columns.record.map(({ header, index }) => ({ name: header, place: index }));
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

  /** What forbids to count the row: digits lost in a column that is read, or an id that is none. */
  spoiltIn(row: number): InputFinding | null {
    const lost = this.lostIn(row);
    if (lost !== undefined)
      return { code: 'CME987', args: { value: this.cell(row, lost) }, place: this.place(row, lost) };
    const spoilt = this.ids.find((column) => spoiltBy(this.cell(row, column)) !== null);
    return spoilt === undefined ? null : spoiltFinding(this.cell(row, spoilt), this.place(row, spoilt));
  }

  /** The first column of those that are read in which digits of this row are lost. */
  private lostIn(row: number): Column | undefined {
    const { lost } = this;
    if (lost === undefined || lost.size === 0) return undefined;
    const { owner, person, record } = this.columns;
    return [owner, ...person, ...record].find(({ index }) => lost.has(row, index));
  }
}

/** A practitioner in the making. */
class FlatEntry implements Entry, TabledPerson {
  readonly id: string;
  /** By the key of the field. */
  readonly said = new Map<string, Said>();
  readonly records: number[] = [];
  /** The last row that says of them what is known. */
  agreed: Cells = [];
  /** Of the records. */
  readonly table: FlatTable;
  private readonly home: Place;

  constructor(id: string, table: FlatTable, home: Place) {
    this.id = id;
    this.table = table;
    this.home = home;
  }

  get size(): number {
    return this.records.length;
  }

  /** Row after row of a practitioner mostly says the same of them in the same words. */
  repeats(rows: FlatTable, row: number): boolean {
    const cells = rows.row(row);
    return rows === this.table && rows.columns.person.every(({ index }) => cells[index] === this.agreed[index]);
  }

  get facts(): RawFacts {
    const facts = new Map<string, string>([['id', this.id]]);
    for (const { column, text } of this.said.values()) facts.set(column.header, text);
    return facts;
  }

  get rows(): readonly Cells[] {
    return this.records.map((row) => this.table.row(row));
  }

  person(): RawPerson {
    return untabled(this, this.table.facts);
  }

  place(record: number | null, field: string | null): Place {
    if (record !== null) {
      const column = this.table.columns.record.find(({ header }) => header === field);
      return this.table.place(this.records[record] ?? 0, column);
    }
    const said = [...this.said.values()].find(({ column }) => column.header === field);
    return said === undefined ? this.home : said.rows.place(said.row, said.column);
  }
}

export function readFlat(records: Rows, persons: Rows | null, words: Vocabulary): FlatRead {
  const findings: InputFinding[] = [...records.findings, ...(persons?.findings ?? [])];
  const table = tableOf(records, 'records', words, findings);
  const people = persons === null ? null : tableOf(persons, 'persons', words, findings);
  if (table === null || (persons !== null && people === null)) return { entries: null, table: null, findings };

  // What is left out is told before what is wrong with the rest: whoever stages the rows first does it so.
  const told: Told = { spoilt: [], others: [] };
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
    for (const { row, id } of ownedRows(people, told)) noteFacts(add(id, people.place(row)), people, row, told.others);
  }
  for (const { row, id } of ownedRows(table, told)) {
    const cells = table.row(row);
    const holds = table.columns.record.some(({ index }) => !isBlank(cells[index]));
    const known = byId.get(id);
    if (people !== null && known === undefined) {
      told.others.push({ code: 'CME979', args: { id }, place: table.place(row, table.columns.owner) });
      continue;
    }
    const entry = known ?? add(id, table.place(row));
    noteFacts(entry, table, row, told.others);
    if (holds) entry.records.push(row);
  }
  const held = entries.reduce((sum, { size }) => sum + size, 0);
  const all = [...findings, ...told.spoilt, ...told.others];
  return { entries, table: { columns: table.facts, people: entries, records: held }, findings: all };
}

interface Told {
  readonly spoilt: InputFinding[];
  readonly others: InputFinding[];
}

function tableOf(rows: Rows, kind: FlatKind, words: Vocabulary, findings: InputFinding[]): FlatTable | null {
  if (rows.cells === null) return null;
  const { columns, findings: odd } = columnsOf(rows.cells[0] ?? [], kind, words, rows.file);
  findings.push(...odd);
  return columns && new FlatTable(rows, rows.cells, columns);
}

const isBlank = (cell: string | undefined): boolean => cell === undefined || cell === '' || cell.trim() === '';

/** The rows below the head that somebody owns; blank ones are passed over, the others reported. */
function* ownedRows(table: FlatTable, { spoilt, others }: Told): Generator<{ row: number; id: string }> {
  const { owner, width } = table.columns;
  for (let row = 1; row < table.length; row++) {
    const cells = table.row(row);
    if (cells.every(isBlank)) continue;
    const why = table.spoiltIn(row);
    if (why !== null) {
      spoilt.push(why);
      continue;
    }
    if (cells.length !== width) checkWidth(table, row, others);
    const id = table.cell(row, owner);
    if (id === '') others.push({ code: 'CME977', args: {}, place: table.place(row, owner) });
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
  if (entry.repeats(rows, row)) return;
  const found = findings.length;
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
  if (rows === entry.table && findings.length === found) entry.agreed = rows.row(row);
}
