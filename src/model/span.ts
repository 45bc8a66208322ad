/**
 * Places in a text. Offsets, lines and columns count UTF-16 code units, as JavaScript strings, editors and LSP do.
 */

/** Half-open range of offsets into one source text: `start` is in it, `end` is not. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place for people: both count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export const NOWHERE: Span = { start: 0, end: 0 };

/** The smallest span that holds both. */
export const join = (a: Span, b: Span): Span => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) });

/** Finds line and column of an offset; made once for a text. `\n`, `\r\n` and a lone `\r` end a line. */
export class LineMap {
  readonly text: string;
  private readonly starts: number[] = [0];

  constructor(text: string) {
    this.text = text;
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (c === 13 && text.charCodeAt(i + 1) === 10) i++;
      if (c === 10 || c === 13) this.starts.push(i + 1);
    }
  }

  get lineCount(): number {
    return this.starts.length;
  }

  position(offset: number): Position {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const mid = (low + high + 1) >> 1;
      if ((this.starts[mid] ?? 0) <= offset) low = mid;
      else high = mid - 1;
    }
    return { line: low + 1, column: offset - (this.starts[low] ?? 0) + 1 };
  }

  /** Of a place beyond the end of its line, or of the text, that end. */
  offset({ line, column }: Position): number {
    const start = this.starts[line - 1] ?? this.text.length;
    return Math.min(start + column - 1, start + this.line(line).length);
  }

  range(span: Span): Range {
    return { start: this.position(span.start), end: this.position(span.end) };
  }

  /** Where a line (from 1) stands, without the blanks around it. */
  lineSpan(number: number): Span {
    const text = this.line(number);
    const start = (this.starts[number - 1] ?? this.text.length) + (text.length - text.trimStart().length);
    return { start, end: start + text.trim().length };
  }

  /** The text of a line (from 1), without its line end. */
  line(number: number): string {
    const start = this.starts[number - 1] ?? this.text.length;
    const end = this.starts[number] ?? this.text.length;
    return this.text.slice(start, end).replace(/[\r\n]+$/, '');
  }
}
