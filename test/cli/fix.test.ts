import { describe, expect, test } from 'vitest';
import { applySafeFixes } from '../../src/cli/fix.ts';
import type { Diagnostic } from '../../src/index.ts';

const found = (safe: boolean, ...edits: [start: number, end: number, text: string][]): Diagnostic => ({
  code: 'CME950',
  args: {},
  file: 'f',
  span: { start: 0, end: 0 },
  fix: { safe, edits: edits.map(([start, end, text]) => ({ span: { start, end }, text })) },
});

describe('safe fixes', () => {
  test('are applied together', () => {
    expect(applySafeFixes('abcdef', [found(true, [0, 1, 'X']), found(true, [4, 6, '']), found(true)])).toEqual({
      text: 'Xbcd',
      count: 2,
    });
  });

  test('that overlap or touch wait for the next round', () => {
    expect(
      applySafeFixes('abcdef', [found(true, [1, 3, 'X']), found(true, [2, 4, 'Y']), found(true, [3, 3, 'Z'])]),
    ).toEqual({
      text: 'aXdef',
      count: 1,
    });
  });

  test('are all or nothing', () => {
    const second = found(true, [4, 5, '-'], [1, 2, '-']);
    expect(applySafeFixes('abcdef', [found(true, [0, 2, 'X']), second]).text).toBe('Xcdef');
  });

  test('leave the others alone', () => {
    expect(applySafeFixes('abc', [found(false, [0, 1, 'X'])])).toEqual({ text: 'abc', count: 0 });
  });
});
