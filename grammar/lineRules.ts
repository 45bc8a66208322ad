/** Which rule of the grammar reads which section head and which line, and which word opens it. */
import type { LineKind, SectionKind } from '../src/model/ast.ts';
import { type KeywordId, keywords } from './keywords.ts';
import type { HeadShape, LineParser, LineShape } from './parser.ts';

export type HeadKind = Exclude<SectionKind, 'brokenSection'>;
type RawHead = 'uncomputed';
export const heads: { readonly [S in Exclude<HeadKind, RawHead>]: (parser: LineParser) => HeadShape<S> } = {
  rules: (parser) => parser.rulesHead(),
  personField: (parser) => parser.fieldHead(),
  recordField: (parser) => parser.fieldHead(),
  convert: (parser) => parser.convertHead(),
  reading: (parser) => parser.labelled(),
  scope: (parser) => parser.scopeHead(),
  require: (parser) => parser.requireHead(),
  category: (parser) => parser.labelled(),
  item: (parser) => parser.labelled(),
  group: (parser) => parser.labelled(),
  makeup: (parser) => parser.makeupHead(),
  carry: (parser) => parser.carryHead(),
  notice: (parser) => parser.noticeHead(),
  example: (parser) => parser.exampleHead(),
  examples: (parser) => parser.exampleHead(),
  drop: (parser) => parser.dropHead(),
};

type RawKind = 'cite' | 'clauses' | 'approver';
type TableLine = 'awardTable' | 'exampleTable';
type PlainKind = Exclude<LineKind, RawKind | TableLine | 'broken'>;
export const lineRules: { readonly [L in PlainKind]: (parser: LineParser) => LineShape<L> } = {
  language: (parser) => parser.languageLine(),
  title: (parser) => parser.textLine(),
  number: (parser) => parser.textLine(),
  question: (parser) => parser.textLine(),
  effective: (parser) => parser.dateLine(),
  until: (parser) => parser.dateLine(),
  under: (parser) => parser.underLine(),
  repeals: (parser) => parser.repealsLine(),
  cycle: (parser) => parser.cycleLine(),
  remainder: (parser) => parser.remainderLine(),
  option: (parser) => parser.optionLine(),
  adopt: (parser) => parser.adoptLine(),
  except: (parser) => parser.whenLine(),
  for: (parser) => parser.whenLine(),
  form: (parser) => parser.formLine(),
  placed: (parser) => parser.placedLine(),
  members: (parser) => parser.membersLine(),
  gate: (parser) => parser.gateLine(),
  award: (parser) => parser.awardLine(),
  falling: (parser) => parser.fallingLine(),
  factor: (parser) => parser.factorLine(),
  best: (parser) => parser.bestLine(),
  deem: (parser) => parser.deemLine(),
  cap: (parser) => parser.capLine(),
  minimum: (parser) => parser.minimumLine(),
  since: (parser) => parser.sinceLine(),
  reduce: (parser) => parser.reduceLine(),
  open: (parser) => parser.openLine(),
  accepted: (parser) => parser.acceptedLine(),
  exampleYear: (parser) => parser.exampleYearLine(),
  exampleAdopt: (parser) => parser.exampleAdoptLine(),
  person: (parser) => parser.factsLine(),
  record: (parser) => parser.factsLine(),
  expect: (parser) => parser.expectLine(),
};

const rawKinds: Readonly<Record<RawKind, true>> = { cite: true, clauses: true, approver: true };
export const isRaw = (kind: LineKind): kind is RawKind => kind in rawKinds;
export const isPlain = (kind: string): kind is PlainKind => kind in lineRules;
export const isHead = (id: KeywordId): id is Extract<HeadKind, KeywordId> => keywords[id].place === 'section';

/** The kind of line that a word opens; 每 and 采用 depend on the section. */
export const kindOf = (id: KeywordId, section: SectionKind | undefined): LineKind => {
  if (id === 'per') return 'minimum';
  if (id === 'prorate') return 'since';
  if (id === 'adopt') return section === 'example' || section === 'examples' ? 'exampleAdopt' : 'adopt';
  if (isPlain(id) || id in rawKinds || id === 'awardTable') return id as LineKind;
  return 'broken';
};
/** The word that opens a kind of line. */
export const wordOfKind = (kind: LineKind): KeywordId => {
  if (kind === 'minimum') return 'per';
  if (kind === 'since') return 'prorate';
  if (kind === 'exampleAdopt') return 'adopt';
  return kind in keywords ? (kind as KeywordId) : 'award';
};
