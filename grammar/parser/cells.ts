/** The cells of tables: each is read by itself, by the rule of its column. */
import type { Cell, FactValue, Name as NameNode, Operand, OrderOp } from '../../src/model/ast.ts';
import type { Span } from '../../src/model/span.ts';
import { spanOf } from '../scan.ts';
import { K, OrderWord, Separator } from '../tokens.ts';
import type { Rule } from './base.ts';
import { Examples } from './examples.ts';
import { meaning } from './nodes.ts';

export abstract class Cells extends Examples {
  /** A cell under a field of a 授予表. */
  matchCell: Rule<Cell> = this.RULE('matchCell', (): Cell => {
    const first = this.LA(1);
    return this.OR([
      { ALT: (): Cell => ({ kind: 'any', span: spanOf(this.CONSUME(K.any)) }) },
      { ALT: (): Cell => ({ kind: 'else', span: spanOf(this.CONSUME(K.else)) }) },
      {
        ALT: (): Cell => {
          const of: { op: OrderOp; operand: Operand; span: Span }[] = [];
          this.AT_LEAST_ONE_SEP({
            SEP: K.and,
            DEF: () => {
              const word = this.CONSUME(OrderWord);
              const operand = this.SUBRULE(this.operand);
              of.push({ op: meaning<OrderOp>(word, OrderWord), operand, span: this.since(word) });
            },
          });
          return { kind: 'bounds', of, span: this.since(first) };
        },
      },
      {
        ALT: (): Cell => {
          const of = this.SUBRULE(this.operands);
          return { kind: 'values', of, span: this.since(first) };
        },
      },
    ]);
  });

  /** A cell under 学分. */
  creditsCell: Rule<Cell> = this.RULE('creditsCell', (): Cell => {
    const amount = this.SUBRULE(this.amount);
    const { span } = amount;
    const unit = amount.unit && { unit: amount.unit };
    const operand: Operand =
      amount.kind === 'number'
        ? { kind: 'quantity', number: amount.number, ...unit, span }
        : { kind: 'name', name: amount.name, span };
    return { kind: 'values', of: [operand], span };
  });

  /** A cell under a field of a 用例表. */
  factsCell: Rule<Cell> = this.RULE('factsCell', (): Cell => {
    const first = this.LA(1);
    const of: FactValue[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: Separator, DEF: () => of.push(this.SUBRULE(this.factValue)) });
    return { kind: 'facts', of, span: this.since(first) };
  });

  /** A cell under 期望. */
  expectCell: Rule<Cell> = this.RULE('expectCell', (): Cell => {
    const first = this.LA(1);
    const of = this.SUBRULE(this.expectations);
    return { kind: 'expect', of, span: this.since(first) };
  });

  /** A table's head, under which the cells are read. */
  headCell: Rule<NameNode> = this.RULE('headCell', () => this.SUBRULE(this.nameRef));
}
