/**
 * Text to tree, the first pass. Pure, and total: any text gives a tree and findings, in time linear in its length.
 * Names need the whole vocabulary to be told from words, so that of the baseline is handed in (`names`).
 */
import { guardText, reportTurning } from '../grammar/guard.ts';
import { keywords } from '../grammar/keywords.ts';
import { knownNames } from '../grammar/known.ts';
import { logicalLines } from '../grammar/lines.ts';
import { declaredIn, isPlainOption } from '../grammar/names.ts';
import { readFile } from '../grammar/read.ts';
import { Report } from '../grammar/report.ts';
import { scan } from '../grammar/scan.ts';
import { Dictionary } from '../grammar/words.ts';
import type { Name, RuleFile } from './model/ast.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import { LineMap, type Span } from './model/span.ts';

export interface Parsed {
  readonly file: RuleFile;
  readonly diagnostics: readonly Diagnostic[];
  readonly lines: LineMap;
  readonly text: string;
}

export interface ParseOptions {
  /** What findings call the source. */
  readonly file: string;
  /** Labels and codes that the baseline declares, of all levels. */
  readonly names?: readonly string[];
}

/** Reads a rule file. */
export function parse(text: string, options: ParseOptions): Parsed {
  const report = new Report(options.file);
  const lines = new LineMap(text);
  const file = guardText(text, report) ? readText(text, options.names ?? [], report) : empty(text);
  const diagnostics = [...report.found].sort((a, b) => a.span.start - b.span.start);
  return { file, diagnostics, lines, text };
}

const empty = (text: string): RuleFile => ({
  sections: [],
  orphans: [],
  tail: [],
  span: { start: 0, end: text.length },
});

const readText = (text: string, above: readonly string[], report: Report): RuleFile => {
  const tokens = scan(text);
  reportTurning(tokens, report);
  const { lines, tail } = logicalLines(tokens);
  const names = declaredIn(lines);
  for (const name of [...knownNames, ...above]) names.add(name);
  const dictionary = new Dictionary(names, false);
  const withSections = new Dictionary(names, true);
  return readFile({ text, lines, tail, dictionary, withSections, report });
};

export interface Header {
  label?: string;
  code?: string;
  version?: string;
  under?: { name: string; version?: string; span: Span };
}

const sectionWords = Object.entries(keywords).flatMap(([id, { place, zh, en }]): string[] =>
  place === 'section' && id !== 'rules' ? [zh, en] : [],
);

/** A word that opens a section other than the header, at the start of a line. */
const nextSection = new RegExp(
  `^[ \\t\\u3000]*(?:${sectionWords.map((word) => (/^[a-z]/.test(word) ? `${word}(?![A-Za-z0-9_])` : word)).join('|')})`,
  'm',
);

/** A header is looked for in the first characters of a file only. */
const LONGEST_HEADER = 65_536;

/** What the first section says of the file and its baseline: a cheap look, before names are known. */
export function scanHeader(text: string): Header {
  const start = text.slice(0, LONGEST_HEADER);
  const end = start.search(nextSection);
  const { file } = parse(end < 0 ? start : start.slice(0, end), { file: '' });
  const rules = file.sections.find((section) => section.kind === 'rules');
  if (!rules) return {};
  const under = rules.lines.find((line) => line.kind === 'under');
  return {
    label: rules.label.text,
    ...(rules.code && { code: rules.code.text }),
    ...(rules.version && { version: rules.version.text }),
    ...(under && {
      under: { name: under.name.text, ...(under.version && { version: under.version.text }), span: under.span },
    }),
  };
}

/** The labels and codes that a file declares, for the files under it; options made of words alone are no part of it. */
export function declaredNames(file: RuleFile): string[] {
  const found = new Set<string>();
  const add = (name: Name | undefined, keep = true): void => {
    if (name && keep && name.text !== '') found.add(name.text);
  };
  for (const section of file.sections) {
    if ('label' in section) add(section.label);
    if ('code' in section) add(section.code);
    for (const line of section.lines) {
      if (line.kind !== 'option') continue;
      for (const { label, code } of line.options)
        for (const name of [label, code]) add(name, name && isPlainOption(name.text));
    }
  }
  return [...found];
}
