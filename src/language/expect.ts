/** 期望: what an example must come to. */
import type { Expectation } from '../model/ast.ts';
import type { LinePrinter, Printing } from './construct.ts';
import { type Part, pairs, said, words } from './words.ts';

export const expectLine: LinePrinter<'expect'> = {
  print: (line, p) => said(p.spell('expect'), pairs(line.of.map((each) => expected(each, p)))),
};

/** In a column headed 期望 a number alone is credits. */
export function expectedInCell(of: readonly Expectation[], p: Printing): Part {
  const [first, ...rest] = of;
  if (first?.kind === 'credits' && rest.length === 0) return first.amount.digits;
  return pairs(of.map((each) => expected(each, p)));
}

function expected(of: Expectation, p: Printing): Part {
  if (of.kind === 'status') return p.spell(of.status);
  const credits = words(of.amount.digits, p.spell('credits'));
  return of.kind === 'short' ? words(p.spell('short'), credits) : credits;
}
