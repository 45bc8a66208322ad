/**
 * A staged roster in buckets of whole practitioners, in the order in which the evaluator gives its results. Each is a
 * range of rows: where the records of somebody lie apart, or in another order than the practitioners, they are sorted
 * once, on the disk where they do not fit the memory.
 */
import type { Duck } from './duckdb.ts';
import type { Staged } from './stage.ts';

/** Places in the tables, the ends not included. */
export interface Bucket {
  readonly from: number;
  readonly to: number;
  /** Of the practitioners, where these have a table of their own. */
  readonly personsFrom: number;
  readonly personsTo: number;
}

export interface Roster {
  readonly records: Staged;
  /** Place of the column that says whose a row is. */
  readonly owner: number;
  readonly persons: { readonly staged: Staged; readonly id: number } | null;
}

const LAST = Number.MAX_SAFE_INTEGER;

/** `size`: about how many rows a bucket has. Gives the roster in order, too. */
export async function bucketsOf(
  duck: Duck,
  roster: Roster,
  size: number,
): Promise<{ roster: Roster; buckets: readonly Bucket[] }> {
  await span(duck, roster);
  const inOrder = await isInOrder(duck);
  const ordered = inOrder ? roster : { ...roster, records: await sorted(duck, roster) };
  if (!inOrder) await span(duck, ordered);
  const starts = await duck.rows(
    `SELECT min(lo) AS lo, min(ord) AS ord FROM stage.spans WHERE lo IS NOT NULL GROUP BY lo // ${size} ORDER BY lo`,
  );
  const found = starts.map(([lo, ord]) => ({ lo: Number(lo), ord: Number(ord) }));
  // Rows before the first practitioner and after the last, such as of nobody, go with these.
  const buckets = found.map(({ lo, ord }, at): Bucket => {
    const next = found[at + 1];
    return {
      from: at === 0 ? 0 : lo,
      to: next?.lo ?? LAST,
      personsFrom: at === 0 ? 0 : ord,
      personsTo: next?.ord ?? LAST,
    };
  });
  const whole: Bucket = { from: 0, to: LAST, personsFrom: 0, personsTo: LAST };
  return { roster: ordered, buckets: buckets.length === 0 ? [whole] : buckets };
}

/** Whose rows lie where; `ord` is their order among the results. */
async function span(duck: Duck, { records, owner, persons }: Roster): Promise<void> {
  const rows = `SELECT c${owner} AS id, min(rowid) AS lo, max(rowid) AS hi, count(*) AS n FROM stage.${records.table} WHERE c${owner} IS NOT NULL GROUP BY 1`;
  const people =
    persons === null
      ? 'SELECT id, lo AS ord, lo, hi, n FROM r'
      : `SELECT p.id, p.ord, r.lo, r.hi, r.n FROM (SELECT c${persons.id} AS id, min(rowid) AS ord FROM stage.${persons.staged.table} WHERE c${persons.id} IS NOT NULL GROUP BY 1) p LEFT JOIN r ON r.id = p.id`;
  await duck.run(`CREATE OR REPLACE TABLE stage.spans AS WITH r AS (${rows}) ${people}`);
}

async function isInOrder(duck: Duck): Promise<boolean> {
  const [apart] = await duck.one('SELECT count(*) FROM stage.spans WHERE hi - lo + 1 <> n');
  if (Number(apart) > 0) return false;
  const [turned] = await duck.one(
    'SELECT count(*) FROM (SELECT lo, lag(lo) OVER (ORDER BY ord) AS before FROM stage.spans WHERE lo IS NOT NULL) WHERE before > lo',
  );
  return Number(turned) === 0;
}

async function sorted(duck: Duck, { records, owner }: Roster): Promise<Staged> {
  const table = `${records.table}_sorted`;
  const columns = Array.from({ length: records.columns }, (_, at) => `r.c${at}`);
  const what = ['r.f', `r.n`, 'r.w', ...columns].join(', ');
  const numbered = `SELECT f, w, ${columns.map((one) => one.slice(2)).join(', ')}, rowid AS place, ${records.number} AS n FROM stage.${records.table}`;
  await duck.run(
    `CREATE TABLE stage.${table} AS SELECT ${what} FROM (${numbered}) r LEFT JOIN stage.spans s ON s.id = r.c${owner} ORDER BY s.ord NULLS LAST, r.place`,
  );
  await duck.run(`DROP TABLE stage.${records.table}`);
  return { ...records, table, number: 'n' };
}
