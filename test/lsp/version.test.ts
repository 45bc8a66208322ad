import { expect, test } from 'vitest';
import { Version } from '../../src/lsp/version.ts';
import { hoverAt } from '../../src/service/index.ts';
import { island } from '../support/island.ts';

test('what is asked while one types is answered of what is read, and nothing is checked for it', async () => {
  const version = new Version(1, { file: 'island.cme', text: island }, Promise.resolve([]));
  const read = await version.read();
  expect(read.compiled.plan).toBeNull();
  expect(hoverAt(read, island.indexOf('时长 不少于') + 1)?.paragraphs[0]?.zh).toContain('时长');
  const quick = await version.found();
  expect(quick.compiled.plan).toBeNull();

  const checked = await version.checked();
  expect(await version.checked()).toBe(checked);
  expect(await version.found(), 'what is known by now is what the check has found').toBe(checked);
  expect(checked.compiled.diagnostics.length).toBeGreaterThan(quick.compiled.diagnostics.length);
});

test('baselines that are the same are not read again for the next version', async () => {
  const base = () => [{ file: 'ground.cme', text: '规则 总则 ground 版本 1\n  施行 2025-01-01\n' }];
  const source = { file: 'jia.cme', text: '规则 甲省 jia 版本 1\n  上位 总则 1\n  施行 2025-01-01\n' };
  const first = new Version(1, source, Promise.resolve(base()));
  const next = new Version(2, source, Promise.resolve(base()), first);
  const [before, after] = [await first.read(), await next.read()];
  expect(after.compiled.sources[1]?.file).toBe('ground.cme');
  expect(after.compiled.sources[1]).toBe(before.compiled.sources[1]);
});
