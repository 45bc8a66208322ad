/**
 * Case files that can be read aloud: after `== title` the input, after `--` what is found in it, one finding a line:
 * the underlined text, its code, its sentence; under it, with `→`, the line as the fix leaves it (`⇒` where the fix is
 * safe). Last, how many heads and lines could be read. `@names` at the top gives the names that a baseline would declare.
 */
import { messageOf } from '../../src/model/codes.ts';
import type { Diagnostic, Fix } from '../../src/model/diagnostic.ts';
import { type Parsed, parse } from '../../src/parse.ts';

export interface Case {
  readonly title: string;
  readonly input: string;
  readonly expected: string;
}

export const readCases = (text: string): { names: string[]; cases: Case[] } => {
  const names = /^@names (.*)$/m.exec(text)?.[1]?.split(' ') ?? [];
  const cases = text
    .split(/^== /m)
    .slice(1)
    .map((block) => {
      const [head = '', ...rest] = block.split('\n');
      const [input = '', expected = ''] = rest.join('\n').split(/^--\n/m);
      return { title: head.trim(), input, expected: expected.trim() };
    });
  return { names, cases };
};

/** Characters that a case file writes as `\u{…}`, since they are not seen. */
export const unmasked = (text: string): string =>
  text.replace(/\\u\{([0-9a-f]+)\}/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
const masked = (text: string): string =>
  text.replace(/[\u0300-\u036f\u200b-\u202e\ufeff\ud800-\udfff]/g, (char) => `\\u{${char.charCodeAt(0).toString(16)}}`);

const applied = (text: string, fix: Fix): string =>
  [...fix.edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((done, { span, text: put }) => done.slice(0, span.start) + put + done.slice(span.end), text);

const shownFix = ({ text, lines }: Parsed, { fix }: Diagnostic): string[] => {
  const first = fix?.edits[0];
  if (!fix || !first) return [];
  const line = lines.position(first.span.start).line;
  const after = applied(text, fix).split(/\r\n|\r|\n/)[line - 1] ?? '';
  return [`  ${fix.safe ? '⇒' : '→'} ${masked(after.trim())}`];
};

/** Heads and lines that were read, rows not counted. */
const readable = ({ file }: Parsed): number =>
  file.sections.filter(({ kind }) => kind !== 'brokenSection').length +
  file.sections.flatMap(({ lines }) => lines).filter(({ kind }) => kind !== 'broken').length;

/** What is found in a text, as a case file writes it. */
export const findings = (input: string, names: readonly string[]): string => {
  const parsed = parse(unmasked(input), { file: 'case.cme', names });
  const found = parsed.diagnostics.flatMap((one) => [
    `\`${masked(parsed.text.slice(one.span.start, one.span.end))}\` ${one.code} ${messageOf(one, 'zh')}`,
    ...shownFix(parsed, one),
  ]);
  return [...found, `读出 ${readable(parsed)} 行`].join('\n');
};
