/** The numbers of a result in words, as the columns have them: so that the two can be laid side by side. */
import type { Plan } from '../../model/plan.ts';
import type { PersonResult } from '../../model/result.ts';
import type { Columns } from './columns.ts';
import { type Outcomes, statuses } from './outcomes.ts';
import { reasons } from './reason.ts';

export type Numbers = Pick<PersonResult, 'status' | 'made_up' | 'credits' | 'required' | 'shortfall' | 'categories'> & {
  readonly records: readonly Pick<
    PersonResult['records'][number],
    'category' | 'award' | 'raw' | 'credits' | 'reason'
  >[];
};

/** What the columns say of one practitioner. */
export function numbersAt(plan: Plan, { starts }: Columns, out: Outcomes, person: number): Numbers {
  const own = person * plan.categories.length;
  const rows = Array.from(
    { length: (starts[person + 1] as number) - (starts[person] as number) },
    (_, index) => (starts[person] as number) + index,
  );
  return {
    status: statuses[out.status[person] as number] ?? 'unmet',
    made_up: out.madeUp[person] === 1,
    credits: (out.total[person] as number) / 100,
    required: (out.required[person] as number) / 100,
    shortfall: (out.shortfall[person] as number) / 100,
    categories: plan.categories.flatMap(({ key }, place) =>
      out.categoryHas[own + place] === 1
        ? [
            {
              code: key,
              raw: (out.categoryRaw[own + place] as number) / 100,
              credits: (out.categoryCredits[own + place] as number) / 100,
            },
          ]
        : [],
    ),
    records: rows.map((row) => ({
      category: plan.categories[out.category[row] as number]?.key ?? null,
      award: plan.items[out.item[row] as number]?.label ?? null,
      raw: (out.raw[row] as number) / 100,
      credits: (out.credits[row] as number) / 100,
      reason: reasons[out.reason[row] as number] ?? null,
    })),
  };
}

/** The same of a result in words. */
export const numbersOf = (result: PersonResult): Numbers => {
  const { status, made_up, credits, required, shortfall, categories, records } = result;
  return {
    status,
    made_up,
    credits,
    required,
    shortfall,
    categories,
    records: records.map(({ category, award, raw, credits: counted, reason }) => ({
      category,
      award,
      raw,
      credits: counted,
      reason,
    })),
  };
};
