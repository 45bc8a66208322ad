/** What every rule stands on: the parser's settings, what a rule gives, and what it may ask of the tokens around it. */
import { EmbeddedActionsParser, type IToken, type ParserMethod, type TokenType, tokenMatcher } from 'chevrotain';
import type { LineKind, LineOf, SectionKind, SectionOf } from '../../src/model/ast.ts';
import type { Span } from '../../src/model/span.ts';
import { expectations } from '../expected.ts';
import { endOf } from '../scan.ts';
import { vocabulary } from '../tokens.ts';

type Beside = 'kind' | 'span' | 'word' | 'leading' | 'trailing' | 'blankBefore' | 'lines' | 'extent';
type Own<T> = T extends unknown ? Omit<T, Beside> : never;
/** What a line holds of its own. */
export type LineShape<K extends LineKind> = Own<LineOf<K>>;
/** What a section's head holds of its own. */
export type HeadShape<K extends SectionKind> = Own<SectionOf<K>>;

/** A rule that gives a T. */
export type Rule<T> = ParserMethod<[], T>;

export abstract class Base extends EmbeddedActionsParser {
  /** Modifiers that were written a second time in the line just read. */
  twice: IToken[] = [];

  constructor() {
    // One token decides nearly everywhere; where a share and a number begin alike, the rule asks for two.
    super(vocabulary, { recoveryEnabled: false, maxLookahead: 1, errorMessageProvider: expectations });
  }

  /** From the first token of a node to the last one read. */
  protected since(first: IToken): Span {
    return { start: first.startOffset, end: endOf(this.LA(0)) };
  }

  protected sees(ahead: number, ...types: TokenType[]): boolean {
    const token = this.LA(ahead);
    return types.some((type) => tokenMatcher(token, type));
  }
}
