/** Where a rule file cites clauses: 依据 of a section, the column 依据 of a table, 不计算, and the register 条款. */
import type { Line, LineOf, Raw, Row, RuleFile, Section, SectionOf } from '../model/ast.ts';
import type { Span } from '../model/span.ts';
import type { ClausePath } from './clause.ts';
import { linesOf } from './find.ts';

/** A clause, and where it is cited. */
export interface Cited {
  readonly path: ClausePath;
  readonly span: Span;
}

export interface ClauseUse {
  readonly raw: Raw;
  readonly section: Section;
  /** Null for 不计算, which cites in its head. */
  readonly line: LineOf<'cite'> | LineOf<'awardTable'> | null;
  /** The row of a table that cites by itself. */
  readonly row: Row | null;
}

const citesOf = (section: Section, line: Line): readonly ClauseUse[] => {
  if (line.kind === 'cite') return [{ raw: line.clauses, section, line, row: null }];
  if (line.kind !== 'awardTable') return [];
  return line.table.rows.flatMap((row) =>
    row.cells.flatMap((cell) => (cell.kind === 'clause' ? [{ raw: cell.raw, section, line, row }] : [])),
  );
};

/** In the order of the text; without the register. */
export const clauseUses = (tree: RuleFile): readonly ClauseUse[] =>
  tree.sections.flatMap((section) => [
    ...(section.kind === 'uncomputed' ? [{ raw: section.clauses, section, line: null, row: null }] : []),
    ...section.lines.flatMap((line) => citesOf(section, line)),
  ]);

export const headerOf = (tree: RuleFile): SectionOf<'rules'> | undefined =>
  tree.sections.find((section) => section.kind === 'rules');

/** The register, line by line. */
export const registerOf = (tree: RuleFile): readonly Raw[] =>
  linesOf(headerOf(tree)?.lines ?? [], 'clauses').map(({ clauses }) => clauses);
