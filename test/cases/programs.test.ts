import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Compiled, compile, type Diagnostic, LineMap, messageOf, severityOf } from '../../src/index.ts';
import { analysisCodes } from '../../src/model/codes/analysis.ts';
import { meaningCodes } from '../../src/model/codes/meaning.ts';
import { totalCodes } from '../../src/model/codes/totals.ts';
import { type Mark, type ProgramCase, programCases } from '../support/cases.ts';

const folder = join(import.meta.dirname, 'programs');

// A last section with a mistake of its own: that it is still told shows that the rest of the file was checked.
const last = '提示 「末尾」 当 「没有的名称」\n';
const lastFinding = 'CME201 没有名为「没有的名称」的字段、值或口径';

const rules = join(import.meta.dirname, '../../rules');
const shipped = readdirSync(rules)
  .filter((file) => file.endsWith('.cme'))
  .map((file) => ({ file, text: readFileSync(join(rules, file), 'utf8') }));

/** The program lies among the others, as it does in a folder of rules. */
const compiled = (one: ProgramCase, more = ''): Compiled => {
  const entry = { file: 'case.cme', text: one.prelude + one.text + more };
  return compile(entry, { library: [...(one.shipped ? shipped : one.library), entry] });
};

/** `3:5 「学分」 CME404 …`: line and column in the program without its prelude, or in a file of the library. */
const told = (one: ProgramCase, found: Diagnostic): string => {
  const own = found.file === 'case.cme';
  const text = own ? one.prelude + one.text : one.library.find(({ file }) => file === found.file)?.text;
  const map = new LineMap(text ?? '');
  const { line, column } = map.position(found.span.start);
  const under = map.text.slice(found.span.start, found.span.end);
  const [first = '', ...more] = under.split('\n');
  const shown = more.length > 0 ? `${first}…` : first;
  const at = own ? line - one.prelude.split('\n').length + 1 : `${found.file} ${line}`;
  return `${at}:${column} 「${shown}」 ${found.code} ${messageOf(found, 'zh')}`;
};

const expected = ({ file, line, column, text, code, message }: Mark): string =>
  `${file ? `${file} ` : ''}${line}:${column} 「${text}」 ${code} ${message}`;

// Of a few lines it is plain that they leave most records aside, and most of what the prelude declares: told only where the
// case is about that.
const LEFT_ASIDE = [
  ['CME715', 'CME716'],
  ['CME731', 'CME732', 'CME733'],
  // What a few lines add up to is seldom what a case is about.
  ['CME741', 'CME742', 'CME743'],
  ['CME751', 'CME752', 'CME753'],
];

const run = (one: ProgramCase): void => {
  const { diagnostics: all, plan } = compiled(one);
  const quiet = LEFT_ASIDE.filter((codes) => !one.marks.some(({ code }) => codes.includes(code))).flat();
  const diagnostics = all.filter(({ code }) => !quiet.includes(code));
  expect(diagnostics.map((found) => told(one, found)).join('\n')).toBe(one.marks.map(expected).join('\n'));
  if (diagnostics.every((found) => severityOf(found) !== 'error')) expect(plan).not.toBeNull();
  if (one.marks.length > 0 && one.restChecked) {
    const further = compiled(one, last).diagnostics.map((found) => `${found.code} ${messageOf(found, 'zh')}`);
    const marks = one.marks.map((m) => `${m.code} ${m.message}`);
    expect(further.join('\n')).toBe([...marks, lastFinding].join('\n'));
  }
};

for (const file of readdirSync(folder).filter((name) => name.endsWith('.case'))) {
  describe(`programs/${file}`, () => {
    for (const one of programCases(readFileSync(join(folder, file), 'utf8'))) test(one.title, () => run(one));
  });
}

test('every finding of resolve, check, lower and prove has a program', () => {
  // So many items and caps make no program to be read.
  const { CME753: _, ...ofTotals } = totalCodes;
  const texts = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  const shown = new Set(texts.flatMap((text) => text.match(/CME\d{3}/g) ?? []));
  expect(Object.keys({ ...meaningCodes, ...analysisCodes, ...ofTotals }).filter((code) => !shown.has(code))).toEqual(
    [],
  );
});
