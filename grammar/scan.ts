/** Text to raw tokens. What the lexer does not know becomes an `Odd` token, so that nothing of the text is lost. */
import { type IToken, Lexer, type TokenType } from 'chevrotain';
import type { Span } from '../src/model/span.ts';
import { Odd, rawTokens } from './tokens.ts';

const lexer = new Lexer(rawTokens, { positionTracking: 'onlyOffset', ensureOptimizations: true });

/** A token made by hand, of the same shape as the lexer's. */
export const tokenOf = (tokenType: TokenType, image: string, startOffset: number): IToken => ({
  image,
  startOffset,
  tokenTypeIdx: tokenType.tokenTypeIdx as number,
  tokenType,
});

/** Where a token ends, exclusive. */
export const endOf = (token: IToken): number => token.startOffset + token.image.length;
export const spanOf = (token: IToken): Span => ({ start: token.startOffset, end: endOf(token) });

/** The raw tokens of a text in source order; a byte order mark at its start counts as a blank. */
export const scan = (text: string): readonly IToken[] => {
  const { tokens, errors } = lexer.tokenize(text.startsWith('\ufeff') ? ` ${text.slice(1)}` : text);
  if (errors.length === 0) return tokens;
  const merged: IToken[] = [];
  let next = 0;
  for (const { offset, length } of errors) {
    for (let token = tokens[next]; token && token.startOffset < offset; token = tokens[++next]) merged.push(token);
    merged.push(tokenOf(Odd, text.slice(offset, offset + length), offset));
  }
  for (let token = tokens[next]; token; token = tokens[++next]) merged.push(token);
  return merged;
};
