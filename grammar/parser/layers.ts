/** Files over and under one another: 上位, 开放 and 不沿用. */
import { K } from '../tokens.ts';
import type { HeadShape, LineShape, Rule } from './base.ts';
import { Header } from './header.ts';

export abstract class Layers extends Header {
  underLine: Rule<LineShape<'under'>> = this.RULE('underLine', () => {
    const name = this.SUBRULE(this.nameRef);
    const version = this.OPTION(() => {
      this.OPTION1(() => this.CONSUME(K.version));
      return this.SUBRULE(this.version);
    });
    return { name, ...(version && { version }) };
  });

  openLine: Rule<LineShape<'open'>> = this.RULE('openLine', () => ({
    mode: this.OR([
      { ALT: () => this.CONSUME(K.stricter) && ('stricter' as const) },
      { ALT: () => this.CONSUME(K.freely) && ('freely' as const) },
      { ALT: () => this.CONSUME(K.add) && ('add' as const) },
    ]),
  }));

  dropHead: Rule<HeadShape<'drop'>> = this.RULE('dropHead', () => ({ of: this.SUBRULE(this.sectionRefs) }));
}
