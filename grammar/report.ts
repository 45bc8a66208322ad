/** Collects findings; past `MOST` it stops, and says so once: nobody reads on, and memory stays bounded. */
import type { CodeId } from '../src/model/codes.ts';
import type { Diagnostic, Fix, TextEdit } from '../src/model/diagnostic.ts';
import type { Span } from '../src/model/span.ts';

const MOST = 500;

/** An argument that reads differently in the two languages. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}
export type Args = Readonly<Record<string, string | Bilingual>>;

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
    const flat: Record<string, string> = {};
    for (const [key, value] of Object.entries(args)) {
      if (typeof value === 'string') flat[key] = value;
      else {
        flat[key] = value.zh;
        flat[`${key}_en`] = value.en;
      }
    }
    this.found.push({ code, args: flat, file: this.file, span, ...(fix && { fix }) });
  }
}

/** One replacement as a fix. */
export const replacing = (span: Span, text: string, safe: boolean): Fix => ({ edits: [{ span, text }], safe });
export const inserting = (at: number, text: string, safe: boolean): Fix =>
  replacing({ start: at, end: at }, text, safe);
export const edits = (list: readonly TextEdit[], safe: boolean): Fix => ({ edits: list, safe });

/** A stretch of text as a message shows it. */
export const shown = (text: string): string => {
  const line = text.replace(/[\s\p{C}]+/gu, ' ').trim();
  const chars = [...line];
  return chars.length > 24 ? `${chars.slice(0, 23).join('')}…` : line;
};
