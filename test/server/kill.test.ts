import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { Folder } from '../../src/server/folder.ts';
import { Random } from '../support/random.ts';
import { contents } from './contents.ts';
import { world } from './serving.ts';

const KILLS = 100;
const saver = fileURLToPath(new URL('saver.ts', import.meta.url));

test('killed in the middle of a save, the old or the new file stands whole', { timeout: 300_000 }, async () => {
  const random = new Random(Number(process.env.CME_SEED));
  const [old = '', fresh = ''] = contents;
  const { folder } = await world({ 'a.cme': old });
  const file = join(folder, 'a.cme');
  let left = 0;
  for (let n = 0; n < KILLS; n++) {
    const child = spawn(process.execPath, [saver, file], { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(child, 'exit');
    await once(child.stdout, 'data');
    await wait(random.int(1, 10));
    child.kill('SIGKILL');
    await ended;
    const text = readFileSync(file, 'utf8');
    expect(text === old || text === fresh).toBe(true);
    left += readdirSync(folder).length - 1;
  }
  // Some were in the middle indeed; what they left is swept away by the next that opens the folder.
  expect(left).toBeGreaterThan(0);
  new Folder(folder);
  expect(readdirSync(folder)).toEqual(['a.cme']);
});
