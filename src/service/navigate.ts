/** From a name to where it is declared, to all that use it, and to another name. */
import { isPlainOption } from '../../grammar/names.ts';
import type { TextEdit } from '../model/diagnostic.ts';
import type { Span } from '../model/span.ts';
import { type Document, type Said, useAt } from './document.ts';
import type { Sym, Use } from './symbols.ts';

export interface Place {
  readonly file: string;
  readonly span: Span;
}

/** Null where the language itself knows the name, or nobody declares it. */
export const definitionAt = (document: Document, offset: number): Place | null =>
  useAt(document, offset)?.symbol?.at ?? null;

/** All uses of the name in this file, its declaration with them where it is here. */
export const referencesAt = (document: Document, offset: number): readonly Place[] => {
  const symbol = useAt(document, offset)?.symbol;
  return symbol ? usesOf(document, symbol).map(({ mention }) => ({ file: document.file, span: mention.span })) : [];
};

const usesOf = ({ symbols }: Document, symbol: Sym): readonly Use[] =>
  symbols.uses.filter((use) => use.symbol === symbol);

/** What may be renamed at a place: the name as it is written there. */
export const renameableAt = (
  document: Document,
  offset: number,
): { readonly span: Span; readonly text: string } | null => {
  const use = useAt(document, offset);
  if (!use?.symbol || use.symbol.at?.file !== document.file) return null;
  return { span: use.mention.span, text: use.mention.text };
};

export type Renamed = { readonly edits: readonly TextEdit[] } | { readonly refused: Said };

const refusals = {
  notHere: {
    zh: '这个名称不在本文件里声明，请到声明它的文件里改',
    en: 'the name is declared in another file: rename it there',
  },
  empty: {
    zh: '名称不能为空，也不能有换行或引号',
    en: 'a name is not empty, and holds neither a line end nor a quotation mark',
  },
  taken: { zh: '已经有叫这个名称的', en: 'the name is taken already' },
} as const satisfies Record<string, Said>;

/** Everywhere in this file; labels and codes are two names, and only the one that was pointed at is changed. */
export const renameAt = (document: Document, offset: number, to: string): Renamed => {
  const use = useAt(document, offset);
  if (!use?.symbol || use.symbol.at?.file !== document.file) return { refused: refusals.notHere };
  if (to.trim() === '' || /[\r\n「」“”"＂]/.test(to)) return { refused: refusals.empty };
  const { symbol, mention } = use;
  const others = document.symbols.all.filter(
    (one) => one !== symbol && one.kind === symbol.kind && one.of === symbol.of,
  );
  if (others.some(({ label, code }) => label === to || code === to)) return { refused: refusals.taken };
  const edits = usesOf(document, symbol)
    .filter((one) => one.mention.text === mention.text)
    .map((one) => ({ span: one.mention.span, text: spelt(to, one.mention.declares !== undefined) }));
  return { edits };
};

/** A name of other signs than Han and Latin letters, or made of words alone, stands in quotation marks. */
const spelt = (name: string, declared: boolean): string => {
  const isPlain = /^[\p{Script=Han}A-Za-z][\p{Script=Han}A-Za-z0-9_]*$/u.test(name);
  return isPlain && (declared || isPlainOption(name)) ? name : `「${name}」`;
};
