/** A row that is put down somewhere moves there, with its comments, and nothing else does. */
import { expect, test } from 'vitest';
import { canBeHeld, dropOn } from '../../editor/edit/dropPlace.ts';
import { open, textAfter, texts } from '../edit/support.ts';
import { island } from '../support/island.ts';

const text = island;
const opened = open(text);
const { blocks } = opened.view;
const block = (title: string) => blocks.find((one) => one.title === title) ?? blocks[0];
const awards = block('讲座')?.rows.filter(({ kind }) => kind === 'award') ?? [];
const [first = '', second = ''] = awards.map(({ key }) => key);

const moved = (from: string, onto: string): string | null => {
  const drop = dropOn(blocks, from, onto);
  return drop && textAfter(opened, drop.gesture);
};
const lines = (of: string) => of.split('\n').toSorted();

test('an award goes behind the one below, and before the one above', () => {
  const down = moved(first, second) ?? '';
  expect(down.indexOf('少于 4 小时\n')).toBeLessThan(down.indexOf('授予 每 2 小时'));
  expect(moved(second, first)).toBe(down);
  expect(lines(down)).toEqual(lines(text));
});

test('an item goes past another of its kind, by the band of either', () => {
  const [talks, grants] = [block('讲座'), block('课题')];
  const now = moved(`${talks?.key}/band`, `${grants?.key}/band`) ?? '';
  expect(now.indexOf('条目 课题')).toBeLessThan(now.indexOf('条目 讲座'));
  expect(lines(now)).toEqual(lines(text));
  // On a line of the other it is put beside the whole of it.
  expect(moved(`${talks?.key}/band`, grants?.rows[0]?.key ?? '')).toBe(now);
});

test('a row of a table goes among the rows of its own table', () => {
  const hubei = open(texts.hubei);
  const tables = hubei.view.blocks.flatMap(({ rows }) => rows.flatMap(({ grid }) => (grid ? [grid.rows] : [])));
  const [one = [], other = []] = tables;
  const drop = dropOn(hubei.view.blocks, one[0]?.key ?? '', one[2]?.key ?? '');
  const now = drop ? textAfter(hubei, drop.gesture) : '';
  expect(lines(now)).toEqual(lines(texts.hubei));
  expect(now.indexOf(one[0]?.text ?? '')).toBeGreaterThan(now.indexOf(one[2]?.text ?? ''));
  expect(dropOn(hubei.view.blocks, one[0]?.key ?? '', other[0]?.key ?? '')).toBeNull();
});

test('nothing is put on itself, into another section, or among other kinds', () => {
  const form = block('讲座')?.rows.find(({ kind }) => kind === 'form');
  expect(moved(first, first)).toBeNull();
  expect(moved(first, form?.key ?? '')).toBeNull();
  expect(moved(first, block('课题')?.rows[0]?.key ?? '')).toBeNull();
  expect(moved(`${block('讲座')?.key}/band`, `${block('听讲')?.key}/band`)).toBeNull();
  expect(moved('gone', first)).toBeNull();
  expect(canBeHeld(blocks, 'gone')).toBe(false);
  expect(canBeHeld(blocks, blocks[0]?.head.key ?? '')).toBe(false);
});
