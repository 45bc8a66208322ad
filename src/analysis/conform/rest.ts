/** Places beside the lines that grant and require: readings, categories, fields, notices. */
import type { Plan, PlanReading, Source } from '../../model/plan.ts';
import { named } from './open.ts';
import type { Place, Question, Sides } from './place.ts';

type Field = Plan['recordFields'][number];

const NOTHING: Question = { ask: 'nothing' };

/** `readings` of the baseline as it adopts them itself; in `sides` it may stand under the options of the rules above it. */
export const rest = (sides: Sides, readings: readonly PlanReading[]): readonly Place[] => [
  ...fields('person', sides.baseline.personFields, sides.province.personFields),
  ...fields('record', sides.baseline.recordFields, sides.province.recordFields),
  ...readingPlaces(readings, sides.province.readings),
  ...categories(sides),
  ...notices(sides),
];

type Common = Pick<Place, 'kind' | 'path' | 'clause' | 'baseline' | 'province' | 'within'>;

const place = (
  one: Common,
  question: Question = NOTHING,
  at: Place['at'] = { baseline: null, province: null },
): Place => ({
  ...one,
  at,
  question,
  readings: [],
});

/** What a field gains acts through the lines that ask for it, and needs no leave: the language lets nothing else be changed. */
const fields = (on: 'person' | 'record', before: readonly Field[], after: readonly Field[]): readonly Place[] => {
  const known = new Map(before.map((field) => [field.key, field]));
  return after.flatMap((field) => {
    const old = known.get(field.key);
    const path = `${on === 'person' ? '人员字段' : '活动字段'} ${field.label}`;
    const said = (baseline: string | null, province: string, more = ''): Place =>
      place({
        kind: 'field',
        path: `${path}${more}`,
        clause: null,
        baseline,
        province,
        within: old ? named.field(on, old.key) : named.rules,
      });
    const gained = old ? field.options.filter(({ key }) => old.options.every((option) => option.key !== key)) : [];
    return [
      said(old ? path : null, path),
      ...gained.map(({ label }) => said(null, `选项 ${label}`, `／选项 ${label}`)),
    ];
  });
};

/** A reading acts through the lines that name it: one that is new alone changes nobody's result. */
const readingPlaces = (before: readonly PlanReading[], after: readonly PlanReading[]): readonly Place[] => {
  const own = new Map(after.map((reading) => [reading.code, reading]));
  const known = new Set(before.map(({ code }) => code));
  const kept = before.map((old): Place => {
    const now = own.get(old.code);
    const question: Question =
      now && now.adopted !== old.adopted ? { ask: 'reading', code: old.code, option: old.adopted } : NOTHING;
    return place(
      {
        ...reading(now ?? old),
        baseline: adopted(old),
        province: now ? adopted(now) : null,
        within: named.reading(old.code),
      },
      question,
    );
  });
  const added = after
    .filter(({ code }) => !known.has(code))
    .map((now): Place => place({ ...reading(now), baseline: null, province: adopted(now), within: named.rules }));
  return [...kept, ...added];
};

const reading = ({ label, clause }: PlanReading): Pick<Place, 'kind' | 'path' | 'clause'> => ({
  kind: 'reading',
  path: `口径 ${label}`,
  clause,
});

const adopted = ({ options, adopted: code }: PlanReading): string =>
  `采用 ${options.find((option) => option.code === code)?.label ?? code}`;

const categories = ({ baseline, province }: Sides): readonly Place[] => {
  const own = new Map(province.categories.map((category) => [category.key, category]));
  const known = new Set(baseline.categories.map(({ key }) => key));
  const said = (source: Source | undefined): Source | null => source ?? null;
  return [
    ...baseline.categories.map((old) => {
      const now = own.get(old.key);
      const one: Common = {
        kind: 'category',
        path: `类别 ${old.label}`,
        clause: now?.clause ?? old.clause,
        baseline: old.source.words,
        province: now?.source.words ?? null,
        within: named.category(old.key),
      };
      return place(one, NOTHING, { baseline: old.source, province: said(now?.source) });
    }),
    ...province.categories
      .filter(({ key }) => !known.has(key))
      .map((now) => {
        const keys = province.items.filter(({ category }) => category === now.key).map(({ key }) => key);
        const one: Common = {
          kind: 'category',
          path: `类别 ${now.label}`,
          clause: now.clause,
          baseline: null,
          province: now.source.words,
          within: named.rules,
        };
        return place(one, { ask: 'items', keys }, { baseline: null, province: now.source });
      }),
  ];
};

/** What is said to people changes nobody's result. */
const notices = ({ baseline, province }: Sides): readonly Place[] => {
  const own = new Map(province.notices.map((notice) => [notice.text, notice]));
  const old = new Map(baseline.notices.map((notice) => [notice.text, notice]));
  return [...new Set([...old.keys(), ...own.keys()])].map((text) => {
    const [before, now] = [old.get(text), own.get(text)];
    const one: Common = {
      kind: 'notice',
      path: `提示 「${text}」`,
      clause: now?.source.clause ?? before?.source.clause ?? null,
      baseline: before?.source.words ?? null,
      province: now?.source.words ?? null,
      within: before ? named.notice(text) : named.rules,
    };
    return place(one, NOTHING, { baseline: before?.source ?? null, province: now?.source ?? null });
  });
};
