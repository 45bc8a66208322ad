/**
 * The register 条款 of the header: every clause in it is cited by some 依据 or registered under 不计算, and every clause
 * cited is in it. Clauses within one another count for each other: citing 第十三条（一）1 covers 第十三条（一）.
 */
import type { Raw, RuleFile } from '../../model/ast.ts';
import type { Span } from '../../model/span.ts';
import { type ClausePath, clausesOf, clauseText, touches } from '../clause.ts';
import type { Report } from '../report.ts';

interface Citation {
  readonly path: ClausePath;
  readonly span: Span;
}

const read = (raw: Raw): Citation[] => clausesOf(raw.text).map((path) => ({ path, span: raw.span }));

const citations = (tree: RuleFile): Citation[] => {
  const found: Citation[] = [];
  for (const section of tree.sections) {
    if (section.kind === 'uncomputed') found.push(...read(section.clauses));
    for (const line of section.lines) {
      if (line.kind === 'cite') found.push(...read(line.clauses));
      if (line.kind !== 'awardTable') continue;
      for (const row of line.table.rows) {
        for (const cell of row.cells) if (cell.kind === 'clause') found.push(...read(cell.raw));
      }
    }
  }
  return found;
};

/** First segments of paths, so that a citation is compared only with clauses of its own article. */
const byArticle = (all: readonly Citation[]): Map<string, Citation[]> => {
  const map = new Map<string, Citation[]>();
  for (const citation of all) {
    const key = citation.path[0] ?? '';
    const list = map.get(key);
    if (list) list.push(citation);
    else map.set(key, [citation]);
  }
  return map;
};

export const checkRegister = (tree: RuleFile, report: Report): void => {
  const header = tree.sections.find((section) => section.kind === 'rules');
  const register = header?.lines.flatMap((line) => (line.kind === 'clauses' ? read(line.clauses) : [])) ?? [];
  if (register.length === 0) return;
  const cited = byArticle(citations(tree));
  const registered = byArticle(register);
  for (const { path, span } of register) {
    const near = cited.get(path[0] ?? '') ?? [];
    if (!near.some((c) => touches(c.path, path))) report('CME362', span, { name: clauseText(path) });
  }
  for (const { path, span } of [...cited.values()].flat()) {
    // A register may stop at articles; a clause below a registered one is known then.
    const near = registered.get(path[0] ?? '') ?? [];
    if (!near.some((r) => touches(r.path, path))) report('CME363', span, { name: clauseText(path) });
  }
};
