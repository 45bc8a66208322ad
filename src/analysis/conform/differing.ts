/**
 * Places where the rules differ from their baseline: each change of a comparison, with the section that speaks for it. What
 * fields gain stands with the rest.
 */
import type { Cap, Source } from '../../model/plan.ts';
import type { Aligned } from '../compare/align.ts';
import { type Edit, editsOf } from '../compare/edits.ts';
import type { Part } from '../compare/parts.ts';
import { named, type SectionName } from './open.ts';
import { headOf, type Place, type Sides } from './place.ts';
import { itemIn, wordsOf } from './words.ts';

export const differing = (aligned: Aligned): readonly Place[] => {
  const sides = { baseline: aligned.before, province: aligned.after };
  const edits = editsOf(aligned).filter(({ parts }) => parts.every(({ of }) => of !== 'field'));
  return together(edits.flatMap(opened)).map((edit) => ({
    kind: edit.kind,
    path: edit.path,
    clause: edit.clause,
    ...wordsOf(edit, sides),
    at: { baseline: edit.at.before, province: edit.at.after },
    within: withinOf((itemIn(edit) ?? edit.parts[0]) as Part, sides),
    question: { ask: 'parts', parts: edit.parts },
    readings: [...new Set(edit.readings)],
  }));
};

const within = { gates: 'gate', factors: 'factor', best: 'best', deems: 'deem' } as const;

/** Of an item that was added, what holds its credits back or grants them at once stands by itself too. */
const opened = (edit: Edit): readonly Edit[] => {
  const part = itemIn(edit);
  if (!part || part.before !== null || part.after === null) return [edit];
  const item = part.after;
  const lines = (['gates', 'factors', 'best', 'deems'] as const).flatMap((of) =>
    item[of].map((line) =>
      alone(edit, within[of], line.source, { of, item: item.key, before: null, after: line } as unknown as Part),
    ),
  );
  const caps = edit.parts.flatMap((each) =>
    each.of === 'cap' && each.after
      ? [alone({ ...edit, path: above(each.after, edit) }, 'cap', each.after.source, each)]
      : [],
  );
  return [edit, ...lines, ...caps];
};

/** A cap of a section whose items were all added comes with them, and is not theirs. */
const above = ({ stage, owner }: Cap, { path }: Edit): string => {
  const [first = ''] = path.split('／');
  if (stage === 'item') return path;
  return first === `类别 ${owner}` ? first : `分组 ${owner}`;
};

const alone = (edit: Edit, kind: Edit['kind'], source: Source, part: Part): Edit => ({
  ...edit,
  kind,
  path: `${edit.path}／${headOf(source.words)}`,
  clause: source.clause,
  before: null,
  after: source.words,
  at: { before: null, after: source },
  parts: [part],
  readings: source.readings,
});

/**
 * The lines of one item that grant stand together where a line of the baseline gave way to others: one of them put back
 * alone would claim what they claim.
 */
const together = (edits: readonly Edit[]): readonly Edit[] => {
  const byItem = Map.groupBy(edits.filter(grants), itemOf);
  const joined = new Map<Edit, Edit>();
  const gone = new Set<Edit>();
  for (const all of byItem.values()) {
    const [first, ...rest] = all;
    if (!first || rest.length === 0 || all.every(({ before }) => before === null)) continue;
    const words = (side: 'before' | 'after'): string | null => all.flatMap((one) => one[side] ?? []).join('；') || null;
    const source = (side: 'before' | 'after') => all.map(({ at }) => at[side]).find((one) => one !== null) ?? null;
    const at = { before: source('before'), after: source('after') };
    joined.set(first, {
      ...first,
      kind: 'award',
      path: first.path.replace(/[^／]*$/, '授予'),
      clause: at.after?.clause ?? at.before?.clause ?? null,
      before: words('before'),
      after: words('after'),
      at,
      parts: all.flatMap(({ parts }) => parts),
      readings: all.flatMap(({ readings }) => readings),
    });
    for (const one of rest) gone.add(one);
  }
  return edits.filter((edit) => !gone.has(edit)).map((edit) => joined.get(edit) ?? edit);
};

const grants = ({ parts }: Edit): boolean => parts.some(({ of }) => of === 'lines');

const itemOf = ({ parts }: Edit): string => parts.flatMap((part) => (part.of === 'lines' ? [part.item] : []))[0] ?? '';

const withinOf = (part: Part, sides: Sides): SectionName => {
  const { baseline, province } = sides;
  switch (part.of) {
    case 'item':
      return part.before ? named.item(part.before.key) : withinCategory(part.after?.category ?? '', sides);
    case 'cap':
      return withinCap(part.before ?? part.after, sides);
    case 'caps':
      return withinCap(part.after.find((cap) => !part.before.includes(cap)) ?? part.before[0] ?? null, sides);
    case 'requirement':
      return part.before ? named.requirement(part.before.name) : named.rules;
    case 'minimum':
    case 'reduction':
    case 'binds':
    case 'since':
      return named.requirement(part.requirement);
    case 'exception':
      return named.scope;
    case 'makeup':
      return part.before ? named.makeup : named.rules;
    case 'carry':
      return part.before ? named.carry : named.rules;
    case 'field':
    case 'cycle':
    case 'words':
      return named.rules;
    default:
      return baseline.items.some(({ key }) => key === part.item)
        ? named.item(part.item)
        : withinCategory(province.items.find(({ key }) => key === part.item)?.category ?? '', sides);
  }
};

type Owned = { readonly stage: 'item' | 'section'; readonly owner: string; readonly items: readonly string[] };

/** A cap of an item that was added stands with that item. */
const withinCap = (cap: Owned | null, sides: Sides): SectionName => {
  const { baseline, province } = sides;
  if (cap === null) return named.rules;
  if (cap.stage === 'item') {
    const item = cap.items.flatMap((key) => baseline.items.find((one) => one.key === key) ?? [])[0];
    if (item) return named.item(item.key);
    const added = province.items.find(({ key }) => cap.items.includes(key));
    return withinCategory(added?.category ?? '', sides);
  }
  const category = baseline.categories.find(({ label }) => label === cap.owner);
  return category ? named.category(category.key) : named.group(cap.owner);
};

/** A category that was added is a whole section more. */
export const withinCategory = (key: string, { baseline }: Sides): SectionName =>
  baseline.categories.some((one) => one.key === key) ? named.category(key) : named.rules;
