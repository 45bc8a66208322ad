/**
 * Sections named from elsewhere: a bare name is the 类别, else the 分组, else the 条目. Each stands for its items, and a 分组
 * with 适用 for those of their records that it holds.
 */

import type { SectionRef } from '../../model/ast.ts';
import type { Expr, Subject } from '../../model/plan.ts';
import type { GroupEntry } from '../../model/ruleset.ts';
import { called, linesOf } from '../find.ts';
import { phrases } from '../phrase.ts';
import { Findings } from '../report.ts';
import { condition } from './cond.ts';
import { always, and, or, sameExpr } from './expr.ts';
import { matchOf } from './item.ts';
import { type Lowering, scopeOf } from './scope.ts';
import { unknownName } from './unknown.ts';

/** By item, which of its records are held. */
type Held = ReadonlyMap<string, Expr>;

const allOf = (keys: readonly string[]): Held => new Map(keys.map((key) => [key, always]));

/** Null where nothing is so named, which is reported; a subject's 适用 reports where its group stands. */
export const subjectOf = (low: Lowering, file: string, ref: SectionRef): Subject | null => {
  const held = heldBy(low, file, ref, new Set());
  return held && subject(low, held);
};

/** All items unless 成员 names some, and of their records those that 适用 holds. */
export const groupSubject = (low: Lowering, group: GroupEntry): Subject =>
  subject(low, heldByGroup(low, group, new Set()));

/** `seen` stops groups that hold each other. */
const heldBy = (low: Lowering, file: string, ref: SectionRef, seen: ReadonlySet<string>): Held | null => {
  const { categories, groups } = low.rules;
  const name = ref.name.text;
  const may = (section: SectionRef['section']): boolean => ref.section === undefined || ref.section === section;
  const category = may('category') ? categories.find((c) => called(c, name)) : undefined;
  if (category) return allOf(category.items.map((item) => item.key));
  const group = may('group') ? groups.find((g) => called(g, name)) : undefined;
  if (group) return heldByGroup({ ...low, findings: new Findings() }, group, seen);
  const items = may('item') ? categories.flatMap((c) => c.items).filter((item) => item.label === name) : [];
  if (items.length > 0) return allOf(items.map((item) => item.key));
  const all = [...categories, ...groups, ...categories.flatMap((c) => c.items)].map((entry) => entry.label);
  unknownName(scopeOf(low, file, { records: true }), ref.name, phrases.sectionName, all);
  return null;
};

const heldByGroup = (low: Lowering, { key, section }: GroupEntry, seen: ReadonlySet<string>): Held => {
  if (seen.has(key)) return new Map();
  const inside = new Set([...seen, key]);
  const scope = scopeOf(low, section.file, { records: true });
  const own = and(...linesOf(section.node.lines, 'for').flatMap((line) => condition(scope, line.when) ?? []));
  const lines = linesOf(section.node.lines, 'members');
  const order = low.rules.categories.flatMap((category) => category.items.map((item) => item.key));
  const members = lines.flatMap((line) => line.of.flatMap((ref) => heldBy(low, section.file, ref, inside) ?? []));
  const held = lines.length === 0 ? [allOf(order)] : members;
  return new Map(
    order.flatMap((item): [string, Expr][] => {
      const whens = held.flatMap((one) => one.get(item) ?? []);
      return whens.length === 0 ? [] : [[item, and(own, whens.includes(always) ? always : or(...whens))]];
    }),
  );
};

/** Where members are held under unlike conditions, each condition says of which items it speaks. */
const subject = (low: Lowering, held: Held): Subject => {
  const items = [...held.keys()];
  const [first = always, ...rest] = held.values();
  if (rest.every((when) => sameExpr(when, first))) return { items, when: first === always ? null : first };
  const silent = { ...low, findings: new Findings() };
  const entries = low.rules.categories.flatMap((category) => category.items);
  const parts = entries.flatMap((entry) => {
    const when = held.get(entry.key);
    return when ? [and(matchOf(silent, entry), when)] : [];
  });
  return { items, when: or(...parts) };
};
