/** The back ends, one row each. */
import type { BackEnd } from './backend.ts';
import { evaluatorBackEnd } from './evaluator/backEnd.ts';

export const backends = { evaluator: evaluatorBackEnd } as const satisfies Record<string, BackEnd>;
