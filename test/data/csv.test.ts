import { describe, expect, test } from 'vitest';
import { readCsv } from '../../src/data/csv.ts';
import { person, read } from './support.ts';

describe('a roster as CSV', () => {
  test('has one record a row, with its practitioner beside it', () => {
    const { people, codes } = read(
      'practitioner,institution,id,form,hours\np1,hospital,r1,paper,\np2,,r2,practice,9.50\np1,医院,r3,practice,6\n',
      'csv',
    );
    expect(people).toEqual([
      person(
        { id: 'p1', institution: 'hospital' },
        { id: 'r1', form: 'paper' },
        { id: 'r3', form: 'practice', hours: '6' },
      ),
      person({ id: 'p2' }, { id: 'r2', form: 'practice', hours: '9.50' }),
    ]);
    expect(codes).toEqual([]);
  });

  test('may have labels for headers, tabs, semicolons, mixed line ends and a practitioner without records', () => {
    const wanted = [person({ id: 'p1', 姓名: '张三' }, { 编号: 'r1', 时长: '9' }), person({ id: 'p2', 姓名: '李,四' })];
    for (const mark of [',', '\t', ';']) {
      const head = ['人员编号', '姓名', '编号', '时长'].join(mark);
      const text = `${head}\r\n${['p1', '张三', 'r1', '9'].join(mark)}\n${['p2', '"李,四"', '', ''].join(mark)}\r\n`;
      expect(read(text, 'csv').people).toEqual(wanted);
    }
  });

  test('knows row and column of each fact', () => {
    const { roster } = read('人员编号,姓名,时长\np1,,3\n\np1,张三,x\n', 'csv');
    const [entry] = roster?.entries ?? [];
    expect(entry?.place(1, '时长')).toEqual({ file: 'roster.csv', row: 4, column: 3, header: '时长' });
    expect(entry?.place(null, '姓名')).toEqual({ file: 'roster.csv', row: 4, column: 2, header: '姓名' });
    expect(entry?.place(null, null)).toEqual({ file: 'roster.csv', row: 2 });
  });

  test('keeps ids as text', () => {
    expect(read('practitioner,id\n007,420103199001011234\n', 'csv').people).toEqual([
      person({ id: '007' }, { id: '420103199001011234' }),
    ]);
    expect(read('practitioner,hours\n4.20103E+17,1\n', 'csv').codes).toEqual(['CME982', 'CME984']);
  });

  test('leaves out a row whose id a spreadsheet has spoilt, so that two people are never one', () => {
    const { people, findings } = read(
      [
        'practitioner,姓名,id,hours,账号',
        '4.2E+17,甲,r1,1,',
        ' 4.2E+17 ,乙,r2,2,',
        'p1,丙,4.20106E+17,3,',
        'p1,4.2E+17,r4,4,6.22202E+18',
        'p2,丁,r5,4.2E+17,',
        '4.2E+17,甲,r6,1,x,too long',
      ].join('\n'),
      'csv',
    );
    // A column that nobody reads may hold what it likes; what is no id is judged as what it is.
    expect(people).toEqual([
      person({ id: 'p1', 姓名: '4.2E+17' }, { id: 'r4', hours: '4' }),
      person({ id: 'p2', 姓名: '丁' }, { id: 'r5', hours: '4.2E+17' }),
    ]);
    const spoilt = findings.filter(({ code }) => code === 'CME982');
    expect(spoilt.map(({ args, place }) => [args.id, place.row, place.column, place.header])).toEqual([
      ['4.2E+17', 2, 1, 'practitioner'],
      ['4.2E+17', 3, 1, 'practitioner'],
      ['4.20106E+17', 4, 3, 'id'],
      ['4.2E+17', 7, 1, 'practitioner'],
    ]);
    expect(findings).toHaveLength(5);
  });

  test.each([
    ['4.2E+17', 'CME982'],
    ['4E+17', 'CME982'],
    ['4.20106e+17', 'CME982'],
    ['"4,20106E+17"', 'CME982'],
    ['4.20106199001011E17', 'CME982'],
    ['1.00E+100', 'CME982'],
    ['########', 'CME988'],
    ['#N/A', 'CME988'],
    ['#name?', 'CME988'],
    ['#DIV/0!', 'CME988'],
  ])('knows %s for no id', (id, code) => {
    const { people, codes } = read(`practitioner,hours\n${id},1\np1,2\n`, 'csv');
    expect(people).toEqual([person({ id: 'p1' }, { hours: '2' })]);
    expect(codes).toEqual([code]);
  });

  test.each([
    '4E17',
    '4.2',
    'E+17',
    '1E5',
    '3-4E+17',
    '4.2E+',
    '12.5E+3',
    '4..2E+17',
    '#1',
    '#',
    '张三 4.2E+17',
    '#N/A1',
  ])('takes %s for an id', (id) => {
    expect(read(`practitioner,hours\n${id},1\n`, 'csv')).toMatchObject({ people: [person({ id }, { hours: '1' })] });
  });

  test.each([
    ['no practitioner column', 'name,hours\nx,1\n', ['CME971']],
    ['a field in two columns', 'practitioner,form,形式\np1,paper,论文\n', ['CME972']],
    ['two practitioner columns', 'practitioner,人员编号\np1,p1\n', ['CME972']],
    ['a quotation mark without partner', 'practitioner,hours\np1,"3\np2,4\n', ['CME970']],
  ])('cannot be read with %s', (_, text, codes) => {
    const outcome = read(text, 'csv');
    expect(outcome.people).toBeNull();
    expect(outcome.codes).toEqual(codes);
  });

  test.each([
    ['an unknown column', 'practitioner,colour,hours\np1,red,3\n', 'CME973', { row: 1, column: 2 }],
    ['a hostile header', 'practitioner,__proto__,hours\np1,red,3\n', 'CME973', { row: 1, column: 2 }],
    ['another hostile header', 'practitioner,constructor,hours\np1,red,3\n', 'CME973', { row: 1, column: 2 }],
    ['a column without a name', 'practitioner,,hours\np1,red,3\n', 'CME974', { row: 1, column: 2 }],
    ['a short row', 'practitioner,hours,words\np1,3\n', 'CME975', { row: 2, column: 3 }],
    ['a long row', 'practitioner,hours\np1,3,4\n', 'CME976', { row: 2, column: 3 }],
    ['a row that is nobody’s', 'practitioner,hours\np1,3\n,4\n', 'CME977', { row: 3, column: 1 }],
  ])('tells %s', (_, text, code, place) => {
    const outcome = read(text, 'csv');
    expect(outcome.findings).toHaveLength(1);
    expect(outcome.findings[0]).toMatchObject({ code, place });
    expect(outcome.people).toEqual([person({ id: 'p1' }, { hours: '3' })]);
  });

  test('tells a practitioner of whom two rows disagree, naming both', () => {
    const { findings } = read('practitioner,institution,hours\np1,hospital,1\np1,,2\np1,village_clinic,3\n', 'csv');
    expect(findings).toMatchObject([
      {
        code: 'CME978',
        args: { first: 'roster.csv:2', before: 'hospital', after: 'village_clinic' },
        place: { row: 4, column: 2 },
      },
    ]);
  });
});

describe('practitioners in a file of their own', () => {
  const persons = '编号,机构类别\np2,医院\np1,村卫生室\n';

  test('give the order and the facts', () => {
    const { people, codes } = read('practitioner,hours\np1,3\n', 'csv', persons);
    expect(people).toEqual([
      person({ id: 'p2', 机构类别: '医院' }),
      person({ id: 'p1', 机构类别: '村卫生室' }, { hours: '3' }),
    ]);
    expect(codes).toEqual([]);
  });

  test('must hold every practitioner, and each once', () => {
    const { people, findings } = read('practitioner,hours\np3,3\n', 'csv', `${persons}p1,医院\n`);
    expect(people).toHaveLength(3);
    expect(findings.map(({ code, place }) => [code, place.file, place.row])).toEqual([
      ['CME979', 'roster.csv', 2],
      ['CME980', 'persons.csv', 4],
    ]);
  });

  test('leave out whose id is spoilt, in either file', () => {
    const { people, findings } = read('practitioner,hours\np1,3\n4.2E+17,4\n', 'csv', `${persons}4.2E+17,医院\n`);
    expect(people?.map(({ facts, records }) => [facts.get('id'), records.length])).toEqual([
      ['p2', 0],
      ['p1', 1],
    ]);
    expect(findings.map(({ code, place }) => [code, place.file, place.row])).toEqual([
      ['CME982', 'persons.csv', 4],
      ['CME982', 'roster.csv', 3],
    ]);
  });

  test('go with a flat file only', () => {
    expect(read('[]', 'json', persons).codes).toEqual(['CME985']);
  });
});

test('a long text is read in pieces: cells over a seam are whole, rows keep their numbers, and how far it is is told', () => {
  const line = (at: number): string => `${at},"甲\n乙 ""${at}""",${'x'.repeat(at % 97)}`;
  const rows = Array.from({ length: 60_000 }, (_, at) => line(at));
  const told: number[] = [];
  const text = rows.join('\n');
  const { cells, findings } = readCsv(text, 'a.csv', (done) => told.push(done));
  expect(findings).toEqual([]);
  expect(cells?.length).toBe(rows.length);
  for (const at of [0, 1, 20_011, 59_999])
    expect(cells?.[at]).toEqual([`${at}`, `甲\n乙 "${at}"`, 'x'.repeat(at % 97)]);
  expect(told.length).toBeGreaterThan(1);
  expect(told.at(-1)).toBe(text.length);
  const broken = readCsv(`${text}\n"not closed`, 'a.csv');
  expect(broken.cells).toBeNull();
  expect(broken.findings).toMatchObject([{ code: 'CME970', place: { row: rows.length + 1 } }]);
});
