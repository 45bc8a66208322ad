/** Parquet for the commands that hold a roster whole. */
import { type Opened, openRows } from '../../data/index.ts';
import { Stop } from '../stop.ts';
import { Duck } from './duckdb.ts';
import { memoryUnsaid } from './memory.ts';
import { rowsOf } from './rows.ts';
import { stage } from './stage.ts';

const MOST_HELD = 3_000_000;

export async function openParquet(file: string): Promise<Opened> {
  const duck = await Duck.open({ memory: `${Math.round(memoryUnsaid() / 2 ** 20)}MiB` });
  try {
    const staged = await stage(duck, 'records', [{ kind: 'parquet', file }]);
    if (staged.rows > MOST_HELD) throw new Stop('tooManyRows', { file, rows: staged.rows, most: MOST_HELD });
    return openRows(await rowsOf(duck, staged, 'TRUE'), 'parquet');
  } finally {
    duck.close();
  }
}
