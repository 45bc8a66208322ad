/** What asks for a second look, 提示, and findings that had theirs, 已知. */
import { K, Quoted } from '../tokens.ts';
import type { HeadShape, LineShape, Rule } from './base.ts';
import { textNode } from './nodes.ts';
import { Requirements } from './requirements.ts';

export abstract class Notices extends Requirements {
  noticeHead: Rule<HeadShape<'notice'>> = this.RULE('noticeHead', () => {
    const text = textNode(this.CONSUME(Quoted));
    const same = this.OPTION(() => {
      this.CONSUME(K.same);
      return this.SUBRULE(this.names);
    });
    const when = this.OPTION1(() => this.SUBRULE(this.when));
    return { text, ...(same && { same }), ...(when && { when }) };
  });

  acceptedLine: Rule<LineShape<'accepted'>> = this.RULE('acceptedLine', () => {
    const code = this.SUBRULE(this.nameRef);
    const reason = textNode(this.CONSUME(Quoted));
    return { code, reason };
  });
}
