/** The evaluator among the back ends. */
import type { Plan } from '../../model/plan.ts';
import type { BackEnd } from '../backend.ts';
import { evaluator } from './index.ts';

export const evaluatorBackEnd = {
  id: 'evaluator',
  label: { zh: '计算', en: 'evaluation' },
  // Its language is the plan's: there is nothing that it does not do.
  refuses: (_plan: Plan): readonly string[] => [],
  make: evaluator,
} as const satisfies BackEnd & { readonly make: typeof evaluator };
