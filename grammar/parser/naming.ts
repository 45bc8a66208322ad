/** What is named: labels and their codes, sections referred to, and versions. */
import type { IToken } from 'chevrotain';
import type { Name as NameNode, Raw, SectionRef, SectionWord } from '../../src/model/ast.ts';
import { CodeName, DateToken, Name, NumberToken, SectionName, Separator } from '../tokens.ts';
import { Base, type Rule } from './base.ts';
import { meaning, nameNode, rawNode } from './nodes.ts';

export abstract class Naming extends Base {
  protected nameRef: Rule<NameNode> = this.RULE('nameRef', () => nameNode(this.CONSUME(Name)));

  protected names: Rule<NameNode[]> = this.RULE('names', () => {
    const found: NameNode[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: Separator, DEF: () => found.push(this.SUBRULE(this.nameRef)) });
    return found;
  });

  labelled: Rule<{ label: NameNode; code?: NameNode }> = this.RULE('labelled', () => {
    const label = this.SUBRULE(this.nameRef);
    const code = this.OPTION(() => nameNode(this.CONSUME(CodeName)));
    return { label, ...(code && { code }) };
  });

  protected sectionRef: Rule<SectionRef> = this.RULE('sectionRef', () => {
    const first = this.LA(1);
    const section = this.OPTION(() => meaning<SectionWord>(this.CONSUME(SectionName), SectionName));
    const name = this.SUBRULE(this.nameRef);
    return { ...(section && { section }), name, span: this.since(first) };
  });

  protected sectionRefs: Rule<SectionRef[]> = this.RULE('sectionRefs', () => {
    const found: SectionRef[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: Separator, DEF: () => found.push(this.SUBRULE(this.sectionRef)) });
    return found;
  });

  protected version: Rule<Raw> = this.RULE('version', () => {
    const tokens: IToken[] = [];
    this.AT_LEAST_ONE(() => {
      tokens.push(
        this.OR([
          { ALT: () => this.CONSUME(NumberToken) },
          { ALT: () => this.CONSUME(DateToken) },
          { ALT: () => this.CONSUME(Name) },
        ]),
      );
    });
    return this.ACTION(() => rawNode(tokens));
  });
}
