/** The lines that grant, lessen or cap credits. */
import type { Cond, Rate } from '../../src/model/ast.ts';
import { K, NumberToken } from '../tokens.ts';
import type { LineShape, Rule } from './base.ts';
import { arms } from './conditions.ts';
import { numNode } from './nodes.ts';
import { Rates } from './rates.ts';

export abstract class Granting extends Rates {
  awardLine: Rule<LineShape<'award'>> = this.RULE('awardLine', () => {
    const rate = this.SUBRULE(this.rate);
    const modifiers = this.SUBRULE(this.modifiers);
    return { rate, ...modifiers };
  });

  /** 主讲人每小时授予2学分: the regulation's own order. The condition in front joins the one behind. */
  regulationLine: Rule<LineShape<'award'>> = this.RULE('regulationLine', () => {
    const first = this.LA(1);
    const cond = this.OPTION(() => this.SUBRULE(this.cond));
    this.OPTION1(() => this.CONSUME(K.by));
    const part = this.OPTION2(() => this.SUBRULE(this.perPart));
    this.CONSUME(K.award);
    const credits = this.SUBRULE(this.amount);
    const { when, ...modifiers } = this.SUBRULE(this.modifiers);
    return this.ACTION(() => {
      const { span: from, ...per } = part ?? { span: credits.span };
      const rate: Rate = part
        ? { kind: 'per', ...per, credits, span: { start: from.start, end: credits.span.end } }
        : { kind: 'flat', credits, span: credits.span };
      const both: Cond | undefined =
        cond && when ? { kind: 'and', of: [...arms(cond), ...arms(when)], span: this.since(first) } : (cond ?? when);
      return { rate, ...modifiers, ...(both && { when: both }) };
    });
  });

  awardTableLine: Rule<Omit<LineShape<'awardTable'>, 'table'>> = this.RULE('awardTableLine', () =>
    this.SUBRULE(this.modifiers),
  );

  fallingLine: Rule<LineShape<'falling'>> = this.RULE('fallingLine', () => ({ of: this.SUBRULE(this.fallingBy) }));

  factorLine: Rule<LineShape<'factor'>> = this.RULE('factorLine', () => {
    const by = this.OR({
      MAX_LOOKAHEAD: 2,
      DEF: [
        { ALT: (): LineShape<'factor'>['by'] => ({ kind: 'ratio', ratio: this.SUBRULE(this.ratio) }) },
        { ALT: (): LineShape<'factor'>['by'] => ({ kind: 'number', number: numNode(this.CONSUME(NumberToken)) }) },
      ],
    });
    const when = this.OPTION(() => this.SUBRULE(this.when));
    return { by, ...(when && { when }) };
  });

  bestLine: Rule<LineShape<'best'>> = this.RULE('bestLine', () => {
    const count = numNode(this.CONSUME(NumberToken));
    this.OPTION(() => this.CONSUME(K.times));
    const per = this.SUBRULE(this.perBasis);
    const when = this.OPTION1(() => this.SUBRULE(this.when));
    return { count, per, ...(when && { when }) };
  });

  deemLine: Rule<LineShape<'deem'>> = this.RULE('deemLine', () => {
    const credits = this.OPTION(() => this.SUBRULE(this.amount));
    const when = this.SUBRULE(this.when);
    return { ...(credits && { credits }), when };
  });

  capLine: Rule<LineShape<'cap'>> = this.RULE('capLine', () => {
    const per = this.SUBRULE(this.perBasis);
    const limit = this.SUBRULE(this.amount);
    const when = this.OPTION(() => this.SUBRULE(this.when));
    return { per, limit, ...(when && { when }) };
  });
}
