/** What a rule file says beside the text of the regulation: clauses that there are not, numbers and quotations elsewhere. */
import type { Raw, RuleFile, Section } from '../../model/ast.ts';
import type { Bilingual } from '../../model/codes.ts';
import type { Span } from '../../model/span.ts';
import { type ClausePath, clausesOf, clauseText } from '../clause.ts';
import { rankOf } from '../clauseRank.ts';
import { spoken } from '../clauseRuns.ts';
import { clauseUses, headerOf, registerOf } from '../clauseUses.ts';
import { lineOf, linesOf } from '../find.ts';
import { MOST } from '../limits.ts';
import type { Report } from '../report.ts';
import { NumberIndex, nearestClause } from './near.ts';
import { bare, shortened } from './plain.ts';
import { clauseAt, type Regulation, type RegulationClause, textOf, wordsOf } from './regulation.ts';
import { comparedIn, leftOf, type Stated, statedIn } from './wanted.ts';

/** A rule file beside the text that it encodes. */
export interface Beside {
  readonly tree: RuleFile;
  /** Name and text of the rule file. */
  readonly file: string;
  readonly text: string;
  readonly regulation: Regulation;
  /** A place in the text, for what is shown beside a finding. */
  readonly at: (span: Span) => { readonly file: string; readonly span: Span };
  readonly report: Report;
}

const both = (zh: string, en: string): Bilingual => ({ zh, en });

/** Every clause cited or registered is in the text. */
export const checkCited = ({ tree, regulation, report }: Beside): void => {
  for (const raw of [...registerOf(tree), ...clauseUses(tree).map((use) => use.raw)]) {
    const missing = clausesOf(raw.text, MOST.clauses).filter((path) => clauseAt(regulation, path) === null);
    const [first] = missing;
    if (first === undefined) continue;
    const near = nearestClause(regulation, first)?.name;
    const nearest = near === undefined ? '' : both(`，最接近的是「${near}」`, `; nearest is 「${near}」`);
    report('CME371', raw.span, { name: spoken(missing), nearest });
  }
};

/** What a line quotes stands in a clause that it cites; …… is left out. */
export const checkQuotes = ({ tree, regulation, at, report }: Beside): void => {
  for (const { raw, line } of clauseUses(tree)) {
    if (line?.kind !== 'cite' || !line.quote) continue;
    const cited = clausesOf(raw.text, MOST.clauses).flatMap((path) => clauseAt(regulation, path) ?? []);
    const pieces = bare(line.quote.value).split('…').filter(Boolean);
    const holds = (clause: RegulationClause): boolean => {
      const text = bare(textOf(regulation, clause));
      let from = 0;
      return pieces.every((piece) => {
        const found = text.indexOf(piece, from);
        from = found + piece.length;
        return found >= 0;
      });
    };
    const [first] = cited;
    if (first === undefined || cited.some(holds)) continue;
    const args = { name: spoken(cited.map(({ path }) => path)), text: shortened(wordsOf(regulation, first)) };
    report('CME374', line.quote.span, args, { related: [at(first.span)] });
  }
};

type Cites = readonly ClausePath[];

const citesOf = (section: Section | null): Cites =>
  linesOf(section?.lines ?? [], 'cite').flatMap(({ clauses }) => clausesOf(clauses.text, MOST.clauses));

/** Readings of the file, with the clauses that each is about. */
const readingsOf = (tree: RuleFile): ReadonlyMap<string, Cites> => {
  const found = new Map<string, Cites>();
  for (const section of tree.sections) {
    if (section.kind !== 'reading' || !lineOf(section.lines, 'cite')) continue;
    const cites = citesOf(section);
    for (const name of [section.label.text, section.code?.text]) if (name !== undefined) found.set(name, cites);
  }
  return found;
};

const cellCites = (row: unknown): Cites =>
  (row as { cells?: readonly { kind: string; raw?: { text: string } }[] } | null)?.cells?.flatMap((cell) =>
    cell.kind === 'clause' && cell.raw ? clausesOf(cell.raw.text, MOST.clauses) : [],
  ) ?? [];

/** The numbers of a rule stand in a clause that it cites, or, where it holds under a reading only, in one that the reading is about. */
export const checkNumbers = ({ tree, text, regulation, at, report }: Beside): void => {
  const index = new NumberIndex(regulation);
  const readings = readingsOf(tree);
  let category: Section | null = null;
  for (const section of tree.sections) {
    if (section.kind === 'category') category = section;
    const own = citesOf(section);
    const around = section.kind === 'item' && own.length === 0 ? citesOf(category) : own;
    for (const { line, row, numbers, shares } of statedIn(section)) {
      if (numbers.length === 0) continue;
      const cells = cellCites(row);
      const named = comparedIn(line).flatMap((name) => readings.get(name) ?? []);
      const stood = [...(cells.length > 0 ? cells : around), ...named];
      const clauses = [...new Set(stood.flatMap((path) => clauseAt(regulation, path) ?? []))];
      const [first] = clauses;
      if (first === undefined) continue;
      for (const one of numbers) {
        const left = shares.has(one.span) ? leftOf(one) : null;
        const found = clauses.some((clause) => index.stands(clause, one) || (left && index.stands(clause, left)));
        if (!found) report('CME372', one.span, argsOf(one, clauses, first), { related: [at(first.span)] });
      }
    }
  }

  function argsOf(one: Stated, clauses: readonly RegulationClause[], first: RegulationClause) {
    const elsewhere = index.whereElse(first, one);
    const where = elsewhere === '' ? '' : both(`，它写在「${elsewhere}」里`, `; it stands in 「${elsewhere}」`);
    const name = spoken(clauses.map(({ path }) => path));
    return { name, number: numberText(text, one), where, text: shortened(wordsOf(regulation, first), 120) };
  }
};

/** As it is written in the rules, with the word behind it. */
const numberText = (text: string, { span, unit }: Stated): string => {
  const behind =
    unit === null
      ? ''
      : (/^\s*(?:学分|小时|学时|课时|分钟|个月|[天年字次门项篇])/.exec(text.slice(span.end)) ?? [''])[0];
  return `${text.slice(span.start, span.end)}${behind}`;
};

/**
 * Every clause of the text is registered; where there is no register, cited. Asked of the outermost clauses of a kind
 * that the file speaks of, and within a clause whose items are registered.
 */
export const checkCovered = ({ tree, regulation, at, report }: Beside): void => {
  const register = registerOf(tree);
  const pathsIn = (raws: readonly Raw[]): Cites => raws.flatMap(({ text }) => clausesOf(text, MOST.clauses));
  const cited = pathsIn(clauseUses(tree).map(({ raw }) => raw));
  const spokenOf = register.length > 0 ? pathsIn(register) : cited;
  const place = register[0]?.span ?? headerOf(tree)?.span;
  if (!place) return;
  const lists = new Set<string>();
  // What is cited without being registered is told at its citation.
  const names = new Set(cited.map(clauseText));
  for (const path of spokenOf) {
    path.forEach((segment, depth) => {
      names.add(clauseText(path.slice(0, depth + 1)));
      // Without a register, items are cited where a rule needs one, and need not all be.
      if (register.length > 0 || depth === 0) lists.add(`${clauseText(path.slice(0, depth))} ${rankOf(segment).kind}`);
    });
  }
  const visit = (clauses: readonly RegulationClause[]): void => {
    for (const clause of clauses) {
      const parent = clauseText(clause.path.slice(0, -1));
      const known = names.has(clause.name);
      if (!known && lists.has(`${parent} ${rankOf(clause.path.at(-1) ?? '').kind}`)) {
        const args = { name: clause.name, text: shortened(wordsOf(regulation, clause)) };
        report('CME373', place, args, { related: [at(clause.span)] });
      } else visit(clause.children);
    }
  };
  visit(regulation.clauses);
};
