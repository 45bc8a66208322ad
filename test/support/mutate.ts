/** Texts that nobody would write on purpose: the shipped files changed in a few places, words at random, hostile characters. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { scan } from '../../grammar/scan.ts';
import type { RuleSource } from '../../src/index.ts';

const root = new URL('../../', import.meta.url);

/** Every rule file that the repository shows to anybody. */
export const shown: readonly RuleSource[] = ['rules/', 'rules/samples/', 'docs/examples/'].flatMap((folder) =>
  readdirSync(new URL(folder, root))
    .filter((name) => name.endsWith('.cme'))
    .map((name) => ({ file: folder + name, text: readFileSync(new URL(folder + name, root), 'utf8') })),
);

/** Every word, mark and name of these files, once. */
export const words: readonly string[] = [
  ...new Set(shown.flatMap(({ text }) => scan(text).map(({ image }) => image))),
].filter((word) => word.trim() !== '');

const units = [
  '学分',
  '小时',
  '学时',
  '分钟',
  '天',
  '个月',
  '次',
  '字',
  'credits',
  'hours',
  '年',
  '周期',
  '项目',
  '日',
];
const numbers = [
  '0',
  '1',
  '-1',
  '00',
  '0x10',
  '1e999',
  '9'.repeat(40),
  '0.1',
  '1.',
  '０.５',
  '20%',
  '2/3',
  '1/0',
  '3～1',
  '三分之二',
];

/** Characters that hide, turn, combine, break, or look like others. */
export const hostile: readonly string[] = [
  ...['\u200b', '\u200f', '\u202e', '\u2066', '\ufeff', '\u00ad', '\u034f', '\u115f', '\ufe0f', '\u2028', '\u0085'],
  ...['\u0301', '\u20dd', '\u3099', '\ud800', '\udc00', '\udbff\udfff', '\ufffd', '\0', '\u001b', '\ue000'],
  ...['а', 'о', '∼', '｜', '＃', '｢', '﹣', '〇', 'Ⅲ', '㈠', '①', '𠀀', '👩‍⚕️', 'ﬁ', 'İ', 'ß', '１', 'Ａ', '＝', '％'],
];

type Change = (text: string) => string;

/** Anywhere: as a number would have it by itself, most changes would be made at the very start. */
const place = fc.noBias(fc.nat(999_999)).map((n) => n / 1_000_000);
const at = (text: string, where: number): number => Math.floor(where * (text.length + 1));
const lineAt = (lines: readonly string[], where: number): number => Math.floor(where * lines.length);
const inLines =
  (change: (lines: string[]) => void): Change =>
  (text) => {
    const lines = text.split('\n');
    change(lines);
    return lines.join('\n');
  };

const anyWord = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...words) },
  fc.constantFrom(...units),
  fc.constantFrom(...numbers),
  fc.constantFrom(...hostile),
  fc.string({ unit: 'binary', maxLength: 4 }),
);

/** What replaces the n-th of the matches of a pattern. */
const replacing = (pattern: RegExp, put: fc.Arbitrary<string>): fc.Arbitrary<Change> =>
  fc.tuple(place, put).map(([where, by]) => (text) => {
    const found = [...text.matchAll(pattern)];
    const match = found[Math.floor(where * found.length)];
    return match ? text.slice(0, match.index) + by + text.slice(match.index + match[0].length) : text;
  });

const change: fc.Arbitrary<Change> = fc.oneof(
  // Insert, delete, swap stretches.
  fc.tuple(place, anyWord).map(
    ([where, put]): Change =>
      (t) =>
        t.slice(0, at(t, where)) + put + t.slice(at(t, where)),
  ),
  fc.tuple(place, fc.nat(30)).map(
    ([where, n]): Change =>
      (t) =>
        t.slice(0, at(t, where)) + t.slice(at(t, where) + n),
  ),
  fc.tuple(place, fc.nat(9), fc.nat(9)).map(
    ([where, a, b]): Change =>
      (t) => {
        const start = at(t, where);
        const [one, other] = [t.slice(start, start + a), t.slice(start + a, start + a + b)];
        return t.slice(0, start) + other + one + t.slice(start + a + b);
      },
  ),
  // Lines: left out, doubled, exchanged, moved to elsewhere, joined.
  place.map((w) => inLines((lines) => void lines.splice(lineAt(lines, w), 1))),
  fc.tuple(place, fc.integer({ min: 1, max: 4 })).map(([w, n]) =>
    inLines((lines) => {
      const from = lineAt(lines, w);
      lines.splice(from, 0, ...lines.slice(from, from + n));
    }),
  ),
  fc.tuple(place, place, fc.integer({ min: 1, max: 9 })).map(([from, to, n]) =>
    inLines((lines) => {
      const moved = lines.splice(lineAt(lines, from), n);
      lines.splice(lineAt(lines, to), 0, ...moved);
    }),
  ),
  fc.tuple(place, fc.constantFrom(...shown), place, fc.integer({ min: 1, max: 12 })).map(([w, other, from, n]) =>
    inLines((lines) => {
      const theirs = other.text.split('\n');
      const start = lineAt(theirs, from);
      lines.splice(lineAt(lines, w), 0, ...theirs.slice(start, start + n));
    }),
  ),
  fc.tuple(place, fc.nat(3)).map(([w, n]) =>
    inLines((lines) => {
      const from = lineAt(lines, w);
      lines.splice(from, n + 1, lines.slice(from, from + n + 1).join(' '));
    }),
  ),
  // Numbers, units, words, cells.
  replacing(/[0-9]+(?:\.[0-9]+)?/g, fc.constantFrom(...numbers)),
  replacing(/学分|小时|学时|分钟|个月|天|次|年|周期|项目/g, fc.constantFrom(...units)),
  replacing(/[\u4e00-\u9fff]+/g, anyWord),
  replacing(
    /\|[^|\n]*/g,
    anyWord.map((word) => `| ${word} `),
  ),
  replacing(
    /是|属于|不少于|不足|满|且|或|并非|每|按|当/g,
    fc.constantFrom('是', '不是', '属于', '满', '不足', '且', '或', '并非', '按', '每', ''),
  ),
);

/** Slips that often leave a file that can be evaluated, and means something else. */
const slip: fc.Arbitrary<Change> = fc.oneof(
  { weight: 3, arbitrary: replacing(/(?<![0-9.-])[0-9]{1,2}(?![0-9.-])/g, fc.nat(40).map(String)) },
  replacing(/(?<= )[0-9]+(?= 学分)/g, fc.constantFrom('0', '0.01', '33.33', '999999999', '45035996273705')),
  replacing(/每年|每项目|每日/g, fc.constantFrom('每年', '每项目', '每日')),
  replacing(/按项目|按年|按次/g, fc.constantFrom('按项目', '按年', '按次')),
  replacing(/ 且 | 或 /g, fc.constantFrom(' 且 ', ' 或 ', ' 且 并非 ')),
  replacing(/不少于|少于|不超过|超过|满|不足/g, fc.constantFrom('不少于', '少于', '不超过', '超过', '满', '不足')),
  place.map((w) => inLines((lines) => void lines.splice(lineAt(lines, w), 1))),
  replacing(/^ {2}(?:上限|条件|系数|只计最高|授予|适用).*\n/gm, fc.constant('')),
);

/** A shown file with a few changes; its name is kept. */
export const mutated: fc.Arbitrary<RuleSource> = fc
  .tuple(
    fc.constantFrom(...shown),
    fc.oneof(
      fc.array(change, { minLength: 1, maxLength: 5 }),
      fc.array(slip, { minLength: 1, maxLength: 3, size: 'max' }),
    ),
  )
  .map(([{ file, text }, changes]) => ({ file, text: changes.reduce((now, make) => make(now), text) }));

/** Words of the language in any order, in lines. */
export const babble: fc.Arbitrary<string> = fc
  .tuple(fc.array(fc.array(anyWord, { maxLength: 12 }), { maxLength: 20 }), fc.boolean())
  .map(([lines, spaced]) => lines.map((line) => line.join(spaced ? ' ' : '')).join('\n'));

/** Bytes, as a decoder that gives up on nothing reads them. */
export const bytes: fc.Arbitrary<Uint8Array> = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 150 }).map((text) => new TextEncoder().encode(text)),
);

/** So many changes of any text. */
export const changed = (text: string, pieces: readonly string[]): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(place, fc.nat(12), fc.oneof(fc.constantFrom(...pieces), fc.constantFrom(...hostile))), {
      minLength: 1,
      maxLength: 5,
    })
    .map((cuts) =>
      cuts.reduce((now, [where, n, put]) => now.slice(0, at(now, where)) + put + now.slice(at(now, where) + n), text),
    );
