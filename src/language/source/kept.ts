/**
 * The text as it was when last checked: a mark of each clause's own words, without the words. What has changed since is
 * told by comparing marks; a clause that only got another number is told as moved.
 */
import { clausesOf } from '../clause.ts';
import { contains } from '../clauseOrder.ts';
import { clauseUses, headerOf, registerOf } from '../clauseUses.ts';
import type { Beside } from './beside.ts';
import { hash } from './hash.ts';
import { bare, shortened } from './plain.ts';
import { clausesWithin, ownText, type Regulation, wordsOf } from './regulation.ts';

/** Name of a clause → mark of its own words. */
export type ClauseMarks = Readonly<Record<string, string>>;

export const clauseMarks = (regulation: Regulation): ClauseMarks =>
  Object.fromEntries(
    clausesWithin(regulation.clauses).flatMap((clause) =>
      regulation.named.get(clause.name) === clause ? [[clause.name, hash(bare(ownText(regulation, clause)))]] : [],
    ),
  );

const EMPTY = hash('');

/** Marks that only one clause has: what else is alike, as an empty one, shows nothing to have moved. */
const single = (marks: ClauseMarks): ReadonlyMap<string, string> => {
  const names = new Map<string, string>();
  const twice = new Set<string>([EMPTY]);
  for (const [name, mark] of Object.entries(marks)) {
    if (names.has(mark)) twice.add(mark);
    names.set(mark, name);
  }
  for (const mark of twice) names.delete(mark);
  return names;
};

interface Changes {
  readonly changed: readonly string[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Now → before. */
  readonly moved: ReadonlyMap<string, string>;
}

export const changesIn = (before: ClauseMarks, now: ClauseMarks): Changes => {
  const [old, current] = [new Map(Object.entries(before)), new Map(Object.entries(now))];
  const [was, is] = [single(before), single(now)];
  const moved = new Map<string, string>();
  for (const [name, mark] of current) {
    const from = was.get(mark);
    if (from !== undefined && from !== name && is.get(mark) === name) moved.set(name, from);
  }
  const gone = new Set(moved.values());
  return {
    changed: [...current].flatMap(([name, mark]) =>
      old.has(name) && old.get(name) !== mark && !moved.has(name) ? [name] : [],
    ),
    added: [...current.keys()].filter((name) => !old.has(name) && !moved.has(name)),
    removed: [...old.keys()].filter((name) => !current.has(name) && !gone.has(name)),
    moved,
  };
};

/** What has changed is told where the clause is cited, the innermost of its citations first; else at the register. */
export const checkChanges = ({ tree, file, regulation, at, report }: Beside, before: ClauseMarks): void => {
  const cites = clauseUses(tree).flatMap(({ raw }) => clausesOf(raw.text).map((path) => ({ path, span: raw.span })));
  const elsewhere = registerOf(tree)[0]?.span ?? headerOf(tree)?.span;
  if (!elsewhere) return;
  const placesOf = (name: string) => {
    const [path = []] = clausesOf(name);
    const around = cites.filter((cite) => contains(cite.path, path));
    const deepest = Math.max(0, ...around.map((cite) => cite.path.length));
    const spans = around.filter((cite) => cite.path.length === deepest).map(({ span }) => span);
    return { span: spans[0] ?? elsewhere, more: spans.slice(1) };
  };
  const tell = (code: 'CME375' | 'CME376' | 'CME377' | 'CME378', name: string, cited: string, was = ''): void => {
    const clause = regulation.named.get(name);
    const { span, more } = placesOf(cited);
    const text = clause ? shortened(ownText(regulation, clause) || wordsOf(regulation, clause)) : '';
    const related = [
      ...(clause ? [at(clause.span)] : []),
      ...more.slice(0, 10).map((other) => ({ file, span: other })),
    ];
    report(code, span, { name, text, before: was }, { related });
  };
  const { changed, added, removed, moved } = changesIn(before, clauseMarks(regulation));
  for (const name of changed) tell('CME375', name, name);
  for (const name of added) tell('CME376', name, name);
  for (const name of removed) tell('CME377', name, name);
  for (const [name, from] of moved) tell('CME378', name, from, from);
};
