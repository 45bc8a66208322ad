/** JsonLogic among the back ends. */
import type { Plan } from '../../model/plan.ts';
import type { BackEnd } from '../backend.ts';
import { jsonLogic } from './make.ts';
import { refusalText } from './words.ts';

export const jsonLogicBackEnd = {
  id: 'jsonlogic',
  label: { zh: 'JsonLogic', en: 'JsonLogic' },
  refuses: (plan: Plan): readonly string[] => {
    const made = jsonLogic(plan);
    return 'refused' in made ? made.refused.map((one) => refusalText(one, 'zh')) : [];
  },
  make: jsonLogic,
} as const satisfies BackEnd & { readonly make: typeof jsonLogic };
