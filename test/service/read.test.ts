import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { format, parse } from '../../src/index.ts';
import { formatEdits, isSound, openDocument, quickFindings, readDocument } from '../../src/service/index.ts';
import { texts } from '../support/hubeiRules.ts';
import { mutated } from '../support/mutate.ts';
import { HEAD, hubei } from './open.ts';

const national = { file: 'national.cme', text: texts.national };
const read = (text: string) => readDocument({ file: 'a.cme', text }, [national]);
const told = (text: string) => quickFindings(read(text)).compiled.diagnostics.map(({ code }) => code);

describe('a document that is read alone', () => {
  test('knows the names that the compiled one knows', () => {
    const document = readDocument({ file: 'hubei.cme', text: texts.hubei }, [national]);
    const named = ({ all }: ReturnType<typeof hubei>['symbols']) =>
      all.map(({ kind, label, code }) => [kind, label, code]);
    expect(named(document.symbols)).toEqual(named(hubei().symbols));
    expect(document.compiled.plan).toBeNull();
  });

  test('tells what is wrong in the text, its names and its units', () => {
    expect(
      told(
        `${HEAD}类别 讲座 talks\n  依据 第一条\n\n条目 讲座\n  形式 教学授课\n  授予 每 1 小时 1 学分 当 没有的名称\n`,
      ),
    ).not.toEqual([]);
    expect(isSound(read(HEAD))).toBe(true);
  });

  test('finds nothing that compiling does not find', () => {
    fc.assert(
      fc.property(mutated, ({ file, text }) => {
        const document = readDocument({ file, text }, [national]);
        const quick = quickFindings(document).compiled.diagnostics;
        const all = openDocument({ file, text }, { library: [national] }).compiled.diagnostics;
        const key = ({ code, span }: (typeof all)[number]) => `${code} ${span.start} ${span.end}`;
        const known = new Set(all.map(key));
        expect(quick.map(key).filter((one) => !known.has(one))).toEqual([]);
      }),
      { numRuns: process.env.CME_LONG === '1' ? 500 : 25 },
    );
  });
});

describe('formatting keeps what is no part of it', () => {
  const untidy = `${HEAD}类别 讲座 talks\n  依据 第一条\n\n条目 讲座\n  形式 教学授课\n  授予 每１小时１学分 # 「３」 不动\n`;

  test('line ends, and the lines that are well', () => {
    const text = untidy.replaceAll('\n', '\r\n');
    const edits = formatEdits(read(text));
    const after = edits.reduceRight(
      (out, { span, text: put }) => out.slice(0, span.start) + put + out.slice(span.end),
      text,
    );
    expect(edits.length).toBe(1);
    expect(after).toBe(format(parse(untidy, { file: 'a.cme', names: [] }).file, untidy).replaceAll('\n', '\r\n'));
    expect(after).toContain('授予 每 1 小时 1 学分  # 「３」 不动\r\n');
  });

  test('keywords go to the other language and come back', () => {
    const to = (text: string, keywords: 'zh' | 'en'): string =>
      formatEdits(read(text), { keywords }).reduceRight(
        (out, { span, text: put }) => out.slice(0, span.start) + put + out.slice(span.end),
        text,
      );
    const english = to(texts.national, 'en');
    expect(english).toMatch(/^ {2}language 1$/m);
    expect(to(english, 'zh')).toBe(texts.national);
  });
});
