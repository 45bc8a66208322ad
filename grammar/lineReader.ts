/** One logical line by one rule: which tokens the rule is given, what it makes of them, and at most one message. */
import type { IToken } from 'chevrotain';
import { half, isLatin } from './characters.ts';
import { classify, undeclaredIn } from './classify.ts';
import { type KeywordId, keywords } from './keywords.ts';
import type { LogicalLine } from './lines.ts';
import { type Place, reportError } from './messages.ts';
import { rolesOf } from './names.ts';
import { type LineParser, lineParser } from './parser.ts';
import { quoting, type Report, shown } from './report.ts';
import { endOf, tokenOf } from './scan.ts';
import { K, Quoted, Run, wordType } from './tokens.ts';
import type { Dictionary } from './words.ts';

/** What reading a line takes besides the line. */
export interface Reading {
  readonly text: string;
  readonly dictionary: Dictionary;
  /** For lines that name sections: 类别 and the like are words there. */
  readonly withSections: Dictionary;
  readonly report: Report;
}

interface Classified {
  readonly tokens: IToken[];
  /** A token was refused, and that was said. */
  readonly faulty: boolean;
}

/** A line in the regulation's own order, with 授予 as its word. */
interface Regulation extends Classified {
  readonly line: LogicalLine;
  /** Where 授予 stands; none where no word of the line is 授予 by itself. */
  readonly award: IToken | undefined;
  readonly run: IToken;
}

/** Lines that hold a quoted text and nothing else. */
const texts: ReadonlySet<KeywordId> = new Set<KeywordId>(['title', 'number', 'question', 'example', 'examples']);
const namesSections: ReadonlySet<KeywordId> = new Set<KeywordId>(['members', 'drop', 'per', 'reduce']);

/** Whether 授予 stands in a run. */
export const speaksOfAward = ({ tokenType, image }: IToken): boolean =>
  tokenType === Run && (image.includes(keywords.award.zh) || half(image) === keywords.award.en);

export class LineReader {
  private readonly o: Reading;

  constructor(reading: Reading) {
    this.o = reading;
  }

  /** The word that opens a line, as written; a line without one is its own. */
  wordOf({ word, span }: LogicalLine): string {
    const { start, end } = word?.span ?? span;
    return this.o.text.slice(start, end);
  }

  languageOf(line: LogicalLine): 'zh' | 'en' {
    return isLatin(half(this.wordOf(line))[0]) ? 'en' : 'zh';
  }

  /** What a rule makes of a line behind its word; one message at most where it cannot. */
  read<T>(line: LogicalLine, rule: (parser: LineParser) => T): T | undefined {
    return this.run(line, this.tokensOf(line), rule);
  }

  private tokensOf(line: LogicalLine): Classified {
    if (this.lacksMarks(line)) return { tokens: [], faulty: true };
    const { dictionary, withSections, report } = this.o;
    const named = line.word !== undefined && namesSections.has(line.word.id);
    const read = classify(line.tokens, rolesOf(line), named ? withSections : dictionary, report);
    return line.dangling ? { ...read, faulty: true } : read;
  }

  /** A line that is a text alone, written without quotation marks: any character may stand in it, so it is said here. */
  private lacksMarks(line: LogicalLine): boolean {
    const { word, tokens } = line;
    const first = tokens[0];
    if (!word || !first || !texts.has(word.id) || tokens.some(({ tokenType }) => tokenType === Quoted)) return false;
    const span = { start: first.startOffset, end: endOf(tokens[tokens.length - 1] as IToken) };
    this.o.report.add('CME119', span, { where: shown(this.wordOf(line)) }, quoting(span, true));
    return true;
  }

  /** 主讲人每小时授予2学分: all of the line is read, and 授予 counts as its word wherever it stands. */
  regulation(line: LogicalLine): Regulation {
    const { dictionary, report } = this.o;
    const { tokens, faulty } = classify(line.tokens, new Map(), dictionary, report);
    if (line.word) {
      const spelling = half(this.wordOf(line));
      tokens.unshift(tokenOf(wordType(spelling, false) ?? K.per, spelling, line.word.span.start));
    }
    const award = tokens.find(({ tokenType }) => tokenType.CATEGORIES?.includes(K.award));
    const run = award ?? (line.tokens.find(speaksOfAward) as IToken);
    const word = { id: 'award' as const, span: { start: run.startOffset, end: endOf(run) } };
    return { line: { ...line, word }, tokens, faulty: faulty || line.dangling !== undefined, award, run };
  }

  readRegulation({ line, tokens, faulty, award, run }: Regulation): object | undefined {
    const { dictionary, report } = this.o;
    if (award || faulty) return this.run(line, { tokens, faulty }, (parser) => parser.regulationLine());
    const rest = undeclaredIn(run, undefined, dictionary) ?? run.image.replace(keywords.award.zh, '');
    const span = line.word?.span ?? line.span;
    report.add('CME114', span, { found: shown(run.image), rest: shown(rest) });
    return undefined;
  }

  /** Runs a rule over a line's tokens; one message at most, and none if a token was refused already. */
  private run<T>(line: LogicalLine, { tokens, faulty }: Classified, rule: (parser: LineParser) => T): T | undefined {
    const { dictionary, report } = this.o;
    const parser = lineParser();
    parser.input = [...tokens];
    parser.twice = [];
    const shape: T | undefined = rule(parser);
    const [error] = parser.errors;
    if (error) {
      const span = line.word?.span ?? line.span;
      const where = shown(this.wordOf(line));
      const place: Place = { tokens, language: this.languageOf(line), dictionary, where, span };
      if (!faulty) reportError(error, place, report);
      return undefined;
    }
    for (const word of parser.twice.slice(0, 1)) {
      report.add('CME307', { start: word.startOffset, end: endOf(word) }, { word: word.image });
    }
    return shape;
  }
}
