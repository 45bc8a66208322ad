/** 口径: its question, options, and the one adopted; restated below a baseline with 采用 alone. */

import { keywords } from '../../../grammar/keywords.ts';
import type { LineOf, SectionOf } from '../../model/ast.ts';
import type { From, ReadingEntry, ReadingOption } from '../../model/ruleset.ts';
import { hint, named, sectionPhrase } from '../phrase.ts';
import type { Report } from '../report.ts';
import { renameTo } from '../report.ts';
import { nearest } from '../suggest.ts';
import { optionsOf } from './field.ts';

export const findOption = (options: readonly ReadingOption[], name: string): ReadingOption | undefined =>
  options.find((o) => o.label === name || o.key === name);

const nearestOption = (name: string, options: readonly ReadingOption[]) => {
  const near = nearest(
    name,
    options.map((o) => o.label),
  );
  const advice = hint(
    near,
    options.map((o) => o.label),
  );
  return { near, advice };
};

const declaredOptions = (node: SectionOf<'reading'>, report: Report): readonly ReadingOption[] => {
  const options: ReadingOption[] = [];
  const keys = new Set<string>();
  const labels = new Set<string>();
  for (const option of optionsOf(node.lines)) {
    const label = option.label.text;
    const key = option.code?.text ?? label;
    if (keys.has(key) || labels.has(label)) {
      report('CME202', option.span, { what: sectionPhrase('option'), name: label });
      continue;
    }
    keys.add(key);
    labels.add(label);
    options.push({ key, label, value: option.value ?? null, text: option.text?.value ?? null });
  }
  return options;
};

/** Null where it has neither options of its own nor a baseline's. */
export const declareReading = (
  section: From<SectionOf<'reading'>>,
  known: ReadingEntry | null,
  report: Report,
): ReadingEntry | null => {
  const { node } = section;
  const own = declaredOptions(node, report);
  const options = own.length > 0 ? own : (known?.options ?? []);
  const broken = node.lines.some((line) => line.kind === 'broken');
  if (options.length === 0) {
    if (!broken) report('CME361', node.span, { name: node.label.text });
    return null;
  }
  const adopt = node.lines.find((line): line is LineOf<'adopt'> => line.kind === 'adopt');
  const question = node.lines.find((line): line is LineOf<'question'> => line.kind === 'question');
  const adopted = adopt && findOption(options, adopt.option.text);
  if (!adopt && !broken)
    report('CME353', node.span, { section: named('reading', node.label.text), word: keywords.adopt.zh });
  if (adopt && !adopted) {
    const { near, advice } = nearestOption(adopt.option.text, options);
    report(
      'CME506',
      adopt.option.span,
      { option: adopt.option.text, hint: advice },
      near ? renameTo(adopt.option.span, near) : {},
    );
  }
  return {
    key: node.code?.text ?? known?.key ?? node.label.text,
    label: node.label.text,
    question: question?.text.value ?? known?.question ?? null,
    options,
    adopted: (adopted ?? options[0])?.key ?? '',
    section: own.length > 0 || !known ? section : { ...known.section, node: known.section.node },
  };
};
