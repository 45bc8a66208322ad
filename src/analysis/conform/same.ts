/** Places of the baseline that the rules left as they are. */
import type { ChangeKind } from '../../model/comparison.ts';
import type { Item, Plan, Requirement, Source } from '../../model/plan.ts';
import { phraseOf } from '../compare/phrase.ts';
import { sameMeaning } from '../compare/text.ts';
import { named, type SectionName } from './open.ts';
import { headOf, type Place, type Sides } from './place.ts';

interface Told {
  readonly source: Source;
}

/** `changed` holds every element of the baseline that a difference speaks of. */
export const unchanged = (sides: Sides, changed: ReadonlySet<unknown>): readonly Place[] => [
  ...all('scope', '对象', named.scope, sides.baseline.exceptions, sides.province.exceptions, changed),
  ...sides.baseline.requirements.flatMap((one) => requirement(one, sides, changed)),
  ...sides.baseline.items.flatMap((one) => item(one, sides, changed)),
  ...caps(sides, changed),
  ...single('makeup', '补学', named.makeup, sides.baseline.makeUp, sides.province.makeUp, changed),
  ...single('carry', '结转', named.carry, sides.baseline.carry, sides.province.carry, changed),
];

const place = (
  kind: ChangeKind,
  path: string,
  within: SectionName,
  [baseline, province]: readonly [Source, Source],
): Place => ({
  kind,
  path,
  clause: province.clause ?? baseline.clause,
  baseline: baseline.words,
  province: province.words,
  at: { baseline, province },
  within,
  question: { ask: 'nothing' },
  readings: [],
});

const all = <T extends Told>(
  kind: ChangeKind,
  above: string,
  within: SectionName,
  before: readonly T[],
  after: readonly T[],
  changed: ReadonlySet<unknown>,
): readonly Place[] =>
  before.flatMap((one) => {
    if (changed.has(one)) return [];
    const twin = after.find((other) => sameMeaning(one, other)) ?? one;
    return [place(kind, `${above}／${headOf(one.source.words)}`, within, [one.source, twin.source])];
  });

const single = (
  kind: ChangeKind,
  path: string,
  within: SectionName,
  before: Told | null,
  after: Told | null,
  changed: ReadonlySet<unknown>,
): readonly Place[] =>
  before && after && !changed.has(before) ? [place(kind, path, within, [before.source, after.source])] : [];

const requirement = (
  one: Requirement,
  { baseline, province }: Sides,
  changed: ReadonlySet<unknown>,
): readonly Place[] => {
  if (changed.has(one)) return [];
  const twin = province.requirements.find(({ name }) => name === one.name) ?? one;
  const path = one.source.words;
  const within = named.requirement(one.name);
  const said = (source: Source, plan: Plan, { binds }: Requirement): Source => ({
    ...source,
    words: binds === null ? source.words : `适用 ${phraseOf(plan, binds)}`,
  });
  const binds: readonly Place[] =
    one.binds === null || changed.has(one.binds)
      ? []
      : [
          place('requirement', `${path}／适用`, within, [
            said(one.source, baseline, one),
            said(twin.source, province, twin),
          ]),
        ];
  return [
    ...binds,
    ...all('requirement', path, within, one.lines, twin.lines, changed),
    ...all('requirement', path, within, one.reductions, twin.reductions, changed),
  ];
};

const item = (one: Item, { baseline, province }: Sides, changed: ReadonlySet<unknown>): readonly Place[] => {
  const twin = province.items.find(({ key }) => key === one.key);
  if (!twin || changed.has(one)) return [];
  const above = baseline.categories.find(({ key }) => key === one.category)?.label ?? one.category;
  const path = `类别 ${above}／条目 ${one.label}`;
  const within = named.item(one.key);
  const [first] = [...one.lines, ...one.deems, ...one.gates];
  const [now] = [...twin.lines, ...twin.deems, ...twin.gates];
  const words = (source: Source | undefined, plan: Plan, { match, clause }: Item): Source => ({
    clause,
    words: phraseOf(plan, match),
    file: source?.file ?? '',
    line: source?.line ?? 1,
    readings: [],
  });
  const match = changed.has(one.match)
    ? []
    : [
        place('match', `${path}／适用`, within, [
          words(first?.source, baseline, one),
          words(now?.source, province, twin),
        ]),
      ];
  return [
    ...match,
    ...all('gate', path, within, one.gates, twin.gates, changed),
    ...all('award', path, within, one.lines, twin.lines, changed),
    ...all('factor', path, within, one.factors, twin.factors, changed),
    ...all('best', path, within, one.best, twin.best, changed),
    ...all('deem', path, within, one.deems, twin.deems, changed),
  ];
};

const caps = ({ baseline, province }: Sides, changed: ReadonlySet<unknown>): readonly Place[] =>
  baseline.caps.flatMap((cap) => {
    if (changed.has(cap)) return [];
    const twin = province.caps.find((other) => sameMeaning(cap, other)) ?? cap;
    const owner = baseline.items.find(({ key }) => cap.stage === 'item' && cap.items.includes(key));
    const category = baseline.categories.find(({ key, label }) =>
      owner ? key === owner.category : cap.stage === 'section' && label === cap.owner,
    );
    const section = category ? `类别 ${category.label}` : `分组 ${cap.owner}`;
    const path = `${owner ? `${section}／条目 ${owner.label}` : section}／${headOf(cap.source.words)}`;
    const within = owner ? named.item(owner.key) : category ? named.category(category.key) : named.group(cap.owner);
    return [place('cap', path, within, [cap.source, twin.source])];
  });
