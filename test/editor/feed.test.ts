/** When a worker gets the text: after the last key, as late as it takes, and never later than it may. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Feed } from '../../editor/state/feed.ts';

let given: number[] = [];
const feed = (most = 600) => new Feed(() => given.push(performance.now()), most);
const pass = (ms: number) => vi.advanceTimersByTime(ms);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  given = [];
});
afterEach(() => {
  vi.useRealTimers();
});

/** What it gives next, in milliseconds after it was told. */
function waits(one: Feed, version: number): number {
  const before = given.length;
  one.soon(version);
  const since = performance.now();
  for (let ms = 0; ms < 2000 && given.length === before; ms++) pass(1);
  return (given.at(-1) ?? Number.NaN) - since;
}

test('each key puts it off, and one stretch of typing is one giving', () => {
  const one = feed();
  for (let version = 1; version <= 10; version++) {
    one.soon(version);
    pass(100);
  }
  expect(given).toHaveLength(0);
  pass(10);
  expect(given).toHaveLength(1);
});

test('a worker that is quick gets it soon; one that takes long as late as it takes, but never later than the most', () => {
  const one = feed(600);
  expect(waits(one, 1)).toBe(110);
  pass(20);
  one.done(1);
  expect(waits(one, 2)).toBe(110);
  pass(400);
  one.done(2);
  expect(waits(one, 3)).toBe(400);
  pass(5000);
  one.done(3);
  expect(waits(one, 4)).toBe(600);
  pass(30);
  one.done(4);
  expect(waits(one, 5)).toBe(110);
});

test('what it takes is counted from when it begins with a text, not from when that came', () => {
  const one = feed(2000);
  one.now(1);
  pass(300);
  // It is still busy with the first: the second waits for it.
  one.now(2);
  pass(200);
  one.done(1);
  expect(waits(one, 3)).toBe(500);
  pass(40);
  // The second was begun 540 ms ago, and the third is begun now.
  one.done(2);
  expect(waits(one, 4)).toBe(540);
  one.done(3);
  pass(50);
  one.done(4);
  expect(waits(one, 5)).toBe(110);
});

test('asked at once it gives at once, and what was put off is not given again', () => {
  const one = feed();
  one.soon(1);
  pass(50);
  one.now(2);
  expect(given).toHaveLength(1);
  pass(1000);
  expect(given).toHaveLength(1);
});

test('another file: what was put off is of the file before, and is dropped; how long the new one takes counts', () => {
  const one = feed();
  one.now(6);
  one.soon(7);
  one.open();
  given = [];
  pass(250);
  expect(given).toHaveLength(0);
  one.done(1);
  expect(waits(one, 2)).toBe(250);
  pass(20);
  one.done(2);
  expect(waits(one, 3)).toBe(110);
});

test('stopped, nothing comes', () => {
  const one = feed();
  one.soon(1);
  one.stop();
  pass(1000);
  expect(given).toHaveLength(0);
});
