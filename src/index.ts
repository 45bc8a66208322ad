/**
 * The public door of the library: parse, check, format, compile, evaluate, explain. Nothing behind it touches Node's or
 * the browser's own modules, and no text or data of a user makes it throw: what is wrong comes back as diagnostics,
 * reasons and findings.
 */
export { type Keyword, type KeywordId, keywords } from '../grammar/keywords.ts';
export {
  type Across,
  type AcrossResult,
  type AcrossSide,
  type Apart,
  across,
  type Doing as AcrossDoing,
  type RecordApart,
  type Strange,
  type Why as AcrossWhy,
} from './across.ts';
export {
  type Advice,
  type AdviseOptions,
  type Alone,
  advise,
  type Doing,
  type Missing,
  type Useless,
} from './advise.ts';
export type { Conformed, Conformity, Note, Point, Relation } from './analysis/conform/point.ts';
export { type Cost, costOf } from './analysis/cost.ts';
export { type Band, Impact, type ImpactFound, type Moved } from './analysis/impact.ts';
export type { CapRange, Greatest, ItemRange, Ranges } from './analysis/ranges/ranges.ts';
export {
  type Alternative,
  type Effect,
  type Joint,
  type Judged,
  type Pair,
  PairSurvey,
  pairsOf,
  Survey,
  type Verdicts,
} from './analysis/readings.ts';
export { type FormsHeld, formsHeldBy, type Touched, touched, touches } from './analysis/touched.ts';
export {
  type Columnar,
  type Columns,
  columnar,
  type Gathered,
  Gatherer,
  gathered,
  gatheredTable,
  type Handed,
  type Outcomes,
  outcomesFor,
  outcomesOf,
  partOf,
  withoutTexts,
  wording,
} from './backends/columnar/index.ts';
export type { Evaluate, EvaluateOptions, Outcome, Use } from './backends/evaluator/index.ts';
export { evaluator } from './backends/evaluator/index.ts';
export { backends } from './backends/index.ts';
export {
  type Apply,
  type Envelope,
  envelopeOf,
  envelopeSchema,
  firstDifference,
  isIntact,
  type JsonLogic,
  jsonLogic,
  type Prepared,
  readEnvelope,
  refusalText,
  resultsOf,
  sealed,
  type Vector,
} from './backends/jsonlogic/index.ts';
export { type InputSql, inputSqlOf } from './backends/jsonlogicInput/index.ts';
export {
  type Certified,
  certificateOf,
  certified,
  type DialectId,
  dialectIds,
  fileOfScript,
  incrementalSqlOf,
  readAnswer,
  readCertified,
  readInputs,
  refusedBy,
  type SqlDifference,
  sqlOf,
  sqlVectors,
  verifyingScript,
  wordsOf,
} from './backends/sql/index.ts';
export { type Boundaries, type Boundary, boundariesOf } from './boundaries.ts';
export { checkSource, type SourceFindings, type SourceOptions } from './cite.ts';
export { type CitedClause, type ClauseState, citedIn, clausesIn, type ListedClause } from './clauses.ts';
export { type CompareOptions, compare, type Single, singlesOf } from './compare.ts';
export { type Compiled, type CompileOptions, compile, planUnder } from './compile.ts';
export { type ConformOptions, conform } from './conform.ts';
export { edgeCases } from './edges.ts';
export { type Evaluated, evaluate, explain, headOf, personOf, type Roster, readingsOf, summarise } from './evaluate.ts';
export { type Covered, casesOf, type ExampleResult, type Examples, keyOf, runExamples } from './examples.ts';
export { format } from './format.ts';
export { type ClausePath, clausesOf, clauseText } from './language/clause.ts';
export { compareClauses, contains } from './language/clauseOrder.ts';
export { type ClauseMarks, clauseMarks } from './language/source/kept.ts';
export { clauseAt, type Regulation, type RegulationClause, readRegulation } from './language/source/regulation.ts';
export { nearest } from './language/suggest.ts';
export { type Described, describe, inForce, type Source as RuleSource } from './library.ts';
export type { RuleFile } from './model/ast.ts';
export { type CodeId, codes, helpOf, type Lang, messageOf, type Severity, severityOf } from './model/codes.ts';
export type { Change, ChangeKind, Comparison, Contrast, Effect as ChangeEffect, Verdict } from './model/comparison.ts';
export type { Accepted, Diagnostic, Fix, TextEdit } from './model/diagnostic.ts';
export type { Plan, PlanReading } from './model/plan.ts';
export type * from './model/result.ts';
export { recordName } from './model/result.ts';
export type { RawFacts, RawPerson, RawValue } from './model/roster.ts';
export { LineMap, type Position, type Range, type Span } from './model/span.ts';
export type { Witness } from './model/witness.ts';
export { type Mutant, type Mutants, mutantsOf } from './mutants.ts';
export { type Parsed, parse } from './parse.ts';
export { rangesOf } from './ranges.ts';
export { does, reachingCases } from './reaching.ts';
export { type SaidFact, saidFacts } from './said.ts';
export { type Start, startUnder } from './starter.ts';
export { type Amounts, type ShownPerson, type Side, type Stretch, type Stretches, type Why, whyOf } from './why.ts';
