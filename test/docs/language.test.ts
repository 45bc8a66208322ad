/** The reference page: its examples hold, every keyword is shown, and what the page says of the writing is so. */
import { describe, expect, test } from 'vitest';
import { keywords } from '../../grammar/keywords.ts';
import { readEnglish, readExamples } from '../../scripts/docs/examples.ts';
import { read } from '../../scripts/docs/pages.ts';
import { entriesOf } from '../../scripts/docs/reference.ts';
import { compile } from '../../src/compile.ts';
import { runExamples } from '../../src/examples.ts';
import { format } from '../../src/format.ts';
import { messageOf, severityOf } from '../../src/model/codes.ts';

const examples = readExamples();
const library = examples.map(({ name, text }) => ({ file: name, text }));
const named = (name: string) => {
  const found = examples.find((example) => example.name === name);
  if (!found) throw new Error(`no example ${name}`);
  return found;
};

/** Errors of a file that stands among the examples, in words. */
const errorsIn = (text: string): string[] =>
  compile({ file: 'here.cme', text }, { library })
    .diagnostics.filter((found) => severityOf(found) === 'error')
    .map((found) => messageOf(found, 'zh'));

describe('example files', () => {
  test.for(examples.map((example) => [example.name, example] as const))('%s', ([, example]) => {
    expect(example.errors).toEqual([]);
    expect(example.formatted).toBe(example.text);
    expect(example.run.examples.filter(({ pass }) => !pass)).toEqual([]);
    expect(example.run.summary.passed).toBeGreaterThan(0);
  });

  test('已知 silences the finding that it names', () => {
    expect(named('province.cme').compiled.diagnostics).toEqual([]);
  });

  test('the English twin is what the formatter makes, and means the same', () => {
    const first = named('first.cme');
    const english = readEnglish();
    expect(format(first.compiled.tree, first.text, { keywords: 'en' })).toBe(english.text);
    expect(runExamples(compile(english)).summary).toEqual(first.run.summary);
    const back = compile(english);
    expect(format(back.tree, english.text, { keywords: 'zh' })).toBe(first.text);
  });
});

describe('keywords', () => {
  test('each is shown by an example and explained in a sentence', () => {
    expect(entriesOf(examples).size).toBe(Object.keys(keywords).length);
  });

  test('one without an example is an error that names it', () => {
    const fewer = examples.filter(({ name }) => name !== 'rolling.cme');
    expect(() => entriesOf(fewer)).toThrow('滚动 rolling: no example');
  });
});

describe('what the page says of the writing', () => {
  const first = named('first.cme');
  const line = '授予 每 3 小时 1 学分 当 听课';
  const read1 = (written: string): string => {
    const text = first.text.replace(line, written);
    const { tree, diagnostics } = compile({ file: 'first.cme', text });
    expect(diagnostics).toEqual([]);
    return format(tree, text);
  };

  test.for([
    '授予每3小时1学分当听课',
    '授予　每　３　小时　１　学分　当　听课',
    '听课每3小时授予1学分',
    '授予 每 3 小时 1 学分\n当 听课',
    'award per 3 hours 1 credits when participant',
  ])('%s reads as the line of the example', (written) => {
    const expected = written.startsWith('award') ? first.text.replace('当 听课', '当 participant') : first.text;
    expect(read1(written)).toBe(expected);
  });

  const conditions = [
    ...(read('docs/language.zh-CN.md').split('\n## 条件\n')[1]?.split('\n## ')[0] ?? '').matchAll(/^\| (`.*?) \|/gm),
  ]
    .flatMap(([, cell = '']) => [...cell.matchAll(/`([^`]+)`/g)])
    .map(([, code = '']) => code);

  test('the page lists conditions', () => expect(conditions.length).toBeGreaterThan(8));

  test.for(conditions)('the condition 「%s」 is one', (condition) => {
    const text = `规则 试写 版本 2030\n  施行 2030-01-01\n  上位 样例基线 2030\n活动字段 形式\n  选项 试写\n类别 试写\n条目 试写\n  形式 试写\n  授予 1 学分 当 ${condition}\n`;
    expect(errorsIn(text)).toEqual([]);
  });

  test.for([
    ['two fields with one unit are told apart by name', '每 2 小时 听课时长 1 学分', []],
    ['a field is not guessed', '每 2 小时 1 学分', ['以「小时」为单位的字段有几个：时长、听课时长']],
  ] as const)('%s', ([, rate, errors]) => {
    const fields = '活动字段 时长 小数 小时\n活动字段 听课时长 小数 小时\n';
    const text = `规则 试写 版本 2030\n  施行 2030-01-01\n${fields}类别 试写\n条目 试写\n  授予 ${rate}\n`;
    expect(errorsIn(text)).toEqual(errors);
  });
});
