import { describe, expect, test } from 'vitest';
import { decode } from '../../src/data/decode.ts';
import { openRoster } from '../../src/data/index.ts';
import { kindByText } from '../../src/data/kind.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
/** 「人员编号,时长」 and 「形式」 in GBK. */
const gbk = Uint8Array.from([0xc8, 0xcb, 0xd4, 0xb1, 0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xca, 0xb1, 0xb3, 0xa4]);
const utf16 = (text: string): Uint8Array =>
  new Uint8Array(Uint16Array.from(`\ufeff${text}`, (c) => c.charCodeAt(0)).buffer);

describe('bytes become text', () => {
  test.each([
    ['UTF-8', utf8('人员编号,𠀀'), 'UTF-8', '人员编号,𠀀', []],
    ['UTF-8 with byte order mark', utf8('\ufeff人员编号'), 'UTF-8', '人员编号', []],
    ['GB18030', gbk, 'GB18030', '人员编号,时长', ['CME954']],
    [
      'GB18030 in four bytes',
      Uint8Array.from([...gbk, 0x95, 0x32, 0x82, 0x36]),
      'GB18030',
      '人员编号,时长𠀀',
      ['CME954'],
    ],
    ['UTF-16 with byte order mark', utf16('人员编号'), 'UTF-16LE', '人员编号', ['CME954']],
  ])('%s', (_, bytes, encoding, text, codes) => {
    const found = decode(bytes, 'f');
    expect(found).toMatchObject({ encoding, text });
    expect(found.findings.map(({ code }) => code)).toEqual(codes);
  });

  test.each([
    ['nothing', new Uint8Array(), 'CME950'],
    ['a zero byte', Uint8Array.from([65, 0, 66]), 'CME951'],
    ['random bytes', Uint8Array.from([0x80, 0xff, 0xff, 1, 2, 3]), 'CME953'],
    ['GB18030 with control characters', Uint8Array.from([...gbk, 1]), 'CME953'],
  ])('%s is refused', (_, bytes, code) => {
    expect(decode(bytes, 'f')).toMatchObject({ text: null, findings: [{ code }] });
  });

  test('one broken byte in UTF-8 is told with its place, not read as GB18030', () => {
    const bytes = utf8('人员编号,时长\n张三,x,李四\n');
    bytes[bytes.indexOf(0x78)] = 0xff;
    expect(decode(bytes, 'f').findings).toMatchObject([{ code: 'CME952', place: { line: 2, column: 4 } }]);
  });
});

describe('the form of a file', () => {
  test.each([
    ['{"year": 2025, "practitioners": []}', 'json'],
    ['{\n"practitioners": []}', 'json'],
    ['[{"id": "p1"}]', 'json'],
    ['{"id": "p1"}\n{"id": "p2"}', 'ndjson'],
    ['{"id": "p1", "records": []}', 'ndjson'],
    ['practitioner,id\n', 'csv'],
  ])('%j is %s', (text, kind) => {
    expect(kindByText(text)).toBe(kind);
  });

  test('of a spreadsheet is known by its bytes, whatever its name', () => {
    expect(openRoster(utf8('PK\x03\x04…'), 'roster.csv').findings).toMatchObject([
      { code: 'CME956', args: { kind: 'XLSX' } },
    ]);
    expect(openRoster(utf8('PAR1…'), '-').findings).toMatchObject([{ code: 'CME956', args: { kind: 'Parquet' } }]);
  });

  test('blank is empty', () => {
    expect(openRoster(utf8(' \n\n'), 'roster.csv').findings).toMatchObject([{ code: 'CME950' }]);
  });
});
