import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compare, compile, type Plan, singlesOf } from '../../../src/index.ts';

const rules = join(import.meta.dirname, '../../../rules');
const [hubei = '', national = ''] = ['hubei.cme', 'national.cme'].map((name) =>
  readFileSync(join(rules, name), 'utf8'),
);

const planOf = (text: string): Plan => {
  const library = [{ file: 'national.cme', text: national }];
  const { plan, diagnostics } = compile({ file: 'hubei.cme', text }, { library, findings: 'errors' });
  if (!plan) throw new Error(JSON.stringify(diagnostics[0]));
  return plan;
};

test('each change by itself: the rules as they were, and with it alone; what has no effect is left out', () => {
  const before = planOf(hubei);
  const after = planOf(
    [
      ['上限 每项目 3 学分 当 远程\n', '上限 每项目 2 学分 当 远程\n'],
      ['  每年 15 学分\n', '  每年 14 学分\n'],
      ['采用 仅省市', '采用 含国家'],
      ['一年最多计多少', '一年至多计多少'],
      ['条目 外省学分证明\n', '条目 外省证明书\n'],
    ].reduce((text, [from = '', to = '']) => text.replaceAll(from, to), hubei),
  );
  const { changes } = compare(before, after, { witnesses: false });
  const singles = singlesOf(before, after);
  expect(singles.map(({ at }) => changes[at]?.path)).toEqual(
    changes.filter(({ effect }) => effect !== 'neutral').map(({ path }) => path),
  );
  expect(singles).toHaveLength(3);
  expect(changes.some(({ effect }) => effect === 'neutral')).toBe(true);
  for (const { at, before: old, after: now } of singles) {
    const alone = compare(old, now, { witnesses: false }).changes.filter(({ effect }) => effect !== 'neutral');
    expect(alone.map(({ effect }) => effect)).toEqual([changes[at]?.effect]);
  }
});
