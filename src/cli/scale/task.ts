/** What one run over a staged roster is about, and what its parts share. */
import type { Columns, Counter, Grouper, Tail } from '../../data/index.ts';
import type { Plan } from '../../index.ts';
import type { FindingReport } from '../findings.ts';
import { onInterrupt } from '../interrupt.ts';
import type { Output } from '../output.ts';
import { Progress } from '../progress.ts';
import type { Shell } from '../shell.ts';
import type { Bucket, Roster } from './buckets.ts';
import type { Duck } from './duckdb.ts';
import type { EngineId } from './engine.ts';
import type { Named } from './sources.ts';

export interface ScaleTask {
  readonly named: Exclude<Named, { as: 'memory' }>;
  readonly practitioners: string | undefined;
  readonly plan: Plan;
  readonly year: number;
  readonly report: FindingReport;
  readonly engine: EngineId;
  readonly mask: boolean;
  readonly out: string | undefined;
  readonly format: 'text' | 'json';
  readonly by: string | undefined;
  readonly grouper: Grouper | null;
  /** What the evaluator's results go to, one by one. */
  outputs(): Promise<readonly Output[]>;
}

export interface Run {
  readonly duck: Duck;
  readonly task: ScaleTask;
  readonly shell: Shell;
  readonly roster: Roster;
  readonly buckets: readonly Bucket[];
  readonly columns: Columns;
  readonly persons: Columns | null;
}

export const tailOf = (counter: Counter, { grouper }: ScaleTask): Tail => ({
  summary: counter.summary,
  ...(grouper !== null && { by: grouper.groups }),
});

const BREATH_MS = 50;

/** How far it is. */
export class Walked {
  readonly #progress: Progress;
  #breathed = performance.now();

  constructor(rows: number, shell: Shell, counter: Counter) {
    this.#progress = new Progress(rows, shell, 'evaluating', 'recordsWord');
    onInterrupt(() => {
      this.#progress.end();
      shell.tell('interruptedAt', { done: counter.summary.practitioners });
    });
  }

  at(rows: number): void {
    this.#progress.at(rows);
  }

  async breathe(): Promise<void> {
    if (performance.now() - this.#breathed < BREATH_MS) return;
    await new Promise((go) => setImmediate(go));
    this.#breathed = performance.now();
  }

  end(): void {
    this.#progress.end();
  }
}
