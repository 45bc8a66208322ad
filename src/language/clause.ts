/**
 * Clauses as a rule file cites them: `第十三条（一）1、第十四条（二）～（四）`. A citation is read into paths of segments,
 * so that it can be compared with the register of the header; what it does not understand it keeps as one segment.
 */

/** From the outside in: `第十三条`, `（一）`, `1`. */
export type ClausePath = readonly string[];

const digits = '零一二三四五六七八九';

/** 一 … 九十九 as a number; NaN for anything else. */
const fromHan = (text: string): number => {
  const match = /^(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(text);
  if (!match || text === '') return Number.NaN;
  const tens = match[2] ? (match[1] ? digits.indexOf(match[1]) : 1) : 0;
  return tens * 10 + (match[3] ? digits.indexOf(match[3]) : 0);
};

const toHan = (value: number): string => {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return (tens > 1 ? (digits[tens] ?? '') : '') + (tens > 0 ? '十' : '') + (ones > 0 ? (digits[ones] ?? '') : '');
};

const segment =
  /第[零一二三四五六七八九十百]+(?:条|部分|章|节|款|项)|（[一二三四五六七八九十]+）|（\d+）|\d+[.．]?|[^、，；第（）\d]+/g;

/** Half-width parentheses and tildes as the texts print them; no blanks. */
export const normaliseClause = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）')
    .replace(/[~〜～]/g, '～')
    .replace(/,/g, '、')
    .replace(/;/g, '；');

const split = (text: string): string[] => (text.match(segment) ?? []).map((part) => part.replace(/[.．]$/, ''));

const rank = (part: string): { value: number; spell: (value: number) => string } | null => {
  const article = /^第(.+?)(条|部分|章|节|款|项)$/.exec(part);
  if (article) return { value: fromHan(article[1] ?? ''), spell: (value) => `第${toHan(value)}${article[2]}` };
  const item = /^（([一二三四五六七八九十]+)）$/.exec(part);
  if (item) return { value: fromHan(item[1] ?? ''), spell: (value) => `（${toHan(value)}）` };
  const bracketed = /^（(\d+)）$/.exec(part);
  if (bracketed) return { value: Number(bracketed[1]), spell: (value) => `（${value}）` };
  return /^\d+$/.test(part) ? { value: Number(part), spell: String } : null;
};

/** `from`～`to`, where `to` may be shortened to its last segments. At most 200 clauses; else both ends alone. */
const range = (from: readonly string[], to: readonly string[]): ClausePath[] => {
  const last = rank(from.at(-1) ?? '');
  const end = rank(to.at(-1) ?? '');
  const base = from.slice(0, -1);
  if (!last || !end || !(end.value >= last.value) || end.value - last.value > 200) return [from, to];
  const found: ClausePath[] = [];
  for (let value = last.value; value <= end.value; value++) found.push([...base, last.spell(value)]);
  return found;
};

/** Every clause that a citation names, ranges written out; no more are looked for once there are `most`. */
export const clausesOf = (citation: string, most = Number.POSITIVE_INFINITY): ClausePath[] => {
  const found: ClausePath[] = [];
  for (const part of normaliseClause(citation).split(/[、，；]/)) {
    if (found.length >= most) break;
    if (part === '') continue;
    const [from = '', to] = part.split('～');
    const start = split(from);
    if (start.length === 0) continue;
    const end = split(to ?? '');
    if (end.length === 0) found.push(start);
    else found.push(...range(start, end));
  }
  return found;
};

export const clauseText = (path: ClausePath): string => path.join('');
