/**
 * The comparison as a whole. Each change is looked at alone, in the file as it was; then all of them one after the other,
 * from one file to the other. A direction is told where it is proven both alone and in that chain, so that what holds of
 * every change holds of the two files; what differs and was given no name is a change too.
 */
import type { Change, Comparison, Contrast, Effect } from '../../model/comparison.ts';
import type { Field, Plan } from '../../model/plan.ts';
import { align } from './align.ts';
import { direction, wholeMeaning } from './direction.ts';
import { type Draft, type Judging, personOf, Sides } from './draft.ts';
import { type Edit, editsOf } from './edits.ts';
import { byReading, namesOf } from './names.ts';
import { lacks } from './ofField.ts';
import { type Part, Putting } from './parts.ts';
import { type Purse, type Shown, search } from './search.ts';
import { Budget, Truths } from './truths.ts';
import { both, type Way } from './way.ts';

/** Evaluations for one change: the more changes there are, the fewer for each. */
const MOST_EACH = 1200;
const LEAST_EACH = 150;

export interface Bounds {
  readonly evaluations: number;
  readonly witnesses: boolean;
  /** Told of each change that is not proven to be without effect: the rules as they were, and with it alone. */
  readonly alone?: (at: number, before: Plan, after: Plan) => void;
}

/** Fields of both sides, so that the conditions of both can be asked about together. */
const joint = (before: Plan, after: Plan): Plan => {
  const union = (old: readonly Field[], now: readonly Field[]): readonly Field[] => [
    ...old.map((field) => {
      const twin = now.find(({ key }) => key === field.key);
      if (!twin || twin.type !== field.type) return field;
      const options = [...new Map([...field.options, ...twin.options].map((one) => [one.key, one])).values()];
      return { ...field, options, default: field.default === twin.default ? field.default : null };
    }),
    ...now.filter(({ key }) => !old.some((field) => field.key === key)),
  ];
  return {
    ...before,
    personFields: union(before.personFields, after.personFields),
    recordFields: union(before.recordFields, after.recordFields),
  };
};

const isField = ({ of }: Part): boolean => of === 'field';
const isNew = (part: Part): boolean => part.of === 'field' && part.before === null;
const isGone = (part: Part): boolean => part.of === 'field' && part.after === null;

/** Fields come first and go last, so that whatever asks about them can; what takes away stands before what gives. */
const inChain = (edits: readonly Edit[], ways: ReadonlyMap<Edit, Way>): readonly Edit[] => {
  const rank = (edit: Edit): number => {
    if (edit.parts.some(isNew)) return 0;
    if (edit.parts.some(isGone)) return 6;
    if (edit.parts.some(isField)) return 1;
    const way = ways.get(edit) ?? null;
    return way === 'stricter' ? 2 : way === 'neutral' ? 3 : way === 'looser' ? 4 : 5;
  };
  return edits.toSorted((a, b) => rank(a) - rank(b));
};

interface Step {
  readonly way: Way;
  readonly plans: readonly [Plan, Plan];
}

interface Chain {
  readonly steps: ReadonlyMap<Edit, Step>;
  readonly complete: boolean;
}

class Comparing {
  readonly #before: Plan;
  readonly #after: Plan;
  readonly #putting: Putting;
  readonly #truths: Truths;
  readonly #vocabulary: readonly Part[];
  readonly #base: Plan;

  constructor(before: Plan, after: Plan, edits: readonly Edit[], truths: Truths) {
    this.#before = before;
    this.#after = after;
    this.#putting = new Putting(after);
    this.#truths = truths;
    this.#vocabulary = edits.flatMap(({ parts }) => parts.filter(isNew));
    this.#base = this.#putting.all(before, this.#vocabulary);
  }

  /** The file as it was, with the new fields that the change may ask about; and with the change. */
  alone({ parts }: Edit): readonly [Plan, Plan] {
    const base = parts.some(isField) ? this.#before : this.#base;
    return [base, this.#putting.all(base, parts)];
  }

  /** Which way it goes from this plan on, and where it leads. */
  from(plan: Plan, { parts }: Edit): { readonly way: Way; readonly plan: Plan } {
    let [way, at]: [Way, Plan] = ['neutral', plan];
    for (const part of parts) {
      const next = this.#putting.one(at, part);
      if (way !== null) way = both(way, direction(this.#truths, at, next, part));
      at = next;
    }
    return { way, plan: at };
  }

  /** How each goes in company; and whether they lead all the way. */
  chain(edits: readonly Edit[]): Chain {
    const steps = new Map<Edit, Step>();
    let at = this.#before;
    for (const edit of edits) {
      const { way, plan } = this.from(at, edit);
      steps.set(edit, { way, plans: [at, plan] });
      at = plan;
    }
    return { steps, complete: wholeMeaning(at) === wholeMeaning(this.#after) };
  }
}

/** Proven alone and in company; what matters to nobody alone may matter in company. */
const settledWay = (alone: Way, chained: Way): Way =>
  alone === 'neutral' ? chained : chained === 'neutral' || alone === chained ? alone : null;

const effectOf = (way: Way, { loss, gain }: Shown): Effect => {
  if (way !== null) return way;
  return loss !== null && gain !== null ? 'mixed' : 'unknown';
};

/** A witness against what was taken for proven takes the proof back: rather nothing than something untrue. */
const contradicted = (way: Way, { loss, gain }: Shown): boolean =>
  (way === 'stricter' && gain !== null) || (way === 'looser' && loss !== null);

const witnessOf = (effect: Effect, { loss, gain }: Shown): Pick<Change, 'witness' | 'counter'> => {
  const first: Contrast | null = effect === 'looser' ? gain : (loss ?? gain);
  return {
    ...(first && { witness: first }),
    ...(effect === 'mixed' && gain && { counter: gain }),
  };
};

const changeOf = ({ kind, path, clause, before, after, at }: Edit, effect: Effect, shown: Shown): Change => ({
  kind,
  path,
  clause,
  before,
  after,
  effect,
  at,
  ...witnessOf(effect, shown),
});

const NOBODY: Shown = { loss: null, gain: null };

/** What is left where all changes that have a name were made: told as a change of the rules as a whole. */
const unnamed = (before: Plan, after: Plan): Change => ({
  kind: 'rules',
  path: '规则',
  clause: null,
  before: `规则 ${before.label} 版本 ${before.version}`,
  after: `规则 ${after.label} 版本 ${after.version}`,
  effect: 'unknown',
  at: { before: null, after: null },
});

const yearsOf = ({ effective, cycle }: Plan): number =>
  Number(effective?.slice(0, 4) ?? 2030) + (cycle === null ? 0 : cycle.years - 1);

export const compareWhole = (old: Plan, now: Plan, judging: Judging, bounds: Bounds): Comparison => {
  const aligned = align(old, now);
  const { before, after } = aligned;
  const budget = new Budget();
  const truths = new Truths(joint(before, after), budget);
  const edits = byReading(editsOf(aligned), before, after);
  const comparing = new Comparing(before, after, edits, truths);
  const alone = new Map(edits.map((edit) => [edit, comparing.from(comparing.alone(edit)[0], edit).way]));
  const { steps, complete } = comparing.chain(inChain(edits, alone));
  const each = Math.min(
    MOST_EACH,
    Math.max(LEAST_EACH, Math.floor(bounds.evaluations / 2 / Math.max(1, edits.length))),
  );
  const purse: Purse = { left: bounds.evaluations, hit: false, each };
  const whole = new Sides(judging(old), judging(now));
  const year = Math.max(yearsOf(old), yearsOf(now));
  const gone = edits.flatMap(({ parts }) =>
    parts.flatMap((part) => (part.of === 'field' && part.after === null && part.before ? [part.before] : [])),
  );
  const shownBy = (edit: Edit, way: Way): Shown => {
    if (!bounds.witnesses || way === 'neutral') return NOBODY;
    const wanted =
      way === 'stricter' ? (['loss'] as const) : way === 'looser' ? (['gain'] as const) : (['loss', 'gain'] as const);
    const among = ([from, to]: readonly [Plan, Plan]): Shown => {
      if (lacks(from, gone) || lacks(to, gone)) return NOBODY;
      const sides = new Sides(judging(from), judging(to));
      const credits = (draft: Draft): number => sides.credits(personOf(truths.plan, draft), draft.year);
      const focus = { truths, before: from, after: to, parts: edit.parts, year, credits };
      return search({ focus, alone: sides, whole, wanted, purse });
    };
    const shown = among(comparing.alone(edit));
    // Alone it may clash with what another change takes away: then it is looked at where that is gone.
    const step = steps.get(edit);
    return shown.loss || shown.gain || !step || edits.length === 1 ? shown : among(step.plans);
  };
  const changes = edits.map((edit, at) => {
    const way = settledWay(alone.get(edit) ?? null, steps.get(edit)?.way ?? null);
    if (bounds.alone && way !== 'neutral') {
      const pair = comparing.alone(edit);
      if (!pair.some((plan) => lacks(plan, gone))) bounds.alone(at, ...pair);
    }
    const shown = shownBy(edit, way);
    const held = contradicted(way, shown) ? null : way;
    return changeOf(edit, effectOf(held, shown), shown);
  });
  const names = namesOf(before, after).map((edit) => changeOf(edit, 'neutral', NOBODY));
  const all = [...changes, ...(complete ? [] : [unnamed(old, now)]), ...names];
  return {
    changes: all,
    equivalent: all.every(({ effect }) => effect === 'neutral'),
    exhausted: !purse.hit && !budget.hit,
  };
};
