/**
 * 开放: what each section of a baseline lets the rules below it do. A section speaks for its own lines; a 类别 also for the
 * 条目 that may be added to it, and the section 规则 for whole sections that may be added. Nothing said: uniform.
 */
import type { Line, RuleFile } from '../../model/ast.ts';
import type { Effect } from '../../model/comparison.ts';
import type { RuleSet } from '../../model/ruleset.ts';
import type { Relation } from './point.ts';

export type Mode = Extract<Line, { kind: 'open' }>['mode'];

/** The name of a section: `item:practice/其他实践活动`. */
export type SectionName = string;

export type Open = ReadonlyMap<SectionName, ReadonlySet<Mode>>;

interface WithLines {
  readonly lines: readonly Line[];
}

const modesOf = ({ lines }: WithLines): ReadonlySet<Mode> =>
  new Set(lines.flatMap((line) => (line.kind === 'open' ? [line.mode] : [])));

export const named = {
  rules: 'rules',
  scope: 'scope',
  makeup: 'makeup',
  carry: 'carry',
  item: (key: string): SectionName => `item:${key}`,
  category: (key: string): SectionName => `category:${key}`,
  group: (label: string): SectionName => `group:${label}`,
  requirement: (name: string | null): SectionName => `requirement:${name ?? ''}`,
  reading: (key: string): SectionName => `reading:${key}`,
  notice: (text: string): SectionName => `notice:${text}`,
  field: (on: 'person' | 'record', key: string): SectionName => `field:${on}:${key}`,
} as const;

/** Of the baseline, its own baselines merged in; `tree` holds its header. */
export const openIn = (rules: RuleSet, tree: RuleFile): Open => {
  const header = tree.sections.find((section) => section.kind === 'rules');
  const all: readonly (readonly [SectionName, WithLines | null | undefined])[] = [
    [named.rules, header],
    [named.scope, rules.scope?.node],
    [named.makeup, rules.makeup?.node],
    [named.carry, rules.carry?.node],
    ...rules.categories.map(({ key, section }) => [named.category(key), section.node] as const),
    ...rules.categories
      .flatMap(({ items }) => items)
      .map(({ key, section }) => [named.item(key), section.node] as const),
    ...rules.groups.map(({ label, section }) => [named.group(label), section.node] as const),
    ...rules.requirements.map(({ node }) => [named.requirement(node.label?.text ?? null), node] as const),
    ...rules.readings.map(({ key, section }) => [named.reading(key), section.node] as const),
    ...rules.notices.map(({ node }) => [named.notice(node.text.value), node] as const),
    ...rules.fields.map(({ on, key, section }) => [named.field(on, key), section?.node] as const),
  ];
  return new Map(all.flatMap(([name, node]) => (node ? [[name, modesOf(node)] as const] : [])));
};

/** 自定 allows all. What nobody's result hangs on needs no leave, but for what is taken away. */
export const isAllowed = (relation: Relation, effect: Effect, modes: ReadonlySet<Mode>): boolean => {
  if (relation === 'same' || modes.has('freely')) return true;
  switch (relation) {
    case 'stricter':
      return effect === 'stricter' && modes.has('stricter');
    case 'looser':
    case 'missing':
      return false;
    case 'added':
      return modes.has('add') || effect === 'neutral' || (effect === 'stricter' && modes.has('stricter'));
  }
};
