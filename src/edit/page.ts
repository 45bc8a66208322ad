/** A text as lines on a page: where each begins and ends, and how the author ends and indents them. */
import type { TextEdit } from '../model/diagnostic.ts';
import type { Span } from '../model/span.ts';

/** First and last line, from 0. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

export class Page {
  readonly text: string;
  private readonly starts: number[] = [0];
  /** The line end that the author uses; the first one counts. */
  readonly eol: string;

  constructor(text: string) {
    this.text = text;
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (c === 13 && text.charCodeAt(i + 1) === 10) i++;
      if (c === 10 || c === 13) this.starts.push(i + 1);
    }
    this.eol = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
  }

  get count(): number {
    return this.starts.length;
  }

  at(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const mid = (low + high + 1) >> 1;
      if (this.start(mid) <= offset) low = mid;
      else high = mid - 1;
    }
    return low;
  }

  start(line: number): number {
    return this.starts[line] ?? this.text.length;
  }

  /** Where the next line begins. */
  next(line: number): number {
    return this.starts[line + 1] ?? this.text.length;
  }

  /** Where its text ends, before the line end. */
  end(line: number): number {
    let end = this.next(line);
    if (line + 1 >= this.starts.length) return end;
    end--;
    return this.text[end] === '\n' && this.text[end - 1] === '\r' && end > this.start(line) ? end - 1 : end;
  }

  of(line: number): string {
    return this.text.slice(this.start(line), this.end(line));
  }

  indent(line: number): string {
    return /^\s*/.exec(this.of(line))?.[0] ?? '';
  }

  isBlank(line: number): boolean {
    return line < 0 || line >= this.count || this.of(line).trim() === '';
  }

  isComment(line: number): boolean {
    return line >= 0 && line < this.count && /^\s*[#＃]/.test(this.of(line));
  }

  lines({ start, end }: Span): Lines {
    return { first: this.at(start), last: this.at(Math.max(start, end - 1)) };
  }

  /** The lines, each with its line end. */
  raw({ first, last }: Lines): string {
    return this.text.slice(this.start(first), this.next(last));
  }

  span({ first, last }: Lines): Span {
    return { start: this.start(first), end: this.end(last) };
  }
}

/** The text after the edits, which stand in source order and do not overlap. */
export function applied(text: string, edits: readonly TextEdit[]): string {
  let out = '';
  let at = 0;
  for (const { span, text: put } of edits) {
    out += text.slice(at, span.start) + put;
    at = span.end;
  }
  return out + text.slice(at);
}

/** Edits in source order; of two at one place the first given stays first. */
export const inOrder = (edits: readonly TextEdit[]): readonly TextEdit[] =>
  [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);

/** Without what they leave as it is: ends that old and new text share, and edits that change nothing. */
export function least(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.filter(({ span, text: put }) => text.slice(span.start, span.end) !== put);
}
