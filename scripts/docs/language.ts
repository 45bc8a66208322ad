/** docs/language.zh-CN.md: the template with its directives replaced. A directive is a line that begins with `@`. */
import { readFileSync } from 'node:fs';
import type { Colour } from '../../grammar/keywords.ts';
import { type Example, readExamples } from './examples.ts';
import { entriesOf, innerWords, lineWords, sectionWords } from './reference.ts';
import { find, lineText, sectionText } from './snippets.ts';

const template = new URL('language.zh-CN.md', import.meta.url);

const what: Readonly<Record<string, string>> = {
  'first.cme': '最小的一份规则',
  'base.cme': '基线：字段、换算、口径、最低要求',
  'province.cme': '省级文件：在基线之上加严、增补、改口径、去掉条目',
  'awards.cme': '计分：授予、授予表、递减、系数、视同完成、上限、分组',
  'requirements.cme': '要求：分科目、比例、折算、减免、结转',
  'units.cme': '单位：每个单位由哪个字段来量',
  'cycle.cme': '周期和抵充',
  'rolling.cme': '滚动周期',
  'crossing.cme': '互相交叉的上限',
};

const list = (examples: readonly Example[]): string => {
  const rows = examples.map(({ name, run }) => {
    const result = `${run.summary.passed} 个用例，全部通过`;
    return `| [${name}](examples/${name}) | ${what[name] ?? ''} | ${result} |`;
  });
  return ['| 文件 | 内容 | 用例 |', '|---|---|---|', ...rows].join('\n');
};

/** What is wrong with the example files; a page is not made from files that do not hold. */
const faultsOf = ({ name, errors, run, text, formatted }: Example): readonly string[] => [
  ...errors.map(({ code, args }) => `${name}: ${code} ${Object.values(args).join(' ')}`),
  ...run.examples.filter(({ pass }) => !pass).map((one) => `${name}:${one.line}: the example 「${one.name}」 fails`),
  ...(text === formatted ? [] : [`${name}: not in canonical form (cme fmt)`]),
];

export const languagePage = (): string => {
  const examples = readExamples();
  const faults = examples.flatMap(faultsOf);
  if (faults.length > 0) throw new Error(`docs/examples do not hold:\n  ${faults.join('\n  ')}`);
  const entries = entriesOf(examples);
  const named = (name = ''): Example => {
    const found = examples.find((example) => example.name === name);
    if (!found) throw new Error(`the template asks for ${name}, which is no example file`);
    return found;
  };
  const block = (text: string): string => `\`\`\`cme\n${text}\n\`\`\``;
  const directives: Readonly<Record<string, (...args: string[]) => string>> = {
    sections: () => sectionWords(entries),
    lines: () => lineWords(entries),
    inner: (colour) => innerWords(entries, colour as Colour),
    files: () => list(examples),
    file: (name) => block(named(name).text.trimEnd()),
    section: (name, ...beginning) => block(sectionText(named(name), find(named(name), beginning.join(' ')), Infinity)),
    line: (name, ...beginning) => block(lineText(named(name), find(named(name), beginning.join(' ')))),
  };
  return readFileSync(template, 'utf8').replace(/^@(\w+)(.*)$/gm, (_, word: string, rest: string) => {
    const directive = directives[word];
    if (!directive) throw new Error(`the template has an unknown directive @${word}`);
    return directive(...rest.split(' ').filter((part) => part !== ''));
  });
};
