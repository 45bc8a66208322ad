/** Collects findings; past `MOST` it stops, and says so once: nobody reads on, and memory stays bounded. */
import type { Args, CodeId } from '../src/model/codes.ts';
import type { Diagnostic, Fix } from '../src/model/diagnostic.ts';
import type { Span } from '../src/model/span.ts';

const MOST = 500;

export class Report {
  readonly found: Diagnostic[] = [];
  private readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  add(code: CodeId, span: Span, args: Args = {}, fix?: Fix): void {
    if (this.found.length > MOST) return;
    if (this.found.length === MOST) {
      this.found.push({ code: 'CME199', args: { count: String(MOST) }, file: this.file, span });
      return;
    }
    this.found.push({ code, args, file: this.file, span, ...(fix && { fix }) });
  }
}

/** One replacement as a fix. */
export const replacing = (span: Span, text: string, safe: boolean): Fix => ({ edits: [{ span, text }], safe });
export const inserting = (at: number, text: string, safe: boolean): Fix =>
  replacing({ start: at, end: at }, text, safe);
/** 「 and 」 around a stretch. */
export const quoting = ({ start, end }: Span, safe: boolean): Fix => ({
  edits: [
    { span: { start, end: start }, text: '「' },
    { span: { start: end, end }, text: '」' },
  ],
  safe,
});

/** A stretch of text as a message shows it. */
export const shown = (text: string): string => {
  const line = text.replace(/[\s\p{C}]+/gu, ' ').trim();
  const chars = [...line];
  return chars.length > 24 ? `${chars.slice(0, 23).join('')}…` : line;
};
