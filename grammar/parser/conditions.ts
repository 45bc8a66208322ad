/** Conditions: 或 of 且 of comparisons, with brackets and 并非. What recurs in the grammar recurs here alone. */
import type { IToken } from 'chevrotain';
import type { CompareOp, Cond, Operand, OrderOp, Subject } from '../../src/model/ast.ts';
import type { Span } from '../../src/model/span.ts';
import { spanOf } from '../scan.ts';
import { Close, K, Open, OrderWord } from '../tokens.ts';
import type { Rule } from './base.ts';
import { meaning } from './nodes.ts';
import { Values } from './values.ts';

const all = (parts: readonly Cond[], kind: 'and' | 'or', span: Span): Cond =>
  parts.length === 1 ? (parts[0] as Cond) : { kind, of: parts, span };

/** A condition as one arm of 且: an 或 needs its brackets there. */
export const arms = (cond: Cond): readonly Cond[] => {
  if (cond.kind === 'and') return cond.of;
  return cond.kind === 'or' ? [{ kind: 'paren', of: cond, span: cond.span }] : [cond];
};

export abstract class Conditions extends Values {
  protected cond: Rule<Cond> = this.RULE('cond', () => {
    const first = this.LA(1);
    const parts: Cond[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: K.or, DEF: () => parts.push(this.SUBRULE(this.conjunction)) });
    return all(parts, 'or', this.since(first));
  });

  private conjunction: Rule<Cond> = this.RULE('conjunction', () => {
    const first = this.LA(1);
    const parts: Cond[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: K.and, DEF: () => parts.push(this.SUBRULE(this.negation)) });
    return all(parts, 'and', this.since(first));
  });

  private negation: Rule<Cond> = this.RULE('negation', () => {
    const words: IToken[] = [];
    this.MANY(() => words.push(this.CONSUME(K.not)));
    let cond = this.OR([{ ALT: () => this.SUBRULE(this.bracketed) }, { ALT: () => this.SUBRULE(this.comparison) }]);
    for (const word of words.reverse()) cond = { kind: 'not', of: cond, span: this.since(word) };
    return cond;
  });

  private bracketed: Rule<Cond> = this.RULE('bracketed', (): Cond => {
    const first = this.CONSUME(Open);
    const of = this.SUBRULE(this.cond);
    this.CONSUME(Close);
    return { kind: 'paren', of, span: this.since(first) };
  });

  private comparison: Rule<Cond> = this.RULE('comparison', () => {
    const first = this.LA(1);
    return this.OR([
      {
        ALT: (): Cond => {
          const word = this.OR1([
            { ALT: () => this.CONSUME(K.total) && ('total' as const) },
            { ALT: () => this.CONSUME(K.yearTotal) && ('yearTotal' as const) },
          ]);
          const subject: Subject = { kind: 'total', word, span: spanOf(first) };
          const op = meaning<OrderOp>(this.CONSUME(OrderWord), OrderWord);
          const operand = this.SUBRULE(this.operand);
          return { kind: 'compare', subject, op, operands: [operand], span: this.since(first) };
        },
      },
      {
        ALT: (): Cond => {
          const name = this.SUBRULE(this.nameRef);
          const rest = this.OPTION(() => this.SUBRULE(this.compared));
          if (!rest) return { kind: 'fact', name, span: name.span };
          return {
            kind: 'compare',
            subject: { kind: 'name', name, span: name.span },
            ...rest,
            span: this.since(first),
          };
        },
      },
    ]);
  });

  private compared: Rule<{ op: CompareOp; operands: Operand[] }> = this.RULE('compared', () =>
    this.OR([
      {
        ALT: () => {
          const op: CompareOp = this.OR1([
            { ALT: () => this.CONSUME(K.is) && ('is' as const) },
            { ALT: () => this.CONSUME(K.isnt) && ('isnt' as const) },
            { ALT: () => this.CONSUME(K.in) && ('in' as const) },
            { ALT: () => this.CONSUME(K.notin) && ('notin' as const) },
          ]);
          const operands = this.SUBRULE(this.operands);
          return { op, operands };
        },
      },
      {
        ALT: () => {
          const op = meaning<OrderOp>(this.CONSUME(OrderWord), OrderWord);
          const operand = this.SUBRULE(this.operand);
          return { op, operands: [operand] };
        },
      },
    ]),
  );

  /** 当 and its condition. */
  protected when: Rule<Cond> = this.RULE('when', () => {
    this.CONSUME(K.when);
    return this.SUBRULE(this.cond);
  });
}
