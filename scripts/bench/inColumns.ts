/** The engines that look at columns, and a flat file on its way to them. Little else is held while they are timed. */
import { numbersAt, numbersOf } from '../../src/backends/columnar/index.ts';
import { Pool } from '../../src/cli/workers/pool.ts';
import { openText, rosterOf } from '../../src/data/index.ts';
import { type Columns, columnar, evaluator, gathered, gatheredTable, type Outcomes } from '../../src/index.ts';
import { plans } from '../../test/support/hubeiRules.ts';
import { handWritten } from './hand.ts';
import { benchRoster, csvOf, YEAR } from './roster.ts';
import { type Add, same } from './timing.ts';

interface Made {
  readonly columns: Columns;
  readonly text: string;
  /** What the evaluator gives each practitioner, as text. */
  readonly wanted: readonly string[];
}

export async function inColumns(add: Add, people: number, records: number): Promise<void> {
  const plan = plans.hubei;
  const { columns, text, wanted } = made(people, records);
  const agrees = (name: string, out: Outcomes): void => {
    for (const [person, one] of wanted.entries())
      same(name, JSON.stringify(numbersAt(plan, columns, out, person)), one);
  };
  agrees('the loop by hand', handWritten(plan, columns, YEAR));
  await add('columnar loop written by hand (the limit)', () => handWritten(plan, columns, YEAR));
  const ours = columnar(plan);
  agrees('columnar', ours(columns, YEAR).outcomes);
  await add('cme, columnar', () => ours(columns, YEAR));
  for (const count of [1, 2]) {
    const pool = new Pool(plan, count);
    agrees('workers', (await pool.evaluate(columns, YEAR)).outcomes);
    await add(`cme, columnar, ${count} worker${count > 1 ? 's' : ''}`, () => pool.evaluate(columns, YEAR));
    await pool.close();
  }
  const toCells = () => openText(text, 'roster.csv', 'csv');
  const toResults = (): Outcomes => {
    const table = rosterOf(toCells(), plan).roster?.table;
    if (table === null || table === undefined) throw new Error('the roster is not read');
    return ours(gatheredTable(plan, table).columns, YEAR).outcomes;
  };
  agrees('from CSV', toResults());
  await add('a CSV parsed, and no more', toCells, undefined, 3);
  await add('cme, the CSV to results', toResults, undefined, 3);
}

function made(people: number, records: number): Made {
  const plan = plans.hubei;
  const { plain, raw } = benchRoster(people, records);
  const judge = evaluator(plan);
  const wanted = raw.map((person) => JSON.stringify(numbersOf(judge(person, YEAR).result)));
  return { columns: gathered(plan, raw, true).columns, text: csvOf(plan, plain), wanted };
}
