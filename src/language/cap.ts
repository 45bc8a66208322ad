/** 上限: no more than so much in a span. */
import { when } from './cond.ts';
import type { LinePrinter } from './construct.ts';
import { amount, basis } from './value.ts';
import { said } from './words.ts';

export const cap: LinePrinter<'cap'> = {
  print: (line, p) => said(p.spell('cap'), basis('per', line.per, p), amount(line.limit, p), when(line.when, p)),
};
