/** 授予表: credits by the cells of a row. */
import { falls } from './award.ts';
import { when } from './cond.ts';
import type { LinePrinter } from './construct.ts';
import { withTable } from './table.ts';
import { basis, remainder } from './value.ts';
import { words } from './words.ts';

export const awardTable: LinePrinter<'awardTable'> = {
  print: (line, p) =>
    withTable(
      words(
        p.spell('awardTable'),
        basis('by', line.by, p),
        remainder(line.remainder, p),
        falls(line.falling, p),
        when(line.when, p),
      ),
      line.table,
      p,
    ),
};
