/** 人员字段 and 活动字段: a declaration, and what a further one of the same name may add. */

import type { Line, OptionDecl, SectionOf } from '../../model/ast.ts';
import type { FieldEntry, From, OptionEntry } from '../../model/ruleset.ts';
import { declaredAs, sectionPhrase } from '../phrase.ts';
import type { Report } from '../report.ts';

type FieldSection = SectionOf<'personField' | 'recordField'>;

export const optionsOf = (lines: readonly Line[]): readonly OptionDecl[] =>
  lines.flatMap((line) => (line.kind === 'option' ? line.options : []));

const entry = (option: OptionDecl): OptionEntry => ({
  key: option.code?.text ?? option.label.text,
  label: option.label.text,
});

/** Options of one declaration after those that stand already; a double label or code is reported. */
const addOptions = (
  before: readonly OptionEntry[],
  added: readonly OptionDecl[],
  report: Report,
): readonly OptionEntry[] => {
  const options = [...before];
  const known = new Map(before.map((option) => [option.label, option.key]));
  const taken = new Set(before.flatMap(({ key, label }) => [key, label]));
  for (const option of added) {
    const { key, label } = entry(option);
    if (known.get(label) === key) continue; // a restated option of the baseline
    if (taken.has(key) || taken.has(label)) {
      report('CME202', option.span, { what: sectionPhrase('option'), name: label });
      continue;
    }
    options.push({ key, label });
    taken.add(key).add(label);
  }
  return options;
};

/** A further declaration: it may gain options; type, unit and default stay what they were, written again or not. */
const declareAgain = (
  section: From<FieldSection>,
  known: FieldEntry,
  options: readonly OptionEntry[],
  report: Report,
): FieldEntry => {
  const { node } = section;
  const gained = options.length > known.options.length;
  const type = node.type?.id ?? (gained ? 'choice' : known.type);
  const implied = known.section ? known.section.node.default : node.default;
  const before = declaredAs(known.type, known.unit, implied);
  const after = declaredAs(type, node.unit?.id ?? known.unit, node.default ?? implied);
  if (after.zh !== before.zh) report('CME207', node.span, { name: known.label, before, after });
  // A default is read from the section that gives it.
  return { ...known, options, section: known.section ?? section };
};

/** The field of `section`, on top of what a baseline or the language knows under the same label or code. */
export const declareField = (section: From<FieldSection>, known: FieldEntry | null, report: Report): FieldEntry => {
  const { node } = section;
  const on = node.kind === 'personField' ? 'person' : 'record';
  const options = addOptions(known?.options ?? [], optionsOf(node.lines), report);
  if (known) return declareAgain(section, known, options, report);
  return {
    on,
    key: node.code?.text ?? node.label.text,
    label: node.label.text,
    type: node.type?.id ?? (options.length > 0 ? 'choice' : 'text'),
    unit: node.unit?.id ?? null,
    options,
    section,
  };
};
