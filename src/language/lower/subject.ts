/** Sections named from elsewhere: a bare name is the 类别, else the 分组, else the 条目. Each stands for its items. */

import type { SectionRef } from '../../model/ast.ts';
import type { GroupEntry } from '../../model/ruleset.ts';
import { called, linesOf } from '../find.ts';
import { phrases } from '../phrase.ts';
import { type Lowering, scopeOf } from './scope.ts';
import { unknownName } from './unknown.ts';

/** Keys of the items; null where nothing is so named, which is reported. `seen` stops groups that hold each other. */
export const itemsOf = (
  low: Lowering,
  file: string,
  ref: SectionRef,
  seen: ReadonlySet<string> = new Set(),
): readonly string[] | null => {
  const { categories, groups } = low.rules;
  const name = ref.name.text;
  const may = (section: SectionRef['section']): boolean => ref.section === undefined || ref.section === section;
  const category = may('category') ? categories.find((c) => called(c, name)) : undefined;
  if (category) return category.items.map((item) => item.key);
  const group = may('group') ? groups.find((g) => called(g, name)) : undefined;
  if (group) return groupItems(low, group, seen);
  const items = may('item') ? categories.flatMap((c) => c.items).filter((item) => item.label === name) : [];
  if (items.length > 0) return items.map((item) => item.key);
  const all = [...categories, ...groups, ...categories.flatMap((c) => c.items)].map((entry) => entry.label);
  unknownName(scopeOf(low, file, { records: true }), ref.name, phrases.sectionName, all);
  return null;
};

/** All items unless 成员 names some. */
export const groupItems = (
  low: Lowering,
  group: GroupEntry,
  seen: ReadonlySet<string> = new Set(),
): readonly string[] => {
  const all = low.rules.categories.flatMap((category) => category.items.map((item) => item.key));
  const lines = linesOf(group.section.node.lines, 'members');
  if (lines.length === 0) return all;
  if (seen.has(group.key)) return [];
  const inside = new Set([...seen, group.key]);
  const members = new Set(
    lines.flatMap((line) => line.of.flatMap((ref) => itemsOf(low, group.section.file, ref, inside) ?? [])),
  );
  return all.filter((key) => members.has(key));
};
