/**
 * The text, which is the only truth: everything else that is shown is a function of it. Until Monaco has come it is a plain
 * string with a history of its own; then Monaco's model takes it over with that history, so that there is one undo stack
 * from the first gesture to the last. Nobody sets the whole text after that.
 */
import type { Span, TextEdit } from '../../src/index.ts';
import { inverse, Moves } from './moves.ts';

/** One gesture: replacements against the text before it, in order and apart from each other, undone in one step. */
export type Edits = readonly TextEdit[];

/** What holds the text, and tells of each change. Offsets are of the text as it stands in the file, its line ends included. */
export interface Holder {
  read(): string;
  apply(edits: Edits): void;
  undo(): void;
  redo(): void;
  canUndo(): boolean;
  canRedo(): boolean;
}

export interface Change {
  /** `gesture`: from a table, a fix or a command; `typed`: in the text pane; `undo`: back or forth in the history. */
  readonly by: 'open' | 'gesture' | 'typed' | 'undo';
}

export class RuleText {
  private holder: Holder;
  private plain: PlainText | null;
  private composingNow = false;
  private readonly listeners = new Set<(change: Change) => void>();
  private readonly moves = new Moves();
  /** Counts every change; results that were computed for an older one are recognised by it. */
  version = 0;

  constructor(text: string) {
    this.plain = new PlainText(text, (change, edits) => this.changed(change, edits));
    this.holder = this.plain;
  }

  get text(): string {
    return this.holder.read();
  }

  /** An input method is writing: the text holds what is no text yet, and nothing may take it for one. */
  get composing(): boolean {
    return this.composingNow;
  }

  readonly subscribe = (listener: (change: Change) => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** One step of the history, whatever the number of edits. */
  edit(edits: Edits): void {
    if (edits.length > 0) this.holder.apply(edits);
  }

  undo(): void {
    this.holder.undo();
  }

  redo(): void {
    this.holder.redo();
  }

  get canUndo(): boolean {
    return this.holder.canUndo();
  }

  get canRedo(): boolean {
    return this.holder.canRedo();
  }

  /** Hands the text over: `take` gets the text as it was opened and the gestures since, and makes the new holder. */
  handOver<H extends Holder>(take: (opened: string, done: readonly Edits[], undone: readonly Edits[]) => H): H {
    if (this.plain === null) throw new Error('the text has been handed over already');
    const holder = take(this.plain.opened, this.plain.done, this.plain.undone);
    this.holder = holder;
    this.plain = null;
    return holder;
  }

  /** Where a place of an older version stands now. */
  placeNow(span: Span, version: number): Span {
    return this.moves.now(span, version);
  }

  /** The holder tells of a change that was made in it. */
  changed(change: Change, edits: Edits): void {
    this.version++;
    this.moves.add(edits);
    for (const listener of [...this.listeners]) listener(change);
  }

  compose(on: boolean): void {
    if (this.composingNow === on) return;
    this.composingNow = on;
    if (!on) this.changed({ by: 'typed' }, []);
  }
}

export const applied = (text: string, edits: Edits): string => {
  let [out, from] = ['', 0];
  for (const { span, text: put } of edits) {
    out += text.slice(from, span.start) + put;
    from = span.end;
  }
  return out + text.slice(from);
};

/** What was opened, and every gesture since. Going back is going through them again: there are few before Monaco comes. */
class PlainText implements Holder {
  readonly opened: string;
  readonly done: Edits[] = [];
  readonly undone: Edits[] = [];
  private now: string;
  private readonly tell: (change: Change, edits: Edits) => void;

  constructor(text: string, tell: (change: Change, edits: Edits) => void) {
    this.opened = text;
    this.now = text;
    this.tell = tell;
  }

  read(): string {
    return this.now;
  }

  apply(edits: Edits): void {
    this.done.push(edits);
    this.undone.length = 0;
    this.now = applied(this.now, edits);
    this.tell({ by: 'gesture' }, edits);
  }

  undo(): void {
    const last = this.done.pop();
    if (last === undefined) return;
    this.undone.push(last);
    this.now = this.done.reduce(applied, this.opened);
    this.tell({ by: 'undo' }, inverse(this.now, last));
  }

  redo(): void {
    const next = this.undone.pop();
    if (next === undefined) return;
    this.done.push(next);
    this.now = applied(this.now, next);
    this.tell({ by: 'undo' }, next);
  }

  canUndo(): boolean {
    return this.done.length > 0;
  }

  canRedo(): boolean {
    return this.undone.length > 0;
  }
}
