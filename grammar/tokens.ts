/**
 * The tokens. The lexer makes *raw* tokens: marks, numbers, quotations, and whole runs of Han and Latin letters. Runs
 * become words later (`words.ts`), when the declared names are known; the parser sees the types of the second half.
 */
import { createToken, Lexer, type TokenType } from 'chevrotain';
import { DIGIT, HAN, HAN_PAIR, LETTER } from './characters.ts';
import { type KeywordId, keywords } from './keywords.ts';

const raw = (name: string, pattern: RegExp, categories: TokenType[] = []): TokenType =>
  createToken({ name, pattern, categories });
const abstract = (name: string, categories: TokenType[] = []): TokenType =>
  createToken({ name, pattern: Lexer.NA, categories });

// ---- classes: what the parser asks for by its place in the line -------------------------------------------------------

/** A label or a code. */
export const Name = abstract('Name');
/** 、 or ， where a list has no second separator. */
export const Separator = abstract('Separator');
export const Unit = abstract('Unit');
export const SpanWord = abstract('SpanWord');
export const TypeWord = abstract('TypeWord');
/** 不少于 少于 不超过 超过, and the words that mean the same. */
export const OrderWord = abstract('OrderWord');
/** 类别 条目 分组 要求 口径 before a name. */
export const SectionName = abstract('SectionName');
export const Status = abstract('Status');

// ---- raw tokens -----------------------------------------------------------------------------------------------------

export const LineEnd = createToken({ name: 'LineEnd', pattern: /\r\n|\r|\n/, line_breaks: true });
const Blank = createToken({
  name: 'Blank',
  pattern: /[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+/,
  group: Lexer.SKIPPED,
});
/** A byte order mark; only at the start, elsewhere it is an invisible character. */
export const Comment = raw('Comment', /[#＃][^\r\n]*/);
/** Closed or not: an unclosed one ends with the line. */
export const Quoted = raw('Quoted', /「[^」\r\n]*」?|“[^”\r\n]*”?|["＂][^"＂\r\n]*["＂]?/, [Name]);
const digits = (many: string): string => `[${DIGIT}]${many}`;
export const DateToken = raw(
  'DateToken',
  new RegExp(`${digits('{4}')}[-－]${digits('{1,2}')}[-－]${digits('{1,2}')}(?![${DIGIT}])`),
);
export const NumberToken = raw('NumberToken', new RegExp(`${digits('+')}(?:[.．]${digits('+')})?`));
/** Han and Latin letters, whole; digits only where they follow a Latin letter (`days90`). */
export const Run = raw('Run', new RegExp(`(?:[${HAN}]|${HAN_PAIR}|[${LETTER}][${LETTER}${DIGIT}]*)+`));
export const Enumeration = raw('Enumeration', /、/, [Separator]);
export const Comma = raw('Comma', /[,，]/, [Separator]);
export const Colon = raw('Colon', /[:：]/);
export const Semicolon = raw('Semicolon', /[;；。]/);
export const Open = raw('Open', /[(（]/);
export const Close = raw('Close', /[)）]/);
export const Pipe = raw('Pipe', /[|｜]/);
export const Equals = raw('Equals', /[=＝]/);
export const Tilde = raw('Tilde', /[~～〜]/);
export const Slash = raw('Slash', /[/／]/);
export const Percent = raw('Percent', /[%％]/);
/** `>=` and its kin: the English spellings of 不少于 and the like. */
export const Sign = raw('Sign', /[<>＜＞][=＝]?|≥|≤/);
/** `-` and `—`: no words of the language, but often written for ～. */
export const Dash = raw('Dash', /[-－–—−]+/);

export const rawTokens: TokenType[] = [
  LineEnd,
  Blank,
  Comment,
  Quoted,
  DateToken,
  NumberToken,
  Run,
  Enumeration,
  Comma,
  Colon,
  Semicolon,
  Open,
  Close,
  Pipe,
  Equals,
  Tilde,
  Slash,
  Percent,
  Sign,
  Dash,
];

/** A stretch of characters that the language does not know. */
export const Odd = abstract('Odd');

// ---- words ------------------------------------------------------------------------------------------------------------

/** A run that is one name. */
export const PlainName = abstract('PlainName', [Name]);
/** A code where it is declared, however it is spelt. */
export const CodeName = abstract('CodeName', [Name]);
/** 三分之二, 百分之二十. */
export const HanRatio = abstract('HanRatio');

const orders: readonly KeywordId[] = ['atLeast', 'reaches', 'lessThan', 'shortOf', 'atMost', 'upTo', 'moreThan'];
const sectionNames: readonly KeywordId[] = ['category', 'item', 'group', 'require', 'reading'];
const statuses: readonly KeywordId[] = ['met', 'unmet', 'exempt'];

const classesOf = (id: KeywordId): TokenType[] => {
  const { colour } = keywords[id];
  if (colour === 'unit') return [Unit];
  if (colour === 'span') return [SpanWord];
  if (colour === 'type') return [TypeWord];
  if (orders.includes(id)) return [OrderWord];
  if (sectionNames.includes(id)) return [SectionName];
  if (statuses.includes(id)) return [Status];
  return [];
};

const ids = Object.keys(keywords) as KeywordId[];

/** One type a keyword: what the parser consumes. */
export const K = Object.fromEntries(ids.map((id) => [id, abstract(`K_${id}`, classesOf(id))])) as Record<
  KeywordId,
  TokenType
>;

const meanings = new Map<string, KeywordId[]>();
for (const id of ids) {
  for (const spelling of [keywords[id].zh, keywords[id].en]) {
    const known = meanings.get(spelling);
    if (known) known.push(id);
    else meanings.set(spelling, [id]);
  }
}
/** ≥ and ≤ are what Chinese texts write for `>=` and `<=`. */
const signs: Readonly<Record<string, string>> = { '≥': '>=', '≤': '<=' };

/** What a spelling may mean; the place in the line decides which. */
export const meaningsOf = (spelling: string): readonly KeywordId[] => meanings.get(signs[spelling] ?? spelling) ?? [];

interface Spelt {
  readonly word: TokenType;
  /** The same where the spelling is a declared name too. */
  readonly name: TokenType;
}
const spelt = new Map<string, Spelt>();
for (const [spelling, of] of meanings) {
  const categories = of.map((id) => K[id]);
  const name = `W${spelt.size}`;
  spelt.set(spelling, { word: abstract(name, categories), name: abstract(`${name}N`, [...categories, Name]) });
}

/** The token type of a word, as it is spelt. */
export const wordType = (spelling: string, declared: boolean): TokenType | undefined => {
  const found = spelt.get(signs[spelling] ?? spelling);
  return declared ? found?.name : found?.word;
};

/** Everything the parser may see. */
export const vocabulary: TokenType[] = [
  Name,
  Separator,
  Unit,
  SpanWord,
  TypeWord,
  OrderWord,
  SectionName,
  Status,
  Quoted,
  DateToken,
  NumberToken,
  Enumeration,
  Comma,
  Colon,
  Semicolon,
  Open,
  Close,
  Pipe,
  Equals,
  Tilde,
  Slash,
  Percent,
  Dash,
  Odd,
  PlainName,
  CodeName,
  HanRatio,
  ...Object.values(K),
  ...[...spelt.values()].flatMap(({ word, name }) => [word, name]),
];
