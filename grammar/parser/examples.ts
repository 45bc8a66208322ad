/** 用例 and 用例表: facts of a person and of records, and what they should come to. */
import type { Expectation, Fact, FactValue, StatusId } from '../../src/model/ast.ts';
import { Comma, Enumeration, Equals, K, NumberToken, Quoted, Separator, Status } from '../tokens.ts';
import type { HeadShape, LineShape, Rule } from './base.ts';
import { meaning, numNode, textNode } from './nodes.ts';
import { Notices } from './notices.ts';

export abstract class Examples extends Notices {
  exampleHead: Rule<HeadShape<'example' | 'examples'>> = this.RULE('exampleHead', () => ({
    title: textNode(this.CONSUME(Quoted)),
  }));

  exampleYearLine: Rule<LineShape<'exampleYear'>> = this.RULE('exampleYearLine', () => {
    const year = numNode(this.CONSUME(NumberToken));
    this.OPTION(() => this.CONSUME(K.years));
    return { year };
  });

  exampleAdoptLine: Rule<LineShape<'exampleAdopt'>> = this.RULE('exampleAdoptLine', () => {
    const reading = this.SUBRULE(this.nameRef);
    this.OPTION(() => this.CONSUME(Equals));
    const option = this.SUBRULE1(this.nameRef);
    return { reading, option };
  });

  factsLine: Rule<LineShape<'person' | 'record'>> = this.RULE('factsLine', () => {
    const facts: Fact[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: Comma, DEF: () => facts.push(this.SUBRULE(this.fact)) });
    return { facts };
  });

  /** `时长 9 小时`, or a value alone: `省级`. */
  private fact: Rule<Fact> = this.RULE('fact', () => {
    const first = this.LA(1);
    const name = this.SUBRULE(this.nameRef);
    const values: FactValue[] = [];
    const field = this.OPTION(() => {
      this.AT_LEAST_ONE_SEP({ SEP: Enumeration, DEF: () => values.push(this.SUBRULE(this.factValue)) });
      return name;
    });
    if (!field) values.push({ kind: 'name', name, span: name.span });
    return { ...(field && { field }), values, span: this.since(first) };
  });

  protected expectations: Rule<Expectation[]> = this.RULE('expectations', () => {
    const found: Expectation[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: Separator, DEF: () => found.push(this.SUBRULE(this.expectation)) });
    return found;
  });

  private expectation: Rule<Expectation> = this.RULE('expectation', () => {
    const first = this.LA(1);
    return this.OR([
      {
        ALT: (): Expectation => {
          const status = meaning<StatusId>(this.CONSUME(Status), Status);
          return { kind: 'status', status, span: this.since(first) };
        },
      },
      {
        ALT: (): Expectation => {
          const short = this.OPTION(() => this.CONSUME(K.short));
          const amount = numNode(this.CONSUME(NumberToken));
          this.OPTION1(() => this.CONSUME(K.credits));
          return { kind: short ? 'short' : 'credits', amount, span: this.since(first) };
        },
      },
    ]);
  });

  expectLine: Rule<LineShape<'expect'>> = this.RULE('expectLine', () => ({ of: this.SUBRULE(this.expectations) }));
}
