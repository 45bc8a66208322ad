/** What is only called otherwise, and what readings say: nothing of it moves a credit by itself. */
import type { ChangeKind } from '../../model/comparison.ts';
import type { Plan, PlanReading, Source } from '../../model/plan.ts';
import type { Edit } from './edits.ts';
import { type Pair, pairs } from './pair.ts';
import { meaningOf } from './text.ts';

const WORDS = { of: 'words', before: null, after: null } as const;

const nameEdit = (
  kind: ChangeKind,
  path: string,
  before: string | null,
  after: string | null,
  at: Edit['at'],
  clause: string | null = null,
): Edit => ({
  kind,
  path,
  clause: clause ?? at.after?.clause ?? at.before?.clause ?? null,
  before,
  after,
  at,
  parts: [WORDS],
  silent: false,
  readings: [],
});

const NOWHERE = { before: null, after: null };

/** `after` with the keys of `before`. */
const items = (before: Plan, after: Plan): readonly Edit[] => {
  const old = new Map(before.items.map((item) => [item.key, item]));
  const above = (plan: Plan, key: string): string => plan.categories.find((one) => one.key === key)?.label ?? key;
  return after.items.flatMap((item) => {
    const was = old.get(item.key);
    if (!was) return [];
    const path = `类别 ${above(after, item.category)}／条目 ${item.label}`;
    const edits: Edit[] = [];
    if (was.label !== item.label)
      edits.push(nameEdit('wording', path, `条目 ${was.label}`, `条目 ${item.label}`, NOWHERE, item.clause));
    // A category under another name is told once; an item in another category by itself.
    const moved = was.category !== item.category && above(before, was.category) !== above(after, item.category);
    if (moved && !renames(before, after).has(was.category))
      edits.push(
        nameEdit(
          'wording',
          path,
          `类别 ${above(before, was.category)}`,
          `类别 ${above(after, item.category)}`,
          NOWHERE,
          item.clause,
        ),
      );
    return edits;
  });
};

/** Categories that are gone, by what all their items are in now. */
const renames = (before: Plan, after: Plan): ReadonlyMap<string, string> => {
  const now = new Map(after.items.map(({ key, category }) => [key, category]));
  const held = new Set(after.categories.map(({ key }) => key));
  const known = new Set(before.categories.map(({ key }) => key));
  return new Map(
    before.categories.flatMap(({ key }) => {
      const places = new Set(before.items.flatMap((item) => (item.category === key ? (now.get(item.key) ?? []) : [])));
      const [place, second] = places;
      return !held.has(key) && place !== undefined && second === undefined && !known.has(place)
        ? [[key, place] as const]
        : [];
    }),
  );
};

const categories = (before: Plan, after: Plan): readonly Edit[] => {
  const renamed = renames(before, after);
  return before.categories.flatMap((old) => {
    const now = after.categories.find(({ key }) => key === (renamed.get(old.key) ?? old.key));
    if (!now || now.label === old.label) return [];
    const at = { before: old.source, after: now.source };
    return [nameEdit('wording', `类别 ${now.label}`, `类别 ${old.label}`, `类别 ${now.label}`, at)];
  });
};

const notices = (before: Plan, after: Plan): readonly Edit[] =>
  pairs(
    before.notices,
    after.notices,
    [meaningOf, ({ text }) => text, ({ when }) => meaningOf([when])],
    () => 0,
  ).flatMap(([old, now]) => {
    if (old && now && meaningOf(old) === meaningOf(now)) return [];
    const say = (one: typeof old): string | null => one?.source.words ?? null;
    const at = { before: old?.source ?? null, after: now?.source ?? null };
    return [nameEdit('notice', '提示', say(old), say(now), at)];
  });

const head = (before: Plan, after: Plan): readonly Edit[] => {
  const words: readonly (readonly [string, (plan: Plan) => string | null])[] = [
    ['名称', ({ title }) => title],
    ['施行', ({ effective }) => effective],
    ['止于', ({ until }) => until],
  ];
  const named = (plan: Plan): string => `规则 ${plan.label} ${plan.code} 版本 ${plan.version}`;
  return [
    ...(named(before) === named(after) ? [] : [nameEdit('wording', '规则', named(before), named(after), NOWHERE)]),
    ...words.flatMap(([word, of]) => {
      const [old, now] = [of(before), of(after)].map((text) => (text === null ? null : `${word} ${text}`));
      return old === now ? [] : [nameEdit('wording', `规则／${word}`, old ?? null, now ?? null, NOWHERE)];
    }),
  ];
};

export const pairReadings = (before: Plan, after: Plan): readonly Pair<PlanReading>[] =>
  pairs(before.readings, after.readings, [({ code }) => code, ({ label }) => label], () => 0);

const optionOf = ({ options, adopted }: PlanReading): string =>
  options.find(({ code }) => code === adopted)?.label ?? adopted;

/** Readings and options that came or went, and what they are called; what is adopted is told elsewhere. */
const readings = (before: Plan, after: Plan): readonly Edit[] =>
  pairReadings(before, after).flatMap(([old, now]) => {
    const one = now ?? old;
    if (one === null) return [];
    const path = `口径 ${one.label}`;
    const say = (reading: PlanReading | null): string | null =>
      reading && `${path}：${reading.options.map(({ label }) => label).join('、')}`;
    const codes = (reading: PlanReading | null): string =>
      reading?.options
        .map(({ code }) => code)
        .sort()
        .join(' ') ?? '';
    const edits: Edit[] = [];
    if (codes(old) !== codes(now)) edits.push(nameEdit('reading', path, say(old), say(now), NOWHERE, one.clause));
    else if (old && now && (old.label !== now.label || say(old) !== say(now)))
      edits.push(
        nameEdit(
          'wording',
          path,
          `口径 ${old.label}：${old.options.map(({ label }) => label).join('、')}`,
          say(now),
          NOWHERE,
          one.clause,
        ),
      );
    return edits;
  });

export const namesOf = (before: Plan, after: Plan): readonly Edit[] => [
  ...head(before, after),
  ...readings(before, after),
  ...categories(before, after),
  ...items(before, after),
  ...notices(before, after),
];

/** Sources of one side, the first known. */
const someSource = (edits: readonly Edit[], side: 'before' | 'after'): Source | null =>
  edits.map(({ at }) => at[side]).find((source) => source !== null) ?? null;

/**
 * Lines whose words stay and whose meaning moves because another option is adopted are one change: that of the reading.
 * Where a line names several readings that changed, these are one change together.
 */
export const byReading = (edits: readonly Edit[], before: Plan, after: Plan): readonly Edit[] => {
  const changed = pairReadings(before, after).flatMap(([old, now]) =>
    old && now && old.adopted !== now.adopted ? [{ old, now }] : [],
  );
  if (changed.length === 0) return edits;
  const groups = changed.map((one) => ({ readings: [one], edits: [] as Edit[] }));
  const rest: Edit[] = [];
  for (const edit of edits) {
    const named = groups.filter(({ readings: all }) => all.some(({ old }) => edit.readings.includes(old.code)));
    const own = named.length > 0 || !edit.silent ? named : groups;
    const [first, ...others] = own;
    if (!edit.silent || first === undefined) {
      rest.push(edit);
      continue;
    }
    first.edits.push(edit);
    for (const other of others) {
      first.readings.push(...other.readings);
      first.edits.push(...other.edits);
      groups.splice(groups.indexOf(other), 1);
    }
  }
  const told = groups.map(({ readings: all, edits: own }): Edit => {
    const say = (side: 'old' | 'now'): string =>
      all.map((one) => `口径 ${one[side].label} 采用 ${optionOf(one[side])}`).join('；');
    return {
      kind: 'reading',
      path: all.map(({ now }) => `口径 ${now.label}`).join('；'),
      clause: all[0]?.now.clause ?? null,
      before: say('old'),
      after: say('now'),
      at: { before: someSource(own, 'before'), after: someSource(own, 'after') },
      parts: own.length === 0 ? [WORDS] : own.flatMap(({ parts }) => parts),
      silent: false,
      readings: [],
    };
  });
  return [...told, ...rest];
};
