/** One version of a rule file as the service sees it: compiled once, asked many times. */
import { type Compiled, type CompileOptions, compile } from '../compile.ts';
import type { Source } from '../library.ts';
import type { Line, Section } from '../model/ast.ts';
import { LineMap, type Span } from '../model/span.ts';
import { type Symbols, symbolsOf } from './symbols.ts';

export interface Document {
  readonly file: string;
  readonly text: string;
  readonly lines: LineMap;
  readonly compiled: Compiled;
  readonly symbols: Symbols;
  /** Labels and codes that hold here: what runs of Han are split by. */
  readonly names: ReadonlySet<string>;
}

/** Both languages, for the shell to choose from. */
export interface Said {
  readonly zh: string;
  readonly en: string;
}

export const openDocument = (source: Source, options: CompileOptions = {}): Document =>
  documentFrom(compile(source, options));

/** For whoever has compiled it already. */
export const documentFrom = (compiled: Compiled): Document => {
  const [{ file, text } = { file: '', text: '' }] = compiled.sources;
  const symbols = symbolsOf(compiled);
  const names = new Set(symbols.all.flatMap(({ label, code }) => (code === null ? [label] : [label, code])));
  return { file, text, lines: compiled.maps.get(file) ?? new LineMap(text), compiled, symbols, names };
};

const holds = ({ start, end }: Span, offset: number): boolean => start <= offset && offset <= end;

/** The section and the line within it that the offset lies in, its ends included. */
export const lineAt = (
  { compiled: { tree } }: Document,
  offset: number,
): { readonly section: Section; readonly line: Line | null } | null => {
  const section = tree.sections.findLast(({ extent }) => extent.start <= offset);
  if (!section) return null;
  return { section, line: section.lines.find(({ span }) => holds(span, offset)) ?? null };
};

/** The name at the offset, and what it stands for. */
export const useAt = ({ symbols }: Document, offset: number) =>
  symbols.uses.find(({ mention: { span } }) => holds(span, offset)) ?? null;
