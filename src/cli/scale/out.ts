/** Results as a table of DuckDB: to a Parquet file, or to a table of a database. */
import { accessSync, constants, existsSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { resultTable } from '../../data/index.ts';
import { renamed } from '../../disk/renamed.ts';
import type { PersonResult, Plan } from '../../index.ts';
import { explained, isFolder, realPath } from '../files.ts';
import { Stop } from '../stop.ts';
import { type Duck, literal } from './duckdb.ts';
import { apart, cellAt, joined } from './joined.ts';
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

/** As the table has them, of a row that waits in `x`. */
const values = columns.map(([name, type], at) => `CAST(${cellAt('x', at)} AS ${type}) AS ${name}`).join(', ');
const WAITING = `(SELECT ord, place, ${values} FROM (SELECT ord, place, ${apart('t')} AS x FROM waiting))`;

/** Results of the evaluator on their way to DuckDB, which makes the texts what they are. */
class Waiting {
  readonly #duck: Duck;
  readonly #table: ReturnType<typeof resultTable>;
  #to: Awaited<ReturnType<Duck['appender']>> | null = null;
  #count = 0;

  constructor(duck: Duck, plan: Plan) {
    this.#duck = duck;
    this.#table = resultTable('en', plan);
  }

  async start(): Promise<void> {
    // Anew each time: what is deleted from a table in memory stays there.
    await this.#duck.run('CREATE OR REPLACE TABLE waiting (ord BIGINT, place INTEGER, t VARCHAR)');
    this.#to = await this.#duck.appender('waiting');
    this.#count = 0;
  }

  add(result: PersonResult, ord: bigint): number {
    const rows = this.#table.rows(result);
    for (const [at, row] of rows.entries()) this.#to?.add(ord, at, joined(row));
    this.#count += rows.length;
    return this.#count;
  }

  /** `query`: what becomes of them, in `waiting`. */
  async end(query: string): Promise<void> {
    this.#to?.close();
    await this.#duck.run(query);
  }

  async flush(query: string): Promise<void> {
    await this.end(query);
    await this.start();
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

/** Four pieces of a table on the disk, each of which is then written once. */
const MANY = 4 * 122_880;

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

/**
 * To a `.parquet` file or into a database; both whole or not at all. `merging`: what SQL told goes between the results of the
 * evaluator, which come in their order.
 */
export async function tableOut(duck: Duck, plan: Plan, file: string, merging: boolean): Promise<TableOut> {
  const typed = columns.map(([name, type]) => `${name} ${type}`).join(', ');
  await duck.run(`CREATE TABLE stage.results (${typed})`);
  const waiting = new Waiting(duck, plan);
  await waiting.start();
  const inOrder = `INSERT INTO stage.results SELECT ${names} FROM ${WAITING}`;
  return {
    add: (result, ord) => (waiting.add(result, ord) < MANY || merging ? undefined : waiting.flush(inOrder)),
    merge: () =>
      waiting.flush(
        `INSERT INTO stage.results SELECT ${names} FROM (SELECT ord, place, ${names} FROM bucket_told UNION ALL FROM ${WAITING}) ORDER BY ord, place`,
      ),
    async end() {
      await waiting.end(inOrder);
      await written(duck, file);
    },
  };
}

async function written(duck: Duck, file: string): Promise<void> {
  try {
    await (file.toLowerCase().endsWith('.parquet') ? parquet(duck, file) : database(duck, file));
  } catch (error) {
    const told = explained(error, file);
    throw told instanceof Stop ? told : new Stop('fileFailed', { file, why: lineOf(error) });
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
    renamed(beside, target);
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
