/** The text of a regulation made comparable: however it was typed or scanned, the same words are the same characters. */

const WIDE = /[\uff01-\uff5e\u3000\u00a0]/g;

/**
 * Full-width letters, digits and marks as half-width ones, character for character, so that offsets stay what they are.
 * Marks that end or part a sentence are kept: where a number ends is told by them.
 */
export const narrow = (text: string): string =>
  text.replace(WIDE, (char) => {
    if ('，；：！？'.includes(char)) return char;
    return char === '\u3000' || char === '\u00a0' ? ' ' : String.fromCharCode(char.charCodeAt(0) - 0xfee0);
  });

/** Without blanks and invisible characters, widths made equal: what is equal here reads the same on paper. */
export const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u2060\ufeff\u00ad]+/g, '')
    .replace(/[“”「」『』"]/g, '"')
    .replace(/[‘’']/g, "'")
    .replace(/[～~〜]/g, '~')
    .replace(/[—–-]+/g, '-')
    .replace(/…+|\.{3,}/g, '…');

/** The first words of a text, for a sentence. */
export const shortened = (text: string, most = 60): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  const chars = [...line.slice(0, most * 2)];
  return chars.length > most ? `${chars.slice(0, most).join('')}……` : line;
};
