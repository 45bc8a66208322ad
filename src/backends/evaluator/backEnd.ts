/** The evaluator among the back ends. */
import type { Plan } from '../../model/plan.ts';
import type { BackEnd } from '../backend.ts';
import { evaluator } from './index.ts';

/** Words of the lines that look beyond one year, or fill one subject from another: no plan of today has any. */
function refuses({ cycle, items, caps, requirements }: Plan): readonly string[] {
  const lines = requirements.flatMap((requirement) => requirement.lines);
  return [
    ...items.flatMap(({ lines: own }) =>
      own.filter(({ basis }) => basis === 'cycle').map(({ source }) => source.words),
    ),
    ...items.flatMap(({ best }) => best.filter(({ per }) => per === 'cycle').map(({ source }) => source.words)),
    ...caps.filter(({ per }) => per === 'cycle').map(({ source }) => source.words),
    ...lines
      .filter(({ period, fillable }) => period === 'cycle' || fillable !== null)
      .map(({ source }) => source.words),
    ...(cycle === null ? [] : [`周期 ${cycle.years} 年`]),
  ];
}

export const evaluatorBackEnd = {
  id: 'evaluator',
  label: { zh: '计算', en: 'evaluation' },
  refuses,
  make: evaluator,
} as const satisfies BackEnd & { readonly make: typeof evaluator };
