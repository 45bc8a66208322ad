/** Who is bound, and which records belong to an item or a group. */
import type { HeadShape, LineShape, Rule } from './base.ts';
import { Declarations } from './declarations.ts';

export abstract class Belonging extends Declarations {
  scopeHead: Rule<HeadShape<'scope'>> = this.RULE('scopeHead', () => ({}));

  whenLine: Rule<LineShape<'except' | 'for'>> = this.RULE('whenLine', () => ({ when: this.SUBRULE(this.cond) }));

  formLine: Rule<LineShape<'form'>> = this.RULE('formLine', () => ({ values: this.SUBRULE(this.names) }));

  placedLine: Rule<LineShape<'placed'>> = this.RULE('placedLine', () => ({ field: this.SUBRULE(this.nameRef) }));

  membersLine: Rule<LineShape<'members'>> = this.RULE('membersLine', () => ({ of: this.SUBRULE(this.sectionRefs) }));

  gateLine: Rule<LineShape<'gate'>> = this.RULE('gateLine', () => {
    const that = this.SUBRULE(this.cond);
    const when = this.OPTION(() => this.SUBRULE(this.when));
    return { that, ...(when && { when }) };
  });
}
