/** 类别 with their 条目, and 分组: a file's own on top of a baseline's. */

import type { RuleFile, SectionOf } from '../../model/ast.ts';
import type { CategoryEntry, From, GroupEntry, ItemEntry } from '../../model/ruleset.ts';
import { called } from '../find.ts';
import { sectionPhrase } from '../phrase.ts';
import type { Report } from '../report.ts';
import { declared, place } from './section.ts';

/** Own categories first, in the order of the file; then what the baseline adds. */
export const mergeCategories = (
  tree: RuleFile,
  file: string,
  base: readonly CategoryEntry[],
  report: Report,
): readonly CategoryEntry[] => {
  const own: { key: string; label: string; section: From<SectionOf<'category'>>; items: ItemEntry[] }[] = [];
  let current: (typeof own)[number] | null = null;
  for (const section of tree.sections) {
    if (section.kind === 'category') {
      const label = section.label.text;
      const again = own.find((c) => c.label === label);
      if (again) {
        report(
          'CME202',
          section.span,
          { what: sectionPhrase('category'), name: label },
          { related: [{ file, span: again.section.node.span }] },
        );
        current = again;
        continue;
      }
      const inherited = base.find((c) => called(c, label));
      current = {
        key: section.code?.text ?? inherited?.key ?? label,
        label,
        section: { node: section, file },
        items: [],
      };
      own.push(current);
    } else if (section.kind === 'item') {
      const label = section.label.text;
      if (!current) {
        report('CME354', section.span, { name: label });
        continue;
      }
      const again = current.items.find((i) => i.label === label);
      if (again) {
        report(
          'CME202',
          section.span,
          { what: sectionPhrase('item'), name: label },
          { related: [{ file, span: again.section.node.span }] },
        );
        continue;
      }
      current.items.push({
        key: `${current.key}/${label}`,
        label,
        category: current.key,
        section: { node: section, file },
      });
    }
  }
  for (const category of own) {
    const inherited = base.find((c) => c.key === category.key || c.label === category.label);
    const kept = inherited?.items.filter((item) => !category.items.some((i) => i.label === item.label)) ?? [];
    category.items.push(...kept.map((item) => ({ ...item, category: category.key })));
  }
  const rest = base.filter((c) => !own.some((o) => o.key === c.key || o.label === c.label));
  return [...own, ...rest];
};

export const mergeGroups = (
  tree: RuleFile,
  file: string,
  base: readonly GroupEntry[],
  report: Report,
): readonly GroupEntry[] => {
  const groups = [...base];
  for (const section of declared(tree, file, 'group', (s) => s.label.text, report)) {
    const label = section.node.label.text;
    const known = groups.find((g) => called(g, label));
    place(groups, { key: section.node.code?.text ?? known?.key ?? label, label, section }, (g) => g === known);
  }
  return groups;
};
