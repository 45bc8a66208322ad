/** Where a place of an older version stands in the text as it is now: every change since then may have moved it. */
import type { Span, TextEdit } from '../../src/index.ts';

/** Who asks about a version from so long ago has it drawn anew meanwhile. */
const MOST = 2000;

export class Moves {
  /** What led to each version from the one before it; the first of them led to `first`. */
  private readonly steps: (readonly TextEdit[])[] = [];
  private first = 1;

  add(edits: readonly TextEdit[]): void {
    this.steps.push(edits);
    if (this.steps.length <= MOST) return;
    this.steps.shift();
    this.first++;
  }

  /** Of a place that was taken away: where it was. What is put in at its ends is no part of it. */
  now({ start, end }: Span, version: number): Span {
    let [from, to] = [start, end];
    for (const edits of this.steps.slice(Math.max(0, version + 1 - this.first))) {
      from = moved(from, edits, false);
      to = moved(to, edits, true);
    }
    return { start: from, end: Math.max(from, to) };
  }
}

function moved(offset: number, edits: readonly TextEdit[], isEnd: boolean): number {
  let by = 0;
  for (const { span, text } of edits) {
    if (span.start > offset || (span.start === offset && (isEnd || span.end > offset))) break;
    if (span.end > offset) return span.start + by;
    by += text.length - (span.end - span.start);
  }
  return offset + by;
}

/** What leads back from the text after the edits. */
export function inverse(before: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  let by = 0;
  return edits.map(({ span: { start, end }, text }) => {
    const span = { start: start + by, end: start + by + text.length };
    by += text.length - (end - start);
    return { span, text: before.slice(start, end) };
  });
}
