/** What may come next in a line, asked of the grammar itself: so that completion needs no second list of what is allowed. */
import {
  Alternation,
  type Alternative,
  type IProduction,
  type IToken,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
  Terminal,
  type TokenType,
  tokenMatcher,
} from 'chevrotain';
import type { LineKind } from '../src/model/ast.ts';
import { type KeywordId, keywords } from './keywords.ts';
import { type HeadKind, heads, lineRules } from './lineRules.ts';
import { type LineParser, lineParser } from './parser.ts';
import {
  DateToken,
  K,
  Name,
  NumberToken,
  OrderWord,
  Quoted,
  SectionName,
  SpanWord,
  Status,
  TypeWord,
  Unit,
} from './tokens.ts';

export interface Next {
  readonly words: readonly KeywordId[];
  /** A name may stand there: the grammar's rules that it would be read in, from the outside in, one list a way. */
  readonly names: readonly (readonly string[])[];
  readonly number: boolean;
  readonly text: boolean;
  readonly date: boolean;
}

const ids = Object.keys(keywords) as KeywordId[];
const classes: readonly TokenType[] = [Unit, SpanWord, TypeWord, OrderWord, SectionName, Status];

const wordsOf = (type: TokenType): readonly KeywordId[] => {
  if (!classes.includes(type)) return ids.filter((id) => K[id] === type);
  return ids.filter((id) => K[id].CATEGORIES?.includes(type));
};

/** The grammar's name of the rule that reads such a line. */
const ruleOf = (kind: LineKind | HeadKind): string | null => {
  const rule = kind in lineRules ? lineRules[kind as keyof typeof lineRules] : heads[kind as keyof typeof heads];
  if (kind === 'awardTable') return 'awardTableLine';
  if (rule === undefined) return null;
  let name: string | null = null;
  const watching = new Proxy({} as LineParser, {
    get: (_, key) => {
      name = String(key);
      return () => ({});
    },
  });
  rule(watching);
  return name;
};

/** After these tokens of a line of this kind (its own word left out); null where the line takes any text. */
export const nextIn = (kind: LineKind | HeadKind, tokens: readonly IToken[]): Next | null => {
  const name = ruleOf(kind);
  const rule = name === null ? undefined : lineParser().getGAstProductions()[name];
  if (name === null || !rule) return null;
  const walk = new Walk(tokens);
  walk.sequence(rule.definition, 0, 0, [name], () => {});
  const types = new Set(walk.found.map(({ type }) => type));
  return {
    words: [...new Set([...types].flatMap((type) => wordsOf(type)))],
    names: walk.found.flatMap(({ type, rules }) => (type === Name ? [rules] : [])),
    number: types.has(NumberToken),
    text: types.has(Quoted),
    date: types.has(DateToken),
  };
};

/** Steps through the grammar that one question may take; no line of ours comes near it. */
const MOST_STEPS = 50_000;

const isSeparated = (one: IProduction): one is RepetitionWithSeparator | RepetitionMandatoryWithSeparator =>
  one instanceof RepetitionMandatoryWithSeparator || one instanceof RepetitionWithSeparator;

type Go = (at: number) => void;

/** All ways through a rule that begin with the tokens, and what each would take next. */
class Walk {
  readonly found: { readonly type: TokenType; readonly rules: readonly string[] }[] = [];
  private readonly tokens: readonly IToken[];
  private steps = 0;

  constructor(tokens: readonly IToken[]) {
    this.tokens = tokens;
  }

  /** The productions from `index` on, with `at` tokens read; `then` goes on behind the last. */
  sequence(of: readonly IProduction[], index: number, at: number, rules: readonly string[], then: Go): void {
    const production = of[index];
    if (production === undefined) then(at);
    else this.one(production, at, rules, (next) => this.sequence(of, index + 1, next, rules, then));
  }

  private one(production: IProduction, at: number, rules: readonly string[], then: Go): void {
    if (this.steps++ > MOST_STEPS) return;
    // All but terminals and references hold productions.
    const { definition } = production as Alternative;
    if (production instanceof Terminal) this.terminal(production.terminalType, at, rules, then);
    else if (production instanceof NonTerminal) {
      const { referencedRule } = production;
      this.sequence(referencedRule.definition, 0, at, [...rules, referencedRule.name], then);
    } else if (production instanceof Alternation) {
      for (const way of production.definition) this.sequence((way as Alternative).definition, 0, at, rules, then);
    } else if (production instanceof Option) {
      this.sequence(definition, 0, at, rules, then);
      then(at);
    } else if (isSeparated(production)) {
      if (production instanceof RepetitionWithSeparator) then(at);
      const again: Go = (next) => {
        then(next);
        this.terminal(production.separator, next, rules, (behind) =>
          this.sequence(definition, 0, behind, rules, again),
        );
      };
      this.sequence(definition, 0, at, rules, again);
    } else if (production instanceof RepetitionMandatory || production instanceof Repetition) {
      if (production instanceof Repetition) then(at);
      const again: Go = (next) => {
        then(next);
        this.sequence(definition, 0, next, rules, (behind) => {
          if (behind > next) again(behind);
        });
      };
      this.sequence(definition, 0, at, rules, again);
    } else this.sequence(definition, 0, at, rules, then);
  }

  private terminal(type: TokenType, at: number, rules: readonly string[], then: Go): void {
    const token = this.tokens[at];
    if (token === undefined) this.found.push({ type, rules });
    else if (tokenMatcher(token, type)) then(at + 1);
  }
}
