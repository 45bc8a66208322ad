/** Where an element of the plan comes from: clause, words, file and line. */
import { type KeywordId, keywords } from '../../../grammar/keywords.ts';
import type { Line, Section } from '../../model/ast.ts';
import type { Source } from '../../model/plan.ts';
import type { From } from '../../model/ruleset.ts';
import { normaliseClause } from '../clause.ts';
import type { Printing } from '../construct.ts';
import { printHead, printLine } from '../index.ts';
import { lineOf } from '../words.ts';
import type { Lowering } from './scope.ts';

const chinese: Printing = { language: 'zh', spell: (id: KeywordId) => keywords[id].zh };

export const wordsOfLine = (line: Line): string => lineOf(printLine(line as never, chinese).words);

/** The printed cells of a line's table, its head first. */
export const cellsOf = (line: Line): readonly (readonly string[])[] =>
  (printLine(line as never, chinese).rows ?? []).map((row) => row.cells);

export const wordsOfHead = (section: Section): string => lineOf(printHead(section as never, chinese).words);

/** The 依据 of a section; null where it has none. */
export const clauseOf = (section: Section): string | null => {
  const known = clauses.get(section);
  if (known !== undefined) return known;
  const cite = section.lines.find((line) => line.kind === 'cite');
  const clause = cite?.kind === 'cite' ? normaliseClause(cite.clauses.text) : null;
  clauses.set(section, clause);
  return clause;
};
// Every line of a section asks.
const clauses = new WeakMap<Section, string | null>();

/** The section's own clause, else that of the category around it. */
export const clauseWithin = (section: From<Section>, around: From<Section> | null): string | null =>
  clauseOf(section.node) ?? (around ? clauseOf(around.node) : null);

interface Standing {
  readonly file: string;
  readonly at: number;
  readonly clause: string | null;
  readonly words: string;
  readonly readings: Iterable<string>;
}

/** The number of the line that a node begins on. */
export const lineNumber = (low: Lowering, file: string, at: number): number =>
  low.maps.get(file)?.position(at).line ?? 1;

export const source = (low: Lowering, { file, at, clause, words, readings }: Standing): Source => ({
  clause,
  words,
  file,
  line: lineNumber(low, file, at),
  readings: [...readings],
});
