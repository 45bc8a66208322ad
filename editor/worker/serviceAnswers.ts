/** The language service's answers, put into what the text pane shows. */
import type { Span } from '../../src/index.ts';
import {
  completeAt,
  type Document,
  definitionAt,
  type Entry,
  foldsOf,
  formatEdits,
  Highlighter,
  hintsIn,
  hoverAt,
  lensesOf,
  outlineOf,
  quickFindings,
  type ReadDocument,
  referencesAt,
  renameAt,
  renameableAt,
  useAt,
} from '../../src/service/index.ts';
import { problemsOf } from './problems.ts';
import type { Answers, At, Listed, Place, Questions, What } from './serviceProtocol.ts';
import { soundsOf } from './serviceSounds.ts';
import { tokenTypes } from './serviceTokens.ts';

type Answer<W extends What> = (document: ReadDocument, about: Questions[W]) => Answers[W];

export const answers: { readonly [W in What]: Answer<W> } = {
  complete: (document, { at, lang }) => {
    const { span, offers } = completeAt(document, offsetOf(document, at));
    const suggestions = offers.map(({ text, kind, detail, help, snippet, also }) => ({
      label: text,
      kind,
      detail: detail[lang],
      help: help?.[lang] ?? null,
      insert: snippet ?? text,
      isSnippet: snippet !== undefined,
      filter: [...new Set([text, ...also, ...soundsOf(text)])].join(' '),
    }));
    return { range: placeOf(document, span), offers: suggestions };
  },

  hover: (document, { at, lang }) => {
    const found = hoverAt(document, offsetOf(document, at));
    if (found === null) return null;
    const { span, paragraphs, clauses } = found;
    return { range: placeOf(document, span), paragraphs: paragraphs.map((one) => one[lang]), clauses };
  },

  definition: (document, { at }) => {
    const offset = offsetOf(document, at);
    const [place, use] = [definitionAt(document, offset), useAt(document, offset)];
    const lines = place && document.compiled.maps.get(place.file);
    if (!place || !lines || !use) return null;
    return { file: place.file, range: shaped(lines.range(place.span)), from: placeOf(document, use.mention.span) };
  },

  references: (document, { at }) => {
    const declares = new Set(
      document.symbols.uses.flatMap(({ mention }) => (mention.declares === undefined ? [] : [mention.span.start])),
    );
    return referencesAt(document, offsetOf(document, at)).map(({ span }) => ({
      range: placeOf(document, span),
      declares: declares.has(span.start),
    }));
  },

  renameable: (document, { at }) => {
    const found = renameableAt(document, offsetOf(document, at));
    return found ? { range: placeOf(document, found.span), text: found.text } : { refused: true };
  },

  rename: (document, { at, to, lang }) => {
    const renamed = renameAt(document, offsetOf(document, at), to);
    if ('refused' in renamed) return { refused: renamed.refused[lang] };
    return { edits: renamed.edits.map(({ span, text }) => ({ range: placeOf(document, span), text })) };
  },

  outline: (document) => outlineOf(document).map((entry) => symbolOf(document, entry)),

  folds: (document) => foldsOf(document),

  format: (document) => formatEdits(document).map(({ span, text }) => ({ range: placeOf(document, span), text })),

  keywords: (document, { to }) => formatEdits(document, { keywords: to }),

  hints: (document, { lang }) =>
    hintsIn(document, { start: 0, end: document.text.length }).map(({ offset, text }) => ({
      at: document.lines.position(offset),
      text: text[lang],
    })),

  lenses: (document, { lang, examples }) =>
    lensesOf(document, examples).map(({ span, title }) => ({ range: placeOf(document, span), title: title[lang] })),

  colours: (document) => {
    const data: number[] = [];
    let [line, column] = [1, 1];
    for (const { span, as } of new Highlighter(document.names).colour(document.text)) {
      const start = document.lines.position(span.start);
      const sameLine = start.line === line;
      const type = tokenTypes.indexOf(as);
      data.push(start.line - line, sameLine ? start.column - column : start.column - 1, span.end - span.start, type, 0);
      [line, column] = [start.line, start.column];
    }
    return Uint32Array.from(data);
  },

  findings: (document) => problemsOf(quickFindings(document).compiled),
};

const offsetOf = ({ lines }: Document, at: At): number => lines.offset(at);

const placeOf = ({ lines }: Document, span: Span): Place => shaped(lines.range(span));

const shaped = ({ start, end }: { readonly start: At; readonly end: At }): Place => ({
  startLineNumber: start.line,
  startColumn: start.column,
  endLineNumber: end.line,
  endColumn: end.column,
});

const symbolOf = (document: Document, { kind, name, word, detail, span, at, children }: Entry): Listed => ({
  kind,
  name,
  detail: detail === '' ? word : detail,
  range: placeOf(document, span),
  at: placeOf(document, at),
  children: children.map((one) => symbolOf(document, one)),
});
