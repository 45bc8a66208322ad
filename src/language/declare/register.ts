/**
 * The register 条款 of the header: every clause in it is cited by some 依据 or registered under 不计算, and every clause
 * cited is in it. Clauses within one another count for each other: citing 第十三条（一）1 covers 第十三条（一）. The register
 * itself runs from the first to the last of each list, in order and without a gap.
 */
import type { Raw, RuleFile } from '../../model/ast.ts';
import { type ClausePath, clausesOf, clauseText } from '../clause.ts';
import { rankOf, type SegmentKind } from '../clauseRank.ts';
import { gapsIn, gapText } from '../clauseRuns.ts';
import { type Cited, clauseUses, registerOf } from '../clauseUses.ts';
import { MOST } from '../limits.ts';
import type { Report } from '../report.ts';

/** The clauses that texts name; a text that would go over what may be named is reported, and is the last. */
const take = (texts: readonly Raw[], report: Report): readonly Cited[] => {
  const found: Cited[] = [];
  for (const { text, span } of texts) {
    const paths = clausesOf(text, MOST.clauses - found.length + 1);
    for (const path of paths) found.push({ path, span });
    if (found.length <= MOST.clauses) continue;
    report('CME367', span, { most: String(MOST.clauses) });
    break;
  }
  return found;
};

/** Paths as a tree of their segments, so that whether one lies within another is seen by following it once. */
class Clauses {
  readonly #below = new Map<string, Clauses>();
  readonly #kinds = new Set<SegmentKind>();
  #ends = false;

  constructor(all: readonly Cited[] = []) {
    for (const { path } of all) this.#add(path);
  }

  #add(path: ClausePath): void {
    let at: Clauses = this;
    for (const segment of path) {
      const next = at.#below.get(segment) ?? new Clauses();
      at.#below.set(segment, next);
      at.#kinds.add(rankOf(segment).kind);
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

  /**
   * Whether the path is one of them, holds one, or lies within one that does not list what is within it: a register may
   * stop at articles, and one that lists （一）～（四） of an article knows no （五）.
   */
  know(path: ClausePath): boolean {
    let at: Clauses = this;
    for (const segment of path) {
      const next = at.#below.get(segment);
      if (next === undefined) return at.#ends && !at.#kinds.has(rankOf(segment).kind);
      at = next;
    }
    return true;
  }
}

/** Each list of the register from one to its last, once and in order. */
const checkOrder = (register: readonly Cited[], report: Report): void => {
  const seen = new Set<string>();
  const last = new Map<string, Cited>();
  for (const cited of register) {
    const name = clauseText(cited.path);
    if (seen.has(name)) {
      report('CME370', cited.span, { name });
      continue;
    }
    seen.add(name);
    const { kind, value } = rankOf(cited.path.at(-1) ?? '');
    const list = `${clauseText(cited.path.slice(0, -1))} ${kind}`;
    const before = last.get(list);
    if (before !== undefined && value < rankOf(before.path.at(-1) ?? '').value) {
      report('CME369', cited.span, { name, before: clauseText(before.path) });
    }
    last.set(list, cited);
  }
  const span = register[0]?.span;
  if (!span) return;
  for (const gap of gapsIn(register.map(({ path }) => path))) report('CME368', span, { missing: gapText(gap) });
};

export const checkRegister = (tree: RuleFile, report: Report): void => {
  const register = take(registerOf(tree), report);
  if (register.length === 0) return;
  checkOrder(register, report);
  const cited = take(
    clauseUses(tree).map(({ raw }) => raw),
    report,
  );
  const [inCitations, inRegister] = [new Clauses(cited), new Clauses(register)];
  for (const { path, span } of register) {
    if (!inCitations.touch(path)) report('CME362', span, { name: clauseText(path) });
  }
  for (const { path, span } of cited) {
    if (!inRegister.know(path)) report('CME363', span, { name: clauseText(path) });
  }
};
