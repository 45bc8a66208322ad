/** What Windows does otherwise, held on any system; the whole of it was tried once under Wine. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix, win32 } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { AtomicFile } from '../../src/disk/atomicFile.ts';
import { renamed } from '../../src/disk/renamed.ts';
import { isBelow } from '../../src/server/paths.ts';

const refusal = (code: string): Error => Object.assign(new Error(code), { code });

/** A system that refuses a rename some times, and what was waited for it. */
const refusing = (platform: string, times: number, code = 'EPERM') => {
  const seen = { tries: 0, waited: 0 };
  const rename = (): void => {
    seen.tries += 1;
    if (seen.tries <= times) throw refusal(code);
  };
  const wait = (ms: number): void => {
    seen.waited += ms;
  };
  return { seen, system: { platform, rename, wait } };
};

describe('a rename', () => {
  test.each(['EPERM', 'EACCES', 'EBUSY'])('that Windows refuses for a moment by %s is tried again', (code) => {
    const { seen, system } = refusing('win32', 3, code);
    renamed('a', 'b', system);
    expect(seen).toEqual({ tries: 4, waited: 10 + 20 + 40 });
  });

  test('of a file that is held for long is given up after a little more than a second', () => {
    const { seen, system } = refusing('win32', Number.POSITIVE_INFINITY);
    expect(() => renamed('a', 'b', system)).toThrow(expect.objectContaining({ code: 'EBUSY' }));
    expect(seen).toEqual({ tries: 8, waited: 1270 });
  });

  test('that fails for good, or elsewhere, is told at once', () => {
    for (const { seen, system } of [refusing('win32', 1, 'ENOENT'), refusing('linux', 1)]) {
      expect(() => renamed('a', 'b', system)).toThrow(/ENOENT|EPERM/);
      expect(seen).toEqual({ tries: 1, waited: 0 });
    }
  });

  test('that cannot be leaves nothing beside its place', () => {
    const folder = mkdtempSync(join(tmpdir(), 'cme-disk-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, 'a.cme');
    const out = new AtomicFile(file);
    out.write('新');
    // No file is put over a folder.
    mkdirSync(file);
    writeFileSync(join(file, 'x'), '');
    expect(() => out.close()).toThrow();
    expect(readdirSync(folder)).toEqual(['a.cme']);
  });
});

test.each([
  [win32, 'D:\\', 'D:\\a.cme', true],
  [win32, 'D:\\', 'D:\\', true],
  [win32, 'D:\\rules', 'd:\\Rules\\省\\a.cme', true],
  [win32, '\\\\server\\share\\', '\\\\server\\share\\a.cme', true],
  [win32, 'D:\\rules', 'D:\\rules2\\a.cme', false],
  [win32, 'D:\\rules', 'D:\\', false],
  [win32, 'D:\\rules', 'C:\\rules\\a.cme', false],
  [win32, 'D:\\', '\\\\server\\share\\a.cme', false],
  [posix, '/', '/a.cme', true],
  [posix, '/rules', '/rules/..a/b.cme', true],
  [posix, '/rules', '/', false],
  [posix, '/rules', '/rulesets/a.cme', false],
])('below a folder or not: %#', (ways, whole, place, below) => {
  expect(isBelow(whole, place, ways)).toBe(below);
});
