/** Rates: 每 N 单位, what is granted for it, and the modifiers that may stand behind a rate or a table. */
import type { IToken } from 'chevrotain';
import type {
  Basis,
  Cond,
  Falling,
  Name as NameNode,
  Num,
  Rate,
  Remainder,
  Unit as UnitNode,
} from '../../src/model/ast.ts';
import type { Span } from '../../src/model/span.ts';
import { K, Name, NumberToken, Unit } from '../tokens.ts';
import type { Rule } from './base.ts';
import { Belonging } from './belonging.ts';
import { nameNode, numNode, unitNode } from './nodes.ts';

/** 每 N 单位 字段: the part of a rate before what it grants. */
interface PerPart {
  readonly every?: Num;
  readonly everyReading?: NameNode;
  readonly unit?: UnitNode;
  readonly field?: NameNode;
  readonly span: Span;
}

export interface Modifiers {
  by?: Basis;
  remainder?: Remainder;
  falling?: Falling;
  when?: Cond;
}

export abstract class Rates extends Belonging {
  /** Keeps the first of a modifier, and notes a second one. */
  protected once<T extends keyof Modifiers>(into: Modifiers, key: T, value: Modifiers[T], word: IToken): void {
    if (into[key] === undefined) into[key] = value;
    else this.twice.push(word);
  }

  protected rate: Rule<Rate> = this.RULE('rate', () => {
    const first = this.LA(1);
    return this.OR([
      {
        ALT: (): Rate => {
          const { span: _, ...per } = this.SUBRULE(this.perPart);
          const credits = this.SUBRULE(this.amount);
          return { kind: 'per', ...per, credits, span: this.since(first) };
        },
      },
      {
        ALT: (): Rate => {
          const credits = this.SUBRULE1(this.amount);
          return credits.kind === 'reading' && !credits.unit
            ? { kind: 'field', field: credits.name, span: credits.span }
            : { kind: 'flat', credits, span: credits.span };
        },
      },
    ]);
  });

  /** Whether what a rate grants begins there: an amount, or 授予 in the regulation's own order. */
  private grants(ahead: number): boolean {
    return this.sees(ahead, NumberToken, Name, K.award);
  }

  protected perPart: Rule<PerPart> = this.RULE('perPart', () => {
    const first = this.CONSUME(K.per);
    const every = this.OPTION(() => numNode(this.CONSUME(NumberToken)));
    // 每 标准 小时 1 学分: a name before a unit, with more to come, is a reading.
    const everyReading = this.OPTION1({
      GATE: () => every === undefined && !this.sees(1, Unit) && this.sees(2, Unit) && this.grants(3),
      DEF: () => nameNode(this.CONSUME(Name)),
    });
    const measured = this.OR([
      {
        ALT: () => {
          const unit = unitNode(this.CONSUME(Unit));
          const field = this.OPTION2({ GATE: () => this.grants(2), DEF: () => nameNode(this.CONSUME1(Name)) });
          return { unit, ...(field && { field }) };
        },
      },
      { ALT: () => ({ field: nameNode(this.CONSUME2(Name)) }) },
    ]);
    return { ...(every && { every }), ...(everyReading && { everyReading }), ...measured, span: this.since(first) };
  });

  /** What may stand behind a rate or a table, in any order, each once. */
  protected modifiers: Rule<Modifiers> = this.RULE('modifiers', () => {
    const found: Modifiers = {};
    this.MANY(() => {
      const word = this.LA(1);
      this.OR([
        {
          ALT: () => {
            this.CONSUME(K.by);
            this.once(found, 'by', this.SUBRULE(this.basis), word);
          },
        },
        {
          ALT: () => {
            this.CONSUME(K.remainder);
            this.once(found, 'remainder', this.SUBRULE(this.remainder), word);
          },
        },
        {
          ALT: () => {
            this.CONSUME(K.falling);
            this.once(found, 'falling', { ...this.SUBRULE(this.fallingBy), span: this.since(word) }, word);
          },
        },
        { ALT: () => this.once(found, 'when', this.SUBRULE(this.when), word) },
      ]);
    });
    return found;
  });

  protected fallingBy: Rule<Falling> = this.RULE('fallingBy', () => {
    const first = this.LA(1);
    const by = this.OR({
      MAX_LOOKAHEAD: 2,
      DEF: [
        { ALT: (): Falling['by'] => ({ kind: 'share', ratio: this.SUBRULE(this.ratio) }) },
        { ALT: (): Falling['by'] => ({ kind: 'step', amount: this.SUBRULE(this.amount) }) },
      ],
    });
    this.CONSUME(K.by);
    const rank = this.SUBRULE(this.nameRef);
    const least = this.OPTION(() => {
      this.OR1([{ ALT: () => this.CONSUME(K.atLeast) }, { ALT: () => this.CONSUME(K.reaches) }]);
      return this.SUBRULE1(this.amount);
    });
    return { by, rank, ...(least && { least }), span: this.since(first) };
  });
}
