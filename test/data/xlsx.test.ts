import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import writeXlsxFile, { type SheetData } from 'write-excel-file/universal';
import { type Opened, openAny, rosterOf, sheetNames, sheetText } from '../../src/data/index.ts';
import { faultOf } from '../../src/data/xlsx/guard.ts';
import { workbook } from '../../src/data/xlsx/write.ts';
import { evaluate } from '../../src/index.ts';
import { hubeiSample } from '../support/hubei.ts';
import { plans } from '../support/hubeiRules.ts';
import { rawRoster } from '../support/roster.ts';
import { vocabulary } from './vocabulary.ts';

const book = async (rows: SheetData): Promise<Uint8Array> => bytesOf(writeXlsxFile(rows));
const bytesOf = async (made: { toBlob(): Promise<Blob> }): Promise<Uint8Array> =>
  new Uint8Array(await (await made.toBlob()).arrayBuffer());

const cellsOf = (opened: Opened): readonly (readonly string[])[] | null =>
  opened.content?.as === 'rows' ? opened.content.rows.cells : null;
const codesOf = ({ findings }: Opened): readonly string[] => findings.map(({ code }) => code);

const text = (content: string): Uint8Array => new TextEncoder().encode(content);

/** The least that is a workbook, with this as its sheet. */
const minimal = (sheet: string | Uint8Array, more: Record<string, Uint8Array> = {}): Uint8Array => {
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  return zipSync({
    'xl/workbook.xml': text(
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="一" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': text(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml':
      typeof sheet === 'string'
        ? text(`<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`)
        : sheet,
    ...more,
  });
};

const inline = (place: string, words: string): string => `<c r="${place}" t="inlineStr"><is><t>${words}</t></is></c>`;

describe('a workbook is read as the CSV of its sheet would be', () => {
  test('texts, numbers, dates, yes and no, and what is empty', async () => {
    const opened = await openAny(
      await book([
        ['practitioner', '时长', '日期', 'passed', '项目编号'],
        ['420103198001010011', 7.5, { value: new Date('2025-03-01'), type: Date, format: 'yyyy-mm-dd' }, true, null],
        ['p2', 0.1 + 0.2, '2025-04-01', false, '=1+1'],
      ]),
      'roster.xlsx',
    );
    expect(cellsOf(opened)).toEqual([
      ['practitioner', '时长', '日期', 'passed', '项目编号'],
      ['420103198001010011', '7.5', '2025-03-01', 'true', ''],
      ['p2', '0.3', '2025-04-01', 'false', '=1+1'],
    ]);
  });

  test('the first sheet, or the one that is named', async () => {
    const bytes = await bytesOf(
      writeXlsxFile([
        { sheet: '记录', data: [['practitioner'], ['p1']] },
        { sheet: '别的', data: [['practitioner'], ['p2']] },
      ]),
    );
    expect(cellsOf(await openAny(bytes, 'a.xlsx'))?.[1]).toEqual(['p1']);
    expect(cellsOf(await openAny(bytes, 'a.xlsx', '别的'))?.[1]).toEqual(['p2']);
    expect(await sheetNames(bytes)).toEqual(['记录', '别的']);
    expect(await sheetNames(new TextEncoder().encode('no workbook'))).toEqual([]);
    const { content, findings } = await openAny(bytes, 'a.xlsx', '没有');
    expect(content).toBeNull();
    expect(findings).toMatchObject([{ code: 'CME959', args: { sheet: '没有', known: '记录、别的' } }]);
  });

  test('a text that every object knows as a name is a text', async () => {
    const names = ['__proto__', 'constructor', 'toString', 'p1'];
    const bytes = await book([['practitioner'], ...names.map((name) => [{ value: sheetText(name), type: String }])]);
    expect(cellsOf(await openAny(bytes, 'a.xlsx'))?.map(([cell]) => cell?.trim())).toEqual(['practitioner', ...names]);
  });

  test('a row with an id of eighteen digits in a cell of numbers is an error with its place, and is not counted', async () => {
    const sheet = `<row r="1">${inline('A1', 'practitioner')}${inline('B1', 'hours')}${inline('C1', '账号')}</row>${[
      '<c r="A2"><v>420103198001010000</v></c>',
      '<c r="A3"><v>4.20103198001012E+17</v></c>',
      `${inline('A4', 'p1')}<c r="B4"><v>1234567890123456</v></c>`,
      `${inline('A5', 'p1')}<c r="B5"><v>3</v></c><c r="C5"><v>6222021234567890123</v></c>`,
    ]
      .map((cells, at) => `<row r="${at + 2}">${cells}</row>`)
      .join('')}`;
    const { roster, findings } = rosterOf(await openAny(minimal(sheet), 'ids.xlsx'), vocabulary);
    expect(findings.filter(({ code }) => code === 'CME987')).toMatchObject([
      { args: { value: '420103198001010000' }, place: { file: 'ids.xlsx', row: 2, column: 1, header: 'practitioner' } },
      { args: { value: '4.20103198001012E+17' }, place: { row: 3, column: 1 } },
      { place: { row: 4, column: 2, header: 'hours' } },
    ]);
    // A column that nobody reads may hold what it likes.
    expect(roster?.entries.map(({ id, size }) => [id, size])).toEqual([['p1', 1]]);
  });

  test('a date with a time is no date, and no day is lost at the ends of the world', async () => {
    const at = (iso: string) => ({ value: new Date(iso), type: Date, format: 'yyyy-mm-dd hh:mm' });
    const opened = await openAny(
      await book([['日期'], [at('2025-12-31T00:00:00Z')], [at('2025-12-31T08:30:00Z')]]),
      'd.xlsx',
    );
    expect(cellsOf(opened)?.slice(1)).toEqual([['2025-12-31'], ['2025-12-31 08:30:00']]);
  });
});

describe('what is no sound workbook is refused before it is unpacked', () => {
  test.each<[string, () => Uint8Array | Promise<Uint8Array>]>([
    ['a zip that breaks off', async () => (await book([['practitioner'], ['p1']])).subarray(0, 900)],
    ['a zip of something else', () => zipSync({ 'readme.txt': text('hello') })],
    ['a name alone', () => text('practitioner,form\n')],
    ['nothing after the mark', () => text('PK\x03\x04')],
    ['a sheet that is no XML', () => minimal(text('<worksheet><sheetData><row><c t="s"><v>99</v></c></row>'))],
  ])('%s', async (_, make) => {
    const opened = await openAny(await make(), 'bad.xlsx');
    expect([opened.content, codesOf(opened)]).toEqual([null, ['CME957']]);
  });

  test('megabytes of zeros packed to a thousandth', async () => {
    const bytes = minimal(new Uint8Array(6 * 2 ** 20));
    expect(bytes.length).toBeLessThan(100_000);
    expect(await faultOf(bytes)).toMatchObject({ fault: 'large', what: 'ratio' });
    expect(codesOf(await openAny(bytes, 'bomb.xlsx'))).toEqual(['CME958']);
  });

  test('one that says it is small and is not', async () => {
    const bytes = minimal(new Uint8Array(6 * 2 ** 20));
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    for (let at = 0; at < bytes.length - 4; at += 1)
      if (view.getUint32(at, true) === 6 * 2 ** 20) view.setUint32(at, 1000, true);
    expect(await faultOf(bytes)).toEqual({ fault: 'form' });
  });

  test('thousands of entries', async () => {
    const many = Object.fromEntries(Array.from({ length: 2100 }, (_, at) => [`xl/media/${at}.png`, new Uint8Array(1)]));
    expect(await faultOf(minimal('', many))).toMatchObject({ fault: 'large', what: 'entries' });
  });

  test.each([
    ['a cell in the last corner', `<row r="1048576">${inline('XFD1048576', 'x')}</row>`],
    ['rows without a number beside a far column', `${'<row/>'.repeat(5000)}<row>${inline('XFD5001', 'x')}</row>`],
  ])('%s', async (_, sheet) => {
    expect(await faultOf(minimal(sheet))).toMatchObject({ fault: 'large', what: 'cells' });
  });
});

describe('results as a workbook', () => {
  const evaluation = evaluate(plans.hubei, rawRoster(hubeiSample())).evaluation;

  test('read again they are the rows of the CSV', async () => {
    const written = workbook('zh', plans.hubei);
    for (const result of evaluation.results) written.add(result);
    const rows = cellsOf(await openAny(await written.bytes(), 'out.xlsx')) ?? [];
    const { resultTable } = await import('../../src/data/index.ts');
    const table = resultTable('zh', plans.hubei);
    const wanted = evaluation.results
      .flatMap((result) => table.rows(result))
      .map((row) => row.map((cell) => String(cell ?? '')));
    expect(rows[0]).toEqual(table.head);
    expect(rows.slice(1)).toEqual(wanted);
  });

  test('ids stay texts, and nothing in them is a formula', async () => {
    const [one] = evaluation.results;
    if (one === undefined) throw new Error('the sample is empty');
    const nasty = ['=1+1', '+1', '-1', '@SUM(A1)', '0012', '420103198001010011', '＝1', '_x0041_', 'a\u0001b', '😀'];
    const written = workbook('en', plans.hubei);
    for (const id of nasty) written.add({ ...one, practitioner: id, records: [] });
    const bytes = await written.bytes();
    const rows = cellsOf(await openAny(bytes, 'out.xlsx')) ?? [];
    expect(rows.slice(1).map(([id]) => id)).toEqual(nasty.map((id) => id.replace('\u0001', '□')));
    const { unzipSync, strFromU8 } = await import('fflate');
    const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).not.toMatch(/<f[ >]/);
    expect(sheet.match(/<c [^>]*r="A\d+"[^>]*>/g)?.every((cell) => /t="(?:s|inlineStr)"/.test(cell))).toBe(true);
  });

  test('a roster in a workbook is the roster', async () => {
    const sample = hubeiSample();
    const keys = [
      ...new Set(sample.practitioners.flatMap(({ records }) => records.flatMap((one) => Object.keys(one)))),
    ];
    const head = ['practitioner', 'institution', ...keys];
    const rows = sample.practitioners.flatMap(({ facts, records }) =>
      records.map((one) => [facts.id, facts.institution, ...keys.map((key) => one[key])].map((cell) => cell ?? null)),
    );
    const opened = await openAny(await book([head, ...rows] as SheetData), 'roster.xlsx');
    const { roster } = rosterOf(opened, plans.hubei);
    const held = sample.practitioners.filter(({ records }) => records.length > 0);
    expect(roster?.entries.map(({ id, size }) => [id, size])).toEqual(
      held.map(({ facts, records }) => [facts.id, records.length]),
    );
    const people = (roster?.entries ?? []).map((entry) => entry.person());
    const wanted = evaluate(plans.hubei, {
      year: 2025,
      practitioners: rawRoster({
        ...sample,
        practitioners: held.map(({ facts, records }) => ({
          facts: { id: facts.id, ...(facts.institution !== undefined && { institution: facts.institution }) } as never,
          records,
        })),
      }).practitioners,
    }).evaluation.results;
    const got = evaluate(plans.hubei, { year: 2025, practitioners: people }).evaluation.results;
    expect(got.map(({ credits, status }) => [credits, status])).toEqual(
      wanted.map(({ credits, status }) => [credits, status]),
    );
  });
});
