import { expect, test } from 'vitest';
import { gathered, gatheredTable } from '../../src/backends/columnar/index.ts';
import { openText, rosterOf } from '../../src/data/index.ts';
import type { RawTable } from '../../src/model/roster.ts';
import { hubeiRoster } from '../support/hubei.ts';
import { plans } from '../support/hubeiRules.ts';
import { Random } from '../support/random.ts';

const LONG = process.env.CME_LONG === '1';
const SEED = Number(process.env.CME_SEED ?? 1);
const YEAR = 2025;
const plan = plans.hubei;

const read = (rows: readonly (readonly string[])[]) => {
  const { roster } = rosterOf(openText(rows.map((cells) => cells.join(',')).join('\n'), 'roster.csv', 'csv'), plan);
  if (roster === null || roster.table === null) throw new Error('the roster is not read');
  return { table: roster.table as RawTable, people: roster.entries.map((entry) => entry.person()) };
};

/** Whether records are made of the rows or not, the columns and the findings are the same. */
const agrees = (rows: readonly (readonly string[])[]): void => {
  const { table, people } = read(rows);
  expect(gatheredTable(plan, table)).toEqual(gathered(plan, people));
};

const HEAD = ['practitioner', 'title', 'id', 'form', 'date', 'start', 'end', 'hours', 'passed'];

test.each([
  ['nothing odd', ['甲,senior,r1,practice,2025-03-01,,,6,true', '甲,senior,r2,practice,2025-02-01,,, 6 ,是']],
  ['no id', ['甲,senior,,practice,2025-03-01,,,6,true', '甲,,r2,practice,2025-02-01,,,3,']],
  ['one id twice, of one practitioner', ['甲,,r1,practice,2025-03-01,,,6,', '甲,, r1,practice,2025-02-01,,,3,']],
  ['one id twice, of two practitioners', ['甲,,r1,practice,2025-03-01,,,6,', '乙,,r1,practice,2025-02-01,,,3,']],
  ['ids not in order', ['甲,,r2,practice,2025-03-01,,,6,', '甲,,r10,practice,2025-03-01,,,3,']],
  ['rows of two practitioners in turn', ['甲,,a,paper,,,,,', '乙,,b,paper,,,,,', '甲,,c,book,,,,,', '乙,,a,book,,,,,']],
  ['no number', ['甲,,r1,practice,2025-03-01,,,six,', '甲,,r2,practice,2025-02-01,,,3,']],
  ['no such choice, after valid records', ['甲,,r1,practice,,,,6,', '甲,,r2,reading,,,,3,', '乙,,r1,practice,,,,6,']],
  ['an end before its start', ['甲,,r1,advanced_study,,2025-03-02,2025-03-01,,', '乙,,r1,practice,,,2025-03-01,,']],
  ['a title that is none', ['甲,emperor,r1,practice,2025-03-01,,,6,']],
  ['a row that is short, and one without a record', ['甲,senior,r1,practice', '乙,senior']],
])('%s: a table is gathered as its records would be', (_, lines) => {
  agrees([HEAD, ...lines.map((line) => line.split(','))]);
});

test('a column that is no field, and a file without ids', () => {
  agrees([['practitioner', 'weather', 'form'], ...['甲,rain,practice', '甲,,paper'].map((line) => line.split(','))]);
});

const CELLS = [
  '',
  ' ',
  'x',
  '是',
  '否',
  '12',
  ' 3.5 ',
  '０.５',
  '1e9',
  '2025-02-30',
  '2025-06-01',
  'national',
  'r00002',
  '-1',
];

test('whatever stands in the cells, a table is gathered as its records would be', () => {
  const random = new Random(SEED);
  const person = plan.personFields.map(({ key }) => key).filter((key) => key !== 'id');
  const record = plan.recordFields.map(({ key }) => key).filter((key) => key !== 'practitioner');
  for (let round = 0; round < (LONG ? 500 : 8); round += 1) {
    const { practitioners } = hubeiRoster(SEED + round, 12, YEAR);
    const rows = practitioners.flatMap(({ facts, records }) =>
      records.map((one) => {
        const row = one as typeof facts;
        return [facts.id, ...person.map((key) => facts[key]), ...record.map((key) => row[key])].map(String);
      }),
    );
    for (const cells of rows)
      for (const [place, cell] of cells.entries())
        if (place > 0 && (cell === 'undefined' || random.chance(1)))
          cells[place] = cell === 'undefined' ? '' : random.pick(CELLS);
    const all = round % 2 === 0 ? rows : random.shuffled(rows);
    agrees([['practitioner', ...person, ...record], ...all]);
  }
});
