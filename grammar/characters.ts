/**
 * Which characters the language is written in. Explicit ranges throughout: Chevrotain drops the `u` flag of a pattern
 * without a word, and `\p{…}` would then match nothing.
 */

/** Han, with 々 〇 and the Roman numerals of `Ⅰ类`; characters beyond U+FFFF are two units, see `HAN_PAIR`. */
export const HAN = '\\u3005\\u3007\\u2160-\\u217f\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff';
export const HAN_PAIR = '[\\ud840-\\ud888][\\udc00-\\udfff]';
/** Latin letters and the underscore, in both widths. */
export const LETTER = 'A-Za-z_\\uff21-\\uff3a\\uff41-\\uff5a\\uff3f';
/** Digits in both widths. */
export const DIGIT = '0-9\\uff10-\\uff19';

const latin = /^[A-Za-z0-9_]$/;
/** Whether a half-width character belongs to a Latin word. */
export const isLatin = (char: string | undefined): boolean => char !== undefined && latin.test(char);

const latinWord = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** Whether a run is one Latin word, as a code is. */
export const isLatinWord = (run: string): boolean => latinWord.test(run);

const fullWidth = /[\uff01-\uff5e]/g;
/** Full-width letters, digits and marks as their half-width twins, one unit for one, so that offsets stay true. */
export const half = (text: string): string => {
  // Most texts hold none: a look costs less than a replacement.
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c >= 0xff01 && c <= 0xff5e) {
      return text.replace(fullWidth, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
    }
  }
  return text;
};

/** Characters that are not seen, or that turn the order of what is seen: they may hide what a rule says. */
export const INVISIBLE =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each of these is looked for by itself
  /[\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufe00-\ufe0f]/;
/** Those of them that turn the order; refused in quotations and comments too. */
export const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;
/** Marks that are drawn onto the character before them. */
// biome-ignore lint/suspicious/noMisleadingCharacterClass: each of these is looked for by itself
export const COMBINING = /[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f]/;
/** Half of a character beyond U+FFFF. */
export const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

const pairs = (table: string): ReadonlyMap<string, string> =>
  new Map(table.split(' ').map((pair) => [pair.slice(0, -1), pair.slice(-1)] as const));

/** Cyrillic and Greek letters that are drawn as a Latin one is. */
const letters = pairs(
  'аa еe оo рp сc хx уy іi јj ѕs ԁd һh ԛq ԝw АA ВB ЕE КK МM НH ОO РP СC ТT ХX УY ІI ЈJ ЅS ' +
    'αa οo ρp νv ιi κk ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX',
);
/** Marks that are drawn as one of the language's is. */
const marks = pairs('∼～ ∽～ ﹣- ﹤< ﹥> ﹦= ﹪% ∣| │| ┃| ∕/ ⁄/ ﹙( ﹚) ﹟# ､、 ﹑、 ﹐, ﹔; ﹕: ｡。');

/** What a stretch was meant to be, if every character in it looks like one of the language's; else undefined. */
export const lookAlike = (stretch: string): string | undefined => {
  let meant = '';
  for (const char of stretch) {
    const twin = letters.get(char) ?? marks.get(char);
    if (twin === undefined) return undefined;
    meant += twin;
  }
  return meant;
};
