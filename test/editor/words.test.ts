import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = new URL('../../editor/words/', import.meta.url);

/** Where the records are put together. */
const gathering = ['index.ts', 'said.ts'];

// The records of all screens are spread into one: of two words with one name the later would be said in both places.
test('no two screens give one name to different words', async () => {
  const homes = new Map<string, string[]>();
  for (const file of readdirSync(folder)) {
    if (gathering.includes(file)) continue;
    const records = (await import(new URL(file, folder).href)) as Record<string, Record<string, unknown>>;
    for (const record of Object.values(records)) {
      for (const name of Object.keys(record)) homes.set(name, [...(homes.get(name) ?? []), file]);
    }
  }
  expect(homes.size).toBeGreaterThan(300);
  expect([...homes].filter(([, files]) => files.length > 1)).toEqual([]);
});
