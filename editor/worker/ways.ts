/** Advice as plain data, in the words of the vocabulary. */
import { type Advice, keywords, type Plan } from '../../src/index.ts';
import type { Helpful, Idle, Ways } from './personProtocol.ts';

type Doing = Advice['ways'][number];
type Facts = Doing['facts'];

const MICRO = 1_000_000;

export function waysOf(plan: Plan, advice: Advice | null): Ways | null {
  if (advice === null) return null;
  const { least, ways, useless, proven } = advice;
  const helpful = (one: Advice['ways'][number] | NonNullable<Advice['least']>['steps'][number]): Helpful => ({
    item: one.item,
    line: one.source,
    facts: factsOf(plan, one.facts),
    amount: { value: one.quantity / MICRO, unit: { zh: keywords[one.unit].zh, en: keywords[one.unit].en } },
    times: one.times,
    ofProjects: one.ofProjects,
    counted: one.unit === 'times',
    credits: one.credits / 100,
    closes: 'closes' in one && one.closes,
    cap: 'cap' in one ? one.cap : null,
  });
  return {
    least: least === null ? null : least.steps.map(helpful),
    helpful: ways.map(helpful),
    idle: useless.map(
      ({ item, source, facts, why, cap }): Idle => ({ item, line: source, facts: factsOf(plan, facts), why, cap }),
    ),
    proven,
  };
}

/** What must be so of the activity: its choices, what is yes. The form and what is not so go without saying. */
function factsOf({ recordFields }: Plan, facts: Facts): readonly string[] {
  return [...facts].flatMap(([key, value]) => {
    const field = recordFields.find((one) => one.key === key);
    if (!field || field.type === 'date' || field.type === 'text') return [];
    if (field.type === 'choice') return field.options.filter((one) => one.key === value).map(({ label }) => label);
    if (field.type === 'yesno') return value === true ? [field.label] : [];
    return typeof value === 'number' ? [`${field.label} ${value / MICRO}`] : [];
  });
}
