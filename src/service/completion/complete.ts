/**
 * Completion: what may stand at a place, asked of the grammar, and which names fit there, asked of the vocabulary. A run
 * of Han has no blanks, so the part that is being typed is found by trying its cuts, the longest ending first.
 */
import type { IToken } from 'chevrotain';
import { nextIn } from '../../../grammar/assist.ts';
import { isLatin } from '../../../grammar/characters.ts';
import { classify } from '../../../grammar/classify.ts';
import { type KeywordId, keywords } from '../../../grammar/keywords.ts';
import { type HeadKind, isHead, isRaw, kindOf, wordOfKind } from '../../../grammar/lineRules.ts';
import { type LogicalLine, logicalLines } from '../../../grammar/lines.ts';
import { rolesOf } from '../../../grammar/names.ts';
import { Report } from '../../../grammar/report.ts';
import { endOf, scan, tokenOf } from '../../../grammar/scan.ts';
import { sectionLines } from '../../../grammar/sections.ts';
import { Comment, Enumeration, Quoted, Run } from '../../../grammar/tokens.ts';
import { Dictionary } from '../../../grammar/words.ts';
import { clausesOf, clauseText } from '../../language/clause.ts';
import type { LineKind, Section } from '../../model/ast.ts';
import type { Span } from '../../model/span.ts';
import type { Document } from '../document.ts';
import { type Offer, ofSymbol, ofWord } from './item.ts';
import { namesFor, type Place } from './names.ts';
import { offersInRow } from './row.ts';
import { snippets } from './snippets.ts';

export interface Completion {
  /** What an offer takes the place of. */
  readonly span: Span;
  readonly offers: readonly Offer[];
}

const NOTHING: readonly Offer[] = [];
const sections = (Object.keys(keywords) as KeywordId[]).filter((id) => keywords[id].place === 'section');
const namesSections: ReadonlySet<KeywordId> = new Set<KeywordId>(['members', 'drop', 'per', 'reduce']);

export const completeAt = (document: Document, offset: number): Completion => {
  const here = { start: offset, end: offset };
  const before = document.text.slice(0, offset);
  const raw = scan(before);
  const last = raw.at(-1);
  const inside = last?.tokenType === Comment || (last?.tokenType === Quoted && !/[」”"＂]$/.test(last.image.slice(1)));
  if (last && inside && endOf(last) === offset) return { span: here, offers: NOTHING };
  const start = before.lastIndexOf('\n') + 1;
  const line = logicalLines(raw).lines.at(-1);
  const own = line && line.span.end > start ? line : null;
  const section = sectionBefore(document, offset);
  if (own?.isRow) return { span: here, offers: offersInRow(document, section, before, start) };
  if (own === null || !own.word || own.word.span.end >= offset) return opening(document, section, before, start);
  return within(document, section, own, offset);
};

const sectionBefore = ({ compiled: { tree } }: Document, offset: number): Section | null =>
  tree.sections.findLast(({ word }) => word.end < offset) ?? null;

const languageOf = ({ text, compiled: { tree } }: Document): 'zh' | 'en' =>
  isLatin(text[tree.sections[0]?.word.start ?? 0]) ? 'en' : 'zh';

/** At the start of a line: the words that may open one here. */
const opening = (document: Document, section: Section | null, before: string, start: number): Completion => {
  const typed = before.slice(start).trimStart();
  const span = { start: before.length - typed.length, end: before.length };
  const language = languageOf(document);
  const lines = section === null ? [] : sectionLines[section.kind === 'brokenSection' ? 'item' : section.kind];
  const words = [...new Set(lines.map((kind) => wordOfKind(kind)))];
  const offers = [...words, ...sections].flatMap((id) => [ofWord(id, language), ...snippets(id, language)]);
  return { span, offers: offers.filter((one) => fits(one, typed)) };
};

/** Latin letters may be the beginning of a code, or of how a name is said: they are left to whoever shows the list. */
const fits = ({ text, also }: Offer, typed: string): boolean =>
  typed === '' || isLatin(typed[0]) || [text, ...also].some((one) => one.startsWith(typed));

const within = (document: Document, section: Section | null, line: LogicalLine, offset: number): Completion => {
  const { word } = line;
  const here = { start: offset, end: offset };
  if (!word) return { span: here, offers: NOTHING };
  const kind: LineKind | HeadKind = isHead(word.id) ? word.id : kindOf(word.id, section?.kind);
  if (kind === 'uncomputed' || (kind !== 'broken' && isRaw(kind as LineKind))) {
    const typed =
      document.text
        .slice(word.span.end, offset)
        .split(/[、，；\s]/)
        .at(-1) ?? '';
    const offers = kind === 'approver' ? approvers(document) : clauses(document);
    return { span: { start: offset - typed.length, end: offset }, offers: offers.filter((one) => fits(one, typed)) };
  }
  if (kind === 'broken' || section === null) return { span: here, offers: NOTHING };
  const person = ['scope', 'require', 'carry'].includes(section.kind) || kind === 'person';
  const dictionary = new Dictionary(document.names, namesSections.has(word.id));
  const offered = (tokens: readonly IToken[]): readonly Offer[] => {
    const read = classify(tokens, rolesOf({ ...line, tokens }), dictionary, new Report('')).tokens;
    return offersAfter(kind, { document, section, tokens: read, person });
  };
  // A 、 with nothing behind it is no part of a line, but where one goes on writing it is.
  const { dangling } = line;
  const tokens = dangling ? [...line.tokens, tokenOf(Enumeration, '、', dangling.start)] : line.tokens;
  return cut(tokens, offset, dictionary, offered);
};

/** Tries where in the last run the typed part begins. */
const cut = (
  tokens: readonly IToken[],
  offset: number,
  dictionary: Dictionary,
  offered: (tokens: readonly IToken[]) => readonly Offer[],
): Completion => {
  const last = tokens.at(-1);
  const whole = { start: offset, end: offset };
  if (last?.tokenType !== Run || endOf(last) !== offset) return { span: whole, offers: offered(tokens) };
  const rest = tokens.slice(0, -1);
  for (let at = 0; at <= last.image.length; at++) {
    const [left, typed] = [last.image.slice(0, at), last.image.slice(at)];
    if (left !== '' && (dictionary.split(left).kind !== 'words' || (isLatin(left.at(-1)) && isLatin(typed[0]))))
      continue;
    const all = offered(left === '' ? rest : [...rest, tokenOf(Run, left, last.startOffset)]);
    // What is typed whole already is no offer: what may stand behind it is.
    const fitting = all.filter((one) => one.text !== typed && fits(one, typed));
    if (fitting.length > 0) return { span: { start: offset - typed.length, end: offset }, offers: fitting };
  }
  return { span: whole, offers: NOTHING };
};

const offersAfter = (kind: LineKind | HeadKind, place: Place): readonly Offer[] => {
  const next = nextIn(kind, place.tokens);
  if (next === null) return NOTHING;
  const language = languageOf(place.document);
  const names = new Set(next.names.flatMap((rules) => namesFor(rules, place)));
  return [...[...names].map(ofSymbol), ...next.words.map((id) => ofWord(id, language))];
};

const clauses = ({ compiled: { tree } }: Document): readonly Offer[] => {
  const header = tree.sections.find(({ kind }) => kind === 'rules');
  const all = header?.lines.flatMap((line) => (line.kind === 'clauses' ? clausesOf(line.clauses.text, 500) : [])) ?? [];
  return [...new Set(all.map(clauseText))].map((text) => ({
    text,
    kind: 'clause',
    detail: keywords.cite,
    help: null,
    also: [],
  }));
};

const approvers = ({ compiled: { tree } }: Document): readonly Offer[] => {
  const all = tree.sections.flatMap(({ lines }) =>
    lines.flatMap((line) => (line.kind === 'approver' ? [line.who.text] : [])),
  );
  return [...new Set(all)].map((text) => ({ text, kind: 'text', detail: keywords.approver, help: null, also: [] }));
};
