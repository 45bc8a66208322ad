/** 上限 of items, categories and groups, in the order in which they cut; two that cross are refused. */
import type { Line, LineOf } from '../../model/ast.ts';
import type { Cap, Expr, Item, Subject } from '../../model/plan.ts';
import type { CategoryEntry, GroupEntry, ItemEntry } from '../../model/ruleset.ts';
import { linesOf } from '../find.ts';
import { basis, wholeCredits } from './amount.ts';
import { optional } from './cond.ts';
import { always, and, hashOf, ofPerson, sameExpr } from './expr.ts';
import { isInside, neighbours, type Placed, tied } from './knots.ts';
import { type Lowering, scopeOf } from './scope.ts';
import { clauseWithin, source, wordsOfLine } from './source.ts';
import { groupSubject } from './subject.ts';

interface Owner {
  readonly label: string;
  readonly stage: Cap['stage'];
  readonly file: string;
  readonly clause: string | null;
  readonly items: readonly string[];
  /** 适用 of a group: the records that it holds. */
  readonly holds: Expr;
}

const capOf = (low: Lowering, owner: Owner, line: LineOf<'cap'>): Placed | null => {
  const scope = scopeOf(low, owner.file, { records: true });
  const per = basis(scope, line.per);
  const limit = wholeCredits(scope, line.limit);
  const own = optional(scope, line.when);
  if (!per || limit === null || !own) return null;
  const when = and(owner.holds, own);
  const standing = {
    file: owner.file,
    at: line.span.start,
    clause: owner.clause,
    words: wordsOfLine(line),
    readings: scope.named,
  };
  return {
    cap: {
      stage: owner.stage,
      owner: owner.label,
      items: owner.items,
      when: when === always ? null : when,
      per,
      limit,
      crossing: null,
      source: source(low, standing),
    },
    at: line.span,
  };
};

const capsIn = (low: Lowering, owner: Owner, lines: readonly Line[]): readonly Placed[] =>
  linesOf(lines, 'cap').flatMap((line) => capOf(low, owner, line) ?? []);

/** An item's before the sections'; in each stage inner before outer, else as the file has them. */
const inOrder = (caps: readonly Cap[]): readonly Cap[] => {
  const ordered: Cap[] = [];
  const near = neighbours(caps);
  const open = new Set(caps);
  const put = (cap: Cap, place: number): void => {
    if (!open.delete(cap)) return;
    for (const at of near[place] ?? []) {
      const inner = caps[at] as Cap;
      if (inner.stage === cap.stage && isInside(inner, cap)) put(inner, at);
    }
    ordered.push(cap);
  };
  for (const stage of ['item', 'section'] as const) {
    caps.forEach((cap, place) => {
      if (cap.stage === stage) put(cap, place);
    });
  }
  return ordered;
};

export interface Sections {
  readonly categories: readonly CategoryEntry[];
  readonly groups: readonly GroupEntry[];
}

export const caps = (low: Lowering, { categories, groups }: Sections): readonly Cap[] => {
  const ofItem = (entry: ItemEntry, category: CategoryEntry): Owner => ({
    label: entry.label,
    stage: 'item',
    file: entry.section.file,
    clause: clauseWithin(entry.section, category.section),
    items: [entry.key],
    holds: always,
  });
  const placed = [
    ...categories.flatMap((category) => [
      ...category.items.flatMap((entry) => capsIn(low, ofItem(entry, category), entry.section.node.lines)),
      ...capsIn(
        low,
        {
          label: category.label,
          stage: 'section',
          file: category.section.file,
          clause: clauseWithin(category.section, null),
          items: category.items.map((entry) => entry.key),
          holds: always,
        },
        category.section.node.lines,
      ),
    ]),
    ...groups.flatMap((group) => {
      const { items, when } = groupSubject(low, group);
      const { file, node } = group.section;
      const clause = clauseWithin(group.section, null);
      const owner: Owner = { label: group.label, stage: 'section', file, clause, items, holds: when ?? always };
      return capsIn(low, owner, node.lines);
    }),
  ];
  return inOrder(tied(low, placed).map(({ cap }) => cap));
};

/** The conditions of caps and groups that tell an item's records apart: these are never pooled together. */
export const tellingApart = (all: readonly Subject[]): ((of: Item) => readonly Expr[]) => {
  const byItem = new Map<string, Expr[]>();
  for (const { items, when } of all) {
    if (!when || ofPerson(when)) continue;
    for (const key of items) {
      const known = byItem.get(key);
      if (known) known.push(when);
      else byItem.set(key, [when]);
    }
  }
  return ({ key, apart }) => {
    const found = new Map<number, Expr[]>();
    for (const next of [...apart, ...(byItem.get(key) ?? [])]) {
      const hash = hashOf(next);
      const alike = found.get(hash) ?? [];
      if (!alike.some((known) => sameExpr(known, next))) found.set(hash, [...alike, next]);
    }
    return [...found.values()].flat();
  };
};
