/** Why an example fails is said in the language of the screen. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { examplesOf, reckoningOf } from '../../editor/worker/examples.ts';
import { compile } from '../../src/index.ts';

const read = (path: string): string => readFileSync(new URL(`../../rules/${path}`, import.meta.url), 'utf8');
const library = [{ file: 'national.cme', text: read('national.cme') }];
const text = read('hubei.cme').replace('上限 每项目 10 学分', '上限 每项目 8 学分');

test('what a cap took and what earned nothing, in Chinese and in English, of the same figures', () => {
  const compiled = compile({ file: 'hubei.cme', text }, { library });
  const failing = examplesOf(compiled).given.filter(({ because }) => because !== null);
  expect(failing.length).toBeGreaterThan(3);
  for (const { because, line } of failing) {
    const { zh = [], en = [] } = because ?? {};
    expect(zh.join('')).toMatch(/截去 [\d.]+|：/);
    expect(en.length).toBe(zh.length);
    const figures = (all: readonly string[]) =>
      all.flatMap(
        (one) =>
          one
            .match(/截去 ([\d.]+)|took ([\d.]+)/)
            ?.at(0)
            ?.match(/[\d.]+/) ?? [],
      );
    expect(figures(en).map(String)).toEqual(figures(zh).map(String));
    expect(en.join(' ')).not.toMatch(/截去|没有|不符|不足|，|。/);
    expect(reckoningOf(compiled, line, 'en')?.credits).toBe(reckoningOf(compiled, line, 'zh')?.credits);
  }
});
