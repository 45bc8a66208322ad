/** DuckDB in memory, as an engine. */
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Engine, Row } from './sqlRoster.ts';

export async function duckdb(): Promise<Engine & { close(): void }> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection: DuckDBConnection = await instance.connect();
  await connection.run('SET threads = 1');
  return {
    run: async (statement) => {
      await connection.run(statement);
    },
    rows: async (query) => (await connection.runAndReadAll(query)).getRowObjects() as readonly Row[],
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
