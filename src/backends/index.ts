/** The back ends, one row each. */
import type { BackEnd } from './backend.ts';
import { evaluatorBackEnd } from './evaluator/backEnd.ts';
import { jsonLogicBackEnd } from './jsonlogic/backEnd.ts';
import { sqlBackEnd } from './sql/backEnd.ts';

export const backends = {
  evaluator: evaluatorBackEnd,
  jsonlogic: jsonLogicBackEnd,
  sql: sqlBackEnd,
} as const satisfies Record<string, BackEnd>;
