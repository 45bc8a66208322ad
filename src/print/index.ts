/**
 * The door of printed documents: what is printed, and two of the three printers. The third, `docx.ts`, is asked for by
 * itself, when a Word file is wanted: its library is larger than all of the rest.
 */
export type { Block, Column, Doc, Heading, Paragraph, Table } from './blocks.ts';
export {
  comparisonDoc,
  factsText,
  oddText,
  type PeopleFigures,
  provenText,
  verdictText,
  whoText,
} from './comparison/doc.ts';
export { countOf, type HeadlinePart, headlineOf, headlineParts, type SideNames } from './comparison/headline.ts';
export { tellComparison } from './comparison/tell.ts';
export {
  bySeverity,
  EFFECT_SIGNS,
  type Fault,
  type NotComparable,
  SEVERITY,
  type ToldChange,
  type ToldComparison,
  type ToldContrast,
} from './comparison/told.ts';
export { type ComparisonWord, comparisonSay } from './comparison/words.ts';
export { htmlOf } from './html.ts';
export { markdownOf } from './markdown.ts';
export { rulesDoc } from './rules/index.ts';
