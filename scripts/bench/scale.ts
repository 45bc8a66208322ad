/**
 * `cme eval` of Parquet, Parquet out, as the roster grows: one of a million records at most that is made, and those of ten
 * and a hundred times as many, which are its people again under other ids. So what is found in the larger is exactly so
 * many times what is found in the smaller, and that is held before a row of the table is printed.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { plans } from '../../test/support/hubeiRules.ts';
import { benchRoster, csvOf, YEAR } from './roster.ts';
import { table } from './timing.ts';

/** How many records one of Hubei's lives has, or a little less. */
const RECORDS_EACH = 15;

export interface ScaleBench {
  /** Records of the largest roster; the others have a tenth and a hundredth of them. */
  readonly most: number;
  readonly memory: string;
  /** Where the rosters are kept from one run to the next; null: nowhere. */
  readonly folder: string | null;
  /** These alone of the three sizes, so that a long one can be run by itself. */
  readonly only: readonly number[];
}

type Query = (sql: string) => Promise<readonly (readonly unknown[])[]>;

interface Used {
  readonly user: number;
  readonly system: number;
  readonly clock: number;
  /** Bytes that the whole process, DuckDB in it, had at most. */
  readonly peak: number;
}

export async function atScale({ most, memory, folder, only }: ScaleBench): Promise<string> {
  const room = folder ?? mkdtempSync(join(tmpdir(), 'cme-bench-'));
  mkdirSync(room, { recursive: true });
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: '1GB',
    temp_directory: join(room, 'spill'),
  });
  const connection = await instance.connect();
  const query: Query = async (sql) => (await connection.runAndReadAll(sql)).getRows();
  try {
    const base = most / 100;
    const sizes = [1, 10, 100].filter((times) => only.length === 0 || only.includes(times * base));
    const rows: string[][] = [];
    let one: readonly (readonly bigint[])[] | null = null;
    for (const times of new Set([1, ...sizes])) {
      const file = await rosterOf(query, room, base, times);
      const out = join(room, `results-${base * times}.parquet`);
      const used = await evaluated(file, out, memory);
      const found = await totals(query, out);
      one ??= found;
      const wanted = one.map((counts) => counts.map((count) => count * BigInt(times)));
      if (String(found) !== String(wanted)) throw new Error(`${file}: ${found} where ${wanted} were expected`);
      rmSync(out);
      const [[lines]] = (await query(`SELECT count(*) FROM read_parquet('${file}')`)) as [[bigint]];
      rows.push(rowOf(Number(lines), found, used));
      process.stderr.write(`${rows.at(-1)?.join('  ')}\n`);
    }
    const head = ['rows', 'people', 'core seconds', 'µs a row', 'clock', 'peak memory'];
    return table(head, rows);
  } finally {
    connection.closeSync();
    instance.closeSync();
    if (folder === null) rmSync(room, { recursive: true, force: true });
  }
}

function rowOf(lines: number, found: readonly (readonly bigint[])[], { user, system, clock, peak }: Used): string[] {
  const people = found.reduce((sum, [, count = 0n]) => sum + count, 0n);
  const cores = user + system;
  return [
    lines.toLocaleString('en'),
    people.toLocaleString('en'),
    cores.toFixed(1),
    ((cores / lines) * 1e6).toFixed(1),
    `${clock.toFixed(0)} s`,
    `${(peak / 2 ** 30).toFixed(2)} GiB`,
  ];
}

/** By status: rows, people, hundredths of credits before and after the caps. */
async function totals(query: Query, out: string): Promise<readonly (readonly bigint[])[]> {
  const cents = (name: string): string => `CAST(COALESCE(sum(${name}), 0) * 100 AS BIGINT)`;
  const rows = await query(
    `SELECT count(*), count(DISTINCT practitioner), ${cents('raw')}, ${cents('credits')} FROM read_parquet('${out}') GROUP BY status ORDER BY status`,
  );
  return rows as readonly (readonly bigint[])[];
}

/** Made once; DuckDB finds the types: days, numbers and yes or no are such in the file, ids are texts. */
async function rosterOf(query: Query, room: string, base: number, times: number): Promise<string> {
  const file = join(room, `roster-${base}x${times}.parquet`);
  if (existsSync(file)) return file;
  const beside = `${file}.tmp`;
  if (times === 1) {
    const csv = `${file}.csv`;
    writeFileSync(csv, csvOf(plans.hubei, benchRoster(Math.ceil(base / RECORDS_EACH), base).plain));
    await query(`COPY (FROM read_csv('${csv}', sample_size = -1)) TO '${beside}' (FORMAT parquet)`);
    rmSync(csv);
  } else {
    // By way of a table: rows of several queries at once would come in another order.
    await query(`ATTACH '${file}.duckdb' AS grown`);
    await query(`CREATE TABLE grown.rows AS FROM read_parquet('${await rosterOf(query, room, base, 1)}') LIMIT 0`);
    for (let at = 0; at < times; at += 1) {
      const again = `* REPLACE (practitioner || '-${at}' AS practitioner, id || '-${at}' AS id)`;
      await query(
        `INSERT INTO grown.rows SELECT ${again} FROM read_parquet('${await rosterOf(query, room, base, 1)}')`,
      );
    }
    await query(`COPY grown.rows TO '${beside}' (FORMAT parquet)`);
    await query('DETACH grown');
    rmSync(`${file}.duckdb`);
  }
  renameSync(beside, file);
  return file;
}

/** In a process of its own, which says at its end what it took. */
async function evaluated(file: string, out: string, memory: string): Promise<Used> {
  const says = `process.on('exit', () => process.send(process.resourceUsage()))`;
  const cli = new URL('../../src/cli.ts', import.meta.url).pathname;
  const start = performance.now();
  const child = spawn(
    process.execPath,
    [
      ...['--import', `data:text/javascript,${encodeURIComponent(says)}`, cli, 'eval', 'hubei', file],
      ...['--year', String(YEAR), '--engine', 'js', '--memory', memory, '--out', out],
    ],
    { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  );
  return new Promise((resolve, reject) => {
    let used: Used | null = null;
    child.on('message', (message) => {
      const { userCPUTime, systemCPUTime, maxRSS } = message as NodeJS.ResourceUsage;
      const clock = (performance.now() - start) / 1000;
      used = { user: userCPUTime / 1e6, system: systemCPUTime / 1e6, clock, peak: maxRSS * 1024 };
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0 && used !== null) resolve(used);
      else reject(new Error(`cme eval ended with ${code}`));
    });
  });
}
