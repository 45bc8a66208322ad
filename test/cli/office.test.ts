/** The workbook of results, opened by another's program: what people see in it is what was written. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { converted, hasCalc } from '../support/office.ts';
import { cme } from './cme.ts';
import { world } from './samples.ts';

/** Texts that a spreadsheet likes to take for something else: numbers, formulas, days, fractions, truth. */
const ids = [
  '042010319900101123',
  '420103199001011234',
  '42010319900101123X',
  '007',
  '1e5',
  '1.50',
  '2025-03-01',
  '3/4',
  '50%',
  'TRUE',
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '＝1+1',
  "'007",
  '甲"乙,丙',
];

const roster = JSON.stringify({
  practitioners: ids.map((id, at) => ({
    id,
    institution: 'hospital',
    records: [{ id: `=HYPERLINK("r${at}")`, form: 'practice', date: '2025-03-01', hours: at + 0.5, passed: true }],
  })),
});

/** With comma, quotation marks, UTF-8; every text in quotation marks and no number, and what is shown, not what is run. */
const CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false';

test.skipIf(!hasCalc())(
  'LibreOffice shows the cells that were written: ids as texts to the last digit, nothing run, credits as numbers',
  async () => {
    const cwd = world({ 'roster.json': roster });
    for (const out of ['results.xlsx', 'plain.csv']) {
      const run = await cme(['eval', 'demo', 'roster.json', '--year', '2025', '--out', out], { cwd });
      expect(run.stderr).toBe(`结果已写入 ${out}\n`);
    }
    const shown = converted(cwd, 'results.xlsx', CSV)
      .toString('utf8')
      .replace(/^\ufeff/, '');
    const rows = Papa.parse<string[]>(shown, { skipEmptyLines: true }).data;
    // The CSV marks with an apostrophe what a spreadsheet would run; in the workbook it is a text by its kind.
    const plain = Papa.parse<string[]>(readFileSync(join(cwd, 'plain.csv'), 'utf8').slice(1), { skipEmptyLines: true });
    expect(rows).toEqual(plain.data.map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@＝])/, ''))));
    expect(rows.slice(1).map(([id]) => id)).toEqual(ids);

    const lines = shown.split(/\r?\n/).slice(1);
    for (const [at, id] of ids.entries()) {
      expect(lines[at]?.startsWith(`"${id.replaceAll('"', '""')}",`), lines[at]).toBe(true);
      expect(lines[at]).toContain(`,"=HYPERLINK(""r${at}"")",`);
    }
    const credits = rows[0]?.indexOf('总学分') ?? -1;
    const numbers = lines.flatMap((line) => line.match(/(?<=^|,)-?[\d.]+(?=,|$)/g) ?? []);
    expect(numbers.length).toBeGreaterThanOrEqual(ids.length * 3);
    expect(rows.slice(1).some((row) => Number(row[credits]) > 0)).toBe(true);
  },
  90_000,
);
