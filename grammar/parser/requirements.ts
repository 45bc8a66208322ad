/** Requirements with their reductions, and what may fill them from another year: 补学 and 结转. */
import type { OrderOp, RequiredAmount } from '../../src/model/ast.ts';
import { HanRatio, K, Name, NumberToken, OrderWord, SectionName, Unit } from '../tokens.ts';
import type { HeadShape, LineShape, Rule } from './base.ts';
import { Granting } from './granting.ts';
import { meaning } from './nodes.ts';
import type { Modifiers } from './rates.ts';

export abstract class Requirements extends Granting {
  /** 要求 may have no name. */
  requireHead: Rule<HeadShape<'require'>> = this.RULE(
    'requireHead',
    () => this.OPTION(() => this.SUBRULE(this.labelled)) ?? {},
  );

  minimumLine: Rule<LineShape<'minimum'>> = this.RULE('minimumLine', () => {
    const per = this.OR([
      { ALT: () => this.CONSUME(K.spanYear) && ('year' as const) },
      { ALT: () => this.CONSUME(K.cycle) && ('cycle' as const) },
    ]);
    const subject = this.OPTION({
      GATE: () => this.sees(1, SectionName) || !this.endsAmount(2),
      DEF: () => this.SUBRULE(this.sectionRef),
    });
    const bound = this.OPTION1(() => meaning<OrderOp>(this.CONSUME(OrderWord), OrderWord));
    const amount = this.SUBRULE(this.requiredAmount);
    const found: Pick<Modifiers, 'when'> & { fillable?: NonNullable<LineShape<'minimum'>['fillable']> } = {};
    this.MANY(() => {
      const word = this.LA(1);
      this.OR1([
        {
          ALT: () => {
            const fillable = this.SUBRULE(this.fillable);
            if (found.fillable) this.twice.push(word);
            else found.fillable = fillable;
          },
        },
        { ALT: () => this.once(found, 'when', this.SUBRULE(this.when), word) },
      ]);
    });
    return { per, ...(subject && { subject }), ...(bound && { bound }), amount, ...found };
  });

  /** Whether a name before that place is an amount by itself: its unit follows, or nothing, or a connective. */
  private endsAmount(ahead: number): boolean {
    if (this.sees(ahead, Unit)) return true; // though a field's code may be spelt like it
    return !this.sees(
      ahead,
      SectionName,
      Name,
      NumberToken,
      HanRatio,
      OrderWord,
      K.ofRequired,
      K.ofEarned,
      K.per,
      K.all,
    );
  }

  private requiredAmount: Rule<RequiredAmount> = this.RULE('requiredAmount', () => {
    const first = this.LA(1);
    return this.OR([
      {
        ALT: (): RequiredAmount => {
          const of = this.OR1([
            { ALT: () => this.CONSUME(K.ofRequired) && ('required' as const) },
            { ALT: () => this.CONSUME(K.ofEarned) && ('earned' as const) },
          ]);
          const ratio = this.SUBRULE(this.ratio);
          return { kind: 'share', of, ratio, span: this.since(first) };
        },
      },
      {
        ALT: (): RequiredAmount => {
          const amount = this.SUBRULE(this.amount);
          return { kind: 'amount', amount, span: amount.span };
        },
      },
    ]);
  });

  /** 可由 A、B 抵充 不超过 50%; in English `fillable from A, B <= 50%`. */
  private fillable: Rule<NonNullable<LineShape<'minimum'>['fillable']>> = this.RULE('fillable', () => {
    const first = this.CONSUME(K.fillable);
    this.OPTION(() => this.CONSUME(K.from));
    const from = this.SUBRULE(this.sectionRefs);
    this.OPTION1(() => this.CONSUME(K.fills));
    const limit = this.OPTION2(() => {
      this.OR([{ ALT: () => this.CONSUME(K.atMost) }, { ALT: () => this.CONSUME(K.upTo) }]);
      return this.SUBRULE(this.ratio);
    });
    return { from, ...(limit && { limit }), span: this.since(first) };
  });

  sinceLine: Rule<LineShape<'since'>> = this.RULE('sinceLine', () => {
    this.CONSUME(K.since);
    const field = this.SUBRULE(this.nameRef);
    const step = this.OPTION(() => {
      this.CONSUME(K.to);
      return this.SUBRULE(this.amount);
    });
    return { field, ...(step && { step }) };
  });

  reduceLine: Rule<LineShape<'reduce'>> = this.RULE('reduceLine', () => {
    type By = LineShape<'reduce'>['by'];
    const subject = this.OPTION({
      GATE: () => this.sees(1, SectionName) || !this.endsAmount(2),
      DEF: () => this.SUBRULE(this.sectionRef),
    });
    const by = this.OR({
      MAX_LOOKAHEAD: 2,
      DEF: [
        { ALT: (): By => ({ kind: this.CONSUME(K.all) && 'all' }) },
        {
          ALT: (): By => {
            const { span: _, everyReading: __, ...per } = this.SUBRULE(this.perPart);
            return { kind: 'per', ...per, credits: this.SUBRULE(this.amount) };
          },
        },
        { ALT: (): By => ({ kind: 'share', ratio: this.SUBRULE(this.ratio) }) },
        { ALT: (): By => ({ kind: 'amount', amount: this.SUBRULE1(this.amount) }) },
      ],
    });
    const when = this.OPTION1(() => this.SUBRULE(this.when));
    return { ...(subject && { subject }), by, ...(when && { when }) };
  });

  makeupHead: Rule<HeadShape<'makeup'>> = this.RULE('makeupHead', () => {
    this.CONSUME(K.nextYear);
    const when = this.OPTION(() => this.SUBRULE(this.when));
    return { ...(when && { when }) };
  });

  carryHead: Rule<HeadShape<'carry'>> = this.RULE('carryHead', () => {
    const field = this.SUBRULE(this.nameRef);
    const limit = this.OPTION(() => {
      this.OR([{ ALT: () => this.CONSUME(K.atMost) }, { ALT: () => this.CONSUME(K.upTo) }]);
      return this.SUBRULE(this.amount);
    });
    return { field, ...(limit && { limit }) };
  });
}
