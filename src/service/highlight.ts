/** Colour classes of a text's words, from the keyword table; line by line, so that an editor may ask for one alone. */
import type { IToken } from 'chevrotain';
import { classify } from '../../grammar/classify.ts';
import { type Colour, type KeywordId, keywords } from '../../grammar/keywords.ts';
import { type LogicalLine, logicalLines } from '../../grammar/lines.ts';
import { rolesOf } from '../../grammar/names.ts';
import { Report } from '../../grammar/report.ts';
import { scan, spanOf } from '../../grammar/scan.ts';
import { Comment, DateToken, HanRatio, meaningsOf, NumberToken, Odd, Percent, Quoted } from '../../grammar/tokens.ts';
import { Dictionary } from '../../grammar/words.ts';
import type { Span } from '../model/span.ts';

export type TokenClass = Colour | 'number' | 'string' | 'comment' | 'name' | 'declaration' | 'clause' | 'odd' | 'mark';

export interface Coloured {
  readonly span: Span;
  readonly as: TokenClass;
}

/** Lines whose rest is no words of the language. */
const raw: ReadonlySet<KeywordId> = new Set<KeywordId>(['cite', 'clauses', 'uncomputed', 'approver']);
const namesSections: ReadonlySet<KeywordId> = new Set<KeywordId>(['members', 'drop', 'per', 'reduce']);

export class Highlighter {
  private readonly plain: Dictionary;
  private readonly withSections: Dictionary;

  /** `names`: what is declared, here and in the baseline. */
  constructor(names: ReadonlySet<string>) {
    this.plain = new Dictionary(names, false);
    this.withSections = new Dictionary(names, true);
  }

  /** In source order; blanks and what has no colour of its own are left out. */
  colour(text: string): readonly Coloured[] {
    const tokens = scan(text);
    const comments = tokens.flatMap((token) =>
      token.tokenType === Comment ? [{ span: spanOf(token), as: 'comment' as const }] : [],
    );
    const { lines } = logicalLines(tokens);
    return [...comments, ...lines.flatMap((line) => this.line(line))].sort((a, b) => a.span.start - b.span.start);
  }

  private line(line: LogicalLine): readonly Coloured[] {
    const { word } = line;
    const head: Coloured[] = word
      ? [{ span: word.span, as: keywords[word.id].place === 'section' ? 'section' : 'line' }]
      : [];
    if (word && raw.has(word.id)) {
      return [...head, ...line.tokens.map((token) => ({ span: spanOf(token), as: rawClass(token) }))];
    }
    const dictionary = word && namesSections.has(word.id) ? this.withSections : this.plain;
    const roles = rolesOf(line);
    const declared = new Set([...roles.keys()].map((at) => line.tokens[at]?.startOffset));
    const { tokens } = classify(line.tokens, roles, dictionary, new Report(''));
    const odd = line.tokens.filter(({ tokenType }) => tokenType === Odd);
    return [...head, ...[...tokens, ...odd].map((token) => ({ span: spanOf(token), as: classOf(token, declared) }))];
  }
}

const rawClass = ({ tokenType }: IToken): TokenClass =>
  tokenType === Quoted ? 'string' : tokenType === Comment ? 'comment' : 'clause';

const classOf = (token: IToken, declared: ReadonlySet<number | undefined>): TokenClass => {
  const { tokenType, image, startOffset } = token;
  if (declared.has(startOffset)) return 'declaration';
  if (tokenType === Odd) return 'odd';
  if (tokenType === NumberToken || tokenType === DateToken || tokenType === HanRatio || tokenType === Percent)
    return 'number';
  if (tokenType === Quoted) return 'string';
  // The types of words are many: one for each spelling.
  if (tokenType.name.startsWith('W')) {
    const [id] = meaningsOf(image);
    if (id === undefined) return 'name';
    const { colour, place } = keywords[id];
    // What only opens lines is somebody's name within one: a field is called 形式.
    return place !== 'both' && (colour === 'line' || colour === 'section') ? 'name' : colour;
  }
  return tokenType.name.endsWith('Name') ? 'name' : 'mark';
};
