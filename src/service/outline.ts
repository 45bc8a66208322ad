/** The sections of a file as a tree, and what may be folded. */
import { keywords } from '../../grammar/keywords.ts';
import type { Section } from '../model/ast.ts';
import type { Span } from '../model/span.ts';
import type { Document } from './document.ts';

export interface Entry {
  readonly kind: Section['kind'];
  readonly name: string;
  /** The word that opens it, as written. */
  readonly word: string;
  readonly detail: string;
  readonly span: Span;
  /** What is selected when one goes there. */
  readonly at: Span;
  readonly children: readonly Entry[];
}

/** What an entry is to an editor, by the name that both the protocol and Monaco have for it. */
const symbolKinds = {
  rules: 'File',
  personField: 'Field',
  recordField: 'Field',
  reading: 'Variable',
  category: 'Module',
  item: 'Class',
  group: 'Namespace',
  require: 'Interface',
  example: 'Event',
  examples: 'Event',
} as const satisfies Partial<Record<Section['kind'], string>>;
export const symbolKindOf = (kind: string): (typeof symbolKinds)[keyof typeof symbolKinds] | 'Object' =>
  kind in symbolKinds ? symbolKinds[kind as keyof typeof symbolKinds] : 'Object';

export const outlineOf = (document: Document): readonly Entry[] => {
  const top: (Entry & { children: Entry[] })[] = [];
  for (const section of document.compiled.tree.sections) {
    const made = entry(document, section);
    const last = top.at(-1);
    if (section.kind === 'item' && last?.kind === 'category') {
      last.children.push(made);
      top[top.length - 1] = { ...last, span: { start: last.span.start, end: made.span.end } };
    } else top.push(made);
  }
  return top;
};

const entry = ({ text }: Document, section: Section): Entry & { children: Entry[] } => {
  const { kind, span: head, word, extent } = section;
  const label = 'label' in section && section.label ? section.label : null;
  const title =
    'title' in section ? section.title : 'text' in section && typeof section.text !== 'string' ? section.text : null;
  const shown = (of: Span): string => text.slice(of.start, of.end);
  const name = label?.text ?? title?.value ?? shown({ start: word.end, end: head.end }).trim().split(/\r?\n/)[0] ?? '';
  const cite = section.lines.find((line) => line.kind === 'cite');
  const at = label?.span ?? title?.span ?? head;
  return {
    kind,
    name: name === '' ? shown(word) : name,
    word: shown(word),
    detail: cite?.kind === 'cite' ? cite.clauses.text : kind in keywords ? '' : shown(word),
    span: extent,
    at,
    children: [],
  };
};

export interface Fold {
  /** Lines from 1, both ends in. */
  readonly from: number;
  readonly to: number;
  readonly kind: 'section' | 'comment';
}

export const foldsOf = ({ compiled: { tree }, lines }: Document): readonly Fold[] => {
  const fold = (span: Span, kind: Fold['kind']): Fold[] => {
    const [from, to] = [lines.position(span.start).line, lines.position(Math.max(span.start, span.end - 1)).line];
    return to > from ? [{ from, to, kind }] : [];
  };
  return tree.sections.flatMap(({ extent, leading }) => {
    const [first, last] = [leading[0], leading.at(-1)];
    const comments = first && last ? fold({ start: first.span.start, end: last.span.end }, 'comment') : [];
    return [...comments, ...fold(extent, 'section')];
  });
};
