/**
 * Clauses as a rule file cites them: `第十三条（一）1、第十四条（二）～（四）`. A citation is read into paths of segments,
 * so that it can be compared with the register of the header; what it does not understand it keeps as one segment.
 */
import { rankOf, type SegmentKind, spelt } from './clauseRank.ts';

/** From the outside in: `第十三条`, `（一）`, `1`. */
export type ClausePath = readonly string[];

const segment =
  /第（?[\d零〇一二两三四五六七八九十百千]+）?(?:条|部分|章|节|款|项|目|编)|（[零一二三四五六七八九十百]+）|（\d+）|\d+[.．]?|[^、，；第（）\d]+/g;

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

const split = (text: string): string[] => (text.match(segment) ?? []).map((part) => spelt(part.replace(/[.．]$/, '')));

/**
 * `from`～`to`, where `to` may be shortened to its last segments. Both ends alone where they do not lie side by side, where
 * the range runs backwards, and where it would be more than 200 clauses.
 */
const range = (from: ClausePath, to: ClausePath): ClausePath[] => {
  const last = rankOf(from.at(-1) ?? '');
  const end = rankOf(to.at(-1) ?? '');
  const base = from.slice(0, -1);
  const beside = to.length === from.length && base.every((part, at) => part === to[at]);
  if (!beside || !(end.value >= last.value) || end.value - last.value > 200) return [from, to];
  const found: ClausePath[] = [];
  for (let value = last.value; value <= end.value; value++) found.push([...base, last.spell(value)]);
  return found;
};

const STARTS: readonly SegmentKind[] = ['编', '部分', '章', '节', '条', 'words'];

/** `第十三条（一）、（二）2` and `第十三条（一）1、2` leave out what is said before. */
const within = (path: ClausePath, before: ClausePath | undefined): ClausePath => {
  const { kind } = rankOf(path[0] ?? '');
  if (before === undefined || STARTS.includes(kind)) return path;
  const at = before.findIndex((part) => rankOf(part).kind === kind);
  return [...(at < 0 ? before : before.slice(0, at)), ...path];
};

const JOINED = /(?<=[条款项目章节分）\d])[至到—–-](?=[第（\d])/g;

/** Every clause that a citation names, ranges written out; no more are looked for once there are `most`. */
export const clausesOf = (citation: string, most = Number.POSITIVE_INFINITY): ClausePath[] => {
  const found: ClausePath[] = [];
  for (const part of normaliseClause(citation)
    .replace(JOINED, '～')
    .split(/[、，；]/)) {
    if (found.length >= most) break;
    const [from = '', to = ''] = part.split('～');
    const short = split(from);
    if (short.length === 0) continue;
    const start = within(short, found.at(-1));
    const end = split(to);
    if (end.length === 0) found.push(start);
    else found.push(...range(start, within(end, start)));
  }
  return found;
};

export const clauseText = (path: ClausePath): string => path.join('');
