/** The shipped rules many times over: categories, items and forms again under other names, the readings and the rest once. */
import { parse } from '../../src/index.ts';
import { texts } from './hubeiRules.ts';

const { file: tree } = parse(texts.hubei, { file: 'hubei.cme' });
const { file: below } = parse(texts.national, { file: 'national.cme' });

const classified = tree.sections.filter(({ kind }) => kind === 'category' || kind === 'item');
const labels = classified.flatMap((section) => ('label' in section && section.label ? [section.label.text] : []));
const forms = below.sections.flatMap(({ lines, ...section }) =>
  'label' in section && section.label?.text === '形式'
    ? lines.flatMap((line) => (line.kind === 'option' ? line.options : []))
    : [],
);

const names = [...new Set([...labels, ...forms.map(({ label }) => label.text)])].sort((a, b) => b.length - a.length);
// A reading is called 自学上限; and what is quoted is nobody's name.
const name = new RegExp(`(${names.join('|')})(?!上限)`, 'g');

/** Letters, for digits behind a name would be part of no name. */
const suffix = (copy: number): string =>
  `复${[...String(copy)].map((digit) => '零一二三四五六七八九'[Number(digit)]).join('')}`;

const renamed = (text: string, copy: number): string =>
  text
    .split('\n')
    .map((line) =>
      /^\s*(依据|审核|已知|#)/.test(line)
        ? line
        : line.replace(name, `$1${suffix(copy)}`).replace(/^(类别 \S+) (\w+)$/, `$1 $2_${copy}`),
    )
    .join('\n');

/** Hubei's file with its classification so many times; its examples as many times where they are wanted. */
export function hubeiTimes(copies: number, withExamples = false): string {
  const own = classified.map(({ extent }) => texts.hubei.slice(extent.start, extent.end)).join('\n\n');
  const again = Array.from({ length: copies - 1 }, (_, at) => renamed(own, at + 2));
  const options = again.flatMap((_, at) =>
    forms.map(({ label, code }) => `${label.text}${suffix(at + 2)} ${code?.text}_${at + 2}`),
  );
  const more = options.length === 0 ? '' : `活动字段 形式 form\n  选项 ${options.join('、')}\n\n`;
  const start = texts.hubei.indexOf('\n用例');
  const examples = texts.hubei.slice(start);
  const others = !withExamples ? [] : again.map((_, at) => retitled(renamed(examples, at + 2), suffix(at + 2)));
  return `${texts.hubei.slice(0, start)}\n${more}${again.join('\n\n')}\n${examples}${others.join('\n')}`;
}

const retitled = (examples: string, by: string): string =>
  examples.replace(/^(用例表?[^\n「]*「[^」]*)」/gm, `$1${by}」`);
