import { describe, expect, test } from 'vitest';
import { type PlainCsv, PlainCsvCheck } from '../../src/data/index.ts';

/** In pieces of this many bytes, the first with the head. */
function plain(text: string | Uint8Array, size = 1_000_000): PlainCsv | null {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const check = new PlainCsvCheck();
  const first = Math.max(size, bytes.indexOf(10) + 1);
  for (let at = 0; at < bytes.length; at = at === 0 ? first : at + size)
    if (!check.add(bytes.subarray(at, at === 0 ? first : at + size))) return null;
  return check.end();
}

describe('plain is what every reader reads alike', () => {
  test.each([
    ['lines', 'a,b\n1,2\n3,4\n', ',', '\n'],
    ['no end of the last line', 'a,b\n1,2', ',', '\n'],
    ['the other line end', 'a,b\r\n1,2\r\n', ',', '\r\n'],
    ['a byte order mark', '\ufeffa,b\n1,2\n', ',', '\n'],
    ['tabs', 'a\tb\n1,5\t2\n', '\t', '\n'],
    ['quoted cells, with marks, separators and lines in them', 'a,b\n"1,""x""","2\n3"\n"",x\n', ',', '\n'],
    ['empty cells', 'a,b\n,\n', ',', '\n'],
    ['Chinese', '编号,姓名\n一,"张,三"\n', ',', '\n'],
  ])('%s', (_, text, delimiter, newline) => {
    for (const size of [1, 3, 1000]) expect(plain(text, size)).toMatchObject({ delimiter, newline });
  });

  test.each([
    ['too few cells', 'a,b\n1\n'],
    ['too many', 'a,b\n1,2,3\n'],
    ['too few in the last line', 'a,b\n1,2\n3'],
    ['a blank line', 'a,b\n\n1,2\n'],
    ['line ends of both kinds', 'a,b\n1,2\r\n'],
    ['and the other way', 'a,b\r\n1,2\n'],
    ['an old line end', 'a,b\r1,2\r'],
    ['a line end of its own in a cell', 'a,b\n"1\r\n2",3\n'],
    ['a mark within a cell', 'a,b\n5"3,2\n'],
    ['text after the mark', 'a,b\n"1"x,2\n'],
    ['space before the mark', 'a,b\n "1",2\n'],
    ['a mark that is not closed', 'a,b\n"1,2\n'],
    ['a zero byte', 'a,b\n1\0,2\n'],
    ['a head over two lines', '"a\nb",c\n1,2\n'],
    ['one column', 'a\n1\n\n2\n'],
    ['a head alone without an end', 'a,b'],
    ['nothing', ''],
  ])('not so: %s', (_, text) => {
    for (const size of [1, 3, 1000]) expect(plain(text, size)).toBeNull();
  });
});
