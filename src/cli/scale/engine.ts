/** Which engine reckons: as asked for, else the one that was measured to be quicker for so many records. */
import { availableParallelism } from 'node:os';
import { type Plan, refusedBy } from '../../index.ts';
import type { Shell } from '../shell.ts';
import { Stop } from '../stop.ts';

export const engines = ['auto', 'js', 'duckdb'] as const;
export type EngineId = (typeof engines)[number];

/**
 * Seconds of one core, measured (docs/scale.md): a record by the evaluator, one by the SQL, and what planning the SQL
 * costs each bucket. The evaluator has one core, DuckDB has all.
 */
export const cost = { js: 16e-6, sql: 25e-6, planning: 0.3 } as const;

export interface Asked {
  readonly engine: EngineId;
  readonly plan: Plan;
  readonly records: number;
  readonly buckets: number;
  /** What is printed or written holds what the SQL does not say, such as notices. */
  readonly wordy: boolean;
}

/** Says on stderr which, and why. */
export function chosenEngine({ engine, plan, records, buckets, wordy }: Asked, shell: Shell): 'js' | 'sql' {
  const refused = refusedBy(plan, 'duckdb');
  if (engine === 'duckdb') {
    if (refused.length > 0) throw new Stop('engineRefused', { what: refused.join('；') });
    shell.tell(wordy ? 'engineWordy' : 'engineAsked', { engine: 'duckdb', records });
    return wordy ? 'js' : 'sql';
  }
  if (engine === 'js') {
    shell.tell('engineAsked', { engine: 'js', records });
    return 'js';
  }
  if (refused.length > 0) {
    shell.tell('engineCannot', { records });
    return 'js';
  }
  const cores = availableParallelism();
  const [js, sql] = [records * cost.js, buckets * cost.planning + (records * cost.sql) / cores];
  const quicker = sql < js && !wordy ? 'sql' : 'js';
  const seconds = (value: number): string => value.toFixed(value < 10 ? 1 : 0);
  const args = { engine: quicker === 'sql' ? 'duckdb' : 'js', records, js: seconds(js), sql: seconds(sql), cores };
  shell.tell(wordy && sql < js ? 'engineWordy' : 'engineQuicker', args);
  return quicker;
}
