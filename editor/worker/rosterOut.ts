/** Results and rejected rows as files. What is written of a person is what the screen shows of them. */
import { csvWriter, hiddenKeys, maskOf, sheetText, veiled } from '../../src/data/index.ts';
import { headOf, messageOf } from '../../src/index.ts';
import { type Cell, csvRow, type Encoded, type ExportKind, head, MARK, verdict } from '../roster/export.ts';
import { statuses } from '../roster/outcomes.ts';
import { isError } from './rosterFile.ts';
import type { People } from './rosterPeople.ts';

type Lang = 'zh' | 'en';

const CSV = 'text/csv;charset=utf-8';
/** Text is handed to the browser in pieces of this many rows: no one text holds a million. */
const PIECE = 20_000;

export async function written(
  of: People,
  what: ExportKind,
  lang: Lang,
  masked: boolean,
  wanted: (done: number) => Promise<boolean>,
): Promise<Encoded | null> {
  const name = (words: { readonly zh: string; readonly en: string }, ending: string): string =>
    `${of.file.name.replace(/\.[^.]+$/, '')}-${words[lang]}.${ending}`;
  if (what === 'xlsx') {
    const { default: write } = await import('write-excel-file/universal');
    const sheet = [peopleHead(of, lang).map((cell) => inSheet(cell, true))];
    for (let at = 0; at < of.outcomes.size; at++) {
      sheet.push(personCells(of, at, lang, masked).map((cell) => inSheet(cell, false)));
      if (at % 2000 === 0 && !(await wanted(at))) return null;
    }
    const blob = await write(sheet, { stickyRowsCount: 1 }).toBlob();
    return { name: name({ zh: '测算结果', en: 'results' }, 'xlsx'), blob };
  }
  const pieces = new Pieces();
  if (what === 'csv') {
    pieces.put(MARK + csvRow(peopleHead(of, lang)));
    for (let at = 0; at < of.outcomes.size; at++) {
      pieces.put(csvRow(personCells(of, at, lang, masked)));
      if (at % PIECE === 0 && !(await wanted(at))) return null;
    }
    return { name: name({ zh: '测算结果', en: 'results' }, 'csv'), blob: pieces.blob };
  }
  if (what === 'records') {
    const writer = csvWriter(lang, of.plan);
    const hidden = hiddenKeys(of.plan);
    pieces.put(writer.head(headOf(of.plan, of.year)));
    for (let at = 0; at < of.outcomes.size; at++) {
      const person = of.person(at);
      const { result } = of.judge(person, of.year, { lang });
      pieces.put(writer.row(masked ? maskOf(result, person.facts, at, hidden).result : result));
      if (at % 500 === 0 && !(await wanted(at))) return null;
    }
    return { name: name({ zh: '逐条学分', en: 'records' }, 'csv'), blob: pieces.blob };
  }
  pieces.put(MARK + csvRow([head('row', lang), head('reason', lang), ...of.file.header]));
  for (const { row, place, reason } of rejects(of, lang, masked)) {
    pieces.put(csvRow([row ?? place, reason, ...(row === null || masked ? [] : of.file.row(row))]));
  }
  return { name: name({ zh: '剔除的行', en: 'rejected' }, 'csv'), blob: pieces.blob };
}

/** Ids are texts whatever they look like. */
const inSheet = (cell: Cell, head: boolean) => {
  if (cell === null) return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  return { value: sheetText(cell), type: String, ...(head && { fontWeight: 'bold' as const }) };
};

class Pieces {
  private readonly parts: string[] = [];
  private rows: string[] = [];

  put(row: string): void {
    this.rows.push(row);
    if (this.rows.length < PIECE) return;
    this.parts.push(this.rows.join(''));
    this.rows = [];
  }

  get blob(): Blob {
    return new Blob([...this.parts, this.rows.join('')], { type: CSV });
  }
}

function peopleHead({ groups, plan }: People, lang: Lang): Cell[] {
  const own = (['status', 'credits', 'required', 'shortfall', 'records', 'cut'] as const).map((id) => head(id, lang));
  return [
    head('id', lang),
    head('name', lang),
    ...groups.map(({ label }) => label),
    ...own,
    ...plan.categories.map(({ label }) => label),
  ];
}

function personCells(of: People, at: number, lang: Lang, masked: boolean): Cell[] {
  const { outcomes, groups, groupings, plan } = of;
  const { id, name } = of.said(at, masked);
  const groupsOf = groups.map(({ key }) => {
    const grouping = groupings.get(key);
    return grouping?.values[grouping.of[at] ?? 0] ?? '';
  });
  const credits = (cents: number | undefined): number => (cents ?? 0) / 100;
  const counted = plan.categories.map((_, place) => outcomes.byCategory[place]?.[at] ?? 0);
  return [
    id,
    name,
    ...groupsOf,
    verdict(statuses[outcomes.status[at] ?? 0] ?? 'unmet', lang),
    credits(outcomes.credits[at]),
    credits(outcomes.required[at]),
    credits(outcomes.shortfall[at]),
    outcomes.records[at] ?? 0,
    credits(outcomes.cut[at]),
    ...counted.map(credits),
  ];
}

interface Reject {
  /** As the file numbers it; null: it has no rows. */
  readonly row: number | null;
  readonly place: string;
  readonly reason: string;
}

/** In the order of the file: each row once, with everything that is wrong with it. */
export function rejects(of: People, lang: Lang, masked: boolean): readonly Reject[] {
  const found = new Map<string, { row: number | null; place: string; reasons: string[] }>();
  const add = (
    place: { readonly row?: number; readonly path?: string; readonly line?: number },
    reason: string,
  ): void => {
    const key = String(place.row ?? place.path ?? place.line ?? '');
    const one = found.get(key) ?? { row: place.row ?? null, place: place.path ?? key, reasons: [] };
    if (!one.reasons.includes(reason)) one.reasons.push(reason);
    found.set(key, one);
  };
  for (const one of of.taken.findings) {
    if (isError(one)) add(one.place, messageOf(masked ? veiled(one) : one, lang));
  }
  const hidden = hiddenKeys(of.plan);
  for (const at of of.faulty) {
    const entry = of.taken.entries[at];
    if (entry === undefined) continue;
    const { result, findings } = of.judged(at, lang);
    const mask = masked ? maskOf(result, of.person(at).facts, at, hidden) : null;
    const said = (text: string): string => mask?.text(text) ?? text;
    const told = new Set<number>();
    for (const one of findings.filter(isError)) {
      if (one.record !== null) told.add(one.record);
      add(of.file.placed({ place: entry.place(one.record, one.field) }).place, said(messageOf(one, lang)));
    }
    for (const [record, { reason, detail = '' }] of result.records.entries()) {
      if ((reason !== 'invalid' && reason !== 'incomplete') || told.has(record)) continue;
      add(of.file.placed({ place: entry.place(record, null) }).place, said(detail));
    }
  }
  return [...found.values()]
    .toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0))
    .map(({ row, place, reasons }) => ({ row, place, reason: reasons.join('；') }));
}
