/**
 * The ladder: what each activity gained, what each cap took from it, and what counts, by category. Everything that is shown
 * as a sum is the sum of the lines under it, in whole hundredths.
 */
import { type PersonResult, type Plan, recordName, type Step } from '../../src/index.ts';

export type Item = Plan['items'][number];
export type Cap = Plan['caps'][number];
export type Source = Item['lines'][number]['source'];

/** A step, and the line of the rules that took it; null where it is no line's doing. */
export interface Rung {
  readonly step: Step;
  readonly source: Source | null;
}

export interface Cut extends Rung {
  /** In hundredths. */
  readonly lost: number;
  /** Null: 只计最高. */
  readonly cap: Cap | null;
}

export interface Line {
  /** Its place among the activities. */
  readonly index: number;
  readonly record: PersonResult['records'][number];
  readonly item: Item | null;
  /** In hundredths: `gained` less all that was cut is what counts. */
  readonly gained: number;
  readonly lost: number;
  readonly counted: number;
  readonly rungs: readonly Rung[];
  /** What gave it credits. */
  readonly awards: readonly Rung[];
  readonly cuts: readonly Cut[];
  /** Of one that got nothing, the line that turned it away, where there is one. */
  readonly refused: Source | null;
}

export interface Group {
  /** Null: activities that no item takes. */
  readonly category: Plan['categories'][number] | null;
  /** Caps over all of it, that hold. */
  readonly caps: readonly Cap[];
  readonly lines: readonly Line[];
  readonly gained: number;
  readonly lost: number;
  readonly counted: number;
}

export interface Ladder {
  readonly groups: readonly Group[];
  /** What was brought in from before, with its line. */
  readonly carried: { readonly credits: number; readonly source: Source | null } | null;
  readonly gained: number;
  readonly lost: number;
  /** With what was carried in. */
  readonly counted: number;
  readonly records: number;
  /** Records that count. */
  readonly counting: number;
}

export const cents = (credits: number): number => Math.round(credits * 100);

export function ladderOf(plan: Plan, result: PersonResult): Ladder {
  const steps = Map.groupBy(result.steps ?? [], ({ record }) => record);
  const lines = result.records.map((record, index) =>
    lineOf(plan, record, index, steps.get(recordName(record.id, index)) ?? []),
  );
  const by = Map.groupBy(lines, ({ record }) => record.category);
  const groups = [...plan.categories, null].flatMap((category): Group[] => {
    const own = by.get(category?.key ?? null);
    if (!own) return [];
    const caps = category === null ? [] : plan.caps.filter((cap) => isOfCategory(plan, cap, category) && isOn(cap));
    return [{ category, caps, lines: own, ...sums(own) }];
  });
  const all = sums(groups);
  const brought = (steps.get(null) ?? []).find(({ kind }) => kind === 'carry');
  const carried = brought ? { credits: cents(brought.credits), source: plan.carry?.source ?? null } : null;
  return {
    groups,
    carried,
    gained: all.gained,
    lost: all.lost,
    counted: all.counted + (carried?.credits ?? 0),
    records: lines.length,
    counting: lines.filter(({ counted }) => counted > 0).length,
  };
}

const sums = (all: readonly Pick<Line, 'gained' | 'lost' | 'counted'>[]) => ({
  gained: all.reduce((sum, one) => sum + one.gained, 0),
  lost: all.reduce((sum, one) => sum + one.lost, 0),
  counted: all.reduce((sum, one) => sum + one.counted, 0),
});

function lineOf(plan: Plan, record: PersonResult['records'][number], index: number, all: readonly Step[]): Line {
  const item = plan.items.find(({ label, category }) => label === record.award && category === record.category) ?? null;
  // Of several records under one id, each has the steps of what became of it.
  const steps = all.filter(({ kind }) => (kind === 'refused') === (record.reason !== null));
  const rungs = steps.map((step): Rung => ({ step, source: sourceOf(plan, item, step) }));
  const awards = rungs.filter(({ step: { kind } }) => kind === 'award' || kind === 'deem');
  const cuts = rungs
    .filter(({ step }) => step.lost > 0)
    .map((rung): Cut => ({ ...rung, lost: cents(rung.step.lost), cap: capOf(plan, item, rung.step) }));
  const gained = awards.reduce((sum, { step }) => sum + cents(step.credits), 0);
  const lost = cuts.reduce((sum, cut) => sum + cut.lost, 0);
  const refused = record.reason === null ? null : refusedBy(item, record.detail ?? '');
  return { index, record, item, gained, lost, counted: gained - lost, rungs, awards, cuts, refused };
}

function sourceOf(plan: Plan, item: Item | null, step: Step): Source | null {
  const { kind, rule } = step;
  const among = (all: readonly { readonly source: Source }[] | undefined): Source | null =>
    all?.find(({ source }) => source.words === rule)?.source ?? null;
  if (kind === 'award') {
    const line = item?.lines.find(({ source }) => source.words === rule);
    return line?.source ?? null;
  }
  if (kind === 'factor') return among(item?.factors);
  if (kind === 'deem') return among(item?.deems);
  if (kind === 'cap') return capOf(plan, item, step)?.source ?? among(item?.best);
  if (kind === 'refused') return refusedBy(item, rule);
  return null;
}

const capOf = (plan: Plan, item: Item | null, { rule, to }: Step): Cap | null =>
  plan.caps.find(
    ({ owner, source, items }) => owner === to && source.words === rule && (item === null || items.includes(item.key)),
  ) ?? null;

/** A gate says its words in the reason. */
const refusedBy = (item: Item | null, detail: string): Source | null =>
  item?.gates.find(({ source }) => detail.includes(`「${source.words}」`))?.source ?? null;

/** It limits a category, or some of what is in it. */
export const isOfCategory = (plan: Plan, cap: Cap, { key, label }: Plan['categories'][number]): boolean =>
  cap.stage === 'section' && cap.owner === label && cap.items.some((one) => categoryOf(plan, one) === key);

export const categoryOf = (plan: Plan, item: string): string | undefined =>
  plan.items.find(({ key }) => key === item)?.category;

/** Some options of readings turn a cap off. */
export const isOn = ({ when }: Cap): boolean => !(when !== null && when.op === 'const' && !when.value);
