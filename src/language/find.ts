/** Looking things up: lines of one kind in a section, entries by label or code. */
import type { Line, LineKind, LineOf } from '../model/ast.ts';

export const linesOf = <K extends LineKind>(lines: readonly Line[], kind: K): readonly LineOf<K>[] =>
  lines.filter((line) => line.kind === kind) as unknown as readonly LineOf<K>[];

export const lineOf = <K extends LineKind>(lines: readonly Line[], kind: K): LineOf<K> | undefined =>
  linesOf(lines, kind)[0];

/** Data and rule files may use the label or the code. */
export const called = (entry: { readonly key: string; readonly label: string }, name: string): boolean =>
  entry.label === name || entry.key === name;

/** Those that could be lowered; the others have been reported. */
export const present = <T>(all: readonly (T | null)[]): readonly T[] => all.filter((one): one is T => one !== null);
