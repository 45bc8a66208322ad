/** The clauses of a rule file, in their order: who encodes each, what is left aside and why, and which examples try it. */
import type { Compiled } from './compile.ts';
import { caseJudge } from './examples.ts';
import { type ClausePath, clausesOf, clauseText } from './language/clause.ts';
import { compareClauses } from './language/clauseOrder.ts';
import { clauseUses, registerOf } from './language/clauseUses.ts';
import { MOST } from './language/limits.ts';
import { wordsOfHead } from './language/lower/source.ts';
import { lower } from './lower.ts';
import type { Section } from './model/ast.ts';
import { LineMap, type Span } from './model/span.ts';

/** A clause that a section cites, and where. */
export interface CitedClause {
  readonly path: ClausePath;
  /** `第十三条（一）1` */
  readonly clause: string;
  readonly file: string;
  /** The citation itself; a range stands for each of its clauses. */
  readonly span: Span;
  /** The section, from its head to its last line. */
  readonly section: Span;
  readonly kind: Section['kind'];
  /** Of the section's head. */
  readonly line: number;
  readonly words: string;
}

/** What the file cites, in the order of its text; its baselines cite another regulation. */
export const citedIn = (compiled: Compiled): readonly CitedClause[] => {
  const { tree, sources, maps } = compiled;
  const [entry] = sources;
  if (!entry) return [];
  const map = maps.get(entry.file) ?? new LineMap(entry.text);
  return clauseUses(tree).flatMap(({ raw, section, row }) => {
    const { file } = entry;
    const line = map.position((row ?? section).span.start).line;
    const rest = {
      file,
      span: raw.span,
      section: section.extent,
      kind: section.kind,
      line,
      words: wordsOfHead(section),
    };
    return clausesOf(raw.text, MOST.clauses).map((path) => ({ path, clause: clauseText(path), ...rest }));
  });
};

/**
 * `encoded`: a section rests on it. `within`: not on it, but on clauses within it. `uncomputed`: 不计算 says why. `around`:
 * only a clause around it is cited. `open`: neither.
 */
export type ClauseState = 'encoded' | 'within' | 'uncomputed' | 'around' | 'open';

export interface ListedClause {
  readonly clause: string;
  readonly path: ClausePath;
  readonly registered: boolean;
  readonly state: ClauseState;
  /** The sections that cite it: those that make rules, then readings and notices. */
  readonly by: readonly { readonly file: string; readonly line: number; readonly words: string }[];
  /** Why it is not computed. */
  readonly reason: string | null;
  /** Examples in which a rule of this very clause did something. */
  readonly examples: readonly string[];
}

/** Which examples make a rule of a clause do something; empty while an error stands. */
const triedIn = ({ plan, ruleSet, maps }: Compiled): ReadonlyMap<string, ReadonlySet<string>> => {
  const tried = new Map<string, Set<string>>();
  if (!plan || !ruleSet) return tried;
  const rules = { ...ruleSet, examples: [] };
  const cases = lower(ruleSet, new Map(), maps).examples;
  for (const alike of Map.groupBy(cases, ({ chosen }) => JSON.stringify([...chosen])).values()) {
    const [{ chosen } = { chosen: new Map() }] = alike;
    const judge = caseJudge(chosen.size === 0 ? plan : lower(rules, chosen, maps).plan);
    for (const one of alike) {
      const judged = one.expected.status !== undefined || one.expected.shortfall !== undefined;
      judge(one, ({ clause, file, line }, what) => {
        if (clause === null || file !== ruleSet.file || what === 'failed') return;
        // Conditions are put to many records that they do nothing for; that of 补学 moves a record to another year.
        if (what === 'held' && line !== plan.makeUp?.source.line) return;
        // A requirement binds in each, and is tried where the verdict is expected.
        if (what === 'bound' && !judged) return;
        const names = tried.get(clause);
        if (names) names.add(one.name);
        else tried.set(clause, new Set([one.name]));
      });
    }
  }
  return tried;
};

/** They say how a clause is read, or ask someone to look. */
const ASIDE: readonly Section['kind'][] = ['reading', 'notice'];

/** The register, and what is cited without being in it, in the order of the regulation. */
export const clausesIn = (compiled: Compiled): readonly ListedClause[] => {
  const registered = registerOf(compiled.tree).flatMap(({ text }) => clausesOf(text, MOST.clauses));
  const cited = citedIn(compiled);
  const listed = new Map([...registered, ...cited.map(({ path }) => path)].map((path) => [clauseText(path), path]));
  const inRegister = new Set(registered.map(clauseText));
  const byClause = Map.groupBy(cited, ({ clause }) => clause);
  const covers = new Set(
    cited.flatMap(({ path }) => path.slice(0, -1).map((_, at) => clauseText(path.slice(0, at + 1)))),
  );
  const tried = new Map<string, Set<string>>();
  for (const [clauses, names] of triedIn(compiled)) {
    for (const path of clausesOf(clauses, MOST.clauses)) {
      const clause = clauseText(path);
      tried.set(clause, new Set([...(tried.get(clause) ?? []), ...names]));
    }
  }
  const reasons = reasonsOf(compiled);
  return [...listed]
    .toSorted(([, a], [, b]) => compareClauses(a, b))
    .map(([clause, path]) => {
      const own = byClause.get(clause) ?? [];
      const rules = own.filter(({ kind }) => kind !== 'uncomputed');
      const around = path.some((_, at) => at > 0 && byClause.has(clauseText(path.slice(0, at))));
      const state: ClauseState =
        rules.length > 0
          ? 'encoded'
          : own.length > 0
            ? 'uncomputed'
            : covers.has(clause)
              ? 'within'
              : around
                ? 'around'
                : 'open';
      return {
        clause,
        path,
        registered: inRegister.has(clause),
        state,
        by: [
          ...rules.filter(({ kind }) => !ASIDE.includes(kind)),
          ...rules.filter(({ kind }) => ASIDE.includes(kind)),
        ].map(({ file, line, words }) => ({ file, line, words })),
        reason: reasons.get(clause) ?? null,
        examples: [...(tried.get(clause) ?? [])],
      };
    });
};

const reasonsOf = ({ tree }: Compiled): ReadonlyMap<string, string> =>
  new Map(
    tree.sections.flatMap((section) =>
      section.kind === 'uncomputed' && section.reason
        ? clausesOf(section.clauses.text, MOST.clauses).map((path): [string, string] => [
            clauseText(path),
            section.reason?.value ?? '',
          ])
        : [],
    ),
  );
