/** DuckDB, opened with a bound on its memory and a folder of its own to spill to, which is gone when the command is. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection, DuckDBDataChunk, DuckDBInstance, DuckDBValue } from '@duckdb/node-api';
import { Stop } from '../stop.ts';

export type Row = readonly DuckDBValue[];

/** Where `npm install` left it out, or the system has none. */
export async function duckdbModule(): Promise<typeof import('@duckdb/node-api') | null> {
  try {
    return await import('@duckdb/node-api');
  } catch {
    return null;
  }
}

const FOLDER = /^cme-duckdb-(\d+)-/;

/** Folders of processes that were killed before they could remove them. */
function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    const [, pid] = FOLDER.exec(name) ?? [];
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process is alive, too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

export interface DuckOptions {
  /** As DuckDB writes it: `2GB`. */
  readonly memory: string;
  readonly threads?: number;
}

export class Duck {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  readonly #leave: () => void;
  /** Its own folder, for what does not fit the memory. */
  readonly folder: string;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection, folder: string, leave: () => void) {
    this.#instance = instance;
    this.#connection = connection;
    this.folder = folder;
    this.#leave = leave;
  }

  static async open({ memory, threads }: DuckOptions): Promise<Duck> {
    const duckdb = await duckdbModule();
    if (duckdb === null) throw new Stop('duckdbNeeded');
    sweep();
    const folder = mkdtempSync(join(tmpdir(), `cme-duckdb-${process.pid}-`));
    const remove = (): void => rmSync(folder, { recursive: true, force: true });
    // Whatever ends the process: what is left to do then has to be done at once.
    process.once('exit', remove);
    const leave = (): void => {
      process.off('exit', remove);
      remove();
    };
    try {
      const instance = await duckdb.DuckDBInstance.create(':memory:', {
        memory_limit: memory,
        temp_directory: join(folder, 'spill'),
        // Nothing is fetched from anywhere.
        autoinstall_known_extensions: 'false',
        autoload_known_extensions: 'false',
        ...(threads !== undefined && { threads: String(threads) }),
      });
      const duck = new Duck(instance, await instance.connect(), folder, leave);
      // The staged copy is gone when the command is; there is nobody to bring it in order for.
      await duck.run('PRAGMA disable_checkpoint_on_shutdown');
      await duck.run(`ATTACH ${literal(join(folder, 'stage.duckdb'))} AS stage`);
      return duck;
    } catch (error) {
      leave();
      throw error;
    }
  }

  async run(sql: string): Promise<void> {
    await this.#connection.run(sql);
  }

  async rows(sql: string): Promise<readonly Row[]> {
    return (await this.#connection.runAndReadAll(sql)).getRows();
  }

  async one(sql: string): Promise<Row> {
    return (await this.rows(sql))[0] ?? [];
  }

  /** Piece by piece: the whole need not fit the memory. */
  async *stream(sql: string): AsyncGenerator<readonly Row[]> {
    for await (const chunk of this.chunks(sql)) yield chunk.getRows();
  }

  /** The same by columns, of which each value is read where it is wanted. */
  async *chunks(sql: string): AsyncGenerator<DuckDBDataChunk> {
    const result = await this.#connection.stream(sql);
    for (;;) {
      const chunk = await result.fetchChunk();
      if (chunk === null || chunk.rowCount === 0) return;
      yield chunk;
    }
  }

  /** Rows of texts, whole numbers and nulls into a table. */
  async append(
    table: string,
    rows: Iterable<readonly (string | bigint | number | boolean | null)[]>,
    catalog: string | null,
  ): Promise<void> {
    const appender = await this.#connection.createAppender(table, 'main', catalog);
    for (const row of rows) {
      for (const value of row) {
        if (value === null) appender.appendNull();
        else if (typeof value === 'string') appender.appendVarchar(value);
        else if (typeof value === 'bigint') appender.appendBigInt(value);
        else if (typeof value === 'boolean') appender.appendBoolean(value);
        else appender.appendInteger(value);
      }
      appender.endRow();
    }
    appender.flushSync();
    appender.closeSync();
  }

  /** Rows of a place and a text, one by one; they are there once it is closed. */
  async appender(table: string): Promise<{ add(ord: bigint, place: number, text: string): void; close(): void }> {
    const appender = await this.#connection.createAppender(table, 'main', null);
    return {
      add(ord, place, text) {
        appender.appendBigInt(ord);
        appender.appendInteger(place);
        appender.appendVarchar(text);
        appender.endRow();
      },
      close: () => appender.closeSync(),
    };
  }

  close(): void {
    this.#connection.closeSync();
    this.#instance.closeSync();
    this.#leave();
  }
}

export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
