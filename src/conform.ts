/**
 * Conform: rules against the baseline that they stand on, point by point, and whether the baseline leaves them room for it.
 *
 * Each point is judged by itself: the rules as they would be with the baseline's word in this one place, against the rules
 * as they are. So a witness shows what this very element does, and nothing that another does is laid at its door.
 */
import { align } from './analysis/compare/align.ts';
import { type Part, Putting } from './analysis/compare/parts.ts';
import { differing } from './analysis/conform/differing.ts';
import { effectOf, type Judged, pointOf, wayOf } from './analysis/conform/judged.ts';
import { openIn } from './analysis/conform/open.ts';
import type { Place, Sides } from './analysis/conform/place.ts';
import type { Conformity, Note } from './analysis/conform/point.ts';
import { rest } from './analysis/conform/rest.ts';
import { unchanged } from './analysis/conform/same.ts';
import { type CompareOptions, compare } from './compare.ts';
import { type Compiled, compile, planUnder } from './compile.ts';
import type { Plan } from './model/plan.ts';

export interface ConformOptions {
  /** How many pairs of evaluations the search for the witness of a point may take; 5,000 unless said. */
  readonly evaluations?: number;
}

/** A point is one change, for which a small search does; there may be a hundred of them. */
const EVALUATIONS = 5000;

/** Where only a direction is asked for. */
const DIRECTION: CompareOptions = { witnesses: false };

interface Both {
  readonly baseline: Compiled;
  readonly province: Compiled;
  readonly search: CompareOptions;
}

/** Null where the rules stand on no baseline, or either has errors. */
export const conform = (province: Compiled, options: ConformOptions = {}): Conformity | null => {
  const [, source] = province.sources;
  if (!source || !province.plan) return null;
  const baseline = compile(source, { library: province.sources });
  if (!baseline.plan || !baseline.ruleSet) return null;
  const search = { evaluations: options.evaluations ?? EVALUATIONS };
  const both = { baseline, province, search };
  const found = placesOf(both, {});
  if (!found) return null;
  const open = openIn(baseline.ruleSet, baseline.tree);
  const judged = found.places.map((place) => [place, judge(place, found.sides, both)] as const);
  const who = ({ code, label, version }: Plan) => ({ code, label, version });
  return {
    baseline: who(baseline.plan),
    province: who(province.plan),
    points: judged.map(([place, one]) => pointOf(place, one, open)),
    exhausted: judged.every(([, { exhausted }]) => exhausted),
  };
};

/** Both under the options of the rules, and these on top: what the baseline adopts otherwise is a point of its own. */
const placesOf = (
  { baseline, province }: Both,
  choice: Readonly<Record<string, string>>,
): { readonly sides: Sides; readonly places: readonly Place[] } | null => {
  const adopted = province.plan?.readings.map(({ code, adopted: option }) => [code, option] as const) ?? [];
  const chosen = { ...Object.fromEntries(adopted), ...choice };
  const known = new Set(baseline.plan?.readings.map(({ code }) => code));
  const shared = Object.fromEntries(Object.entries(chosen).filter(([code]) => known.has(code)));
  const below = planUnder(baseline, shared);
  const above = planUnder(province, chosen);
  if (!below || !above) return null;
  const aligned = align(below, above);
  const sides = { baseline: aligned.before, province: aligned.after };
  const changes = differing(aligned);
  const changed = changedIn(changes);
  const more = rest(sides, baseline.plan?.readings ?? []);
  return { sides, places: [...changes, ...unchanged(sides, changed), ...more] };
};

/** The elements of the baseline that differences speak of. */
const changedIn = (places: readonly Place[]): ReadonlySet<unknown> =>
  new Set(
    places
      .flatMap(({ question }) => (question.ask === 'parts' ? question.parts : []))
      .flatMap((part): readonly unknown[] => {
        switch (part.of) {
          case 'binds':
            return [part.before.binds];
          case 'caps':
            return part.before;
          case 'since':
          case 'apart':
          case 'placed':
          case 'stays':
          case 'time':
            return [];
          default:
            return [part.before];
        }
      }),
  );

const judge = (place: Place, sides: Sides, both: Both): Judged => {
  const { question } = place;
  switch (question.ask) {
    case 'nothing':
      return { effect: 'neutral', exhausted: true };
    case 'reading': {
      const other = planUnder(both.province, { ...optionsOf(sides.province), [question.code]: question.option });
      return other ? effectOf(compare(other, sides.province, both.search)) : { effect: 'unknown', exhausted: true };
    }
    case 'items': {
      const items = sides.province.items.filter(({ key }) => !question.keys.includes(key));
      return effectOf(compare({ ...sides.province, items }, sides.province, both.search));
    }
    case 'parts': {
      const found = judgeParts(question.parts, sides, both.search);
      const note = found.effect === 'neutral' ? underOthers(place, both) : null;
      return note ? { ...found, note } : found;
    }
  }
};

const optionsOf = (plan: Plan): Readonly<Record<string, string>> =>
  Object.fromEntries(plan.readings.map(({ code, adopted }) => [code, adopted]));

const judgeParts = (parts: readonly Part[], { baseline, province }: Sides, options: CompareOptions): Judged => {
  const kept = new Putting(baseline).all(province, parts.flatMap(putBack));
  const found = effectOf(compare(kept, province, options));
  // What an item takes cannot be put back beside an item that was added to take a part of it: nobody shows the difference.
  if (found.effect === 'neutral' || found.witness || options.witnesses === false) return found;
  if (parts.every(({ of }) => of !== 'match')) return found;
  const alone = effectOf(compare(baseline, new Putting(province).all(baseline, parts), options));
  return alone.witness && wayOf(alone.witness) === found.effect
    ? { ...found, witness: alone.witness, note: { of: 'alone' } }
    : found;
};

/** How records are told apart follows from caps and groups, and stays as the rules have it. */
const putBack = (part: Part): readonly Part[] => {
  if (part.of === 'apart' || part.of === 'time') return [];
  if (part.of === 'stays' && !part.before.stays) return [];
  return [{ ...part, before: part.after, after: part.before } as Part];
};

/** A difference that does nothing under the options adopted may matter under another. */
const underOthers = (place: Place, both: Both): Note | null => {
  const readings = both.province.plan?.readings.filter(({ code }) => place.readings.includes(code)) ?? [];
  for (const { code, label, options, adopted } of readings) {
    for (const option of options) {
      if (option.code === adopted) continue;
      const found = placesOf(both, { [code]: option.code });
      const same = found?.places.find((other) => isSame(other, place));
      if (!found || same?.question.ask !== 'parts') continue;
      const { effect } = judgeParts(same.question.parts, found.sides, DIRECTION);
      if (effect !== 'neutral') return { of: 'reading', reading: label, option: option.label, effect };
    }
  }
  return null;
};

const isSame = (a: Place, b: Place): boolean =>
  a.path === b.path && a.baseline === b.baseline && a.province === b.province;
