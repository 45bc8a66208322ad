/**
 * The beginning of a province's file under a baseline: a header, and for each 类别 of the baseline a place where its own
 * rules go, as comments, so that the file is sound from the first moment and says what is still to be written.
 */
import type { Compiled } from './compile.ts';
import { format } from './format.ts';
import { parse } from './parse.ts';

export interface Start {
  /** Label and code of the new rules: `湖南`, `hunan`. */
  readonly label: string;
  readonly code: string;
  readonly version: string;
  /** `YYYY-MM-DD`. */
  readonly effective: string;
  /** The document's own title and number, where they are known. */
  readonly title?: string;
  readonly number?: string;
}

/** Quotation marks inside a quotation would end it. */
const quoted = (text: string): string => `「${text.replace(/[「」\r\n]/g, ' ').trim()}」`;
const named = (text: string): string =>
  /^[\p{Script=Han}A-Za-z][\p{Script=Han}\w]*$/u.test(text) ? text : quoted(text);

/** `baseline`: compiled without errors. */
export const startUnder = (
  { ruleSet }: Compiled,
  { label, code, version, effective, title, number }: Start,
): string => {
  const lines = [
    `# ${label}：在「${ruleSet?.label ?? ''}」之下。上位规则的字段、口径、类别和要求都已有效，这里只写不同的和增加的。`,
    `规则 ${named(label)} ${code} 版本 ${version}`,
    '  语言 1',
    ...(title ? [`  名称 ${quoted(title)}`] : []),
    ...(number ? [`  文号 ${quoted(number)}`] : []),
    `  施行 ${effective}`,
    ...(ruleSet ? [`  上位 ${named(ruleSet.label)} ${ruleSet.version}`] : []),
    '  # 条款 第一条～第三十条',
    '',
    ...(ruleSet?.categories ?? []).flatMap((category) => [
      `# 类别 ${category.label}${category.items.length > 0 ? `：上位规则已有条目 ${category.items.map((item) => item.label).join('、')}` : '：上位规则没有条目'}`,
    ]),
    '',
  ];
  const text = lines.join('\n');
  return format(parse(text, { file: '' }).file, text);
};
