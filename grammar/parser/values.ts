/** What a number, a share, a span, a rounding or a value is written as, wherever one may stand. */
import type { Amount, Basis, FactValue, Operand, Ratio, Remainder } from '../../src/model/ast.ts';
import { half } from '../characters.ts';
import { spanOf } from '../scan.ts';
import {
  DateToken,
  HanRatio,
  K,
  Name,
  NumberToken,
  Percent,
  Separator,
  Slash,
  SpanWord,
  Tilde,
  Unit,
} from '../tokens.ts';
import type { Rule } from './base.ts';
import { Naming } from './naming.ts';
import { dateNode, hanRatioNode, nameNode, numNode, spanWordNode, unitNode } from './nodes.ts';

export abstract class Values extends Naming {
  protected ratio: Rule<Ratio> = this.RULE('ratio', () =>
    this.OR([
      { ALT: () => hanRatioNode(this.CONSUME(HanRatio)) },
      {
        ALT: () => {
          const number = this.CONSUME(NumberToken);
          const first = half(number.image);
          return this.OR1([
            {
              ALT: (): Ratio => {
                this.CONSUME(Percent);
                return {
                  numerator: first,
                  denominator: '100',
                  form: 'percent',
                  text: `${first}%`,
                  span: this.since(number),
                };
              },
            },
            {
              ALT: (): Ratio => {
                this.CONSUME(Slash);
                const second = half(this.CONSUME1(NumberToken).image);
                return {
                  numerator: first,
                  denominator: second,
                  form: 'fraction',
                  text: `${first}/${second}`,
                  span: this.since(number),
                };
              },
            },
          ]);
        },
      },
    ]),
  );

  protected amount: Rule<Amount> = this.RULE('amount', () => {
    const first = this.LA(1);
    return this.OR([
      {
        ALT: (): Amount => {
          const number = numNode(this.CONSUME(NumberToken));
          const unit = this.OPTION(() => unitNode(this.CONSUME(Unit)));
          return { kind: 'number', number, ...(unit && { unit }), span: this.since(first) };
        },
      },
      {
        ALT: (): Amount => {
          const name = nameNode(this.CONSUME(Name));
          const unit = this.OPTION1(() => unitNode(this.CONSUME1(Unit)));
          return { kind: 'reading', name, ...(unit && { unit }), span: this.since(first) };
        },
      },
    ]);
  });

  protected basis: Rule<Basis> = this.RULE('basis', () =>
    this.OR([
      { ALT: (): Basis => spanWordNode(this.CONSUME(SpanWord)) },
      {
        ALT: (): Basis => {
          const name = this.SUBRULE(this.nameRef);
          return { kind: 'reading', name, span: name.span };
        },
      },
    ]),
  );

  /** 每 and a span, as caps and counts look at it. */
  protected perBasis: Rule<Basis> = this.RULE('perBasis', () => {
    this.CONSUME(K.per);
    return this.SUBRULE(this.basis);
  });

  protected rounding: Rule<Remainder> = this.RULE('rounding', () => {
    const first = this.LA(1);
    return this.OR([
      { ALT: (): Remainder => ({ kind: 'floor', span: spanOf(this.CONSUME(K.floor)) }) },
      { ALT: (): Remainder => ({ kind: 'ceil', span: spanOf(this.CONSUME(K.ceil)) }) },
      {
        ALT: (): Remainder => {
          this.CONSUME(K.prorate);
          const step = this.OPTION(() => {
            this.CONSUME(K.to);
            return this.SUBRULE(this.amount);
          });
          return { kind: 'prorate', ...(step && { step }), span: this.since(first) };
        },
      },
    ]);
  });

  protected remainder: Rule<Remainder> = this.RULE('remainder', () =>
    this.OR([
      { ALT: () => this.SUBRULE(this.rounding) },
      {
        ALT: (): Remainder => {
          const name = this.SUBRULE(this.nameRef);
          return { kind: 'reading', name, span: name.span };
        },
      },
    ]),
  );

  protected operands: Rule<Operand[]> = this.RULE('operands', () => {
    const found: Operand[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: Separator, DEF: () => found.push(this.SUBRULE(this.operand)) });
    return found;
  });

  protected operand: Rule<Operand> = this.RULE('operand', () => {
    const first = this.LA(1);
    return this.OR([
      {
        ALT: (): Operand => {
          const from = numNode(this.CONSUME(NumberToken));
          const to = this.OPTION(() => {
            this.CONSUME(Tilde);
            return numNode(this.CONSUME1(NumberToken));
          });
          const unit = this.OPTION1(() => unitNode(this.CONSUME(Unit)));
          const span = this.since(first);
          return to
            ? { kind: 'range', from, to, ...(unit && { unit }), span }
            : { kind: 'quantity', number: from, ...(unit && { unit }), span };
        },
      },
      { ALT: (): Operand => ({ kind: 'date', date: dateNode(this.CONSUME(DateToken)), span: spanOf(first) }) },
      { ALT: (): Operand => ({ kind: 'yesno', value: true, span: spanOf(this.CONSUME(K.yes)) }) },
      { ALT: (): Operand => ({ kind: 'yesno', value: false, span: spanOf(this.CONSUME(K.no)) }) },
      {
        ALT: (): Operand => {
          const name = this.SUBRULE(this.nameRef);
          return { kind: 'name', name, span: name.span };
        },
      },
    ]);
  });

  protected factValue: Rule<FactValue> = this.RULE('factValue', () => {
    const first = this.LA(1);
    return this.OR([
      {
        ALT: (): FactValue => {
          const number = numNode(this.CONSUME(NumberToken));
          const unit = this.OPTION(() => unitNode(this.CONSUME(Unit)));
          return { kind: 'quantity', number, ...(unit && { unit }), span: this.since(first) };
        },
      },
      { ALT: (): FactValue => ({ kind: 'date', date: dateNode(this.CONSUME(DateToken)), span: spanOf(first) }) },
      { ALT: (): FactValue => ({ kind: 'yesno', value: true, span: spanOf(this.CONSUME(K.yes)) }) },
      { ALT: (): FactValue => ({ kind: 'yesno', value: false, span: spanOf(this.CONSUME(K.no)) }) },
      {
        ALT: (): FactValue => {
          const name = this.SUBRULE(this.nameRef);
          return { kind: 'name', name, span: name.span };
        },
      },
    ]);
  });
}
