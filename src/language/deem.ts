/** 视同完成: what counts as done, with or without an amount. */
import { when } from './cond.ts';
import type { LinePrinter } from './construct.ts';
import { amount } from './value.ts';
import { said } from './words.ts';

export const deem: LinePrinter<'deem'> = {
  print: (line, p) => said(p.spell('deem'), line.credits && amount(line.credits, p), when(line.when, p)),
};
