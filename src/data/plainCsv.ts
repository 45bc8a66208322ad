/**
 * Whether a CSV is so plain that every reader reads it alike: one kind of line end, quotation marks only around whole
 * cells, as many cells in every row as in the head, no blank line. It takes the bytes as they come and keeps none.
 */
import { delimiterOf, readCsv } from './csv.ts';

export interface PlainCsv {
  readonly delimiter: string;
  readonly newline: '\n' | '\r\n';
  readonly head: readonly string[];
}

const QUOTE = 34;
const LF = 10;
const CR = 13;

const START = 0;
const BARE = 1;
const QUOTED = 2;
const QUOTE_IN_QUOTED = 3;
const AFTER_CR = 4;

export class PlainCsvCheck {
  #plain: PlainCsv | null = null;
  #begun = false;
  #state = START;
  #cells = 0;
  #delimiter = 0;

  /** The first piece must hold the head. False: it is not plain, and what follows need not be read. */
  add(bytes: Uint8Array): boolean {
    let from = 0;
    if (!this.#begun) {
      this.#begun = true;
      from = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
      if (!this.#readHead(bytes, from)) return false;
      // The head is walked over with the rest: it has as many cells as itself.
    }
    return this.#plain !== null && this.#walk(bytes, from, this.#plain);
  }

  /** Null: not plain. */
  end(): PlainCsv | null {
    if (this.#plain === null || this.#state === QUOTED || this.#state === AFTER_CR) return null;
    const atEnd = this.#cells === 0 && this.#state === START;
    return atEnd || this.#cells + 1 === this.#plain.head.length ? this.#plain : null;
  }

  #readHead(bytes: Uint8Array, from: number): boolean {
    const end = bytes.indexOf(LF, from);
    if (end < 0) return false;
    const newline = bytes[end - 1] === CR ? '\r\n' : '\n';
    const text = new TextDecoder().decode(bytes.subarray(from, end + 1 - newline.length));
    const head = readCsv(text, '').cells?.[0];
    // Of one column alone a blank line cannot be told from an empty cell.
    if (head === undefined || head.length < 2) return false;
    const delimiter = delimiterOf(`${text}\n`);
    this.#delimiter = delimiter.charCodeAt(0);
    this.#plain = { delimiter, newline, head };
    return true;
  }

  #walk(bytes: Uint8Array, from: number, { head, newline }: PlainCsv): boolean {
    const [delimiter, last, withCr] = [this.#delimiter, head.length - 1, newline === '\r\n'];
    let [state, cells] = [this.#state, this.#cells];
    for (let at = from; at < bytes.length; at += 1) {
      const byte = bytes[at] as number;
      if (state === QUOTED) {
        if (byte === QUOTE) state = QUOTE_IN_QUOTED;
        else if (byte === CR || byte === 0) return false;
        continue;
      }
      if (state === AFTER_CR && byte !== LF) return false;
      if (byte === delimiter) {
        cells += 1;
        state = START;
      } else if (byte === LF) {
        if (cells !== last || withCr !== (state === AFTER_CR)) return false;
        cells = 0;
        state = START;
      } else if (byte === CR) {
        if (!withCr) return false;
        state = AFTER_CR;
      } else if (byte === QUOTE) {
        if (state === BARE) return false;
        state = QUOTED;
      } else if (byte === 0 || state === QUOTE_IN_QUOTED) return false;
      else state = BARE;
    }
    this.#state = state;
    this.#cells = cells;
    return true;
  }
}
