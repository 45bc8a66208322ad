/** What could not be read: kept as the author wrote it. */
import type { LinePrinter, SectionPrinter } from './construct.ts';

export const broken: LinePrinter<'broken'> = { print: (line) => ({ words: [], verbatim: line.text }) };

export const brokenSection: SectionPrinter<'brokenSection'> = {
  print: (section) => ({ words: [], verbatim: section.text }),
};
