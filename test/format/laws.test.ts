import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { format } from '../../src/format.ts';
import { lines, sections } from '../../src/language/index.ts';
import { declaredNames, parse } from '../../src/parse.ts';
import { tree } from '../support/sameTree.ts';

const root = new URL('../../', import.meta.url);

const files = ['test/format/samples/', 'rules/']
  .filter((folder) => existsSync(new URL(folder, root)))
  .flatMap((folder) =>
    readdirSync(new URL(folder, root))
      .filter((name) => name.endsWith('.cme'))
      .map((name) => folder + name),
  )
  .map((path) => ({ path, text: readFileSync(new URL(path, root), 'utf8') }));

// The baseline's names are what splits the runs of the files under it.
const national = readFileSync(new URL('rules/national.cme', root), 'utf8');
const names = declaredNames(parse(national, { file: 'national.cme' }).file);
const read = (text: string) => parse(text, { file: 'test.cme', names });
const formatted = (text: string, keywords: 'zh' | 'en' | 'keep' = 'keep'): string =>
  format(read(text).file, text, { keywords });

/** What is said in comments, in any order: an inner one moves above its line. */
const comments = (text: string): string[] =>
  [...text.replace(/「[^」\n]*」|"[^"\n]*"/g, '').matchAll(/[#＃].*$/gm)]
    .map(([all]) => `#${all.slice(1).trimEnd()}`)
    .sort();

describe.each(files)('$path', ({ text }) => {
  const once = formatted(text);
  // Long files take their time to read.
  const numRuns = Math.max(3, Math.min(30, Math.floor(60_000 / text.length)));

  test('formatted twice is formatted once', () => {
    expect(formatted(once)).toBe(once);
  });

  test('keeps its tree', () => {
    expect(tree(read(once).file)).toEqual(tree(read(text).file));
  });

  test('keeps its comments', () => {
    expect(comments(once)).toEqual(comments(text));
  });

  test('in English and back is the same bytes, and the same tree', () => {
    const english = formatted(once, 'en');
    expect(tree(read(english).file)).toEqual(tree(read(once).file));
    expect(formatted(english)).toBe(english);
    expect(formatted(english, 'zh')).toBe(once);
  });

  test('has no blanks at the end of a line', () => {
    expect(once.split('\n').filter((line) => line !== line.trimEnd())).toEqual([]);
  });

  test('does not depend on how it was spaced', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(5)), (dice) => {
        expect(formatted(respaced(once, dice))).toBe(once);
      }),
      { numRuns },
    );
  });

  test('keeps comments wherever they are put', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(5)), (dice) => {
        const commented = withComments(once, dice);
        const printed = formatted(commented);
        expect(comments(printed)).toEqual(comments(commented));
        expect(formatted(printed)).toBe(printed);
        expect(withoutComments(tree(read(printed).file))).toEqual(withoutComments(tree(read(once).file)));
      }),
      { numRuns },
    );
  });
});

test('the samples hold every kind of line and section', () => {
  const kinds = new Set<string>();
  for (const { file } of files.map(({ text }) => read(text)))
    for (const section of file.sections) for (const { kind } of [section, ...section.lines]) kinds.add(kind);
  const all = [...Object.keys(lines), ...Object.keys(sections)].filter((kind) => !kind.startsWith('broken'));
  expect(all.filter((kind) => !kinds.has(kind))).toEqual([]);
});

test('what is in form already stays as it is', () => {
  const text = readFileSync(new URL('test/format/samples/words.cme', root), 'utf8');
  expect(read(text).diagnostics).toEqual([]);
  expect(formatted(text)).toBe(text);
});

test('what cannot be read is formatted once and for all', () => {
  const odd = fc.constantFrom(
    ...' ,\n,、,，,「,」,",“,#,|,且,当,每,授予,条目,类别 甲,类刖,上线,（,),1,%,～,\r\n,\u3000,；,foo,用例表,\u200b'.split(
      ',',
    ),
  );
  const source = fc.constantFrom(...files.map((file) => file.text));
  const place = fc.double({ min: 0, max: 1, noNaN: true });
  const cuts = fc.array(fc.tuple(place, fc.nat(6), fc.oneof(odd, fc.constant(''))), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(source, place, cuts, (whole, from, mutations) => {
      const start = Math.floor(from * whole.length);
      const mutated = mutations.reduce(
        (part, [at, length, put]) => {
          const offset = Math.floor(at * part.length);
          return part.slice(0, offset) + put + part.slice(offset + length);
        },
        whole.slice(start, start + 800),
      );
      const text = `条目 某\n${mutated}`;
      for (const keywords of ['keep', 'en'] as const) {
        const once = formatted(text, keywords);
        expect(formatted(once, keywords)).toBe(once);
      }
    }),
    { numRuns: 300 },
  );
});

/** Other blanks for blanks, other indentation, other line ends; quotations, comments and empty lines stay. */
function respaced(text: string, dice: Iterator<number>): string {
  const roll = (): number => dice.next().value ?? 0;
  const blanks = [' ', '  ', '\u3000', '\t', ' ', '   '];
  const end = roll() % 2 === 0 ? '\n' : '\r\n';
  return text
    .split('\n')
    .map((line) => {
      const [, code = '', rest = ''] = /^((?:「[^」]*」|[^#「])*)(.*)$/.exec(line) ?? [];
      const words = code.replace(/「[^」]*」| +/g, (part) => (part.startsWith('「') ? part : (blanks[roll()] ?? ' ')));
      return line === '' ? '' : words + rest + ' '.repeat(roll());
    })
    .join(end);
}

function withComments(text: string, dice: Iterator<number>): string {
  let count = 0;
  return text
    .split('\n')
    .flatMap((line) => {
      const die = dice.next().value ?? 0;
      if (die === 0) return [`# 注${count++}`, line];
      if (die === 1 && line !== '' && !line.includes('#')) return [`${line} # 注${count++}`];
      return die === 2 ? ['', `#注${count++}`, '', line] : [line];
    })
    .join('\n');
}

function withoutComments(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutComments);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => key !== 'leading' && key !== 'trailing' && key !== 'tail')
      .map(([key, value]) => [key, withoutComments(value)]),
  );
}
