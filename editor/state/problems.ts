/** Walks through the findings in the order of the text, in table and text alike. */
import { LineMap } from '../../src/index.ts';
import type { Problem } from '../worker/protocol.ts';
import { reveal } from './select.ts';
import { session } from './session.ts';
import { Store } from './store.ts';

/** The finding that was gone to last. */
export const picked = new Store<{ readonly problem: string | null }>({ problem: null });

/** The same for the same finding, for as long as the text before it stays. */
export const nameOf = ({ code, file, span, message }: Problem): string =>
  `${code} ${span.start} ${span.end} ${file} ${message.zh}`;

/** Those of the file in the order of its text, then those of its baselines. */
export const inOrder = (problems: readonly Problem[], file: string): readonly Problem[] =>
  problems.toSorted((a, b) => Number(a.file !== file) - Number(b.file !== file) || a.span.start - b.span.start);

export function pick(problem: Problem): void {
  picked.set({ problem: nameOf(problem) });
  const { file, checked } = session.get();
  if (problem.file === file?.entry.name) reveal(problem.span, problem.line, checked);
}

export function nextProblem(step: 1 | -1): void {
  const { problems, file, caret } = session.get();
  const name = file?.entry.name ?? '';
  const ordered = standing(inOrder(problems, name).filter((one) => one.file === name));
  if (ordered.length === 0) return;
  // From the one gone to last, if one is still there; several may stand on a line.
  const last = ordered.findIndex(({ one, line }) => nameOf(one) === picked.get().problem && line === caret.line);
  const ahead =
    step === 1
      ? ordered.findIndex(({ line }) => line > caret.line)
      : ordered.findLastIndex(({ line }) => line < caret.line);
  const from = last >= 0 ? last + step : ahead >= 0 ? ahead : step === 1 ? 0 : -1;
  const next = ordered.at(from % ordered.length);
  if (next) pick(next.one);
}

/** With the lines that they are on now: the text may have gone on since they were found. */
function standing(problems: readonly Problem[]): readonly { readonly one: Problem; readonly line: number }[] {
  const { text, checked, version } = session.get();
  if (text === null || checked === version) return problems.map((one) => ({ one, line: one.line }));
  const lines = new LineMap(text.text);
  return problems.map((one) => ({ one, line: lines.position(text.placeNow(one.span, checked).start).line }));
}
