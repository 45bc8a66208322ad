/** What can be added to a section, line by line: what it takes, what can be made up, what it does not have yet. */
import { type KeywordId, keywords } from '../../grammar/keywords.ts';
import { wordOfKind } from '../../grammar/lineRules.ts';
import { sectionLines } from '../../grammar/sections.ts';
import type { LineKind, SectionKind } from '../model/ast.ts';
import type { Block } from './view.ts';

/** In the order in which one asks for them. What is not here cannot be made up, or is written once with the section. */
const often: readonly LineKind[] = [
  'award',
  'awardTable',
  'minimum',
  'cap',
  'gate',
  'for',
  'except',
  'form',
  'deem',
  'best',
  'option',
  'members',
  'person',
  'record',
  'expect',
  'approver',
  'cite',
  'placed',
  'remainder',
  'factor',
  'reduce',
  'question',
  'adopt',
  'exampleYear',
  'exampleAdopt',
  'title',
  'number',
  'effective',
  'until',
  'clauses',
  'repeals',
];

/** A section says such a thing once. */
const once: readonly LineKind[] = [
  'cite',
  'approver',
  'placed',
  'remainder',
  'members',
  'question',
  'adopt',
  'expect',
  'person',
  'exampleYear',
  'title',
  'number',
  'effective',
  'until',
  'clauses',
  'repeals',
];

export interface Addable {
  readonly line: LineKind;
  /** The word that opens it, and what the keyword table says of it. */
  readonly word: { readonly zh: string; readonly en: string };
  readonly help: { readonly zh: string; readonly en: string };
}

const told = (line: LineKind): Addable => {
  const { zh, en, help } = keywords[line === 'minimum' ? 'require' : wordOfKind(line)];
  return { line, word: { zh, en }, help };
};

export const linesToAdd = ({ kind, rows }: Pick<Block, 'kind' | 'rows'>): readonly Addable[] =>
  often
    .filter((line) => sectionLines[kind].includes(line))
    .filter((line) => !once.includes(line) || !rows.some((row) => row.kind === line))
    .map(told);

/** How a section is called in the text. */
export const sectionWord = (
  kind: Exclude<SectionKind, 'brokenSection'>,
): { readonly zh: string; readonly en: string } => keywords[kind as KeywordId];
