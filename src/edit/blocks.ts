/** Sections as blocks of rows, with the keys and the last good state of the view before. */
import { keywords } from '../../grammar/keywords.ts';
import type { Line, Section, SectionKind } from '../model/ast.ts';
import { commentsOf } from './comments.ts';
import { type Element, type Look, type Off, ownSpan, slotsAt, spanOf, tableOf } from './elements.ts';
import { titleOf } from './heads.ts';
import { Keys, type Known, matched, type Unknown } from './keys.ts';
import { cellOf } from './slot.ts';
import { columnsOf, isWhole } from './tableSlots.ts';
import type { Block, Grid, RowAt, RowKind, RowView, ViewModel } from './view.ts';

type Entry =
  | { readonly at: number; readonly section: Section; readonly off?: undefined }
  | { readonly at: number; readonly section?: undefined; readonly off: Off };

const startOf = (entry: Entry): number => (entry.off ? entry.off.span.start : entry.section.span.start);

interface Part {
  readonly unknown: Unknown;
  readonly start: number;
  readonly line?: { readonly node: Line; readonly at: number };
  readonly off?: Off;
}

export class Blocks {
  private readonly look: Look;
  private readonly previous: ViewModel | undefined;
  private readonly keys = new Keys();
  stale = 0;

  constructor(look: Look, previous: ViewModel | undefined) {
    this.look = look;
    this.previous = previous;
  }

  make(): readonly Block[] {
    const off = this.look.off();
    const { sections } = this.look.document.tree;
    const entries: Entry[] = [
      ...sections.map((section, at): Entry => ({ at, section })),
      ...off.flatMap((one): Entry[] => (one.section ? [{ at: -1, off: one }] : [])),
    ].sort((a, b) => startOf(a) - startOf(b));
    const rows = off.filter(({ section }) => !section);
    const old = this.previous?.blocks ?? [];
    const found = matched(old.map(knownBlock(old)), unknownBlocks(entries));
    this.keys.keep(found.flatMap((i) => (i < 0 ? [] : [(old[i] as Block).key])));
    const starts = sections.map(({ span }) => span.start);
    return entries.map((entry, j) => {
      const before = old[found[j] as number];
      if (entry.off) return this.offBlock(entry.off, before);
      const next = starts[entry.at + 1] ?? Number.POSITIVE_INFINITY;
      const own = rows.filter(({ span }) => span.start > entry.section.span.start && span.start < next);
      return this.block(entry.section, entry.at, own, before);
    });
  }

  private slice(start: number, end: number): string {
    return this.look.document.text.slice(start, end);
  }

  private block(section: Section, at: number, off: readonly Off[], before: Block | undefined): Block {
    const title = titleOf(section);
    const broken = section.kind === 'brokenSection';
    const kind = broken ? (before?.kind ?? meantBy(section.opens)) : section.kind;
    const key = before?.key ?? this.keys.make('', kind, title, title.length <= 40);
    const head = this.head(section, at, key, before?.head);
    const cite = section.lines.find((line) => line.kind === 'cite');
    const clause =
      cite?.kind === 'cite' ? cite.clauses.text : section.kind === 'uncomputed' ? section.clauses.text : undefined;
    const code = 'code' in section ? section.code?.text : undefined;
    const rows = this.rows(section, at, off, key, before);
    return {
      key,
      kind,
      title: broken && before ? before.title : title,
      ...(code !== undefined && { code }),
      ...(clause !== undefined && { clause }),
      head,
      rows,
      extent: section.extent,
      disabled: false,
      errors: 0,
      warnings: 0,
    };
  }

  private offBlock(off: Off, before: Block | undefined): Block {
    const [title = ''] = off.text.split('\n');
    const key = before?.key ?? this.keys.make('', 'disabled', off.text);
    const kind = off.section?.kind ?? 'brokenSection';
    return {
      key,
      kind,
      title: off.section ? titleOf(off.section) : title,
      head: this.offRow(off, `${key}/head`, { section: -1 }),
      rows: [],
      extent: off.span,
      disabled: true,
      errors: 0,
      warnings: 0,
    };
  }

  private offRow(off: Off, key: string, at: RowAt): RowView {
    return {
      key,
      kind: 'disabled',
      span: off.span,
      line: this.look.page.at(off.span.start) + 1,
      text: off.text,
      cells: [],
      comments: [],
      readOnly: true,
      diagnostics: [],
      at,
    };
  }

  private head(section: Section, at: number, key: string, before: RowView | undefined): RowView {
    const element: Element = { kind: 'head', at: { section: at }, section };
    return this.row(element, `${key}/head`, 'head', section.kind === 'brokenSection', before);
  }

  /** One row; the last good state of it where it cannot be read, or is not finished. */
  private row(element: Element, key: string, kind: RowKind, broken: boolean, before: RowView | undefined): RowView {
    const span = element.kind === 'line' ? ownSpan(element.line) : spanOf(element);
    const slots = broken ? [] : slotsAt(element, this.look);
    const common = {
      key,
      span,
      line: this.look.page.at(span.start) + 1,
      text: this.slice(span.start, span.end),
      comments: commentsOf(this.look.page, span),
      diagnostics: [],
      at: element.at,
    };
    const unfinished = slots.some((slot) => slot.unfinished);
    const had = before !== undefined && before.kind !== 'broken' && (before.stale || before.cells.length > 0);
    if ((broken || unfinished) && had && (broken || finished(before))) {
      this.stale++;
      const since = before.stale?.since ?? this.previous?.version ?? 0;
      return {
        ...common,
        kind: before.kind,
        cells: before.cells.map((cell) => ({ ...cell, span, editable: false })),
        readOnly: true,
        stale: { since },
        ...(before.grid && { grid: this.held(before.grid, span, since) }),
      };
    }
    const cells = slots.map(cellOf);
    return { ...common, kind, cells, readOnly: cells.every(({ editable }) => !editable) };
  }

  /** A table that cannot be read now, as it was. */
  private held(grid: Grid, span: RowView['span'], since: number): Grid {
    return {
      columns: grid.columns.map((column) => ({ ...column, span })),
      rows: grid.rows.map((row) => ({
        ...row,
        span,
        cells: row.cells.map((cell) => ({ ...cell, span, editable: false })),
        readOnly: true,
        stale: row.stale ?? { since },
        diagnostics: [],
      })),
    };
  }

  private rows(
    section: Section,
    at: number,
    off: readonly Off[],
    key: string,
    before: Block | undefined,
  ): readonly RowView[] {
    const parts: Part[] = [
      ...section.lines.map((node, line): Part => {
        const span = ownSpan(node);
        const says = node.kind === 'exampleTable' ? '' : this.slice(span.start, span.end);
        return { unknown: { kind: node.kind, says }, start: span.start, line: { node, at: line } };
      }),
      ...off.map((one): Part => ({ unknown: { kind: 'disabled', says: one.text }, start: one.span.start, off: one })),
    ];
    if (off.length > 0) parts.sort((a, b) => a.start - b.start);
    // What is switched off between the rows of a table stands with them, in the order of the text.
    const old = before?.rows ?? [];
    const keys = new Keys();
    const found = matched(
      old.map(knownRow),
      parts.map(({ unknown }) => unknown),
    );
    keys.keep(found.flatMap((i) => (i < 0 ? [] : [(old[i] as RowView).key])));
    return parts.map((part, j): RowView => {
      const last = old[found[j] as number];
      const { kind, says } = part.unknown;
      const own = last?.key ?? keys.make(`${key}/`, kind, says);
      if (part.off) return this.offRow(part.off, own, { section: at });
      const { node, at: line } = part.line as NonNullable<Part['line']>;
      const element: Element = { kind: 'line', at: { section: at, line }, section, line: node };
      const row = this.row(element, own, node.kind, node.kind === 'broken', last);
      const grid = row.stale ? undefined : this.grid(section, node, { section: at, line }, own, last);
      return grid ? { ...row, grid } : row;
    });
  }

  private grid(section: Section, line: Line, at: RowAt, key: string, before: RowView | undefined): Grid | undefined {
    const table = tableOf(line);
    if (!table || (line.kind !== 'awardTable' && line.kind !== 'exampleTable')) return undefined;
    const reading = this.look.readingOf(line.kind === 'exampleTable' ? section.word : line.word);
    const old = before?.grid?.rows ?? [];
    const keys = new Keys();
    const unknown = table.rows.map((row): Unknown => {
      return { kind: isWhole(row, table) ? 'tableRow' : 'broken', says: this.slice(row.span.start, row.span.end) };
    });
    const found = matched(old.map(knownRow), unknown);
    keys.keep(found.flatMap((i) => (i < 0 ? [] : [(old[i] as RowView).key])));
    return {
      columns: columnsOf(table, line.kind, reading),
      rows: table.rows.map((row, j) => {
        const last = old[found[j] as number];
        const own = last?.key ?? keys.make(`${key}/`, 'row', (unknown[j] as Unknown).says);
        const element: Element = { kind: 'row', at: { ...at, row: j }, section, line, row };
        return this.row(element, own, 'tableRow', !isWhole(row, table), last);
      }),
    };
  }
}

const finished = (row: RowView): boolean =>
  row.stale !== undefined ||
  row.cells.every(({ kind, unit, units }) => kind !== 'number' || !units?.length || unit !== undefined);

const knownRow = ({ key, kind, text, stale }: RowView): Known => ({
  key,
  kind: stale ? 'broken' : kind,
  says: kind === 'exampleTable' ? '' : text,
});

const knownBlock = (all: readonly Block[]): ((block: Block) => Known) => {
  let category = '';
  const known = new Map<Block, Known>();
  for (const block of all) {
    if (block.kind === 'category') category = block.title;
    const { key, kind, title, head, disabled } = block;
    if (disabled) known.set(block, { key, kind: 'disabled', says: head.text });
    else if (head.stale || kind === 'brokenSection') known.set(block, { key, kind: 'broken', says: head.text });
    else known.set(block, { key, kind, says: kind === 'item' ? `${category}\n${title}` : title });
  }
  return (block) => known.get(block) as Known;
};

const unknownBlocks = (entries: readonly Entry[]): readonly Unknown[] => {
  let category = '';
  return entries.map(({ section, off }): Unknown => {
    if (off) return { kind: 'disabled', says: off.text };
    const title = titleOf(section);
    if (section.kind === 'category') category = title;
    if (section.kind === 'brokenSection') return { kind: 'broken', says: title };
    return { kind: section.kind, says: section.kind === 'item' ? `${category}\n${title}` : title };
  });
};

/** What a head that cannot be read opens, by its word. */
const meantBy = (opens: string): SectionKind =>
  (Object.entries(keywords).find(([, { zh, place }]) => place === 'section' && zh === opens)?.[0] as SectionKind) ??
  'brokenSection';
