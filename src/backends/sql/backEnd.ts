/** SQL among the back ends. */
import type { Plan } from '../../model/plan.ts';
import type { BackEnd } from '../backend.ts';
import { refusals, sqlOf } from './index.ts';

export const sqlBackEnd = {
  id: 'sql',
  label: { zh: 'SQL', en: 'SQL' },
  refuses: (plan: Plan): readonly string[] => refusals(plan, null),
  make: sqlOf,
} as const satisfies BackEnd & { readonly make: typeof sqlOf };
