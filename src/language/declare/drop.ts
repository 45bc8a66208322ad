/** 不沿用: what a file does not take over from its baseline. */

import type { RuleFile, SectionRef } from '../../model/ast.ts';
import type { Phrase } from '../../model/codes.ts';
import type { CategoryEntry, GroupEntry, ReadingEntry, RuleSet } from '../../model/ruleset.ts';
import { called } from '../find.ts';
import { hint, phrases, sectionPhrase } from '../phrase.ts';
import { type Report, renameTo } from '../report.ts';
import { nearest } from '../suggest.ts';

export interface Droppable {
  readonly categories: readonly CategoryEntry[];
  readonly groups: readonly GroupEntry[];
  readonly requirements: RuleSet['requirements'];
  readonly readings: readonly ReadingEntry[];
}

/** The baseline less what this file does not take over. */
export const dropFrom = (tree: RuleFile, base: Droppable, report: Report): Droppable => {
  let { categories, groups, requirements, readings } = base;
  const missing = (ref: SectionRef, what: Phrase, names: readonly string[]) => {
    const near = nearest(ref.name.text, names);
    const advice = names.length > 0 ? hint(near, names) : phrases.nothingInBaseline;
    report('CME208', ref.span, { what, name: ref.name.text, hint: advice }, near ? renameTo(ref.name.span, near) : {});
  };
  for (const section of tree.sections) {
    if (section.kind !== 'drop') continue;
    for (const ref of section.of) {
      const name = ref.name.text;
      switch (ref.section ?? 'item') {
        case 'category': {
          if (!categories.some((c) => called(c, name)))
            missing(
              ref,
              sectionPhrase('category'),
              categories.map((c) => c.label),
            );
          categories = categories.filter((c) => !called(c, name));
          break;
        }
        case 'group': {
          if (!groups.some((g) => called(g, name)))
            missing(
              ref,
              sectionPhrase('group'),
              groups.map((g) => g.label),
            );
          groups = groups.filter((g) => !called(g, name));
          break;
        }
        case 'require': {
          const names = requirements.map((r) => r.node.label?.text ?? '');
          if (!names.includes(name)) missing(ref, sectionPhrase('require'), names.filter(Boolean));
          requirements = requirements.filter((r) => r.node.label?.text !== name);
          break;
        }
        case 'reading': {
          if (!readings.some((r) => called(r, name)))
            missing(
              ref,
              phrases.reading,
              readings.map((r) => r.label),
            );
          readings = readings.filter((r) => !called(r, name));
          break;
        }
        case 'item': {
          const all = categories.flatMap((c) => c.items.map((i) => i.label));
          if (!all.includes(name)) missing(ref, sectionPhrase('item'), all);
          categories = categories.map((c) => ({ ...c, items: c.items.filter((i) => i.label !== name) }));
          break;
        }
      }
    }
  }
  return { categories, groups, requirements, readings };
};
