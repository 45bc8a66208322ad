/** The node of a line: what its rule gave, with the spans and comments that every line keeps. */
import type { Line, LineKind } from '../src/model/ast.ts';
import { join } from '../src/model/span.ts';
import { keywords } from './keywords.ts';
import type { LogicalLine } from './lines.ts';

/** The comments and the blank line that stand at a line; `whole`: the text of the node holds those in its folds already. */
export const beside = ({ leading, before, trailing, blankBefore }: LogicalLine, whole: boolean) => ({
  leading: whole ? leading.slice(0, before) : leading,
  blankBefore,
  ...(trailing && { trailing }),
});

export const lineNode = (line: LogicalLine, kind: LineKind, shape: object): Line => {
  const word = line.word?.span ?? line.span;
  return { kind, ...shape, span: line.span, word, ...beside(line, false) } as unknown as Line;
};

/** A line that could not be read keeps its text, with the rows that belong to it. */
export const brokenNode = (line: LogicalLine, rows: readonly LogicalLine[], text: string): Line => {
  const last = rows[rows.length - 1];
  const span = last ? join(line.span, last.span) : line.span;
  const opens = line.word && keywords[line.word.id].zh;
  const { trailing, ...above } = beside(line, true);
  // Behind a broken table, the comment of its last row; that of the line itself is in the text.
  const behind = last ? last.trailing : trailing;
  return {
    kind: 'broken',
    ...(opens && { opens }),
    text: text.slice(span.start, span.end),
    span,
    word: line.word?.span ?? line.span,
    ...above,
    ...(behind && { trailing: behind }),
  };
};
