/**
 * Rows of texts in a table of DuckDB, in the order of their files: the columns under their headers, space around a text
 * gone, an empty text absent. Whatever the source, the evaluator finds in them what it would have read itself.
 */
import type { Rows } from '../../data/index.ts';
import { Stop } from '../stop.ts';
import { type Duck, literal, quoted } from './duckdb.ts';
import type { Source } from './sources.ts';

export interface Staged {
  /** Of the database `stage`. */
  readonly table: string;
  /** Every header once, as often as one file has it; cells beyond the head of a file stand after these. */
  readonly head: readonly string[];
  readonly columns: number;
  readonly rows: number;
  /** The number of a row in its file, as an expression. */
  readonly number: string;
  readonly files: readonly string[];
}

/** Space, as the evaluator trims it. */
const BLANKS =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

/** Most texts begin and end with a visible letter of ASCII, which is told in a fifth of the time. */
const trimmed = (text: string): string => {
  const visible = (one: string): string => `${one} >= '!' AND ${one} < chr(127)`;
  const plain = `${visible(text)} AND ${visible(`right(${text}, 1)`)}`;
  return `CASE WHEN ${plain} THEN ${text} ELSE NULLIF(trim(${text}, ${literal(BLANKS)}), '') END`;
};

/** What a source gives: a query of its columns as texts, under `s0`, `s1`, …, and which headers these have. */
interface Read {
  readonly file: string;
  readonly head: readonly string[];
  readonly from: string;
  /** Columns that have no space around what is in them, being numbers, days or yes and no. */
  readonly bare?: ReadonlySet<number>;
  /** The number of its first row; null: each row says its own, under `n`, and how many cells it has, under `w`. */
  readonly first: number | null;
  /** How many cells stand beyond the head, and whether any row has more or fewer than it. */
  readonly beyond?: number;
  readonly ragged?: boolean;
}

export async function stage(duck: Duck, table: string, sources: readonly Source[]): Promise<Staged> {
  const reads: Read[] = [];
  for (const [at, source] of sources.entries()) reads.push(await reading(duck, source, `${table}_${at}`));
  return filled(duck, table, reads);
}

/** A table of a database that is attached under this name. */
export async function stageTable(
  duck: Duck,
  table: string,
  catalog: string,
  name: string,
  file: string,
): Promise<Staged> {
  const from = `${quoted(catalog)}.${quoted(name)}`;
  return filled(duck, table, [await typed(duck, from, file)]);
}

async function filled(duck: Duck, table: string, reads: readonly Read[]): Promise<Staged> {
  const head: string[] = [];
  const places = reads.map((read) => placesOf(read.head, head));
  const beyond = reads.length === 1 ? (reads[0]?.beyond ?? 0) : 0;
  const ragged = reads.find((read) => reads.length > 1 && read.ragged);
  if (ragged !== undefined) throw new Stop('raggedAmong', { file: ragged.file });
  const all = Array.from({ length: head.length + beyond }, (_, at) => at);
  const columns = all.map((at) => `c${at} VARCHAR`);
  await duck.run(`CREATE TABLE stage.${table} (${['f SMALLINT', 'n BIGINT', 'w INTEGER', ...columns].join(', ')})`);
  let rows = 0;
  const numbers: string[] = [];
  for (const [at, read] of reads.entries()) {
    const own = places[at] ?? [];
    const cells = all.map((place) => {
      const index = place < head.length ? own.indexOf(place) : place;
      if (index < 0) return 'NULL';
      return read.bare?.has(index) ? `s${index}` : trimmed(`s${index}`);
    });
    const says = read.first === null ? ['n', 'w'] : ['NULL', 'NULL'];
    await reported(
      () =>
        duck.run(`INSERT INTO stage.${table} SELECT ${[String(at), ...says, ...cells].join(', ')} FROM ${read.from}`),
      read.file,
    );
    numbers.push(`WHEN ${at} THEN ${read.first === null ? 'n' : `rowid + ${read.first - rows}`}`);
    rows = Number((await duck.one(`SELECT count(*) FROM stage.${table}`))[0]);
  }
  return {
    table,
    head,
    columns: all.length,
    rows,
    number: `CASE f ${numbers.join(' ')} END`,
    files: reads.map(({ file }) => file),
  };
}

/** Where each header of a file stands among all; one that stands twice in it is two. */
function placesOf(own: readonly string[], all: string[]): readonly number[] {
  const taken = new Set<number>();
  return own.map((header) => {
    let place = all.findIndex((known, at) => known === header && !taken.has(at));
    if (place < 0) place = all.push(header) - 1;
    taken.add(place);
    return place;
  });
}

async function reading(duck: Duck, source: Source, name: string): Promise<Read> {
  if (source.kind === 'parquet') return typed(duck, `read_parquet(${literal(source.file)})`, source.file);
  if (source.kind === 'rows') return ownRows(duck, source.rows, name);
  const { plain, file } = source;
  const columns = plain.head.map((_, at) => `'s${at}': 'VARCHAR'`).join(', ');
  const options = [
    'auto_detect = false',
    'header = false',
    'skip = 1',
    `columns = {${columns}}`,
    `delim = ${literal(plain.delimiter)}`,
    `new_line = ${plain.newline === '\n' ? "'\\n'" : "'\\r\\n'"}`,
    `quote = '"'`,
    `escape = '"'`,
    "nullstr = ''",
    'max_line_size = 16777216',
  ];
  return {
    file,
    head: plain.head.map((cell) => cell.trim()),
    from: `read_csv(${literal(file)}, ${options.join(', ')})`,
    first: 2,
  };
}

/** Rows that were read here, one by one with their numbers. */
async function ownRows(duck: Duck, { file, cells }: Rows, name: string): Promise<Read> {
  const [head = [], ...rows] = cells ?? [];
  const width = rows.reduce((most, row) => Math.max(most, row.length), head.length);
  const columns = Array.from({ length: width }, (_, at) => `s${at} VARCHAR`);
  await duck.run(`CREATE TABLE stage.${name} (${['n BIGINT', 'w INTEGER', ...columns].join(', ')})`);
  const blank: null[] = new Array(width).fill(null);
  const numbered = function* () {
    for (const [at, row] of rows.entries()) {
      const irregular = row.length === head.length ? null : row.length;
      yield [BigInt(at + 2), irregular, ...row, ...blank.slice(row.length)];
    }
  };
  await duck.append(name, numbered(), 'stage');
  const ragged = rows.some((row) => row.length !== head.length && row.some((cell) => cell.trim() !== ''));
  const names = head.map((cell) => cell.trim());
  return { file, head: names, from: `stage.${name}`, first: null, beyond: width - head.length, ragged };
}

/** Columns that have types, each as the text that a CSV would hold. */
async function typed(duck: Duck, from: string, file: string): Promise<Read> {
  const columns = await reported(() => duck.rows(`DESCRIBE SELECT * FROM ${from}`), file);
  const named = columns.map(([name, type]) => ({ name: String(name), type: String(type) }));
  const texts = named.map(({ name, type }, at) => `${textOf(quoted(name), type)} AS s${at}`);
  const lost = named.filter(({ type }) => type === 'DOUBLE' || type === 'FLOAT').map(({ name }) => quoted(name));
  if (lost.length > 0) {
    const [found] = await reported(
      () =>
        duck.rows(
          `SELECT ${lost.map((name) => `max(abs(${name})) FILTER (isfinite(${name}))`).join(', ')} FROM ${from}`,
        ),
      file,
    );
    const at = (found ?? []).findIndex((most) => most !== null && Number(most) >= 1e15);
    if (at >= 0) throw new Stop('digitsLost', { file, column: lost[at] ?? '' });
  }
  return {
    file,
    head: named.map(({ name }) => name.trim()),
    from: `(SELECT ${texts.join(', ')} FROM ${from})`,
    bare: new Set(named.flatMap(({ type }, at) => (BARE.test(type) ? [at] : []))),
    first: 1,
  };
}

const BARE = /^(?:BOOLEAN|DATE|TIMESTAMP|U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?$|DECIMAL|DOUBLE|FLOAT)/;

function textOf(name: string, type: string): string {
  if (type === 'DOUBLE' || type === 'FLOAT') {
    return `CASE WHEN ${name} = trunc(${name}) AND isfinite(${name}) THEN CAST(CAST(${name} AS BIGINT) AS VARCHAR) ELSE CAST(${name} AS VARCHAR) END`;
  }
  if (type.startsWith('TIMESTAMP')) {
    const plain = `CAST(${name} AS TIMESTAMP)`;
    return `CASE WHEN ${plain} = CAST(CAST(${plain} AS DATE) AS TIMESTAMP) THEN CAST(CAST(${plain} AS DATE) AS VARCHAR) ELSE CAST(${plain} AS VARCHAR) END`;
  }
  return type === 'VARCHAR' ? name : `CAST(${name} AS VARCHAR)`;
}

/** What DuckDB says of a file that it cannot read, in one line. */
async function reported<T>(work: () => Promise<T>, file: string): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new Stop('duckdbRead', { file, why: lineOf(error) });
  }
}

export const lineOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
