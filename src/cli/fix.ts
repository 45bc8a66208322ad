/** Applies the safe fixes of a file's findings: those that do not overlap, in one go. */
import type { Diagnostic, TextEdit } from '../index.ts';

export interface Fixed {
  readonly text: string;
  /** How many findings were mended. */
  readonly count: number;
}

export function applySafeFixes(text: string, found: readonly Diagnostic[]): Fixed {
  const taken: TextEdit[] = [];
  let count = 0;
  for (const { fix } of found) {
    if (!fix?.safe || fix.edits.length === 0 || fix.edits.some((edit) => taken.some((other) => collide(edit, other))))
      continue;
    taken.push(...fix.edits);
    count++;
  }
  const fromTheEnd = taken.toSorted((a, b) => b.span.start - a.span.start);
  return {
    text: fromTheEnd.reduce((now, { span, text: put }) => now.slice(0, span.start) + put + now.slice(span.end), text),
    count,
  };
}

/** Two that touch may both insert at one place, in an order that nobody chose. */
const collide = (a: TextEdit, b: TextEdit): boolean => a.span.start <= b.span.end && b.span.start <= a.span.end;
