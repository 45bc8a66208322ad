import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AuditEntry,
  besideFolders,
  lineAfter,
  readSums,
  sha256,
  sumsText,
  verifyLog,
} from '../../src/audit/index.ts';

const entry = (version: string): AuditEntry => ({
  at: `2026-11-22T08:00:0${version}.000Z`,
  by: '王芳',
  did: 'release',
  ruleset: { code: 'hubei', version },
  file: { name: 'hubei.cme', sha256: sha256(version) },
  folder: `hubei-${version}`,
  sum: sha256(`sum ${version}`),
  signed: [{ check: 'effective', reason: '追溯到九月十日，见「鄂卫发」' }],
  reason: '第一次发布\n",hash',
});

const log = (count: number): string[] => {
  const lines: string[] = [];
  for (let n = 1; n <= count; n++) {
    const text = lines.at(-1);
    lines.push(lineAfter(text === undefined ? null : { n: n - 1, text }, entry(String(n))));
  }
  return lines;
};
const textOf = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');
const broken = (lines: readonly string[]) => verifyLog(textOf(lines)).broken;

test('SHA-256 is that of the machine, for every length around the ends of blocks', () => {
  const exact = (bytes: Uint8Array): void => {
    expect(sha256(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
  };
  for (let length = 0; length <= 200; length++) exact(new Uint8Array(length).fill(length));
  fc.assert(fc.property(fc.uint8Array({ maxLength: 3000 }), exact));
  exact(new Uint8Array(new ArrayBuffer(200), 7, 130).fill(5));
  expect(sha256('校验')).toBe(createHash('sha256').update('校验').digest('hex'));
});

describe('a log', () => {
  test('reads back what was written', () => {
    const { lines, broken: found } = verifyLog(textOf(log(3)));
    expect(found).toBeNull();
    expect(lines.map(({ n, by, reason, ruleset }) => [n, by, reason, ruleset.version])).toEqual(
      ['1', '2', '3'].map((version) => [Number(version), '王芳', '第一次发布\n",hash', version]),
    );
    expect(verifyLog('')).toEqual({ lines: [], broken: null });
  });

  test('names the first line that is wrong, and why', () => {
    const [a = '', b = '', c = '', d = ''] = log(4);
    expect(broken([a, b.replace('王芳', '李四'), c])).toEqual({ line: 2, why: 'changed' });
    expect(broken([a, c, d])).toEqual({ line: 2, why: 'missing', from: 2, to: 2 });
    expect(broken([b, c, d])).toEqual({ line: 1, why: 'missing', from: 1, to: 1 });
    expect(broken([a, d])).toEqual({ line: 2, why: 'missing', from: 2, to: 3 });
    expect(broken([a, c, b, d])).toEqual({ line: 2, why: 'moved', from: 2, to: 3 });
    expect(broken([a, b, b, c])).toEqual({ line: 3, why: 'repeated', from: 2 });
    expect(broken([a, 'not a line', c])).toEqual({ line: 2, why: 'unreadable' });
    expect(broken([a, '', b])).toEqual({ line: 2, why: 'unreadable' });
    expect(broken([a, `${b}\r`])).toEqual({ line: 2, why: 'unreadable' });
    expect(verifyLog(`${a}\n${b.slice(0, 50)}`).broken).toEqual({ line: 2, why: 'torn' });
    expect(verifyLog(`${a}\n${b}`).broken).toEqual({ line: 2, why: 'torn' });
  });

  test('a line that was written anew, with a hash of its own, does not fit the next', () => {
    const [a = '', b = '', c = ''] = log(3);
    const forged = lineAfter({ n: 1, text: a }, { ...entry('2'), by: '李四' });
    expect(broken([a, forged])).toBeNull();
    expect(broken([a, forged, c])).toEqual({ line: 3, why: 'unlinked' });
    expect(broken([a, b, c])).toBeNull();
  });

  test('what was cut off at the end is told by a hash that somebody kept', () => {
    const lines = log(3);
    const kept = verifyLog(textOf(lines)).lines[2]?.hash ?? '';
    expect(verifyLog(textOf(lines), [kept]).broken).toBeNull();
    expect(verifyLog(textOf(lines.slice(0, 2))).broken).toBeNull();
    expect(verifyLog(textOf(lines.slice(0, 2)), [kept]).broken).toEqual({ line: 3, why: 'cut' });
  });

  test('no change of a byte, and no line dropped before the last, goes unseen', () => {
    const text = textOf(log(3));
    const bytes = new TextEncoder().encode(text);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const other = bytes.slice();
        other[at] = (other[at] ?? 0) ^ by;
        expect(verifyLog(new TextDecoder().decode(other)).broken).not.toBeNull();
      }),
    );
  });

  test('whatever it is given, it answers', () => {
    fc.assert(fc.property(fc.string(), (text) => void verifyLog(text)));
    expect(verifyLog('{"n":1,"hash":"x"}\n').broken).toEqual({ line: 1, why: 'unreadable' });
    expect(verifyLog(`{"n":1,"__proto__":{},"hash":"${'0'.repeat(64)}"}\n`).broken?.why).toBe('unreadable');
  });
});

test('folders tell what lines are gone, and files what was changed in them', () => {
  const { lines } = verifyLog(textOf(log(2)));
  const files = new Map([['hubei.cme', sha256('rules')]]);
  const folder = (version: string, sum = sha256(`sum ${version}`)) => ({
    name: `hubei-${version}`,
    sum,
    listed: files,
    files,
  });
  expect(besideFolders(lines, [folder('1'), folder('2')])).toEqual([]);
  expect(besideFolders(lines.slice(0, 1), [folder('1'), folder('2')])).toEqual([{ why: 'noLine', folder: 'hubei-2' }]);
  expect(besideFolders(lines, [folder('1')])).toEqual([{ why: 'noFolder', folder: 'hubei-2', line: 2 }]);
  expect(besideFolders(lines, [folder('1', 'x'), folder('2')])).toEqual([
    { why: 'otherSum', folder: 'hubei-1', line: 1 },
  ]);
  const odd = new Map([
    ['hubei.cme', 'x'],
    ['more.txt', 'y'],
  ]);
  expect(
    besideFolders(lines.slice(0, 1), [{ ...folder('1'), files: odd, listed: new Map([...files, ['sql', 'z']]) }]),
  ).toEqual([
    { why: 'fileChanged', folder: 'hubei-1', file: 'hubei.cme' },
    { why: 'fileMissing', folder: 'hubei-1', file: 'sql' },
    { why: 'fileAdded', folder: 'hubei-1', file: 'more.txt' },
  ]);
  const listed = [{ name: '规则/甲.cme', sha256: sha256('甲') }];
  expect([...readSums(sumsText(listed))]).toEqual([['规则/甲.cme', sha256('甲')]]);
});
