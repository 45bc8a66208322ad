/** Plain data of the service in the protocol's words. */
import {
  type CompletionItem,
  CompletionItemKind,
  DiagnosticSeverity,
  type DocumentSymbol,
  InsertTextFormat,
  type TextEdit as LspEdit,
  type Range,
  SymbolKind,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Entry, type Offer, symbolKindOf, type TokenClass } from '../service/index.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

export type Lang = 'zh' | 'en';

export const rangeOf = (document: TextDocument, { start, end }: Span): Range => ({
  start: document.positionAt(start),
  end: document.positionAt(end),
});

export const editsOf = (
  document: TextDocument,
  edits: readonly { readonly span: Span; readonly text: string }[],
): LspEdit[] => edits.map(({ span, text }) => ({ range: rangeOf(document, span), newText: text }));

export const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
} as const;

const itemKinds: Readonly<Record<Offer['kind'], CompletionItemKind>> = {
  keyword: CompletionItemKind.Keyword,
  unit: CompletionItemKind.Unit,
  field: CompletionItemKind.Field,
  value: CompletionItemKind.EnumMember,
  reading: CompletionItemKind.Variable,
  section: CompletionItemKind.Module,
  clause: CompletionItemKind.Reference,
  text: CompletionItemKind.Text,
  code: CompletionItemKind.Constant,
};

export const itemOf = (document: TextDocument, span: Span, offer: Offer, lang: Lang, rank: number): CompletionItem => ({
  label: offer.text,
  kind: itemKinds[offer.kind],
  detail: offer.detail[lang],
  filterText: [offer.text, ...offer.also].join(' '),
  // In the order that the service gives.
  sortText: String(rank).padStart(4, '0'),
  ...(offer.help && { documentation: offer.help[lang] }),
  ...(offer.snippet !== undefined && { insertTextFormat: InsertTextFormat.Snippet }),
  textEdit: { range: rangeOf(document, span), newText: offer.snippet ?? offer.text },
});

export const symbolOf = (document: TextDocument, entry: Entry): DocumentSymbol => ({
  name: entry.name,
  detail: entry.detail,
  kind: SymbolKind[symbolKindOf(entry.kind)],
  range: rangeOf(document, entry.span),
  selectionRange: rangeOf(document, entry.at),
  children: entry.children.map((one) => symbolOf(document, one)),
});

/** The protocol's own types, in the order of the legend. */
export const tokenTypes = [
  'keyword',
  'operator',
  'type',
  'enumMember',
  'number',
  'string',
  'comment',
  'variable',
] as const;
export const tokenModifiers = ['declaration'] as const;

const classes: Partial<Record<TokenClass, (typeof tokenTypes)[number]>> = {
  section: 'keyword',
  line: 'keyword',
  rounding: 'keyword',
  connective: 'operator',
  operator: 'operator',
  unit: 'type',
  span: 'type',
  type: 'type',
  constant: 'enumMember',
  number: 'number',
  string: 'string',
  clause: 'string',
  comment: 'comment',
  name: 'variable',
  declaration: 'variable',
};

/** Type and modifiers; null for what has no colour of its own. */
export const tokenOf = (as: TokenClass): readonly [number, number] | null => {
  const type = classes[as];
  return type === undefined ? null : [tokenTypes.indexOf(type), as === 'declaration' ? 1 : 0];
};
