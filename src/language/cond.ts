/** Conditions: comparisons and facts, joined by 且 and 或. */
import type { Cond, OrderOp, Subject } from '../model/ast.ts';
import type { Printing, Word } from './construct.ts';
import { name, operand } from './value.ts';
import { enumerated, FOLD_WHEN, parenthesised, words } from './words.ts';

/** `当 …`, or nothing. */
export const when = (of: Cond | undefined, p: Printing): readonly Word[] | undefined =>
  of && words({ text: p.spell('when'), fold: FOLD_WHEN }, condition(of, p));

/** A whole condition; `depth` counts the connectives around it, so that a wide line breaks at the outer ones first. */
export function condition(of: Cond, p: Printing, depth = 1): readonly Word[] {
  switch (of.kind) {
    case 'and':
    case 'or':
      return of.of.flatMap((arm, i) => {
        const inner = arm.kind === 'or' && of.kind === 'and' ? wrapped(arm, p, depth) : condition(arm, p, depth + 1);
        return i === 0 ? inner : words({ text: p.spell(of.kind), fold: depth }, inner);
      });
    case 'not': {
      const loose = of.of.kind === 'and' || of.of.kind === 'or';
      return words(p.spell('not'), loose ? wrapped(of.of, p, depth) : condition(of.of, p, depth));
    }
    case 'paren':
      return wrapped(of.of, p, depth);
    case 'fact':
      return words(name(of.name));
    case 'compare':
      return words(subject(of.subject, p), p.spell(of.op), enumerated(of.operands.map((each) => operand(each, p))));
  }
}

/** `不少于 40 学分` and the like, with its amount already in words. */
export const bounded = (op: OrderOp | undefined, p: Printing): string | undefined => op && p.spell(op);

const wrapped = (of: Cond, p: Printing, depth: number): readonly Word[] => parenthesised(condition(of, p, depth + 1));

const subject = (of: Subject, p: Printing): string => (of.kind === 'total' ? p.spell(of.word) : name(of.name));
