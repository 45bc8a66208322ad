/** Walks through the findings in the order of the text, in table and text alike. */
import { reveal } from './select.ts';
import { session } from './session.ts';

export function nextProblem(step: 1 | -1): void {
  const { problems, file, caret } = session.get();
  const own = problems.filter((one) => one.file === file?.entry.name);
  if (own.length === 0) return;
  const ordered = own.toSorted((a, b) => a.span.start - b.span.start);
  const ahead =
    step === 1 ? ordered.find(({ line }) => line > caret.line) : ordered.findLast(({ line }) => line < caret.line);
  const next = ahead ?? (step === 1 ? ordered[0] : ordered.at(-1));
  if (next) reveal(next.span, next.line);
}
