/** The regulation's text as it is read, and the register of clauses beside it. Texts come from the page and are kept nowhere. */
import {
  type Compiled,
  checkSource,
  citedIn,
  clauseMarks,
  clausesIn,
  clausesOf,
  clauseText,
  helpOf,
  messageOf,
  type Regulation,
  type RegulationClause,
  readRegulation,
  severityOf,
} from '../../src/index.ts';
import type { ClauseSurvey, Question, RegulationPart, RegulationText, SourceFinding } from './questions.ts';

let last: { readonly text: string; readonly regulation: Regulation } | null = null;

/** Read once for as long as it is the same. */
const read = (text: string): Regulation => {
  if (last?.text !== text) last = { text, regulation: readRegulation(text) };
  return last.regulation;
};

export function regulationIn(text: string): RegulationText {
  const regulation = read(text);
  const parts: { readonly at: number; readonly part: RegulationPart }[] = [];
  const own = ({ own }: RegulationClause): readonly string[] =>
    own.map(({ start, end }) => text.slice(start, end).trim()).filter((one) => one !== '');
  const put = (clause: RegulationClause, kind: RegulationPart['kind'], depth: number): void => {
    const label = text.slice(clause.label.start, clause.label.end);
    parts.push({ at: clause.span.start, part: { kind, name: clause.name, label, depth, paragraphs: own(clause) } });
  };
  const visit = (clauses: readonly RegulationClause[], depth: number): void => {
    for (const clause of clauses) {
      put(clause, 'clause', depth);
      visit(clause.children, depth + 1);
    }
  };
  for (const chapter of regulation.chapters) put(chapter, 'chapter', 0);
  visit(regulation.clauses, 0);
  parts.sort((a, b) => a.at - b.at || (a.part.kind === 'chapter' ? -1 : 1));
  return { parts: parts.map(({ part }) => part), whole: regulation.whole };
}

/** Sections that make rules, and so should rest on a clause. */
const RULES = ['item', 'require', 'scope', 'category', 'group', 'makeup', 'carry'];

export function clausesBeside(compiled: Compiled, { name, text, before }: Question<'clauses'>): ClauseSurvey {
  const { sources, maps, tree } = compiled;
  const file = sources[0]?.file ?? '';
  const map = maps.get(file);
  const lineOf = (at: number): number => map?.position(at).line ?? 1;
  const cited = citedIn(compiled);
  const resting = new Set(cited.map(({ section }) => section.start));
  let around = false;
  const bare = tree.sections.flatMap((section) => {
    if (section.kind === 'category') around = resting.has(section.extent.start);
    const rests = resting.has(section.extent.start) || (section.kind === 'item' && around);
    if (!RULES.includes(section.kind) || rests) return [];
    const words = (sources[0]?.text ?? '').slice(section.span.start, section.span.end);
    return [{ line: lineOf(section.span.start), words }];
  });
  return { clauses: clausesIn(compiled), bare, findings: text === null ? [] : findings(text) };

  function findings(of: string): readonly SourceFinding[] {
    const marks = before === null ? {} : { before: clauseMarks(readRegulation(before)) };
    const { diagnostics } = checkSource(compiled, read(of), { file: name, ...marks });
    return diagnostics.map((found) => {
      const help = [helpOf(found, 'zh'), helpOf(found, 'en')] as const;
      const named = typeof found.args.name === 'string' ? found.args.name : (found.args.name?.zh ?? '');
      const said = clausesOf(named).map(clauseText);
      const at = cited.filter(({ span }) => span.start <= found.span.start && found.span.end <= span.end);
      return {
        code: found.code,
        severity: severityOf(found),
        message: { zh: messageOf(found, 'zh'), en: messageOf(found, 'en') },
        help: help[0] !== undefined && help[1] !== undefined ? { zh: help[0], en: help[1] } : null,
        span: found.span,
        line: lineOf(found.span.start),
        clauses: said.length > 0 ? said : at.map(({ clause }) => clause),
      };
    });
  }
}
