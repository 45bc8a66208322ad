/** `cme eval` where a roster goes through DuckDB: what asks for it, and the command from there on. */
import { statSync } from 'node:fs';
import { type Grouper, yearIn } from '../../data/index.ts';
import type { Plan } from '../../index.ts';
import { FindingReport } from '../findings.ts';
import { outputsFor } from '../outputs.ts';
import { compiledPlan, type DataOptions } from '../prepare.ts';
import type { Shell } from '../shell.ts';
import { type ExitCode, Stop } from '../stop.ts';
import { Duck, duckdbModule } from './duckdb.ts';
import type { EngineId } from './engine.ts';
import { memoryOf } from './memory.ts';
import { checkWritable } from './out.ts';
import { evalStaged } from './run.ts';
import { isDatabase, kindOf, type Named, named } from './sources.ts';

export { engines } from './engine.ts';

export interface ScaleOptions {
  readonly engine?: EngineId;
  readonly memory?: string;
  readonly out?: string;
}

/** A CSV that is larger than this is not held whole: measured, it takes ten times its size in memory. */
const HELD = 200 * 2 ** 20;

export type AtScale = Exclude<Named, { as: 'memory' }>;

/** What is to go through DuckDB; null: the evaluator reads it whole, as it does most rosters. */
export async function scaled(
  data: string,
  { engine = 'auto', memory, practitioners, out }: ScaleOptions & DataOptions,
): Promise<AtScale | null> {
  if (memory !== undefined) memoryOf(memory);
  const found = named(data);
  if (found.as === 'memory') {
    if (engine === 'duckdb') throw new Stop('engineForm', { file: data });
    return null;
  }
  if (practitioners !== undefined && practitioners !== '-' && isDatabase(practitioners))
    throw new Stop('engineForm', { file: practitioners });
  if (isTable(out)) checkWritable(out ?? '');
  const only =
    found.as === 'database' ||
    found.files.length > 1 ||
    found.files[0] !== data ||
    found.files.some((file) => kindOf(file) === 'parquet');
  const wanted = only || engine === 'duckdb' || (engine === 'auto' && sizeOf(found) > HELD);
  if (!wanted) return null;
  if ((await duckdbModule()) !== null) return found;
  if (only || engine === 'duckdb') throw new Stop('duckdbNeeded');
  return null;
}

const isTable = (out: string | undefined): boolean => out !== undefined && /\.(?:parquet|duckdb|ddb|db)$/i.test(out);

const sizeOf = (found: AtScale): number =>
  found.as === 'files'
    ? found.files.reduce((sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0)
    : 0;

export async function evalAtScale(
  rules: string,
  found: AtScale,
  options: DataOptions & ScaleOptions & { readonly by?: string },
  grouped: (plan: Plan) => Grouper | null,
  shell: Shell,
): Promise<ExitCode> {
  const year = yearOf(options.year);
  const { plan, compiled } = await compiledPlan(rules, year, options, shell);
  const report = new FindingReport(shell);
  const grouper = grouped(plan);
  const duck = await Duck.open({ memory: `${Math.round(memoryOf(options.memory) / 2 ** 20)}MiB` });
  try {
    const outputs = () =>
      outputsFor(
        { plan, compiled, year, report, roster: { year: null, entries: [], table: null } },
        options,
        shell,
        duck,
      );
    const task = {
      named: found,
      practitioners: options.practitioners,
      plan,
      year,
      report,
      engine: options.engine ?? 'auto',
      mask: options.mask ?? false,
      out: options.out,
      format: options.format,
      by: options.by,
      grouper,
      outputs,
    } as const;
    const counter = await evalStaged(duck, task, shell);
    if (options.out !== undefined) shell.tell('written', { file: options.out });
    return report.errors > 0 || counter.summary.invalid_records > 0 ? 1 : 0;
  } finally {
    duck.close();
  }
}

function yearOf(wanted: string | undefined): number {
  const asked = wanted === undefined ? null : yearIn(wanted);
  if (asked === null)
    throw wanted === undefined ? new Stop('yearMissing') : new Stop('yearMalformed', { text: wanted });
  return asked;
}
