/** The head of a file, and its lines: what the rules are called, from when they hold, their cycle and their 尾数. */
import type { DateLiteral, Name as NameNode, Text } from '../../src/model/ast.ts';
import { DateToken, K, NumberToken, Quoted, Separator } from '../tokens.ts';
import type { HeadShape, LineShape, Rule } from './base.ts';
import { Conditions } from './conditions.ts';
import { dateNode, numNode, textNode } from './nodes.ts';

export abstract class Header extends Conditions {
  rulesHead: Rule<HeadShape<'rules'>> = this.RULE('rulesHead', () => {
    const labelled = this.SUBRULE(this.labelled);
    const version = this.OPTION(() => {
      this.CONSUME(K.version);
      return this.SUBRULE(this.version);
    });
    return { ...labelled, ...(version && { version }) };
  });

  languageLine: Rule<LineShape<'language'>> = this.RULE('languageLine', () => ({
    version: numNode(this.CONSUME(NumberToken)),
  }));

  textLine: Rule<LineShape<'title' | 'number' | 'question'>> = this.RULE('textLine', () => ({
    text: textNode(this.CONSUME(Quoted)),
  }));

  dateLine: Rule<LineShape<'effective' | 'until'>> = this.RULE('dateLine', () => ({
    date: dateNode(this.CONSUME(DateToken)),
  }));

  repealsLine: Rule<LineShape<'repeals'>> = this.RULE('repealsLine', () => {
    const texts: Text[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: Separator, DEF: () => texts.push(textNode(this.CONSUME(Quoted))) });
    return { texts };
  });

  cycleLine: Rule<LineShape<'cycle'>> = this.RULE('cycleLine', () =>
    this.OR([
      {
        ALT: (): LineShape<'cycle'> => {
          this.CONSUME(K.rolling);
          const years = numNode(this.CONSUME(NumberToken));
          this.CONSUME(K.years);
          return { rolling: true, years };
        },
      },
      {
        ALT: (): LineShape<'cycle'> => {
          const years = numNode(this.CONSUME1(NumberToken));
          this.CONSUME1(K.years);
          const from = this.OPTION(() => {
            this.CONSUME(K.from);
            return this.OR1([
              { ALT: (): DateLiteral | NameNode => dateNode(this.CONSUME(DateToken)) },
              { ALT: (): DateLiteral | NameNode => this.SUBRULE(this.nameRef) },
            ]);
          });
          return { rolling: false, years, ...(from && { from }) };
        },
      },
    ]),
  );

  remainderLine: Rule<LineShape<'remainder'>> = this.RULE('remainderLine', () => ({
    of: this.SUBRULE(this.remainder),
  }));
}
