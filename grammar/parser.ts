/**
 * The grammar. A rule reads one logical line behind the word that opens it, or one cell of a table: lines are the unit of
 * recovery, so recovery inside a rule is off, and what a rule returns is whole. A spelling with several meanings has one
 * token type with all of them; the place here decides.
 *
 * Chevrotain wants all rules on one object. They are parted by subject along a chain of classes, in the order of the
 * language's chapters:
 *
 *   base, naming, values, conditions              what lines are made of
 *   header, layers, declarations                  what a file is, stands under, and declares
 *   belonging, rates, granting, requirements      who and which, what is granted, and what is asked
 *   notices, examples, cells                      what is said beside, tried, and written in tables
 *
 * So a rule may use those of its own file and of the files before: `private` is for its own file, `protected` for later
 * ones, and what is public is run from outside (lineRules.ts, tables.ts). A subrule that is not there yet throws when the
 * parser is made. Chevrotain records each rule once with tokens that are not there: actions only build plain nodes from
 * what they get.
 */
import { Cells } from './parser/cells.ts';

export type { HeadShape, LineShape } from './parser/base.ts';

class LineParser extends Cells {
  constructor() {
    super();
    this.performSelfAnalysis();
  }
}

let made: LineParser | undefined;
/** The parser, made at its first use: its self-analysis costs some milliseconds. */
export const lineParser = (): LineParser => {
  made ??= new LineParser();
  return made;
};
export type { LineParser };
