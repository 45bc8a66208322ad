import type { Source } from '../../model/plan.ts';

/**
 * What a line of the rules did in an evaluation. `granted`: an award line or row gave a record something. `held`, `failed`:
 * a condition was put to a record and was true, or was not (an award line's, a gate's, a factor's, a deeming's, 补学's).
 * `refused`: a gate turned a record away. `cut`: a cap, or 只计最高, took something. `deemed`: 视同完成 held. `spoke`: a
 * notice was given. `exempt`: an exception or a whole reduction held. `bound`: a line of a requirement bound. `counted`: a
 * carry-over or a reduction changed a number.
 */
export type Use =
  | 'granted'
  | 'held'
  | 'failed'
  | 'refused'
  | 'cut'
  | 'deemed'
  | 'spoke'
  | 'exempt'
  | 'bound'
  | 'counted';

export type OnUse = (source: Source, what: Use) => void;
