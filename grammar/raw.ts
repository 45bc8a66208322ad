/** Lines that keep their text as it is (rule 4): 依据, 条款, 审核, 不计算, up to a quotation or a comment. */
import type { IToken } from 'chevrotain';
import type { Raw, Text } from '../src/model/ast.ts';
import { INVISIBLE, LONE } from './characters.ts';
import { reportOdd, reportUnclosed } from './classify.ts';
import type { LogicalLine } from './lines.ts';
import { unquoted } from './names.ts';
import { type Report, shown } from './report.ts';
import { endOf } from './scan.ts';
import { Odd, Quoted } from './tokens.ts';

export interface RawParts {
  readonly raw: Raw;
  readonly quote?: Text;
}

/** Even free text may not hold what is not seen. */
export const reportHidden = (tokens: readonly IToken[], report: Report): boolean => {
  let faulty = false;
  for (const token of tokens) {
    if (token.tokenType === Quoted) faulty = reportUnclosed(token, report) || faulty;
    if (token.tokenType !== Odd || !(INVISIBLE.test(token.image) || LONE.test(token.image))) continue;
    reportOdd(token, report);
    faulty = true;
  }
  return faulty;
};

/** The text and the quotation of such a line; undefined if something is wrong with it, which is then reported. */
export const readRaw = (
  line: LogicalLine,
  text: string,
  quotes: boolean,
  where: string,
  report: Report,
): RawParts | undefined => {
  const { tokens } = line;
  if (reportHidden(tokens, report)) return undefined;
  const at = tokens.findIndex(({ tokenType }) => tokenType === Quoted);
  const quoted = at < 0 ? undefined : tokens[at];
  const own = at < 0 ? tokens : tokens.slice(0, at);
  const quote = quoted && { value: unquoted(quoted.image), span: { start: quoted.startOffset, end: endOf(quoted) } };
  const first = own[0];
  const last = own[own.length - 1];
  if (!first || !last) {
    // 审核 「…」: the quotation is the text.
    if (quote && !quotes && tokens.length === 1) return { raw: { text: quote.value, span: quote.span } };
    if (!line.dangling) report.add('CME121', line.word?.span ?? line.span, { where });
    return undefined;
  }
  const extra = quotes ? tokens[at + 1] : quoted;
  if (quoted && extra) {
    report.add('CME117', { start: extra.startOffset, end: endOf(extra) }, { found: shown(extra.image), where });
    return undefined;
  }
  const span = { start: first.startOffset, end: endOf(last) };
  let kept = '';
  for (const part of line.parts) {
    kept += text.slice(Math.max(part.start, span.start), Math.max(0, Math.min(part.end, span.end))).trim();
  }
  return { raw: { text: kept, span }, ...(quote && { quote }) };
};
