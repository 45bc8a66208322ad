import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apart, cellAt, joined } from '../../src/cli/scale/joined.ts';
import { withDuckDb } from './scaleData.ts';

/** As DuckDB has the cells of a row that came as one text. */
const asHeld = (rows: readonly (readonly unknown[])[]) =>
  withDuckDb(async (sql) => {
    const width = rows[0]?.length ?? 0;
    const cells = Array.from({ length: width }, (_, at) => cellAt('x', at)).join(', ');
    const texts = rows.map((row) => `('${joined(row).replaceAll("'", "''")}')`).join(', ');
    return sql(`SELECT ${cells} FROM (SELECT ${apart('t')} AS x FROM (VALUES ${texts}) AS v(t))`);
  });

describe('a row as one text', () => {
  test('absent is not empty; numbers and yes or no are their words', async () => {
    expect(await asHeld([['甲', null, undefined, '', 2.5, false]])).toEqual([['甲', null, null, '', '2.5', 'false']]);
  });

  test('whatever is in its cells, they are the same on the other side', async () => {
    const cell = fc.option(
      fc.string({ unit: fc.constantFrom('\x1e', '\x1f', '0', '1', '甲', ' ', "'"), maxLength: 8 }),
    );
    const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(rows, async (all) => {
        expect(await asHeld(all)).toEqual(all);
      }),
      { numRuns: 15 },
    );
  });
});
