/** What is looked at before a text is read: its size, whether it is text at all, and characters hidden in its remarks. */
import type { IToken } from 'chevrotain';
import { LONE, TURNING } from './characters.ts';
import { type Report, replacing } from './report.ts';
import { Comment, Quoted } from './tokens.ts';

/** Largest rule file, in bytes of UTF-8. */
export const MOST_BYTES = 1_048_576;

/** Whether a text is longer in UTF-8 than a rule file may be. */
const isTooLarge = (text: string): boolean => {
  if (text.length * 3 <= MOST_BYTES) return false;
  if (text.length > MOST_BYTES) return true;
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    // Two units of a pair are four bytes together.
    bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c >= 0xd800 && c < 0xe000 ? 2 : 3;
  }
  return bytes > MOST_BYTES;
};

/** Whether a text is worth reading; says why if not. */
export const guardText = (text: string, report: Report): boolean => {
  if (isTooLarge(text)) {
    report.add('CME109', { start: 0, end: 0 }, { most: '1 MB' });
    return false;
  }
  // A zero byte, or many characters that a decoder gave up on: binary, or another encoding.
  const zero = text.indexOf('\0');
  const lost = text.indexOf('\ufffd');
  const at = zero >= 0 ? zero : lost >= 0 && text.split('\ufffd').length * 100 > text.length ? lost : -1;
  if (at < 0) return true;
  report.add('CME122', { start: at, end: at + 1 });
  return false;
};

/** Characters that turn the order of what is seen, in quotations and remarks: the reader there takes text as it is. */
export const reportTurning = (tokens: readonly IToken[], report: Report): void => {
  for (const token of tokens) {
    if (token.tokenType !== Comment && token.tokenType !== Quoted) continue;
    for (const { 0: found, index } of token.image.matchAll(TURNING)) {
      const span = { start: token.startOffset + index, end: token.startOffset + index + found.length };
      const code = `U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
      report.add('CME102', span, { code }, replacing(span, '', true));
    }
    const broken = token.image.search(LONE);
    if (broken >= 0) {
      const start = token.startOffset + broken;
      report.add('CME105', { start, end: start + 1 });
    }
  }
};
