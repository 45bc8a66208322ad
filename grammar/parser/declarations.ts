/** What a file declares before it grants anything: fields, conversions, and readings with their options. */
import type { FieldHead, OptionDecl, OptionValue, TypeId } from '../../src/model/ast.ts';
import { spanOf } from '../scan.ts';
import { Equals, K, NumberToken, Quoted, Separator, SpanWord, Tilde, TypeWord, Unit } from '../tokens.ts';
import type { HeadShape, LineShape, Rule } from './base.ts';
import { Layers } from './layers.ts';
import { meaning, numNode, spanWordNode, textNode, unitNode } from './nodes.ts';

export abstract class Declarations extends Layers {
  fieldHead: Rule<FieldHead> = this.RULE('fieldHead', () => {
    const labelled = this.SUBRULE(this.labelled);
    const type = this.OPTION(() => {
      const token = this.CONSUME(TypeWord);
      return { id: meaning<TypeId>(token, TypeWord), span: spanOf(token) };
    });
    const unit = this.OPTION1(() => unitNode(this.CONSUME(Unit)));
    const standard = this.OPTION2(() => {
      this.CONSUME(K.default);
      return this.SUBRULE(this.factValue);
    });
    return { ...labelled, ...(type && { type }), ...(unit && { unit }), ...(standard && { default: standard }) };
  });

  convertHead: Rule<HeadShape<'convert'>> = this.RULE('convertHead', () => {
    const left = this.SUBRULE(this.amount);
    this.CONSUME(Equals);
    const right = this.SUBRULE1(this.amount);
    return { left, right };
  });

  optionLine: Rule<LineShape<'option'>> = this.RULE('optionLine', () => {
    const options: OptionDecl[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: Separator, DEF: () => options.push(this.SUBRULE(this.optionDecl)) });
    return { options };
  });

  private optionDecl: Rule<OptionDecl> = this.RULE('optionDecl', () => {
    const first = this.LA(1);
    const labelled = this.SUBRULE(this.labelled);
    const value = this.OPTION(() => {
      this.CONSUME(Equals);
      return this.SUBRULE(this.optionValue);
    });
    const text = this.OPTION1(() => textNode(this.CONSUME(Quoted)));
    return { ...labelled, ...(value && { value }), ...(text && { text }), span: this.since(first) };
  });

  private optionValue: Rule<OptionValue> = this.RULE('optionValue', () => {
    const first = this.LA(1);
    return this.OR({
      MAX_LOOKAHEAD: 2,
      DEF: [
        {
          ALT: (): OptionValue => {
            const ratio = this.SUBRULE(this.ratio);
            return { kind: 'ratio', ratio, span: ratio.span };
          },
        },
        {
          ALT: (): OptionValue => {
            const number = numNode(this.CONSUME(NumberToken));
            const to = this.OPTION(() => {
              this.CONSUME(Tilde);
              return numNode(this.CONSUME1(NumberToken));
            });
            const unit = this.OPTION1(() => unitNode(this.CONSUME(Unit)));
            const span = this.since(first);
            return to
              ? { kind: 'range', from: number, to, ...(unit && { unit }), span }
              : { kind: 'amount', number, ...(unit && { unit }), span };
          },
        },
        { ALT: (): OptionValue => ({ ...spanWordNode(this.CONSUME(SpanWord)), kind: 'basis' }) },
        {
          ALT: (): OptionValue => {
            const of = this.SUBRULE(this.rounding);
            return { kind: 'remainder', of, span: of.span };
          },
        },
      ],
    });
  });

  adoptLine: Rule<LineShape<'adopt'>> = this.RULE('adoptLine', () => ({ option: this.SUBRULE(this.nameRef) }));
}
