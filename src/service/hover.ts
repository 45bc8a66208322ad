/** What stands at a place, in words: a keyword's help, a name's declaration, a clause's rules, a line's sentence. */
import { keywords } from '../../grammar/keywords.ts';
import { meaningsOf } from '../../grammar/tokens.ts';
import { clausesOf, clauseText } from '../language/clause.ts';
import { typePhrase } from '../language/phrase.ts';
import { sentenceOf } from '../language/sentence.ts';
import type { Line, Section } from '../model/ast.ts';
import type { Span } from '../model/span.ts';
import { type Document, lineAt, type Said, useAt } from './document.ts';
import { Highlighter } from './highlight.ts';
import type { Sym } from './symbols.ts';

export interface Hover {
  readonly span: Span;
  /** One paragraph each. */
  readonly paragraphs: readonly Said[];
  /** Clauses that the place rests on, to be shown with their text where the user has opened it. */
  readonly clauses: readonly string[];
}

export const hoverAt = (document: Document, offset: number): Hover | null => {
  const place = lineAt(document, offset);
  const use = useAt(document, offset);
  const clauses = place ? clausesAt(place.section, place.line) : [];
  if (use?.symbol) return { span: use.mention.span, paragraphs: declared(use.symbol), clauses: [] };
  if (place?.line?.kind === 'cite' || place?.line?.kind === 'clauses') {
    const { span } = place.line.clauses;
    if (span.start <= offset && offset <= span.end)
      return { span, paragraphs: [], clauses: clausesIn(place.line.clauses.text) };
  }
  const sentence = place?.line ? sentenceOf(place.line) : null;
  const word = wordAt(document, offset);
  const paragraphs = [
    ...(word ? [word.help] : []),
    ...(sentence ? [{ zh: plain(sentence.zh), en: plain(sentence.en) }] : []),
  ];
  const span = word?.span ?? place?.line?.span;
  return span && paragraphs.length > 0 ? { span, paragraphs, clauses } : null;
};

const clausesIn = (text: string): readonly string[] => clausesOf(text, 50).map(clauseText);

const clausesAt = (section: Section, line: Line | null): readonly string[] => {
  if (line === null) return [];
  const cite = section.lines.find((one) => one.kind === 'cite');
  return cite?.kind === 'cite' ? clausesIn(cite.clauses.text) : [];
};

const wordAt = (
  { text, names, lines }: Document,
  offset: number,
): { readonly span: Span; readonly help: Said } | null => {
  const { line } = lines.position(offset);
  const start = offset - (lines.position(offset).column - 1);
  const found = new Highlighter(names)
    .colour(lines.line(line))
    .find(({ span }) => start + span.start <= offset && offset < start + span.end);
  if (!found) return null;
  const span = { start: start + found.span.start, end: start + found.span.end };
  const [id] = meaningsOf(text.slice(span.start, span.end));
  if (id === undefined || found.as === 'name' || found.as === 'declaration') return null;
  const { zh, en, help } = keywords[id];
  return { span, help: { zh: `**${zh}**　${help.zh}`, en: `**${en}**  ${help.en}` } };
};

/** What the author wrote is shown as written, and marks nothing up. */
const plain = (text: string): string => text.replace(/[\\`*_[\]<>~#!|]/g, '\\$&');

const declared = (symbol: Sym): readonly Said[] => {
  const { kind, label, code, of, at, text, adopted, type, unit } = symbol;
  const what: Said =
    kind === 'option'
      ? {
          zh: of?.kind === 'reading' ? `口径「${plain(of.label)}」的选项` : `「${plain(of?.label ?? '')}」的一个值`,
          en: `a value of 「${plain(of?.label ?? '')}」`,
        }
      : keywords[kind];
  const named = `**${plain(label)}**${code === null ? '' : ` \`${code}\``}`;
  const typed = type && {
    zh: `${typePhrase(type).zh}${unit ? `，单位 ${keywords[unit].zh}` : ''}`,
    en: `${typePhrase(type).en}${unit ? ` in ${keywords[unit].en}` : ''}`,
  };
  const from =
    at === null ? { zh: '语言自带', en: 'known to the language' } : { zh: plain(at.file), en: plain(at.file) };
  const first: Said = {
    zh: [`${what.zh} ${named}`, typed?.zh, from.zh].filter(Boolean).join('　'),
    en: [`${what.en} ${named}`, typed?.en, from.en].filter(Boolean).join('  '),
  };
  return [
    first,
    ...(text ? [{ zh: plain(text), en: plain(text) }] : []),
    ...(adopted === undefined ? [] : [{ zh: `采用：${plain(adopted)}`, en: `adopted: ${plain(adopted)}` }]),
  ];
};
