import { expect, test } from 'vitest';
import { fitting } from '../../editor/grid/choose.ts';

test('a choice is found by brackets and digits of either width', () => {
  const choices = ['时长 不少于 6 小时（第十三条（五））', '每 ３ 小时'].map((label) => ({ value: label, label }));
  const found = (typed: string): readonly string[] => fitting(choices, typed).map(({ label }) => label);
  for (const typed of ['6 小时（第十三条', '６ 小时(第十三条']) expect(found(typed)).toEqual([choices[0]?.label]);
  expect(found('每 3')).toEqual([choices[1]?.label]);
  expect(found('每 4')).toEqual([]);
});
