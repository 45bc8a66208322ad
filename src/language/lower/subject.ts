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

/** What was asked for already under the same options: sections are named from many lines. */
interface Known {
  readonly named: Map<string, Held>;
  readonly subjects: Map<Held, Subject>;
}

const known = new WeakMap<Lowering['rules'], WeakMap<Lowering['chosen'], Known>>();

const knownUnder = ({ rules, chosen }: Lowering): Known => {
  const ofRules = known.get(rules) ?? new WeakMap<Lowering['chosen'], Known>();
  known.set(rules, ofRules);
  const found = ofRules.get(chosen) ?? { named: new Map(), subjects: new Map() };
  ofRules.set(chosen, found);
  return found;
};

/** Null where nothing is so named, which is reported; a subject's 适用 reports where its group stands. */
export const subjectOf = (low: Lowering, file: string, ref: SectionRef): Subject | null => {
  const held = heldBy(low, file, ref);
  if (!held) return null;
  const { subjects } = knownUnder(low);
  const found = subjects.get(held) ?? subject(low, held);
  subjects.set(held, found);
  return { ...found }; // of this line alone: back ends know lines by their subjects
};

/** All items unless 成员 names some, and of their records those that 适用 holds. */
export const groupSubject = (low: Lowering, group: GroupEntry): Subject => subject(low, heldByGroup(low, group));

const heldBy = (low: Lowering, file: string, ref: SectionRef): Held | null => {
  const { named } = knownUnder(low);
  const name = ref.name.text;
  const asked = `${ref.section ?? ''} ${name}`;
  const before = named.get(asked);
  if (before) return before;
  const { categories, groups } = low.rules;
  const may = (section: SectionRef['section']): boolean => ref.section === undefined || ref.section === section;
  const find = (): Held | null => {
    const category = may('category') ? categories.find((c) => called(c, name)) : undefined;
    if (category) return allOf(category.items.map((item) => item.key));
    const group = may('group') ? groups.find((g) => called(g, name)) : undefined;
    // Its own findings are told where it stands.
    if (group) return heldByGroup({ ...low, findings: new Findings() }, group);
    const items = may('item') ? categories.flatMap((c) => c.items).filter((item) => item.label === name) : [];
    return items.length > 0 ? allOf(items.map((item) => item.key)) : null;
  };
  const found = find();
  if (found) named.set(asked, found);
  else {
    const all = [...categories, ...groups, ...categories.flatMap((c) => c.items)].map((entry) => entry.label);
    unknownName(scopeOf(low, file, { records: true }), ref.name, phrases.sectionName, all);
  }
  return found;
};

/** INVARIANT: no group holds itself; `resolve` has refused that. */
const heldByGroup = (low: Lowering, { section }: GroupEntry): Held => {
  const scope = scopeOf(low, section.file, { records: true });
  const own = and(...linesOf(section.node.lines, 'for').flatMap((line) => condition(scope, line.when) ?? []));
  const lines = linesOf(section.node.lines, 'members');
  const order = low.rules.categories.flatMap((category) => category.items.map((item) => item.key));
  const members = lines.flatMap((line) => line.of.flatMap((ref) => heldBy(low, section.file, ref) ?? []));
  const whens = new Map<string, Set<Expr>>();
  for (const member of lines.length === 0 ? [allOf(order)] : members) {
    for (const [item, when] of member) whens.set(item, (whens.get(item) ?? new Set()).add(when));
  }
  return new Map(
    order.flatMap((item): [string, Expr][] => {
      const held = whens.get(item);
      return held ? [[item, and(own, held.has(always) ? always : or(...held))]] : [];
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

/** Which section a reference names, the same however it is written: 内训 and 类别 内训 are one. */
export const sectionNamed = (low: Lowering, { section, name }: SectionRef): string => {
  const may = (kind: SectionRef['section']): boolean => section === undefined || section === kind;
  const category = may('category') && low.rules.categories.find((entry) => called(entry, name.text));
  if (category) return `category ${category.key}`;
  const group = may('group') && low.rules.groups.find((entry) => called(entry, name.text));
  return group ? `group ${group.key}` : `item ${name.text}`;
};
