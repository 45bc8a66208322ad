/** The JSON of `cme plan`. */
import type { Advice, Alone, Doing, Missing, Plan, Useless } from '../index.ts';

export interface Planned {
  readonly advice: Advice;
  readonly plan: Plan;
  readonly year: number;
  readonly asOf: string | null;
  /** As shown. */
  readonly id: string;
  /** Records after the day, as they are called. */
  readonly ahead: readonly string[];
}

const MICRO = 1_000_000;
const whole = (micro: number | null): number | null => (micro === null ? null : micro / MICRO);

/** Hundredths of credits, millionths of class hours, records. */
export const scaleOf = ({ line: { unit } }: Missing): number =>
  unit === 'credits' ? 100 : unit === 'times' ? 1 : MICRO;

/** To hundredths, half up; only to be shown. */
export const shownRatio = ({ n, d }: Missing['required'], scale: number): number =>
  Math.round((Number(n) * 100) / (Number(d) * scale)) / 100;

export const planJson = ({ advice, plan, year, asOf, id, ahead }: Planned): object => ({
  practitioner: id,
  year,
  as_of: asOf,
  status: advice.status,
  credits: advice.credits,
  required: advice.required,
  shortfall: advice.shortfall,
  missing: advice.missing.map((one) => ({
    name: one.line.name,
    clause: one.line.source.clause,
    unit: one.line.unit,
    required: shownRatio(one.required, scaleOf(one)),
    earned: shownRatio(one.earned, scaleOf(one)),
    missing: one.lacks / scaleOf(one),
    binding: one.binding,
  })),
  closes: advice.least !== null,
  exhausted: advice.proven,
  hours: hoursOf(advice),
  steps: (advice.least?.steps ?? []).map((doing) => stepJson(doing, plan)),
  ways: advice.ways.map((way) => wayJson(way, plan)),
  no_help: advice.useless.map(uselessJson),
  ahead,
});

/** Of the least way; null where there is none, or where it is not in hours alone. */
export const hoursOf = ({ least }: Advice): number | null => {
  if (least === null || least.steps.some(({ hours }) => hours === null)) return null;
  return least.steps.reduce((sum, { hours }) => sum + (hours ?? 0), 0) / MICRO;
};

const stepJson = (doing: Doing, plan: Plan) => ({
  award: doing.item,
  quantity: doing.quantity / MICRO,
  unit: doing.unit,
  credits: doing.credits / 100,
  clause: doing.source.clause,
  rule: doing.source.words,
  times: doing.times,
  hours: whole(doing.hours),
  facts: Object.fromEntries([...doing.facts].filter(([key]) => isPlain(plan, key))),
});

/** A day or a number would be in the plan's own scale; they are in the rule's words. */
const isPlain = ({ recordFields }: Plan, key: string): boolean =>
  recordFields.some((field) => field.key === key && ['choice', 'yesno', 'text'].includes(field.type));

const wayJson = ({ closes, cap, ...doing }: Alone, plan: Plan) => ({
  ...stepJson(doing, plan),
  closes,
  cap: cap === null ? null : { rule: cap.source.words, clause: cap.source.clause },
});

const uselessJson = ({ item, source, why, cap }: Useless) => ({
  award: item,
  clause: source.clause,
  rule: source.words,
  why,
  cap: cap === null ? null : { rule: cap.source.words, clause: cap.source.clause },
});
