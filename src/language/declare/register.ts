/**
 * The register 条款 of the header: every clause in it is cited by some 依据 or registered under 不计算, and every clause
 * cited is in it. Clauses within one another count for each other: citing 第十三条（一）1 covers 第十三条（一）.
 */
import type { Raw, RuleFile } from '../../model/ast.ts';
import type { Span } from '../../model/span.ts';
import { type ClausePath, clausesOf, clauseText } from '../clause.ts';
import { MOST } from '../limits.ts';
import type { Report } from '../report.ts';

interface Citation {
  readonly path: ClausePath;
  readonly span: Span;
}

/** The clauses that texts name; a text that would go over what may be named is reported, and is the last. */
const take = (texts: readonly Raw[], report: Report): readonly Citation[] => {
  const found: Citation[] = [];
  for (const { text, span } of texts) {
    const paths = clausesOf(text, MOST.clauses - found.length + 1);
    for (const path of paths) found.push({ path, span });
    if (found.length <= MOST.clauses) continue;
    report('CME367', span, { most: String(MOST.clauses) });
    break;
  }
  return found;
};

const citing = (tree: RuleFile): readonly Raw[] => {
  const found: Raw[] = [];
  for (const section of tree.sections) {
    if (section.kind === 'uncomputed') found.push(section.clauses);
    for (const line of section.lines) {
      if (line.kind === 'cite') found.push(line.clauses);
      if (line.kind !== 'awardTable') continue;
      for (const row of line.table.rows) {
        for (const cell of row.cells) if (cell.kind === 'clause') found.push(cell.raw);
      }
    }
  }
  return found;
};

/** Paths as a tree of their segments, so that whether one lies within another is seen by following it once. */
class Clauses {
  readonly #below = new Map<string, Clauses>();
  #ends = false;

  constructor(all: readonly Citation[] = []) {
    for (const { path } of all) this.#add(path);
  }

  #add(path: ClausePath): void {
    let at: Clauses = this;
    for (const segment of path) {
      const next = at.#below.get(segment) ?? new Clauses();
      at.#below.set(segment, next);
      at = next;
    }
    at.#ends = true;
  }

  /** Whether one of them lies within the path, or the path within one of them. */
  touch(path: ClausePath): boolean {
    let at: Clauses = this;
    for (const segment of path) {
      if (at.#ends) return true;
      const next = at.#below.get(segment);
      if (next === undefined) return false;
      at = next;
    }
    return true;
  }
}

export const checkRegister = (tree: RuleFile, report: Report): void => {
  const header = tree.sections.find((section) => section.kind === 'rules');
  const register = take(header?.lines.flatMap((line) => (line.kind === 'clauses' ? [line.clauses] : [])) ?? [], report);
  if (register.length === 0) return;
  const cited = take(citing(tree), report);
  const [inCitations, inRegister] = [new Clauses(cited), new Clauses(register)];
  for (const { path, span } of register) {
    if (!inCitations.touch(path)) report('CME362', span, { name: clauseText(path) });
  }
  for (const { path, span } of cited) {
    // A register may stop at articles; a clause below a registered one is known then.
    if (!inRegister.touch(path)) report('CME363', span, { name: clauseText(path) });
  }
};
