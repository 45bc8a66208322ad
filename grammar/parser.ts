/**
 * The grammar, in the order of the language's chapters. A rule reads one logical line behind the word that opens it, or
 * one cell of a table: lines are the unit of recovery, so recovery inside a rule is off, and what a rule returns is
 * whole. A spelling with several meanings has one token type with all of them; the place here decides.
 *
 * Chevrotain records each rule once with tokens that are not there: actions only build plain nodes from what they get.
 */
import { EmbeddedActionsParser, type IToken, type ParserMethod, type TokenType, tokenMatcher } from 'chevrotain';
import type {
  Amount,
  Basis,
  Cell,
  CompareOp,
  Cond,
  DateLiteral,
  Expectation,
  Fact,
  FactValue,
  Falling,
  FieldHead,
  LineKind,
  LineOf,
  Name as NameNode,
  Num,
  Operand,
  OptionDecl,
  OptionValue,
  OrderOp,
  Rate,
  Ratio,
  Raw,
  Remainder,
  RequiredAmount,
  SectionKind,
  SectionOf,
  SectionRef,
  SectionWord,
  SpanId,
  StatusId,
  Subject,
  Text,
  TypeId,
  UnitId,
  Unit as UnitNode,
} from '../src/model/ast.ts';
import type { Span } from '../src/model/span.ts';
import { half } from './characters.ts';
import { expectations } from './expected.ts';
import type { KeywordId } from './keywords.ts';
import { unquoted } from './names.ts';
import { endOf } from './scan.ts';
import {
  Close,
  CodeName,
  Comma,
  DateToken,
  Enumeration,
  Equals,
  HanRatio,
  K,
  meaningsOf,
  Name,
  NumberToken,
  Open,
  OrderWord,
  Percent,
  Quoted,
  SectionName,
  Separator,
  Slash,
  SpanWord,
  Status,
  Tilde,
  TypeWord,
  Unit,
  vocabulary,
} from './tokens.ts';

type Beside = 'kind' | 'span' | 'word' | 'leading' | 'trailing' | 'blankBefore' | 'lines' | 'extent';
type Own<T> = T extends unknown ? Omit<T, Beside> : never;
/** What a line holds of its own. */
export type LineShape<K extends LineKind> = Own<LineOf<K>>;
/** What a section's head holds of its own. */
export type HeadShape<K extends SectionKind> = Own<SectionOf<K>>;

type Rule<T> = ParserMethod<[], T>;

/** 每 N 单位 字段: the part of a rate before what it grants. */
interface PerPart {
  readonly every?: Num;
  readonly everyReading?: NameNode;
  readonly unit?: UnitNode;
  readonly field?: NameNode;
  readonly span: Span;
}

interface Modifiers {
  by?: Basis;
  remainder?: Remainder;
  falling?: Falling;
  when?: Cond;
}

/** Which meaning of a spelling the place asks for. */
const meaning = <T extends KeywordId>(token: IToken, type: TokenType): T =>
  (meaningsOf(half(token.image)).find((id) => K[id].CATEGORIES?.includes(type)) ?? 'is') as T;

const spanIds: Readonly<Record<string, SpanId>> = {
  spanRecord: 'record',
  spanProject: 'project',
  spanDay: 'day',
  spanYear: 'year',
  cycle: 'cycle',
};

const spanOf = (token: IToken): Span => ({ start: token.startOffset, end: endOf(token) });

const nameNode = (token: IToken): NameNode => ({
  text: token.tokenType === Quoted ? unquoted(token.image) : half(token.image),
  quoted: token.tokenType === Quoted,
  span: spanOf(token),
});
const textNode = (token: IToken): Text => ({ value: unquoted(token.image), span: spanOf(token) });
const numNode = (token: IToken): Num => ({ digits: half(token.image), span: spanOf(token) });
const dateNode = (token: IToken): DateLiteral => ({ text: half(token.image), span: spanOf(token) });
const unitNode = (token: IToken): UnitNode => ({ id: meaning<UnitId>(token, Unit), span: spanOf(token) });
const spanWordNode = (token: IToken): Extract<Basis, { kind: 'span' }> => ({
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
const hanRatioNode = (token: IToken): Ratio => {
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
const rawNode = (tokens: readonly IToken[]): Raw => {
  let text = '';
  let end = tokens[0]?.startOffset ?? 0;
  const start = end;
  for (const token of tokens) {
    text += (token.startOffset > end ? ' ' : '') + half(token.image);
    end = endOf(token);
  }
  return { text, span: { start, end } };
};

const all = (parts: readonly Cond[], kind: 'and' | 'or', span: Span): Cond =>
  parts.length === 1 ? (parts[0] as Cond) : { kind, of: parts, span };

/** A condition as one arm of 且: an 或 needs its brackets there. */
const arms = (cond: Cond): readonly Cond[] => {
  if (cond.kind === 'and') return cond.of;
  return cond.kind === 'or' ? [{ kind: 'paren', of: cond, span: cond.span }] : [cond];
};

class LineParser extends EmbeddedActionsParser {
  /** Modifiers that were written a second time in the line just read. */
  twice: IToken[] = [];

  constructor() {
    // One token decides nearly everywhere; where a share and a number begin alike, the rule asks for two.
    super(vocabulary, { recoveryEnabled: false, maxLookahead: 1, errorMessageProvider: expectations });
    this.performSelfAnalysis();
  }

  // ---- helpers --------------------------------------------------------------------------------------------------------

  /** From the first token of a node to the last one read. */
  private since(first: IToken): Span {
    return { start: first.startOffset, end: endOf(this.LA(0)) };
  }

  private sees(ahead: number, ...types: TokenType[]): boolean {
    const token = this.LA(ahead);
    return types.some((type) => tokenMatcher(token, type));
  }

  /** Keeps the first of a modifier, and notes a second one. */
  private once<T extends keyof Modifiers>(into: Modifiers, key: T, value: Modifiers[T], word: IToken): void {
    if (into[key] === undefined) into[key] = value;
    else this.twice.push(word);
  }

  // ---- leaves ---------------------------------------------------------------------------------------------------------

  private nameRef: Rule<NameNode> = this.RULE('nameRef', () => nameNode(this.CONSUME(Name)));

  private names: Rule<NameNode[]> = this.RULE('names', () => {
    const found: NameNode[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: Separator, DEF: () => found.push(this.SUBRULE(this.nameRef)) });
    return found;
  });

  private ratio: Rule<Ratio> = this.RULE('ratio', () =>
    this.OR([
      { ALT: () => hanRatioNode(this.CONSUME(HanRatio)) },
      {
        ALT: () => {
          const number = this.CONSUME(NumberToken);
          const first = half(number.image);
          return this.OR1([
            {
              ALT: (): Ratio => {
                this.CONSUME(Percent);
                return {
                  numerator: first,
                  denominator: '100',
                  form: 'percent',
                  text: `${first}%`,
                  span: this.since(number),
                };
              },
            },
            {
              ALT: (): Ratio => {
                this.CONSUME(Slash);
                const second = half(this.CONSUME1(NumberToken).image);
                return {
                  numerator: first,
                  denominator: second,
                  form: 'fraction',
                  text: `${first}/${second}`,
                  span: this.since(number),
                };
              },
            },
          ]);
        },
      },
    ]),
  );

  private amount: Rule<Amount> = this.RULE('amount', () => {
    const first = this.LA(1);
    return this.OR([
      {
        ALT: (): Amount => {
          const number = numNode(this.CONSUME(NumberToken));
          const unit = this.OPTION(() => unitNode(this.CONSUME(Unit)));
          return { kind: 'number', number, ...(unit && { unit }), span: this.since(first) };
        },
      },
      {
        ALT: (): Amount => {
          const name = nameNode(this.CONSUME(Name));
          const unit = this.OPTION1(() => unitNode(this.CONSUME1(Unit)));
          return { kind: 'reading', name, ...(unit && { unit }), span: this.since(first) };
        },
      },
    ]);
  });

  private basis: Rule<Basis> = this.RULE('basis', () =>
    this.OR([
      { ALT: (): Basis => spanWordNode(this.CONSUME(SpanWord)) },
      {
        ALT: (): Basis => {
          const name = this.SUBRULE(this.nameRef);
          return { kind: 'reading', name, span: name.span };
        },
      },
    ]),
  );

  /** 每 and a span, as caps and counts look at it. */
  private perBasis: Rule<Basis> = this.RULE('perBasis', () => {
    this.CONSUME(K.per);
    return this.SUBRULE(this.basis);
  });

  private rounding: Rule<Remainder> = this.RULE('rounding', () => {
    const first = this.LA(1);
    return this.OR([
      { ALT: (): Remainder => ({ kind: 'floor', span: spanOf(this.CONSUME(K.floor)) }) },
      { ALT: (): Remainder => ({ kind: 'ceil', span: spanOf(this.CONSUME(K.ceil)) }) },
      {
        ALT: (): Remainder => {
          this.CONSUME(K.prorate);
          const step = this.OPTION(() => {
            this.CONSUME(K.to);
            return this.SUBRULE(this.amount);
          });
          return { kind: 'prorate', ...(step && { step }), span: this.since(first) };
        },
      },
    ]);
  });

  private remainder: Rule<Remainder> = this.RULE('remainder', () =>
    this.OR([
      { ALT: () => this.SUBRULE(this.rounding) },
      {
        ALT: (): Remainder => {
          const name = this.SUBRULE(this.nameRef);
          return { kind: 'reading', name, span: name.span };
        },
      },
    ]),
  );

  private sectionRef: Rule<SectionRef> = this.RULE('sectionRef', () => {
    const first = this.LA(1);
    const section = this.OPTION(() => meaning<SectionWord>(this.CONSUME(SectionName), SectionName));
    const name = this.SUBRULE(this.nameRef);
    return { ...(section && { section }), name, span: this.since(first) };
  });

  private sectionRefs: Rule<SectionRef[]> = this.RULE('sectionRefs', () => {
    const found: SectionRef[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: Separator, DEF: () => found.push(this.SUBRULE(this.sectionRef)) });
    return found;
  });

  private version: Rule<Raw> = this.RULE('version', () => {
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

  // ---- conditions -----------------------------------------------------------------------------------------------------

  private cond: Rule<Cond> = this.RULE('cond', () => {
    const first = this.LA(1);
    const parts: Cond[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: K.or, DEF: () => parts.push(this.SUBRULE(this.conjunction)) });
    return all(parts, 'or', this.since(first));
  });

  private conjunction: Rule<Cond> = this.RULE('conjunction', () => {
    const first = this.LA(1);
    const parts: Cond[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: K.and, DEF: () => parts.push(this.SUBRULE(this.negation)) });
    return all(parts, 'and', this.since(first));
  });

  private negation: Rule<Cond> = this.RULE('negation', () => {
    const words: IToken[] = [];
    this.MANY(() => words.push(this.CONSUME(K.not)));
    let cond = this.OR([{ ALT: () => this.SUBRULE(this.bracketed) }, { ALT: () => this.SUBRULE(this.comparison) }]);
    for (const word of words.reverse()) cond = { kind: 'not', of: cond, span: this.since(word) };
    return cond;
  });

  private bracketed: Rule<Cond> = this.RULE('bracketed', (): Cond => {
    const first = this.CONSUME(Open);
    const of = this.SUBRULE(this.cond);
    this.CONSUME(Close);
    return { kind: 'paren', of, span: this.since(first) };
  });

  private comparison: Rule<Cond> = this.RULE('comparison', () => {
    const first = this.LA(1);
    return this.OR([
      {
        ALT: (): Cond => {
          const word = this.OR1([
            { ALT: () => this.CONSUME(K.total) && ('total' as const) },
            { ALT: () => this.CONSUME(K.yearTotal) && ('yearTotal' as const) },
          ]);
          const subject: Subject = { kind: 'total', word, span: spanOf(first) };
          const op = meaning<OrderOp>(this.CONSUME(OrderWord), OrderWord);
          const operand = this.SUBRULE(this.operand);
          return { kind: 'compare', subject, op, operands: [operand], span: this.since(first) };
        },
      },
      {
        ALT: (): Cond => {
          const name = this.SUBRULE(this.nameRef);
          const rest = this.OPTION(() => this.SUBRULE(this.compared));
          if (!rest) return { kind: 'fact', name, span: name.span };
          return {
            kind: 'compare',
            subject: { kind: 'name', name, span: name.span },
            ...rest,
            span: this.since(first),
          };
        },
      },
    ]);
  });

  private compared: Rule<{ op: CompareOp; operands: Operand[] }> = this.RULE('compared', () =>
    this.OR([
      {
        ALT: () => {
          const op: CompareOp = this.OR1([
            { ALT: () => this.CONSUME(K.is) && ('is' as const) },
            { ALT: () => this.CONSUME(K.isnt) && ('isnt' as const) },
            { ALT: () => this.CONSUME(K.in) && ('in' as const) },
            { ALT: () => this.CONSUME(K.notin) && ('notin' as const) },
          ]);
          const operands = this.SUBRULE(this.operands);
          return { op, operands };
        },
      },
      {
        ALT: () => {
          const op = meaning<OrderOp>(this.CONSUME(OrderWord), OrderWord);
          const operand = this.SUBRULE(this.operand);
          return { op, operands: [operand] };
        },
      },
    ]),
  );

  private operands: Rule<Operand[]> = this.RULE('operands', () => {
    const found: Operand[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: Separator, DEF: () => found.push(this.SUBRULE(this.operand)) });
    return found;
  });

  private operand: Rule<Operand> = this.RULE('operand', () => {
    const first = this.LA(1);
    return this.OR([
      {
        ALT: (): Operand => {
          const from = numNode(this.CONSUME(NumberToken));
          const to = this.OPTION(() => {
            this.CONSUME(Tilde);
            return numNode(this.CONSUME1(NumberToken));
          });
          const unit = this.OPTION1(() => unitNode(this.CONSUME(Unit)));
          const span = this.since(first);
          return to
            ? { kind: 'range', from, to, ...(unit && { unit }), span }
            : { kind: 'quantity', number: from, ...(unit && { unit }), span };
        },
      },
      { ALT: (): Operand => ({ kind: 'date', date: dateNode(this.CONSUME(DateToken)), span: spanOf(first) }) },
      { ALT: (): Operand => ({ kind: 'yesno', value: true, span: spanOf(this.CONSUME(K.yes)) }) },
      { ALT: (): Operand => ({ kind: 'yesno', value: false, span: spanOf(this.CONSUME(K.no)) }) },
      {
        ALT: (): Operand => {
          const name = this.SUBRULE(this.nameRef);
          return { kind: 'name', name, span: name.span };
        },
      },
    ]);
  });

  /** 当 and its condition. */
  private when: Rule<Cond> = this.RULE('when', () => {
    this.CONSUME(K.when);
    return this.SUBRULE(this.cond);
  });

  // ---- header ---------------------------------------------------------------------------------------------------------

  rulesHead: Rule<HeadShape<'rules'>> = this.RULE('rulesHead', () => {
    const labelled = this.SUBRULE(this.labelled);
    const version = this.OPTION(() => {
      this.CONSUME(K.version);
      return this.SUBRULE(this.version);
    });
    return { ...labelled, ...(version && { version }) };
  });

  languageLine: Rule<LineShape<'language'>> = this.RULE('languageLine', () => ({
    version: numNode(this.CONSUME(NumberToken)),
  }));

  textLine: Rule<LineShape<'title' | 'number' | 'question'>> = this.RULE('textLine', () => ({
    text: textNode(this.CONSUME(Quoted)),
  }));

  dateLine: Rule<LineShape<'effective' | 'until'>> = this.RULE('dateLine', () => ({
    date: dateNode(this.CONSUME(DateToken)),
  }));

  underLine: Rule<LineShape<'under'>> = this.RULE('underLine', () => {
    const name = this.SUBRULE(this.nameRef);
    const version = this.OPTION(() => {
      this.OPTION1(() => this.CONSUME(K.version));
      return this.SUBRULE(this.version);
    });
    return { name, ...(version && { version }) };
  });

  repealsLine: Rule<LineShape<'repeals'>> = this.RULE('repealsLine', () => {
    const texts: Text[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: Separator, DEF: () => texts.push(textNode(this.CONSUME(Quoted))) });
    return { texts };
  });

  cycleLine: Rule<LineShape<'cycle'>> = this.RULE('cycleLine', () =>
    this.OR([
      {
        ALT: (): LineShape<'cycle'> => {
          this.CONSUME(K.rolling);
          const years = numNode(this.CONSUME(NumberToken));
          this.CONSUME(K.years);
          return { rolling: true, years };
        },
      },
      {
        ALT: (): LineShape<'cycle'> => {
          const years = numNode(this.CONSUME1(NumberToken));
          this.CONSUME1(K.years);
          const from = this.OPTION(() => {
            this.CONSUME(K.from);
            return this.OR1([
              { ALT: (): DateLiteral | NameNode => dateNode(this.CONSUME(DateToken)) },
              { ALT: (): DateLiteral | NameNode => this.SUBRULE(this.nameRef) },
            ]);
          });
          return { rolling: false, years, ...(from && { from }) };
        },
      },
    ]),
  );

  remainderLine: Rule<LineShape<'remainder'>> = this.RULE('remainderLine', () => ({
    of: this.SUBRULE(this.remainder),
  }));

  // ---- vocabulary and readings ----------------------------------------------------------------------------------------

  labelled: Rule<{ label: NameNode; code?: NameNode }> = this.RULE('labelled', () => {
    const label = this.SUBRULE(this.nameRef);
    const code = this.OPTION(() => nameNode(this.CONSUME(CodeName)));
    return { label, ...(code && { code }) };
  });

  fieldHead: Rule<FieldHead> = this.RULE('fieldHead', () => {
    const labelled = this.SUBRULE(this.labelled);
    const type = this.OPTION(() => {
      const token = this.CONSUME(TypeWord);
      return { id: meaning<TypeId>(token, TypeWord), span: spanOf(token) };
    });
    const unit = this.OPTION1(() => unitNode(this.CONSUME(Unit)));
    const standard = this.OPTION2(() => {
      this.CONSUME(K.default);
      return this.SUBRULE(this.factValue);
    });
    return { ...labelled, ...(type && { type }), ...(unit && { unit }), ...(standard && { default: standard }) };
  });

  convertHead: Rule<HeadShape<'convert'>> = this.RULE('convertHead', () => {
    const left = this.SUBRULE(this.amount);
    this.CONSUME(Equals);
    const right = this.SUBRULE1(this.amount);
    return { left, right };
  });

  optionLine: Rule<LineShape<'option'>> = this.RULE('optionLine', () => {
    const options: OptionDecl[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: Separator, DEF: () => options.push(this.SUBRULE(this.optionDecl)) });
    return { options };
  });

  private optionDecl: Rule<OptionDecl> = this.RULE('optionDecl', () => {
    const first = this.LA(1);
    const labelled = this.SUBRULE(this.labelled);
    const value = this.OPTION(() => {
      this.CONSUME(Equals);
      return this.SUBRULE(this.optionValue);
    });
    const text = this.OPTION1(() => textNode(this.CONSUME(Quoted)));
    return { ...labelled, ...(value && { value }), ...(text && { text }), span: this.since(first) };
  });

  private optionValue: Rule<OptionValue> = this.RULE('optionValue', () => {
    const first = this.LA(1);
    return this.OR({
      MAX_LOOKAHEAD: 2,
      DEF: [
        {
          ALT: (): OptionValue => {
            const ratio = this.SUBRULE(this.ratio);
            return { kind: 'ratio', ratio, span: ratio.span };
          },
        },
        {
          ALT: (): OptionValue => {
            const number = numNode(this.CONSUME(NumberToken));
            const to = this.OPTION(() => {
              this.CONSUME(Tilde);
              return numNode(this.CONSUME1(NumberToken));
            });
            const unit = this.OPTION1(() => unitNode(this.CONSUME(Unit)));
            const span = this.since(first);
            return to
              ? { kind: 'range', from: number, to, ...(unit && { unit }), span }
              : { kind: 'amount', number, ...(unit && { unit }), span };
          },
        },
        { ALT: (): OptionValue => ({ ...spanWordNode(this.CONSUME(SpanWord)), kind: 'basis' }) },
        {
          ALT: (): OptionValue => {
            const of = this.SUBRULE(this.rounding);
            return { kind: 'remainder', of, span: of.span };
          },
        },
      ],
    });
  });

  adoptLine: Rule<LineShape<'adopt'>> = this.RULE('adoptLine', () => ({ option: this.SUBRULE(this.nameRef) }));

  // ---- who and which --------------------------------------------------------------------------------------------------

  /** 要求 may have no name. */
  requireHead: Rule<HeadShape<'require'>> = this.RULE(
    'requireHead',
    () => this.OPTION(() => this.SUBRULE(this.labelled)) ?? {},
  );

  scopeHead: Rule<HeadShape<'scope'>> = this.RULE('scopeHead', () => ({}));

  whenLine: Rule<LineShape<'except' | 'for'>> = this.RULE('whenLine', () => ({ when: this.SUBRULE(this.cond) }));

  formLine: Rule<LineShape<'form'>> = this.RULE('formLine', () => ({ values: this.SUBRULE(this.names) }));

  placedLine: Rule<LineShape<'placed'>> = this.RULE('placedLine', () => ({ field: this.SUBRULE(this.nameRef) }));

  membersLine: Rule<LineShape<'members'>> = this.RULE('membersLine', () => ({ of: this.SUBRULE(this.sectionRefs) }));

  // ---- granting -------------------------------------------------------------------------------------------------------

  gateLine: Rule<LineShape<'gate'>> = this.RULE('gateLine', () => {
    const that = this.SUBRULE(this.cond);
    const when = this.OPTION(() => this.SUBRULE(this.when));
    return { that, ...(when && { when }) };
  });

  awardLine: Rule<LineShape<'award'>> = this.RULE('awardLine', () => {
    const rate = this.SUBRULE(this.rate);
    const modifiers = this.SUBRULE(this.modifiers);
    return { rate, ...modifiers };
  });

  private rate: Rule<Rate> = this.RULE('rate', () => {
    const first = this.LA(1);
    return this.OR([
      {
        ALT: (): Rate => {
          const { span: _, ...per } = this.SUBRULE(this.perPart);
          const credits = this.SUBRULE(this.amount);
          return { kind: 'per', ...per, credits, span: this.since(first) };
        },
      },
      {
        ALT: (): Rate => {
          const credits = this.SUBRULE1(this.amount);
          return credits.kind === 'reading' && !credits.unit
            ? { kind: 'field', field: credits.name, span: credits.span }
            : { kind: 'flat', credits, span: credits.span };
        },
      },
    ]);
  });

  /** Whether what a rate grants begins there: an amount, or 授予 in the regulation's own order. */
  private grants(ahead: number): boolean {
    return this.sees(ahead, NumberToken, Name, K.award);
  }

  private perPart: Rule<PerPart> = this.RULE('perPart', () => {
    const first = this.CONSUME(K.per);
    const every = this.OPTION(() => numNode(this.CONSUME(NumberToken)));
    // 每 标准 小时 1 学分: a name before a unit, with more to come, is a reading.
    const everyReading = this.OPTION1({
      GATE: () => every === undefined && !this.sees(1, Unit) && this.sees(2, Unit) && this.grants(3),
      DEF: () => nameNode(this.CONSUME(Name)),
    });
    const measured = this.OR([
      {
        ALT: () => {
          const unit = unitNode(this.CONSUME(Unit));
          const field = this.OPTION2({ GATE: () => this.grants(2), DEF: () => nameNode(this.CONSUME1(Name)) });
          return { unit, ...(field && { field }) };
        },
      },
      { ALT: () => ({ field: nameNode(this.CONSUME2(Name)) }) },
    ]);
    return { ...(every && { every }), ...(everyReading && { everyReading }), ...measured, span: this.since(first) };
  });

  /** What may stand behind a rate or a table, in any order, each once. */
  private modifiers: Rule<Modifiers> = this.RULE('modifiers', () => {
    const found: Modifiers = {};
    this.MANY(() => {
      const word = this.LA(1);
      this.OR([
        {
          ALT: () => {
            this.CONSUME(K.by);
            this.once(found, 'by', this.SUBRULE(this.basis), word);
          },
        },
        {
          ALT: () => {
            this.CONSUME(K.remainder);
            this.once(found, 'remainder', this.SUBRULE(this.remainder), word);
          },
        },
        {
          ALT: () => {
            this.CONSUME(K.falling);
            this.once(found, 'falling', { ...this.SUBRULE(this.fallingBy), span: this.since(word) }, word);
          },
        },
        { ALT: () => this.once(found, 'when', this.SUBRULE(this.when), word) },
      ]);
    });
    return found;
  });

  /** 主讲人每小时授予2学分: the regulation's own order. The condition in front joins the one behind. */
  regulationLine: Rule<LineShape<'award'>> = this.RULE('regulationLine', () => {
    const first = this.LA(1);
    const cond = this.OPTION(() => this.SUBRULE(this.cond));
    this.OPTION1(() => this.CONSUME(K.by));
    const part = this.OPTION2(() => this.SUBRULE(this.perPart));
    this.CONSUME(K.award);
    const credits = this.SUBRULE(this.amount);
    const { when, ...modifiers } = this.SUBRULE(this.modifiers);
    return this.ACTION(() => {
      const { span: from, ...per } = part ?? { span: credits.span };
      const rate: Rate = part
        ? { kind: 'per', ...per, credits, span: { start: from.start, end: credits.span.end } }
        : { kind: 'flat', credits, span: credits.span };
      const both: Cond | undefined =
        cond && when ? { kind: 'and', of: [...arms(cond), ...arms(when)], span: this.since(first) } : (cond ?? when);
      return { rate, ...modifiers, ...(both && { when: both }) };
    });
  });

  awardTableLine: Rule<Omit<LineShape<'awardTable'>, 'table'>> = this.RULE('awardTableLine', () =>
    this.SUBRULE(this.modifiers),
  );

  private fallingBy: Rule<Falling> = this.RULE('fallingBy', () => {
    const first = this.LA(1);
    const by = this.OR({
      MAX_LOOKAHEAD: 2,
      DEF: [
        { ALT: (): Falling['by'] => ({ kind: 'share', ratio: this.SUBRULE(this.ratio) }) },
        { ALT: (): Falling['by'] => ({ kind: 'step', amount: this.SUBRULE(this.amount) }) },
      ],
    });
    this.CONSUME(K.by);
    const rank = this.SUBRULE(this.nameRef);
    const least = this.OPTION(() => {
      this.OR1([{ ALT: () => this.CONSUME(K.atLeast) }, { ALT: () => this.CONSUME(K.reaches) }]);
      return this.SUBRULE1(this.amount);
    });
    return { by, rank, ...(least && { least }), span: this.since(first) };
  });

  fallingLine: Rule<LineShape<'falling'>> = this.RULE('fallingLine', () => ({ of: this.SUBRULE(this.fallingBy) }));

  factorLine: Rule<LineShape<'factor'>> = this.RULE('factorLine', () => {
    const by = this.OR({
      MAX_LOOKAHEAD: 2,
      DEF: [
        { ALT: (): LineShape<'factor'>['by'] => ({ kind: 'ratio', ratio: this.SUBRULE(this.ratio) }) },
        { ALT: (): LineShape<'factor'>['by'] => ({ kind: 'number', number: numNode(this.CONSUME(NumberToken)) }) },
      ],
    });
    const when = this.OPTION(() => this.SUBRULE(this.when));
    return { by, ...(when && { when }) };
  });

  bestLine: Rule<LineShape<'best'>> = this.RULE('bestLine', () => {
    const count = numNode(this.CONSUME(NumberToken));
    this.OPTION(() => this.CONSUME(K.times));
    const per = this.SUBRULE(this.perBasis);
    const when = this.OPTION1(() => this.SUBRULE(this.when));
    return { count, per, ...(when && { when }) };
  });

  deemLine: Rule<LineShape<'deem'>> = this.RULE('deemLine', () => {
    const credits = this.OPTION(() => this.SUBRULE(this.amount));
    const when = this.SUBRULE(this.when);
    return { ...(credits && { credits }), when };
  });

  capLine: Rule<LineShape<'cap'>> = this.RULE('capLine', () => {
    const per = this.SUBRULE(this.perBasis);
    const limit = this.SUBRULE(this.amount);
    const when = this.OPTION(() => this.SUBRULE(this.when));
    return { per, limit, ...(when && { when }) };
  });

  // ---- requirements ---------------------------------------------------------------------------------------------------

  minimumLine: Rule<LineShape<'minimum'>> = this.RULE('minimumLine', () => {
    const per = this.OR([
      { ALT: () => this.CONSUME(K.spanYear) && ('year' as const) },
      { ALT: () => this.CONSUME(K.cycle) && ('cycle' as const) },
    ]);
    const subject = this.OPTION({
      GATE: () => this.sees(1, SectionName) || !this.endsAmount(2),
      DEF: () => this.SUBRULE(this.sectionRef),
    });
    const bound = this.OPTION1(() => meaning<OrderOp>(this.CONSUME(OrderWord), OrderWord));
    const amount = this.SUBRULE(this.requiredAmount);
    const found: Pick<Modifiers, 'when'> & { fillable?: NonNullable<LineShape<'minimum'>['fillable']> } = {};
    this.MANY(() => {
      const word = this.LA(1);
      this.OR1([
        {
          ALT: () => {
            const fillable = this.SUBRULE(this.fillable);
            if (found.fillable) this.twice.push(word);
            else found.fillable = fillable;
          },
        },
        { ALT: () => this.once(found, 'when', this.SUBRULE(this.when), word) },
      ]);
    });
    return { per, ...(subject && { subject }), ...(bound && { bound }), amount, ...found };
  });

  /** Whether a name before that place is an amount by itself: its unit follows, or nothing, or a connective. */
  private endsAmount(ahead: number): boolean {
    if (this.sees(ahead, Unit)) return true; // though a field's code may be spelt like it
    return !this.sees(
      ahead,
      SectionName,
      Name,
      NumberToken,
      HanRatio,
      OrderWord,
      K.ofRequired,
      K.ofEarned,
      K.per,
      K.all,
    );
  }

  private requiredAmount: Rule<RequiredAmount> = this.RULE('requiredAmount', () => {
    const first = this.LA(1);
    return this.OR([
      {
        ALT: (): RequiredAmount => {
          const of = this.OR1([
            { ALT: () => this.CONSUME(K.ofRequired) && ('required' as const) },
            { ALT: () => this.CONSUME(K.ofEarned) && ('earned' as const) },
          ]);
          const ratio = this.SUBRULE(this.ratio);
          return { kind: 'share', of, ratio, span: this.since(first) };
        },
      },
      {
        ALT: (): RequiredAmount => {
          const amount = this.SUBRULE(this.amount);
          return { kind: 'amount', amount, span: amount.span };
        },
      },
    ]);
  });

  /** 可由 A、B 抵充 不超过 50%; in English `fillable from A, B <= 50%`. */
  private fillable: Rule<NonNullable<LineShape<'minimum'>['fillable']>> = this.RULE('fillable', () => {
    const first = this.CONSUME(K.fillable);
    this.OPTION(() => this.CONSUME(K.from));
    const from = this.SUBRULE(this.sectionRefs);
    this.OPTION1(() => this.CONSUME(K.fills));
    const limit = this.OPTION2(() => {
      this.OR([{ ALT: () => this.CONSUME(K.atMost) }, { ALT: () => this.CONSUME(K.upTo) }]);
      return this.SUBRULE(this.ratio);
    });
    return { from, ...(limit && { limit }), span: this.since(first) };
  });

  sinceLine: Rule<LineShape<'since'>> = this.RULE('sinceLine', () => {
    this.CONSUME(K.since);
    const field = this.SUBRULE(this.nameRef);
    const step = this.OPTION(() => {
      this.CONSUME(K.to);
      return this.SUBRULE(this.amount);
    });
    return { field, ...(step && { step }) };
  });

  reduceLine: Rule<LineShape<'reduce'>> = this.RULE('reduceLine', () => {
    type By = LineShape<'reduce'>['by'];
    const subject = this.OPTION({
      GATE: () => this.sees(1, SectionName) || !this.endsAmount(2),
      DEF: () => this.SUBRULE(this.sectionRef),
    });
    const by = this.OR({
      MAX_LOOKAHEAD: 2,
      DEF: [
        { ALT: (): By => ({ kind: this.CONSUME(K.all) && 'all' }) },
        {
          ALT: (): By => {
            const { span: _, everyReading: __, ...per } = this.SUBRULE(this.perPart);
            return { kind: 'per', ...per, credits: this.SUBRULE(this.amount) };
          },
        },
        { ALT: (): By => ({ kind: 'share', ratio: this.SUBRULE(this.ratio) }) },
        { ALT: (): By => ({ kind: 'amount', amount: this.SUBRULE1(this.amount) }) },
      ],
    });
    const when = this.OPTION1(() => this.SUBRULE(this.when));
    return { ...(subject && { subject }), by, ...(when && { when }) };
  });

  // ---- years, speaking, layers ----------------------------------------------------------------------------------------

  makeupHead: Rule<HeadShape<'makeup'>> = this.RULE('makeupHead', () => {
    this.CONSUME(K.nextYear);
    const when = this.OPTION(() => this.SUBRULE(this.when));
    return { ...(when && { when }) };
  });

  carryHead: Rule<HeadShape<'carry'>> = this.RULE('carryHead', () => {
    const field = this.SUBRULE(this.nameRef);
    const limit = this.OPTION(() => {
      this.OR([{ ALT: () => this.CONSUME(K.atMost) }, { ALT: () => this.CONSUME(K.upTo) }]);
      return this.SUBRULE(this.amount);
    });
    return { field, ...(limit && { limit }) };
  });

  noticeHead: Rule<HeadShape<'notice'>> = this.RULE('noticeHead', () => {
    const text = textNode(this.CONSUME(Quoted));
    const same = this.OPTION(() => {
      this.CONSUME(K.same);
      return this.SUBRULE(this.names);
    });
    const when = this.OPTION1(() => this.SUBRULE(this.when));
    return { text, ...(same && { same }), ...(when && { when }) };
  });

  openLine: Rule<LineShape<'open'>> = this.RULE('openLine', () => ({
    mode: this.OR([
      { ALT: () => this.CONSUME(K.stricter) && ('stricter' as const) },
      { ALT: () => this.CONSUME(K.freely) && ('freely' as const) },
      { ALT: () => this.CONSUME(K.add) && ('add' as const) },
    ]),
  }));

  dropHead: Rule<HeadShape<'drop'>> = this.RULE('dropHead', () => ({ of: this.SUBRULE(this.sectionRefs) }));

  acceptedLine: Rule<LineShape<'accepted'>> = this.RULE('acceptedLine', () => {
    const code = this.SUBRULE(this.nameRef);
    const reason = textNode(this.CONSUME(Quoted));
    return { code, reason };
  });

  // ---- examples -------------------------------------------------------------------------------------------------------

  exampleHead: Rule<HeadShape<'example' | 'examples'>> = this.RULE('exampleHead', () => ({
    title: textNode(this.CONSUME(Quoted)),
  }));

  exampleYearLine: Rule<LineShape<'exampleYear'>> = this.RULE('exampleYearLine', () => {
    const year = numNode(this.CONSUME(NumberToken));
    this.OPTION(() => this.CONSUME(K.years));
    return { year };
  });

  exampleAdoptLine: Rule<LineShape<'exampleAdopt'>> = this.RULE('exampleAdoptLine', () => {
    const reading = this.SUBRULE(this.nameRef);
    this.OPTION(() => this.CONSUME(Equals));
    const option = this.SUBRULE1(this.nameRef);
    return { reading, option };
  });

  factsLine: Rule<LineShape<'person' | 'record'>> = this.RULE('factsLine', () => {
    const facts: Fact[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: Comma, DEF: () => facts.push(this.SUBRULE(this.fact)) });
    return { facts };
  });

  /** `时长 9 小时`, or a value alone: `省级`. */
  private fact: Rule<Fact> = this.RULE('fact', () => {
    const first = this.LA(1);
    const name = this.SUBRULE(this.nameRef);
    const values: FactValue[] = [];
    const field = this.OPTION(() => {
      this.AT_LEAST_ONE_SEP({ SEP: Enumeration, DEF: () => values.push(this.SUBRULE(this.factValue)) });
      return name;
    });
    if (!field) values.push({ kind: 'name', name, span: name.span });
    return { ...(field && { field }), values, span: this.since(first) };
  });

  private factValue: Rule<FactValue> = this.RULE('factValue', () => {
    const first = this.LA(1);
    return this.OR([
      {
        ALT: (): FactValue => {
          const number = numNode(this.CONSUME(NumberToken));
          const unit = this.OPTION(() => unitNode(this.CONSUME(Unit)));
          return { kind: 'quantity', number, ...(unit && { unit }), span: this.since(first) };
        },
      },
      { ALT: (): FactValue => ({ kind: 'date', date: dateNode(this.CONSUME(DateToken)), span: spanOf(first) }) },
      { ALT: (): FactValue => ({ kind: 'yesno', value: true, span: spanOf(this.CONSUME(K.yes)) }) },
      { ALT: (): FactValue => ({ kind: 'yesno', value: false, span: spanOf(this.CONSUME(K.no)) }) },
      {
        ALT: (): FactValue => {
          const name = this.SUBRULE(this.nameRef);
          return { kind: 'name', name, span: name.span };
        },
      },
    ]);
  });

  private expectations: Rule<Expectation[]> = this.RULE('expectations', () => {
    const found: Expectation[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: Separator, DEF: () => found.push(this.SUBRULE(this.expectation)) });
    return found;
  });

  private expectation: Rule<Expectation> = this.RULE('expectation', () => {
    const first = this.LA(1);
    return this.OR([
      {
        ALT: (): Expectation => {
          const status = meaning<StatusId>(this.CONSUME(Status), Status);
          return { kind: 'status', status, span: this.since(first) };
        },
      },
      {
        ALT: (): Expectation => {
          const short = this.OPTION(() => this.CONSUME(K.short));
          const amount = numNode(this.CONSUME(NumberToken));
          this.OPTION1(() => this.CONSUME(K.credits));
          return { kind: short ? 'short' : 'credits', amount, span: this.since(first) };
        },
      },
    ]);
  });

  expectLine: Rule<LineShape<'expect'>> = this.RULE('expectLine', () => ({ of: this.SUBRULE(this.expectations) }));

  // ---- cells ----------------------------------------------------------------------------------------------------------

  /** A cell under a field of a 授予表. */
  matchCell: Rule<Cell> = this.RULE('matchCell', (): Cell => {
    const first = this.LA(1);
    return this.OR([
      { ALT: (): Cell => ({ kind: 'any', span: spanOf(this.CONSUME(K.any)) }) },
      { ALT: (): Cell => ({ kind: 'else', span: spanOf(this.CONSUME(K.else)) }) },
      {
        ALT: (): Cell => {
          const of: { op: OrderOp; operand: Operand; span: Span }[] = [];
          this.AT_LEAST_ONE_SEP({
            SEP: K.and,
            DEF: () => {
              const word = this.CONSUME(OrderWord);
              const operand = this.SUBRULE(this.operand);
              of.push({ op: meaning<OrderOp>(word, OrderWord), operand, span: this.since(word) });
            },
          });
          return { kind: 'bounds', of, span: this.since(first) };
        },
      },
      {
        ALT: (): Cell => {
          const of = this.SUBRULE(this.operands);
          return { kind: 'values', of, span: this.since(first) };
        },
      },
    ]);
  });

  /** A cell under 学分. */
  creditsCell: Rule<Cell> = this.RULE('creditsCell', (): Cell => {
    const amount = this.SUBRULE(this.amount);
    const { span } = amount;
    const unit = amount.unit && { unit: amount.unit };
    const operand: Operand =
      amount.kind === 'number'
        ? { kind: 'quantity', number: amount.number, ...unit, span }
        : { kind: 'name', name: amount.name, span };
    return { kind: 'values', of: [operand], span };
  });

  /** A cell under a field of a 用例表. */
  factsCell: Rule<Cell> = this.RULE('factsCell', (): Cell => {
    const first = this.LA(1);
    const of: FactValue[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: Separator, DEF: () => of.push(this.SUBRULE(this.factValue)) });
    return { kind: 'facts', of, span: this.since(first) };
  });

  /** A cell under 期望. */
  expectCell: Rule<Cell> = this.RULE('expectCell', (): Cell => {
    const first = this.LA(1);
    const of = this.SUBRULE(this.expectations);
    return { kind: 'expect', of, span: this.since(first) };
  });

  /** A table's head, under which the cells are read. */
  headCell: Rule<NameNode> = this.RULE('headCell', () => this.SUBRULE(this.nameRef));
}

let made: LineParser | undefined;
/** The parser, made at its first use: its self-analysis costs some milliseconds. */
export const lineParser = (): LineParser => {
  made ??= new LineParser();
  return made;
};
export type { LineParser };
