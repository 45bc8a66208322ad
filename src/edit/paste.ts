/** 「粘贴」: a block of cells onto a table; what cannot be taken is listed, with the reason. */
import type { TextEdit } from '../model/diagnostic.ts';
import { cellsIn } from './clipboard.ts';
import { type Desk, refuse, type Tried } from './desk.ts';
import { tableOf } from './elements.ts';
import type { Edited, Gesture, Refused, Reject } from './intent.ts';
import { type Said, say } from './messages.ts';
import { waysTo } from './put.ts';
import { regionOf } from './region.ts';
import { insertAfter } from './surgery.ts';
import { defaults, rowLike, type TablePlace, tableAt } from './tableGestures.ts';
import { isWhole } from './tableSlots.ts';
import * as values from './values.ts';

/** A cell of the paste that goes somewhere. */
interface Going {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** Where it goes: a row of the table, or one that is added; and the column. */
  readonly to: number;
  readonly at: number;
}

/** Most cells of one paste. */
const MOST = 20_000;

/** A value on one line: several lines of a cell are several values of a list. */
const oneLine = (text: string, isList: boolean): string =>
  values.typed(text.trim().replace(/\s*[\r\n]+\s*/g, isList ? '、' : ' '));

class Pasting {
  private readonly desk: Desk;
  private readonly at: TablePlace;
  readonly rejects: Reject[] = [];

  constructor(desk: Desk, at: TablePlace) {
    this.desk = desk;
    this.at = at;
  }

  reject(of: Pick<Going, 'row' | 'column' | 'text'>, why: Said): void {
    this.rejects.push({ row: of.row, column: of.column, text: of.text, why });
  }

  /** The edit of a cell that is there; none where it says so already. */
  cell(going: Going): readonly TextEdit[] | undefined {
    const row = this.at.grid.rows[going.to];
    const slot = row && !row.stale ? this.desk.slots(row)[going.at] : undefined;
    if (!slot?.editable) {
      this.reject(going, say('stale', { line: String(row?.line ?? 0) }));
      return undefined;
    }
    if (going.text === slot.value) return [];
    const { p, vocabulary } = this.at.reading;
    const ways = waysTo(slot, going.text, undefined, { text: this.desk.text, language: p.language, vocabulary });
    if ('no' in ways) {
      this.reject(going, ways.no);
      return undefined;
    }
    return ways.ways[0];
  }

  /** Why a cell of a row that is added cannot say so, as far as its column knows. */
  refused(going: Going): Said | undefined {
    const { rows } = this.at.grid;
    const like = rows.at(-1);
    const slot = like && !like.stale ? this.desk.slots(like)[going.at] : undefined;
    if (!slot) return undefined;
    const { p, vocabulary } = this.at.reading;
    const ways = waysTo(slot, going.text, undefined, { text: this.desk.text, language: p.language, vocabulary });
    return 'no' in ways ? ways.no : undefined;
  }

  /** The lines of rows that are added, from their cells. */
  added(goings: readonly Going[], count: number): TextEdit | undefined {
    const { rows } = this.at.grid;
    const last = rows.at(-1);
    const like = this.at.table.rows.at(-1);
    if (count === 0 || !last || !like) return undefined;
    const lines = Array.from({ length: count }, (_, k) => {
      const cells = [...defaults(this.at, last)];
      for (const one of goings) if (one.to === rows.length + k) cells[one.at] = one.text;
      return rowLike(this.desk, like, cells);
    });
    const { block, row } = this.at.place;
    const region = regionOf(this.desk, last.key, { row: last, block, table: row });
    return insertAfter(this.desk.look.page, region.last, lines);
  }

  /** Whether the table can be read with these edits, as many rows as there should be. */
  reads(edits: readonly TextEdit[], count: number): boolean {
    const { place, table } = this.at;
    const tried: Tried | undefined = this.desk.attempt(place.row.at.section, edits);
    const element = tried?.element(place.row.at);
    const now = element?.kind === 'line' ? tableOf(element.line) : undefined;
    return now?.rows.length === table.rows.length + count && now.rows.every((row) => isWhole(row, now));
  }
}

export function paste(desk: Desk, gesture: Extract<Gesture, { kind: 'paste' }>): Edited | Refused {
  const at = tableAt(desk, gesture.table);
  if ('refused' in at) return at;
  const { rows, columns } = at.grid;
  const firstRow = rows.findIndex(({ key }) => key === gesture.row);
  const firstColumn = columns.findIndex(({ slot }) => slot === gesture.slot);
  if (firstRow < 0) return refuse('goneAway');
  if (firstColumn < 0) return refuse('noCell');
  const block = cellsIn(gesture.text);
  if (gesture.text.trim() === '' || block.reduce((sum, row) => sum + row.length, 0) > MOST)
    return refuse('nothingToPaste');
  const pasting = new Pasting(desk, at);
  const taken: { going: Going; edits: readonly TextEdit[] }[] = [];
  let fresh: Going[] = [];
  block.forEach((cells, row) => {
    cells.forEach((written, column) => {
      const to = firstRow + row;
      const k = firstColumn + column;
      const kind = columns[k]?.kind;
      const list = columns[k]?.list;
      const text = oneLine(written, list !== undefined);
      const going: Going = { row, column, text, to, at: k };
      if (kind === undefined) {
        if (text !== '') pasting.reject({ ...going, text: written }, say('beyondColumns'));
      } else if (text === '' && !(kind === 'cite' || (kind === 'field' && !at.isAward))) {
        pasting.reject(going, say('emptyCell'));
      } else if (/[|｜]/.test(text)) pasting.reject(going, say('hasBar'));
      else if (to >= rows.length) {
        const no = pasting.refused(going);
        if (no) pasting.reject(going, no);
        else fresh.push(going);
      } else {
        const edits = pasting.cell(going);
        if (edits && edits.length > 0) taken.push({ going, edits });
      }
    });
  });
  const count = Math.max(0, firstRow + block.length - rows.length);
  const all = (): readonly TextEdit[] => {
    const end = pasting.added(fresh, count);
    return [...taken.flatMap(({ edits }) => edits), ...(end ? [end] : [])];
  };
  if (!pasting.reads(all(), count)) {
    // Something in it cannot be read: each is tried by itself.
    const good = taken.filter(({ going, edits }) => {
      if (pasting.reads(edits, 0)) return true;
      pasting.reject(going, say('wouldNotRead', { value: going.text }));
      return false;
    });
    taken.splice(0, taken.length, ...good);
    fresh = fresh.filter((going) => {
      const edit = pasting.added([{ ...going, to: rows.length }], 1);
      if (edit && pasting.reads([edit], 1)) return true;
      pasting.reject(going, say('wouldNotRead', { value: going.text }));
      return false;
    });
    if (!pasting.reads(all(), count)) return refuse('wouldBreak');
  }
  const rejects = [...pasting.rejects].sort((a, b) => a.row - b.row || a.column - b.column);
  const says = say('pasted', { count: String(taken.length + fresh.length) });
  return desk.give(all(), { ...(rejects.length > 0 && { rejects }), says });
}
