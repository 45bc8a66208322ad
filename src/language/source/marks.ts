/** How a clause of a regulation begins: 第三条, 第一部分, 一、, （一）, 1., (1), 附件. Read in narrowed text. */
import { fromHan, toHan } from '../han.ts';

export interface Mark {
  readonly kind: '章' | '节' | '条' | '部分' | '一' | '附件' | '（一）' | '1' | '（1）';
  readonly value: number;
  readonly segment: string;
  /** Where the words after it begin. */
  readonly end: number;
  /** Blanks stand behind it, or nothing does: how texts set off a number from what it numbers. */
  readonly apart: boolean;
  /** What follows reads as if the number were only spoken of: 第三条规定的, （一）至（三）. */
  readonly spokenOf: boolean;
}

const HAN = '[零〇一二两三四五六七八九十百千]{1,9}';
const marked = new RegExp(
  [
    `第\\s?(?<number>${HAN}|\\d{1,4})\\s?(?<word>部分|[编章节条])`,
    `(?<annex>附\\s?(?:件|录|表))\\s?(?<which>\\d{1,3}|${HAN})?`,
    `\\(\\s?(?<item>${HAN})\\s?\\)`,
    `\\(\\s?(?<inner>\\d{1,3})\\s?\\)`,
    `(?<plain>\\d{1,3})\\s?(?:[.、](?!\\d)|\\.(?=\\d{4}年))`,
    `(?<top>${HAN})、`,
    '(?<ring>[\\u2474-\\u249b\\u3220-\\u3229])',
  ].join('|'),
  'y',
);
const SPOKEN = /(?:规定|所称|所列|所述|所指|的|[、,，~至到和与及或款项目-]|第)/y;

/** ⑴ ⒈ ㈠ are one character each. */
const ringed = (char: string): { kind: Mark['kind']; value: number } => {
  const code = char.charCodeAt(0);
  if (code >= 0x3220) return { kind: '（一）', value: code - 0x3220 + 1 };
  return code >= 0x2488 ? { kind: '1', value: code - 0x2488 + 1 } : { kind: '（1）', value: code - 0x2474 + 1 };
};

const numberOf = (text: string): number => (/^\d+$/.test(text) ? Number(text) : fromHan(text));

const read = (
  groups: Readonly<Record<string, string | undefined>>,
): Pick<Mark, 'kind' | 'value' | 'segment'> | null => {
  const { number, word, annex, which, item, inner, plain, top, ring } = groups;
  if (number !== undefined && word !== undefined) {
    const kind = word === '编' ? '章' : (word as '章' | '节' | '条' | '部分');
    const value = numberOf(number);
    return { kind, value, segment: `第${toHan(value)}${word}` };
  }
  if (annex !== undefined) {
    const value = which === undefined ? 0 : numberOf(which);
    return { kind: '附件', value, segment: `${annex.replace(/\s/, '')}${which === undefined ? '' : String(value)}` };
  }
  const { kind, value }: { kind: Mark['kind']; value: number } =
    ring !== undefined
      ? ringed(ring)
      : item !== undefined
        ? { kind: '（一）', value: fromHan(item) }
        : inner !== undefined
          ? { kind: '（1）', value: Number(inner) }
          : plain !== undefined
            ? { kind: '1', value: Number(plain) }
            : { kind: '一', value: fromHan(top ?? '') };
  const segments: Partial<Record<Mark['kind'], string>> = {
    '（一）': `（${toHan(value)}）`,
    '（1）': `（${value}）`,
    '1': String(value),
    一: toHan(value),
  };
  return { kind, value, segment: segments[kind] ?? '' };
};

/** The mark that begins at an offset; null where none does. */
export const markAt = (text: string, at: number): Mark | null => {
  marked.lastIndex = at;
  const match = marked.exec(text);
  const found = match?.groups && read(match.groups);
  if (!match || !found || Number.isNaN(found.value)) return null;
  const end = at + match[0].length;
  const next = text[end];
  const apart = next === undefined || /\s/.test(next);
  SPOKEN.lastIndex = end;
  return { ...found, end, apart, spokenOf: !apart && SPOKEN.test(text) };
};
