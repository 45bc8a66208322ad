/**
 * Where a gesture is worked out: the document, its view, and a way to try an edit on the section it is in before it is
 * given out. What would make the section read otherwise than was asked is never given out.
 */
import type { TextEdit } from '../model/diagnostic.ts';
import type { Span } from '../model/span.ts';
import { type Element, elementAt, Look, slotsAt } from './elements.ts';
import type { EditDocument, Edited, Refused } from './intent.ts';
import { type Said, say } from './messages.ts';
import { applied, inOrder, least } from './page.ts';
import type { Slot } from './slot.ts';
import type { Block, Key, RowAt, RowView, ViewModel } from './view.ts';

const looks = new WeakMap<EditDocument, Look>();

const lookAt = (document: EditDocument): Look => {
  const found = looks.get(document) ?? new Look(document);
  looks.set(document, found);
  return found;
};

/** What a key stands for. */
export interface Place {
  readonly row: RowView;
  readonly block: Block;
  /** Of a row of a table: the line that the table belongs to. */
  readonly table?: RowView;
}

/** A section as it reads after an edit; `shift` leads from its offsets to those of the whole text. */
export interface Tried {
  readonly look: Look;
  readonly shift: number;
  readonly element: (at: RowAt) => Element | undefined;
  readonly slots: (at: RowAt) => readonly Slot[];
}

export const refuse = (id: Said['id'], args: Said['args'] = {}): Refused => ({ refused: say(id, args) });

export class Desk {
  readonly look: Look;
  readonly view: ViewModel;
  private places: Map<Key, Place> | undefined;
  private readonly faults = new Map<string, number>();

  constructor(document: EditDocument, view: ViewModel) {
    this.look = lookAt(document);
    this.view = view;
  }

  get text(): string {
    return this.look.document.text;
  }

  /** What stands under a key; a block is its head. */
  place(key: Key): Place | undefined {
    if (!this.places) {
      this.places = new Map();
      for (const block of this.view.blocks) {
        this.places.set(block.key, { row: block.head, block });
        for (const row of [block.head, ...block.rows]) {
          this.places.set(row.key, { row, block });
          for (const inner of row.grid?.rows ?? []) this.places.set(inner.key, { row: inner, block, table: row });
        }
      }
    }
    return this.places.get(key);
  }

  isBlock(key: Key): boolean {
    return this.place(key)?.block.key === key;
  }

  element(row: RowView): Element | undefined {
    return row.at.section < 0 ? undefined : elementAt(this.look.document.tree, row.at);
  }

  slots(row: RowView): readonly Slot[] {
    const element = row.stale ? undefined : this.element(row);
    return element ? slotsAt(element, this.look) : [];
  }

  /** The lines of a section, from its head to the end of its last line. */
  extent(section: number): Span {
    const { page } = this.look;
    const { extent } = this.look.document.tree.sections[section] as { readonly extent: Span };
    const { first, last } = page.lines(extent);
    return { start: page.start(first), end: page.end(last) };
  }

  private fragment(section: number, edits: readonly TextEdit[]): { readonly before: Span; readonly text: string } {
    const own = this.extent(section);
    const before = {
      start: Math.min(own.start, ...edits.map(({ span }) => span.start)),
      end: Math.max(own.end, ...edits.map(({ span }) => span.end)),
    };
    const text = this.text.slice(before.start, before.end);
    const moved = edits.map(({ span, text: put }) => ({
      span: { start: span.start - before.start, end: span.end - before.start },
      text: put,
    }));
    return { before, text: applied(text, moved) };
  }

  /** Tries edits on the section; undefined where more than before could not be read, or another section came of it. */
  attempt(section: number, edits: readonly TextEdit[]): Tried | undefined {
    const { before, text } = this.fragment(section, inOrder(edits));
    const name = `${section} ${before.start} ${before.end}`;
    const known =
      this.faults.get(name) ?? this.look.of(this.text.slice(before.start, before.end)).document.diagnostics.length;
    this.faults.set(name, known);
    const look = this.look.of(text);
    const { tree, diagnostics } = look.document;
    if (diagnostics.length > known || tree.sections.length !== 1) return undefined;
    const at = (address: RowAt): Element | undefined => elementAt(tree, { ...address, section: 0 });
    return {
      look,
      shift: before.start,
      element: at,
      slots: (address) => {
        const element = at(address);
        return element ? slotsAt(element, look) : [];
      },
    };
  }

  /** Edits as they are given out. */
  give(edits: readonly TextEdit[], more: Omit<Edited, 'edits'> = {}): Edited {
    return { edits: least(this.text, inOrder(edits)), ...more };
  }
}
