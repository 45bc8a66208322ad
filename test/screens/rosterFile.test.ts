/** A roster file in its worker, before anybody is judged: which rows cannot be counted, and what becomes of them. */
import { expect, test } from 'vitest';
import { headFor, matchHeaders } from '../../editor/roster/match.ts';
import { holdsIds, rolesOf } from '../../editor/roster/roles.ts';
import { openFile } from '../../editor/worker/rosterFile.ts';
import { plans } from '../support/hubeiRules.ts';

const plan = plans.hubei;
const asked = { sheet: null, plan, remembered: new Map() } as const;

const lines = [
  '2025 年度名册,,,,,',
  '身份证号,姓名,项目编号,时长,编号,备注',
  '4.2E+17,甲,,4.2E+17,r1,',
  '4.2E+17,乙,,3,r2,',
  'p1,丙,1.1E+10,3,r3,4.2E+17',
  'p1,丙,x,3,#N/A,',
  'p1,4.2E+17,x,3,r5,',
];

test('rows with ids that a spreadsheet has spoilt are named beforehand, left out, and told with the reason', async () => {
  const file = await openFile(new File([lines.join('\n')], 'a.csv'), asked, () => {});
  const { flat, choices } = file.see(plan, new Map(), null);
  const roles = flat?.columns.map(({ role }) => role) ?? [];
  expect(roles).toEqual(['owner', 'person:name', 'record:project', 'record:hours', 'id', 'none']);
  // A column that is not read, or that is a number or a name, is the reader's to judge.
  const named = (flat?.lost ?? []).filter(({ column }) => holdsIds(roles[column] ?? 'none', choices));
  expect(named).toEqual([
    { column: 0, rows: 2, first: [3, 4] },
    { column: 2, rows: 1, first: [5] },
    { column: 4, rows: 1, first: [6] },
  ]);
  const { entries, findings } = file.take(plan, roles);
  expect(entries.map(({ id, size }) => [id, size])).toEqual([['p1', 1]]);
  const told = findings.filter(({ code }) => code === 'CME982' || code === 'CME988');
  expect(told.map(({ code, place }) => [code, place.row, place.header])).toEqual([
    ['CME982', 3, '身份证号'],
    ['CME982', 4, '身份证号'],
    ['CME982', 5, '项目编号'],
    ['CME988', 6, '编号'],
  ]);
  // Under another head the rows are those of the file still.
  expect(file.see(plan, new Map(), 2).flat?.lost[0]).toEqual({ column: 0, rows: 1, first: [4] });
});

test('ids stand where a row is told whose it is and which, and in texts of a record', () => {
  const ids = ['owner', 'id', 'record:project'] as const;
  const choices = rolesOf(plan);
  expect(
    choices
      .filter(({ role }) => holdsIds(role, choices))
      .map(({ role }) => role)
      .sort(),
  ).toEqual([...ids].sort());
  expect(matchHeaders(headFor([...ids]), plan, new Map()).map(({ role }) => role)).toEqual([...ids]);
});
