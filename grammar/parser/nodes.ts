/** The small nodes of the tree that one token makes, each with its span. */
import type { IToken, TokenType } from 'chevrotain';
import type {
  Basis,
  DateLiteral,
  Name,
  Num,
  Ratio,
  Raw,
  SpanId,
  Text,
  UnitId,
  Unit as UnitNode,
} from '../../src/model/ast.ts';
import { half } from '../characters.ts';
import type { KeywordId } from '../keywords.ts';
import { unquoted } from '../names.ts';
import { endOf, spanOf } from '../scan.ts';
import { K, meaningsOf, Quoted, SpanWord, Unit } from '../tokens.ts';

/** Which meaning of a spelling the place asks for. */
export const meaning = <T extends KeywordId>(token: IToken, type: TokenType): T =>
  (meaningsOf(half(token.image)).find((id) => K[id].CATEGORIES?.includes(type)) ?? 'is') as T;

const spanIds: Readonly<Record<string, SpanId>> = {
  spanRecord: 'record',
  spanProject: 'project',
  spanDay: 'day',
  spanYear: 'year',
  cycle: 'cycle',
};

export const nameNode = (token: IToken): Name => ({
  text: token.tokenType === Quoted ? unquoted(token.image) : half(token.image),
  quoted: token.tokenType === Quoted,
  span: spanOf(token),
});
export const textNode = (token: IToken): Text => ({ value: unquoted(token.image), span: spanOf(token) });
export const numNode = (token: IToken): Num => ({ digits: half(token.image), span: spanOf(token) });
export const dateNode = (token: IToken): DateLiteral => ({ text: half(token.image), span: spanOf(token) });
export const unitNode = (token: IToken): UnitNode => ({ id: meaning<UnitId>(token, Unit), span: spanOf(token) });
export const spanWordNode = (token: IToken): Extract<Basis, { kind: 'span' }> => ({
  kind: 'span',
  id: spanIds[meaning(token, SpanWord)] ?? 'record',
  span: spanOf(token),
});

const hanDigits = '零一二三四五六七八九';
/** 二十五 as 25, up to 九百九十九; 百 alone is 100. */
const hanNumber = (text: string): string => {
  let sum = 0;
  let digit = 0;
  for (const char of text) {
    if (char === '百' || char === '十') {
      sum += (digit || 1) * (char === '百' ? 100 : 10);
      digit = 0;
    } else digit = char === '两' ? 2 : Math.max(0, hanDigits.indexOf(char === '〇' ? '零' : char));
  }
  return String(sum + digit);
};
export const hanRatioNode = (token: IToken): Ratio => {
  const [denominator = '', numerator = ''] = token.image.split('分之');
  return {
    numerator: hanNumber(numerator),
    denominator: hanNumber(denominator),
    form: 'han',
    text: token.image,
    span: spanOf(token),
  };
};

/** Words of a version, joined as they stand. */
export const rawNode = (tokens: readonly IToken[]): Raw => {
  let text = '';
  let end = tokens[0]?.startOffset ?? 0;
  const start = end;
  for (const token of tokens) {
    text += (token.startOffset > end ? ' ' : '') + half(token.image);
    end = endOf(token);
  }
  return { text, span: { start, end } };
};
