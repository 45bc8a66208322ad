/**
 * Resolve: one rule file and its baseline (resolved already) become one rule set. Sections of the same word and name
 * replace the baseline's whole, fields only gain options, readings may be restated, 不沿用 takes away. Findings are of
 * this file alone; what conditions and amounts mean is left to `lower`.
 */

import { keywords } from '../grammar/keywords.ts';
import { mergeCategories, mergeGroups } from './language/declare/category.ts';
import { dayNumber } from './language/declare/date.ts';
import { dropFrom } from './language/declare/drop.ts';
import { declareField } from './language/declare/field.ts';
import { knownFields } from './language/declare/known.ts';
import { declareReading } from './language/declare/reading.ts';
import { declared, mergeNamed, place, single } from './language/declare/section.ts';
import { checkShape } from './language/declare/shape.ts';
import { checkGroups } from './language/declare/size.ts';
import { called, lineOf } from './language/find.ts';
import { sectionPhrase } from './language/phrase.ts';
import { Findings, type Report } from './language/report.ts';
import { conversionOf } from './language/unit.ts';
import type { LineOf, RuleFile, Section, SectionOf } from './model/ast.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import type { Conversion, FieldEntry, ReadingEntry, RuleSet } from './model/ruleset.ts';
import { NOWHERE } from './model/span.ts';

export interface Resolved {
  readonly ruleSet: RuleSet;
  /** False: what groups hold cannot be written out, so that the rules cannot be lowered. */
  readonly sound: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

const mergeFields = (
  tree: RuleFile,
  file: string,
  base: readonly FieldEntry[],
  report: Report,
): readonly FieldEntry[] => {
  const fields = [...base];
  const seen = new Set<FieldEntry>();
  for (const section of tree.sections) {
    if (section.kind !== 'personField' && section.kind !== 'recordField') continue;
    const on = section.kind === 'personField' ? 'person' : 'record';
    const names = [section.label.text, ...(section.code ? [section.code.text] : [])];
    const known = fields.find((f) => f.on === on && names.some((name) => called(f, name)));
    if (known && seen.has(known)) {
      const what = keywords[section.kind].zh;
      report('CME202', section.span, { what, name: section.label.text });
      continue;
    }
    const field = declareField({ node: section, file }, known ?? null, report);
    seen.add(field);
    place(fields, field, (f) => f === known);
  }
  return fields;
};

const mergeReadings = (
  tree: RuleFile,
  file: string,
  base: readonly ReadingEntry[],
  report: Report,
): readonly ReadingEntry[] => {
  const readings = [...base];
  for (const section of declared(tree, file, 'reading', (s) => s.label.text, report)) {
    const known = readings.find((r) => called(r, section.node.label.text)) ?? null;
    const reading = declareReading(section, known, report);
    if (reading) place(readings, reading, (r) => r === known);
  }
  return readings;
};

const conversions = (tree: RuleFile, base: readonly Conversion[], report: Report): readonly Conversion[] => {
  const merged = [...base];
  for (const section of tree.sections) {
    if (section.kind !== 'convert') continue;
    const conversion = conversionOf(section, report);
    if (conversion) place(merged, conversion, (c) => c.from === conversion.from && c.to === conversion.to);
  }
  return merged;
};

const checkedDate = (line: LineOf<'effective'> | LineOf<'until'> | undefined, report: Report): string | null => {
  if (!line) return null;
  if (dayNumber(line.date.text) === null) report('CME409', line.date.span, { date: line.date.text });
  const [year = '', month = '', day = ''] = line.date.text.split('-');
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
};

/** `base` is null for a file without 上位, and where the baseline is missing (which the caller reports). */
export const resolve = (tree: RuleFile, file: string, base: RuleSet | null): Resolved => {
  const findings = new Findings();
  const report = findings.in(file);
  checkShape(tree, report);

  const header = single(tree, file, 'rules', report);
  const brokenHeader = tree.sections.some((s) => s.kind === 'brokenSection' && s.opens === 'rules');
  if (!header && !brokenHeader) report('CME350', NOWHERE);
  const lines = header?.node.lines ?? [];
  if (header && !header.node.version)
    report('CME353', header.node.span, { section: sectionPhrase('rules'), word: keywords.version.zh });
  const effective = checkedDate(lineOf(lines, 'effective'), report);
  const untilLine = lineOf(lines, 'until');
  const until = checkedDate(untilLine, report);
  if (header && !effective && !lines.some((l) => l.kind === 'broken')) {
    report('CME353', header.node.span, { section: sectionPhrase('rules'), word: keywords.effective.zh });
  }
  if (untilLine && effective && until && until < effective) report('CME416', untilLine.span);
  const language = lineOf(lines, 'language');
  if (language && language.version.digits !== '1') {
    report('CME419', language.version.span, { version: language.version.digits });
  }

  const kept = dropFrom(
    tree,
    {
      categories: base?.categories ?? [],
      groups: base?.groups ?? [],
      requirements: base?.requirements ?? [],
      readings: base?.readings ?? [],
    },
    report,
  );
  const remainder = lineOf(lines, 'remainder');
  const cycle = lineOf(lines, 'cycle');
  const requireName = (s: SectionOf<'require'>): string => s.label?.text ?? '';
  const noticeName = (s: SectionOf<'notice'>): string => s.text.value;

  const ruleSet: RuleSet = {
    file,
    label: header?.node.label.text ?? '',
    code: header?.node.code?.text ?? header?.node.label.text ?? '',
    version: header?.node.version?.text ?? '',
    language: 1,
    title: lineOf(lines, 'title')?.text.value ?? null,
    effective,
    until,
    fields: mergeFields(tree, file, base?.fields ?? knownFields, report),
    conversions: conversions(tree, base?.conversions ?? [], report),
    readings: mergeReadings(tree, file, kept.readings, report),
    remainder: remainder ? { node: remainder.of, file } : (base?.remainder ?? null),
    cycle: cycle ? { node: cycle, file } : (base?.cycle ?? null),
    categories: mergeCategories(tree, file, kept.categories, report),
    groups: mergeGroups(tree, file, kept.groups, report),
    scope: single(tree, file, 'scope', report) ?? base?.scope ?? null,
    requirements: mergeNamed(kept.requirements, declared(tree, file, 'require', requireName, report), requireName),
    makeup: single(tree, file, 'makeup', report) ?? base?.makeup ?? null,
    carry: single(tree, file, 'carry', report) ?? base?.carry ?? null,
    notices: mergeNamed(base?.notices ?? [], declared(tree, file, 'notice', noticeName, report), noticeName),
    examples: tree.sections
      .filter(
        (s): s is Extract<Section, { kind: 'example' | 'examples' }> => s.kind === 'example' || s.kind === 'examples',
      )
      .map((node) => ({ node, file })),
    files: [file, ...(base?.files ?? [])],
  };
  const sound = checkGroups(ruleSet, (of) => findings.in(of));
  return { ruleSet, sound, diagnostics: findings.list };
};
