/** Results as a table of DuckDB: to a Parquet file, or to a table of a database. */
import { accessSync, constants, existsSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { resultTable } from '../../data/index.ts';
import type { PersonResult, Plan } from '../../index.ts';
import { isFolder, realPath } from '../files.ts';
import { Stop } from '../stop.ts';
import { type Duck, literal } from './duckdb.ts';
import { lineOf } from './stage.ts';

const AMOUNT = 'DECIMAL(18, 2)';

/** The columns of the CSV under the names of the JSON, in its order. */
export const columns: readonly (readonly [name: string, type: string])[] = [
  ['practitioner', 'VARCHAR'],
  ['status', 'VARCHAR'],
  ['made_up', 'BOOLEAN'],
  ['total_credits', AMOUNT],
  ['required', AMOUNT],
  ['shortfall', AMOUNT],
  ['id', 'VARCHAR'],
  ['category', 'VARCHAR'],
  ['award', 'VARCHAR'],
  ['clause', 'VARCHAR'],
  ['raw', AMOUNT],
  ['credits', AMOUNT],
  ['reason', 'VARCHAR'],
  ['detail', 'VARCHAR'],
];

const names = columns.map(([name]) => name).join(', ');

/** Takes a result of the evaluator as texts, which DuckDB makes what they are. */
class Waiting {
  readonly #duck: Duck;
  readonly #rows: (string | bigint | null)[][] = [];
  readonly #table: ReturnType<typeof resultTable>;

  constructor(duck: Duck, plan: Plan) {
    this.#duck = duck;
    this.#table = resultTable('en', plan);
  }

  static async start(duck: Duck): Promise<void> {
    const texts = columns.map(([name]) => `${name} VARCHAR`).join(', ');
    await duck.run(`CREATE OR REPLACE TABLE stage.waiting (ord BIGINT, place BIGINT, ${texts})`);
  }

  add(result: PersonResult, ord: bigint): number {
    this.#table.rows(result).forEach((row, at) => {
      const cells = row.map((cell) => (cell === null || cell === undefined ? null : String(cell)));
      this.#rows.push([ord, BigInt(at), ...cells]);
    });
    return this.#rows.length;
  }

  async into(target: string): Promise<void> {
    if (this.#rows.length === 0) return;
    await this.#duck.append('waiting', this.#rows, 'stage');
    this.#rows.length = 0;
    const cast = columns.map(([name, type]) => `CAST(${name} AS ${type})`).join(', ');
    await this.#duck.run(`INSERT INTO ${target} SELECT ord, place, ${cast} FROM stage.waiting ORDER BY ord, place`);
    await this.#duck.run('DELETE FROM stage.waiting');
  }
}

/** Where the rows of a command go. */
export interface TableOut {
  /** A result of the evaluator; `ord` orders the practitioners of one bucket. A promise where enough wait. */
  add(result: PersonResult, ord: bigint): Promise<void> | undefined;
  /** The bucket is done: what SQL told of it, in `bucket_told`, goes between the results of the evaluator. */
  merge(): Promise<void>;
  end(): Promise<void>;
}

const MANY = 50_000;

/** Before the work: that it can be written to, as far as can be told. */
export function checkWritable(file: string): void {
  const target = realPath(file);
  if (isFolder(target)) throw new Stop('fileIsFolder', { file });
  if (!isFolder(dirname(resolve(target)))) throw new Stop('fileMissing', { file, cwd: process.cwd() });
  try {
    accessSync(dirname(resolve(target)), constants.W_OK);
    if (existsSync(target)) accessSync(target, constants.W_OK);
  } catch {
    throw new Stop('fileForbidden', { file });
  }
}

/** To a `.parquet` file or into a database; both whole or not at all. */
export async function tableOut(duck: Duck, plan: Plan, file: string): Promise<TableOut> {
  const typed = columns.map(([name, type]) => `${name} ${type}`).join(', ');
  await Waiting.start(duck);
  await duck.run(`CREATE TABLE stage.results (${typed})`);
  await duck.run(`CREATE OR REPLACE TEMP TABLE bucket_results (ord BIGINT, place BIGINT, ${typed})`);
  const waiting = new Waiting(duck, plan);
  const flush = async (): Promise<void> => {
    await waiting.into('bucket_results');
    await duck.run(`INSERT INTO stage.results SELECT ${names} FROM bucket_results ORDER BY ord, place`);
    await duck.run('DELETE FROM bucket_results');
  };
  return {
    add: (result, ord) => (waiting.add(result, ord) < MANY ? undefined : waiting.into('bucket_results')),
    async merge() {
      await duck.run(`INSERT INTO bucket_results SELECT ord, place, ${names} FROM bucket_told`);
      await flush();
    },
    async end() {
      await flush();
      await written(duck, file);
    },
  };
}

async function written(duck: Duck, file: string): Promise<void> {
  try {
    await (file.toLowerCase().endsWith('.parquet') ? parquet(duck, file) : database(duck, file));
  } catch (error) {
    throw error instanceof Stop ? error : new Stop('fileFailed', { file, why: lineOf(error) });
  }
}

async function parquet(duck: Duck, file: string): Promise<void> {
  const target = realPath(file);
  const beside = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  const remove = (): void => rmSync(beside, { force: true });
  process.once('exit', remove);
  try {
    await duck.run(
      `COPY (SELECT * FROM stage.results) TO ${literal(resolve(beside))} (FORMAT parquet, COMPRESSION zstd)`,
    );
    renameSync(beside, target);
  } finally {
    process.off('exit', remove);
    remove();
  }
}

/** The table `results`, in the place of one that is there; other tables stay. */
async function database(duck: Duck, file: string): Promise<void> {
  await duck.run(`ATTACH ${literal(resolve(file))} AS target`);
  await duck.run('CREATE OR REPLACE TABLE target.results AS SELECT * FROM stage.results');
  await duck.run('DETACH target');
}
