/** A roster file in its worker: opened as far as its form goes, then with what its columns stand for. */
import {
  type Entry,
  type InputFinding,
  isSpoilt,
  kindByName,
  type Opened,
  openAny,
  openRoster,
  openText,
  rosterOf,
  sheetNames,
} from '../../src/data/index.ts';
import { type CodeId, messageOf, type Plan, severityOf } from '../../src/index.ts';
import { groupKey, guessHead, guessYear, headFor, type Known, matchHeaders } from '../roster/match.ts';
import { holdsIds, type Role, type RoleChoice, rolesOf } from '../roster/roles.ts';
import type { Field } from '../roster/vocabulary.ts';
import type { Bilingual, Digits, Flat, Sight } from './rosterProtocol.ts';

/** Rows below the head that are shown. */
const FIRST = 20;
const FAULTS = 50;
/** Rows with lost digits that are named one by one. */
const LOST_TOLD = 8;

export interface Taken {
  readonly entries: readonly Entry[];
  /** Columns that people are grouped by, with the keys under which they stand among a person's facts. */
  readonly groups: readonly { readonly key: string; readonly label: string }[];
  /** What is wrong with rows; places are those of the file. */
  readonly findings: readonly InputFinding[];
}

export class RosterFile {
  readonly name: string;
  readonly sheets: readonly string[];
  readonly sheet: number;
  private readonly opened: Opened;
  /** The row of the head, from 0. */
  private head = 0;

  constructor(name: string, opened: Opened, sheets: readonly string[] = [], sheet = 0) {
    this.name = name;
    this.opened = opened;
    this.sheets = sheets;
    this.sheet = sheet;
  }

  get rows(): readonly (readonly string[])[] | null {
    const { content } = this.opened;
    return content?.as === 'rows' ? content.rows.cells : null;
  }

  /** A row of the file, by its number from 1. */
  row(number: number): readonly string[] {
    return this.rows?.[number - 1] ?? [];
  }

  get header(): readonly string[] {
    return this.rows?.[this.head] ?? [];
  }

  see(plan: Plan | null, remembered: Known, head: number | null): Sight {
    const words = plan ?? { personFields: [], recordFields: [] };
    const { rows, opened } = this;
    const flat = rows === null ? null : this.flat(rows, words, remembered, head);
    const people = opened.content?.as === 'people' && plan ? (rosterOf(opened, plan).roster?.entries.length ?? 0) : 0;
    const told = opened.findings.find(({ code }) => code === 'CME954')?.args.encoding;
    const encoding = told ?? (opened.kind === 'xlsx' || opened.kind === 'parquet' ? null : 'UTF-8');
    const faults = opened.findings.filter(({ code }) => code !== 'CME954').map(bilingual);
    return {
      file: this.name,
      kind: opened.kind,
      encoding,
      sheets: this.sheets,
      sheet: this.sheet,
      flat,
      rows: rows === null ? people : Math.max(0, lengthOf(rows) - 1 - this.head),
      year: opened.year ?? (rows === null ? null : this.yearIn(rows, flat)),
      choices: rolesOf(words),
      faults: faults.slice(0, FAULTS),
      unreadable: opened.content === null,
    };
  }

  private flat(
    rows: readonly (readonly string[])[],
    words: Pick<Plan, 'personFields' | 'recordFields'>,
    remembered: Known,
    head: number | null,
  ): Flat {
    this.head = head ?? guessHead(rows, words, remembered);
    const columns = matchHeaders(this.header, words, remembered);
    const texts = columns.flatMap(({ role }, at) => (mayHoldIds(role, rolesOf(words)) ? [at] : []));
    const lost = this.opened.kind === 'xlsx' ? this.lost() : this.spoilt(rows, texts);
    return { head: this.head, first: rows.slice(0, this.head + 1 + FIRST), columns, lost };
  }

  /** Columns of a workbook in which digits are lost; a column that is not read is no matter. */
  private lost(): readonly Digits[] {
    const { content } = this.opened;
    const cells = content?.as === 'rows' ? content.rows.lost?.from(this.head) : undefined;
    if (cells === undefined || cells.size === 0) return [];
    return this.header.flatMap((_, column) => {
      const rows = [...cells.rows(column)].filter((row) => row > 0).map((row) => row + this.head + 1);
      return rows.length === 0 ? [] : [{ column, rows: rows.length, first: rows.slice(0, LOST_TOLD) }];
    });
  }

  /** Columns of a text with ids that a spreadsheet has spoilt; whether ids are read from it is for who matches it to say. */
  private spoilt(rows: readonly (readonly string[])[], columns: readonly number[]): readonly Digits[] {
    return columns.flatMap((column) => {
      const first: number[] = [];
      let count = 0;
      for (let row = this.head + 1; row < rows.length; row++) {
        if (!isSpoilt(rows[row]?.[column])) continue;
        count++;
        if (first.length < LOST_TOLD) first.push(row + 1);
      }
      return count === 0 ? [] : [{ column, rows: count, first }];
    });
  }

  private yearIn(rows: readonly (readonly string[])[], flat: Flat | null): number | null {
    const at = (flat?.columns ?? []).flatMap(({ role }, index) =>
      ['record:date', 'record:end', 'record:start'].includes(role) ? [index] : [],
    );
    const some = rows.slice(this.head + 1, this.head + 5000);
    return guessYear(some.flatMap((cells) => at.map((index) => cells[index] ?? '')));
  }

  /** The people of the file; `roles` of its columns, where it has columns. */
  take(plan: Plan, roles: readonly Role[] | null): Taken {
    const { content } = this.opened;
    if (content?.as !== 'rows' || roles === null || content.rows.cells === null) {
      const { roster, findings } = rosterOf(this.opened, plan);
      return { entries: roster?.entries ?? [], groups: [], findings };
    }
    const groups = roles.flatMap((role, at) =>
      role === 'group' ? [{ key: groupKey(at), label: this.header[at]?.trim() ?? '' }] : [],
    );
    const cells = [headFor(roles), ...content.rows.cells.slice(this.head + 1)];
    const { lost } = content.rows;
    const origin = (place: number) => ({ file: this.name, row: place + this.head + 1 });
    const rows = { ...content.rows, cells, origin, ...(lost && { lost: lost.from(this.head) }) };
    const mapped: Opened = { ...this.opened, content: { as: 'rows', rows } };
    const words = { ...plan, personFields: [...plan.personFields, ...groups.map(({ key }) => asField(key))] };
    const { roster, findings } = rosterOf(mapped, words);
    const own = findings.filter(
      ({ code, args }) =>
        code !== 'CME973' && code !== 'CME974' && !(code === 'CME978' && args.header?.startsWith('#')),
    );
    return { entries: roster?.entries ?? [], groups, findings: own.map((found) => this.placed(found)) };
  }

  /** As the file names it. */
  placed<T extends Pick<InputFinding, 'place'>>(found: T): T {
    const { column } = found.place;
    const header = column === undefined || this.rows === null ? undefined : this.header[column - 1]?.trim();
    if (!header) return found;
    const named = 'args' in found ? asWritten(found.args as InputFinding['args'], header) : {};
    return { ...found, ...named, place: { ...found.place, header } };
  }
}

/** What a finding says of its column says it in the file's own words: the reader knows the code alone. */
const asWritten = (args: InputFinding['args'], header: string): { readonly args?: InputFinding['args'] } =>
  args.header === undefined ? {} : { args: { ...args, header } };

/** Of a file that is given, or of the sample that comes with the editor. */
export async function openFile(
  file: File | null,
  asked: { readonly sheet: number | null; readonly plan: Plan | null; readonly remembered: Known },
  onRead: (done: number, total: number) => void,
): Promise<RosterFile> {
  if (file === null) {
    const text = (await import('../../rules/samples/hubei-2025.csv?raw')).default.replace(/^\ufeff/, '');
    return new RosterFile('hubei-2025.csv', openText(text, 'hubei-2025.csv', 'csv'));
  }
  onRead(0, file.size);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const sheets = await sheetNames(bytes);
  if (sheets.length === 0) {
    // A workbook that is none is told so by its reader.
    const isText = kindByName(file.name) !== 'xlsx' && !(bytes[0] === 0x50 && bytes[1] === 0x4b);
    const tell = (done: number): void => onRead(done, file.size);
    return new RosterFile(file.name, isText ? openRoster(bytes, file.name, tell) : await openAny(bytes, file.name));
  }
  const { sheet, plan, remembered } = asked;
  const onPart = (part: number): void => onRead(part * file.size, file.size);
  const read = async (at: number): Promise<RosterFile> =>
    new RosterFile(file.name, await openAny(bytes, file.name, sheets[at] ?? null, onPart), sheets, at);
  if (sheet !== null) return read(sheet);
  const first = await read(0);
  // Notes and summaries often stand before the sheet that is meant.
  for (let at = 0, one = first; at < Math.min(sheets.length, TRIED); at++, one = await read(at)) {
    const columns = one.see(plan, remembered, null).flat?.columns ?? [];
    if (columns.some(({ role }) => role === 'owner')) return one;
  }
  return first;
}
const TRIED = 5;

/** What is not matched yet may be matched with ids by hand. */
const mayHoldIds = (role: Role, choices: readonly RoleChoice[]): boolean => role === 'none' || holdsIds(role, choices);

/** Without the blank rows at its end. */
function lengthOf(rows: readonly (readonly string[])[]): number {
  return rows.findLastIndex((cells) => cells.some((cell) => cell.trim() !== '')) + 1;
}

const asField = (key: string): Field => ({ key, label: key, type: 'text', unit: null, options: [], default: null });

/** With its place in the file, where it has one. */
export function bilingual(found: InputFinding): Bilingual {
  const { row, line, header, path } = found.place;
  const at = row ?? line;
  const more = header ?? path;
  const zh = [at === undefined ? '' : `第 ${at} 行`, more ? `「${more}」` : ''].join('');
  const en = [at === undefined ? '' : `row ${at}`, more ? `“${more}”` : ''].filter(Boolean).join(', ');
  return {
    zh: `${zh && `${zh}：`}${messageOf(found, 'zh')}`,
    en: `${en && `${en}: `}${messageOf(found, 'en')}`,
  };
}

export const isError = (found: { readonly code: CodeId; readonly args: Readonly<Record<string, string>> }): boolean =>
  severityOf(found) === 'error';
