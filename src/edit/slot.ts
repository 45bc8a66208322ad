/** A cell with what it takes to write it: where its digits are, what goes with it, what is written before it. */
import type { Printing } from '../language/construct.ts';
import { clauses as printClauses, name as printName } from '../language/value.ts';
import { lineOf, type Part, words } from '../language/words.ts';
import type { Amount, DateLiteral, Name, Num, Raw, Text, Unit, UnitId } from '../model/ast.ts';
import type { Span } from '../model/span.ts';
import type { Cell } from './view.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What may be written: a list's choice, several of them, digits, a quotation, anything that the line then reads. */
export type Takes =
  | 'nothing'
  | 'decimal'
  | 'whole'
  | 'ratio'
  | 'choice'
  | 'choices'
  | 'name'
  | 'quoted'
  | 'date'
  | 'condition'
  /** A yes/no fact written as its name alone. */
  | 'flag'
  | 'read';

export interface Slot extends Cell {
  readonly takes: Takes;
  /** Its number without the unit. */
  readonly digits?: Span;
  readonly unitSpan?: Span;
  /** What is taken away with it; a part without one must stay. */
  readonly outer?: Span;
  /** Written before and behind a part that is added. */
  readonly lead?: string;
  readonly tail?: string;
  /** The names of a list, one by one. */
  readonly each?: readonly { readonly text: string; readonly span: Span }[];
  /** It must have a unit, and has none: the line is not finished. */
  readonly unfinished?: boolean;
  /** The blanks up to the next mark of its table are its own. */
  readonly inTable?: boolean;
}

export interface Reading {
  readonly text: string;
  readonly p: Printing;
  readonly vocabulary: Vocabulary;
}

export const said = (...parts: readonly Part[]): string => lineOf(words(...parts));

export const emptyAt = (offset: number): Span => ({ start: offset, end: offset });

type More = Partial<Slot>;

/** Collects the cells of one line. */
export class Slots {
  readonly list: Slot[] = [];
  readonly reading: Reading;

  constructor(reading: Reading) {
    this.reading = reading;
  }

  put(slot: Slot): void {
    this.list.push(slot);
  }

  words(slot: string, span: Span, shown: string, more: More = {}): void {
    this.put({ slot, kind: 'words', span, shown, value: shown, editable: false, takes: 'nothing', ...more });
  }

  /** A number with its unit. */
  number(slot: string, number: Num, unit: Unit | undefined, more: More = {}): void {
    const { p } = this.reading;
    this.put({
      slot,
      kind: 'number',
      span: { start: number.span.start, end: unit?.span.end ?? number.span.end },
      shown: said(number.digits, unit && p.spell(unit.id)),
      value: number.digits,
      editable: true,
      takes: 'decimal',
      digits: number.span,
      ...(unit && { unit: unit.id, unitSpan: unit.span }),
      ...more,
    });
  }

  amount(slot: string, amount: Amount, units: readonly UnitId[], more: More = {}): void {
    if (amount.kind === 'number') {
      const all = amount.unit && !units.includes(amount.unit.id) ? [amount.unit.id, ...units] : units;
      const unfinished = !amount.unit && units.length > 0;
      this.number(slot, amount.number, amount.unit, {
        span: amount.span,
        units: all,
        ...(unfinished && { unfinished }),
        ...more,
      });
    } else {
      const shown = said(printName(amount.name), amount.unit && this.reading.p.spell(amount.unit.id));
      this.words(slot, amount.span, shown);
    }
  }

  text(slot: string, text: Text, more: More = {}): void {
    this.put({
      slot,
      kind: 'text',
      span: text.span,
      shown: text.value,
      value: text.value,
      editable: true,
      takes: 'quoted',
      ...more,
    });
  }

  clauses(slot: string, raw: Raw, more: More = {}): void {
    const value = said(printClauses(raw));
    this.put({
      slot,
      kind: 'clause',
      span: raw.span,
      shown: value,
      value,
      editable: true,
      takes: 'read',
      list: 'clauses',
      ...more,
    });
  }

  raw(slot: string, raw: Raw, more: More = {}): void {
    const { text, span } = raw;
    this.put({ slot, kind: 'text', span, shown: text, value: text, editable: true, takes: 'read', ...more });
  }

  date(slot: string, date: DateLiteral, more: More = {}): void {
    const { text, span } = date;
    this.put({ slot, kind: 'date', span, shown: text, value: text, editable: true, takes: 'date', ...more });
  }

  name(slot: string, name: Name, more: More = {}): void {
    const { text, span } = name;
    this.put({ slot, kind: 'name', span, shown: text, value: text, editable: true, takes: 'name', ...more });
  }

  choice(slot: string, span: Span, value: string, list: string | undefined, more: More = {}): void {
    this.put({
      slot,
      kind: 'choice',
      span,
      shown: value,
      value,
      editable: true,
      takes: list ? 'choice' : 'read',
      ...(list && { list }),
      ...more,
    });
  }

  choices(slot: string, of: readonly Name[], list: string | undefined, more: More = {}): void {
    const [first] = of;
    const last = of.at(-1);
    if (!first || !last) return;
    const value = of.map(({ text }) => text).join('、');
    this.put({
      slot,
      kind: 'choices',
      span: { start: first.span.start, end: last.span.end },
      shown: value,
      value,
      editable: true,
      takes: list ? 'choices' : 'read',
      ...(list && { list }),
      each: of.map(({ text, span }) => ({ text, span })),
      ...more,
    });
  }

  /** A part that is left out and may be added. */
  absent(slot: string, kind: Cell['kind'], at: number, more: More): void {
    this.put({
      slot,
      kind,
      span: emptyAt(at),
      shown: '',
      value: '',
      editable: true,
      absent: true,
      takes: 'read',
      ...more,
    });
  }
}

/** The cell without what only the writer needs. Named one by one: a file has a great many, and a rest is slow to make. */
export function cellOf(slot: Slot): Cell {
  const cell: { -readonly [P in keyof Cell]: Cell[P] } = {
    slot: slot.slot,
    kind: slot.kind,
    span: slot.span,
    shown: slot.shown,
    value: slot.value,
    editable: slot.editable,
  };
  if (slot.label !== undefined) cell.label = slot.label;
  if (slot.unit !== undefined) cell.unit = slot.unit;
  if (slot.units !== undefined) cell.units = slot.units;
  if (slot.absent !== undefined) cell.absent = slot.absent;
  if (slot.list !== undefined) cell.list = slot.list;
  if (slot.chips !== undefined) cell.chips = slot.chips;
  if (slot.plain !== undefined) cell.plain = slot.plain;
  return cell;
}
