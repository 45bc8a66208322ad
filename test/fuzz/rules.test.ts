/** Whatever stands in a rule file: findings with a place and a sentence, no throw, and what is sound stays sound. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RawPerson, RawValue } from '../../src/index.ts';
import { babble, bytes, hostile, mutated, shown, words } from '../support/mutate.ts';
import { rawPerson, rosterFor } from '../support/roster.ts';
import { judgedBy, through } from '../support/whole.ts';

const long = process.env.CME_LONG === '1' ? 20 : 1;
const rounds = (numRuns: number): { numRuns: number } => ({ numRuns: numRuns * long });

const awkward: readonly RawValue[] = [
  ...[null, undefined, '', ' ', '__proto__', Number.NaN, Number.POSITIVE_INFINITY, -0, '-1', '1e999', 2 ** 53],
  ...['9'.repeat(400), '999999999', '0x10', '１２', '1.1234567', '2025-02-30', '9999-12-31', '1900-01-01', true],
  ...[{}, [], Object.create(null) as object, '\ud800', 'a\0b', ...hostile],
];

/** Rosters made for a plan, some facts of which are spoilt. */
const spoilt = (people: readonly RawPerson[], cuts: readonly (readonly [number, number, RawValue])[]): RawPerson[] =>
  people.map(({ facts, records }, who) => {
    const all = [facts, ...records].map((one) => new Map(one));
    for (const [place, key, value] of cuts) {
      const one = all[(place + who) % all.length];
      const keys = [...(one?.keys() ?? []), '没有这个字段'];
      one?.set(keys[key % keys.length] ?? '', value);
    }
    const [person = new Map(), ...rest] = all;
    return { facts: person, records: rest };
  });

const cuts = fc.array(fc.tuple(fc.nat(30), fc.nat(12), fc.constantFrom(...awkward)), { maxLength: 8 });

describe('a shown file, changed', () => {
  test('goes through everything, and what it makes judges any roster', () => {
    fc.assert(
      fc.property(mutated, fc.nat(), cuts, (entry, seed, spoiling) => {
        const { plan } = through(entry, { library: shown });
        if (plan === null || plan.items.length === 0) return;
        const year = Number(plan.effective?.slice(0, 4) ?? 2025);
        const people = rosterFor(plan, seed, { practitioners: 2, year }).practitioners.map(rawPerson);
        judgedBy(plan, spoilt(people, spoiling), year);
      }),
      rounds(150),
    );
  });

  test('without a baseline, under one that is changed too, or under itself', () => {
    fc.assert(
      fc.property(mutated, mutated, (entry, other) => {
        through(entry);
        through(entry, { library: [other] });
        through(entry, { library: [{ file: 'twin.cme', text: entry.text }, other] });
      }),
      rounds(15),
    );
  });

  test('as it stands, it is sound', () => {
    for (const entry of shown) {
      const { plan } = through(entry, { library: shown });
      expect(plan).not.toBeNull();
    }
  });
});

describe('any text', () => {
  test('of words', () => {
    fc.assert(
      fc.property(babble, (text) => void through({ file: 'any.cme', text })),
      rounds(120),
    );
  });

  test('of words under a section', () => {
    const first = fc.constantFrom(...shown).map(({ text }) => text.slice(0, text.indexOf('\n\n')));
    fc.assert(
      fc.property(
        first,
        babble,
        (head, text) => void through({ file: 'any.cme', text: `${head}\n${text}` }, { library: shown }),
      ),
      rounds(60),
    );
  });

  test('of bytes', () => {
    fc.assert(
      fc.property(bytes, (of) => void through({ file: 'any.cme', text: new TextDecoder().decode(of) })),
      rounds(120),
    );
  });
});

describe('hostile characters', () => {
  const frame = (put: string): string[] => [
    `规则 ${put} hostile 版本 1\n  施行 2025-01-01`,
    `规则 甲${put}乙 hostile 版本 1\n  施行 2025-01-01\n类别 丙${put}\n条目 丁\n  授予 1${put} 学分`,
    `规则 甲乙 hostile 版本 1\n  施行 2025-01-01\n提示 「说${put}明」 # 注${put}\n${put}`,
    `规则 甲乙 hostile 版本 1\n  施行 2025-01-01\n类别 甲类\n条目 丙丁\n  授予表\n    | 形式${put} | 学分 |\n    | ${put} | 1 |`,
    `规则 甲乙 hostile 版本 1\n  依据 第${put}条\n  施行 2025-01-01\n不计算 第一条${put} 「${put}」`,
  ];

  test.each(hostile.map((put) => [`U+${put.codePointAt(0)?.toString(16)}`, put] as const))('%s', (_, put) => {
    for (const text of frame(put)) through({ file: 'hostile.cme', text });
  });

  const told = (text: string): string[] => through({ file: 'hostile.cme', text }).diagnostics.map(({ code }) => code);
  test.each([
    ['a combining mark', '条\u0301目', 'CME104'],
    ['half a character', '\ud800', 'CME105'],
    ['a look-alike', 'cаp', 'CME103'],
    ['bidi', '\u202e', 'CME102'],
    ['zero width', '条\u200b目', 'CME102'],
  ])('%s is told to the author', (_, put, code) => {
    expect(told(`规则 甲乙 hostile 版本 1\n  施行 2025-01-01\n类别 ${put} 丙`)).toContain(code);
  });
});

describe('long and deep', () => {
  const head = '规则 甲乙 long 版本 1\n  施行 2025-01-01\n';
  test.each([
    ['a line of every word', `${head}${words.join(' ')}`],
    ['a line of every word, twenty times, unparted', `${head}${words.join('').repeat(20)}`],
    ['brackets', `${head}类别 甲类\n条目 丙丁\n  条件 ${'（'.repeat(60)}丙${'）'.repeat(60)}`],
    ['brackets that do not match', `${head}类别 甲类\n条目 丙丁\n  条件 ${'（）'.repeat(20_000)}`],
    ['quotations', `${head}  名称 ${'「'.repeat(50_000)}`],
    ['one word again and again', `${head}${'类别 '.repeat(50_000)}`],
    ['rows without end', `${head}类别 甲类\n条目 丙丁\n  授予表\n${'| '.repeat(50_000)}`],
    ['folds without end', `${head}类别 甲类\n条目 丙丁\n  形式 丙、\n${'、\n'.repeat(50_000)}`],
    ['under itself', `${head}  上位 甲乙`],
  ])('%s', (_, text) => void through({ file: 'long.cme', text }));

  test('a circle of baselines, and a long row of them', () => {
    const file = (i: number, above: number) => ({
      file: `${i}.cme`,
      text: `规则 层x${i} layer${i} 版本 1\n  施行 2025-01-01\n  上位 层x${above}\n`,
    });
    const circle = [0, 1, 2].map((i) => file(i, (i + 1) % 3));
    expect(through(circle[0] as (typeof circle)[number], { library: circle }).diagnostics).toMatchObject([
      { code: 'CME206' },
    ]);
    const row = Array.from({ length: 40 }, (_, i) => file(i, i + 1));
    expect(through(row[0] as (typeof row)[number], { library: row }).diagnostics).toMatchObject([{ code: 'CME211' }]);
  });
});
