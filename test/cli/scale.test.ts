import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { toGb18030 } from '../data/gb18030.ts';
import { Random } from '../support/random.ts';
import { cme, finished, type Run, root, start } from './cme.ts';
import { demo2025, world } from './samples.ts';
import { csvOf, flawedRows, withDuckDb } from './scaleData.ts';

const TIME = 120_000;

/** What stderr says of the data: which engine it was, and where the results are, is another matter. */
const ofData = (stderr: string): string =>
  stderr
    .split('\n')
    .filter((line) => !/DuckDB|duckdb|引擎|engine|已写入|are in/.test(line))
    .join('\n');

interface Both {
  readonly js: Run & { readonly out: string };
  readonly duckdb: Run & { readonly out: string };
}

/** The same command by each engine, with the CSV that it writes. */
async function both(cwd: string, rules: string, data: string, more: readonly string[] = []): Promise<Both> {
  const one = async (engine: string): Promise<Both['js']> => {
    const args = ['eval', rules, data, '--year', '2025', '--engine', engine, '--out', `${engine}.csv`, ...more];
    const run = await cme(args, { cwd });
    return {
      ...run,
      out: existsSync(join(cwd, `${engine}.csv`)) ? readFileSync(join(cwd, `${engine}.csv`), 'utf8') : '',
    };
  };
  return { js: await one('js'), duckdb: await one('duckdb') };
}

function same({ js, duckdb }: Both): void {
  expect(duckdb.out).toBe(js.out);
  expect(duckdb.out).not.toBe('');
  expect(ofData(duckdb.stderr)).toBe(ofData(js.stderr));
  expect([duckdb.code, duckdb.stdout]).toEqual([js.code, js.stdout]);
}

const head = '人员编号,姓名,机构类别,编号,形式,日期,时长,考核合格';
const rows = [
  'p1,张三,医院,r1,实践活动,2025-03-01,9,是',
  'p1,,hospital,r2,practice,2025-04-01,5.50,yes',
  'p2,李四,村卫生室,,,,,',
  'p3,王五,,r3,实践活动,2025-02-30,4,是',
  'p3,王五,,r4,实践活动,2024-12-31,4,是',
  'p4,赵六,医院,r5,论文,2025-05-01,2,否',
  'p4,赵六,医院,,论文,2025-05-02,2,是',
];
const csv = `${[head, ...rows].join('\n')}\n`;

describe('each engine gives the same results, words and findings', () => {
  test(
    'of people of Hubei with every flaw that a roster has, in whatever order',
    async () => {
      const [first = [], ...all] = flawedRows(20251122, 60);
      const cwd = world({ 'roster.csv': csvOf([first, ...new Random(1).shuffled(all)]) });
      same(
        await both(cwd, join(root, 'rules/hubei.cme'), 'roster.csv', [
          '--by',
          'institution',
          '--rules-dir',
          join(root, 'rules'),
        ]),
      );
    },
    TIME,
  );

  test.each<[string, string | Uint8Array]>([
    ['a plain CSV', csv],
    ['rows that lie apart', `${[head, rows[3], rows[0], rows[5], rows[4], rows[1], rows[6], rows[2]].join('\n')}\n`],
    [
      'another line end, a byte order mark, quotation marks',
      `\ufeff${csvOf(
        [head, ...rows].map((row) => row.split(',')),
        '\r\n',
      ).replaceAll('张三', '"张""三,"')}`,
    ],
    ['GB18030', toGb18030(csv)],
    [
      'rows that are too short, too long, or nobody’s, and blank ones',
      `${csv}p5,孙七\n\n,,,r9,论文,2025-01-01,2,是\np6,,,r1,论文,2025-01-01,2,是,x,y\n ,,,,,,,\n`,
    ],
    ['unknown columns and none of a name', csv.replace('姓名', '外号').replace('时长', '')],
    [
      'ids that look like formulas, and one that a spreadsheet spoilt',
      csv.replaceAll('p1', '=p1').replaceAll('p2', '4.2E+17'),
    ],
    ['control characters in a cell', csv.replace('张三', '张\u001f三').replace('r2', 'r\u001f2')],
    ['the head alone', `${head}\n`],
  ])('%s', async (_, data) => same(await both(world({ 'roster.csv': data }), 'demo', 'roster.csv')), TIME);

  test(
    'where a spreadsheet has spoilt ids: those rows are left out, the order is that of the others, and the end is 1',
    async () => {
      const lines = [
        '4.2E+17,甲,医院,s1,实践活动,2025-03-01,9,是',
        'p4,赵六,医院,4.2E+17,实践活动,2025-03-01,9,是',
        ...rows,
        '4.2E+17,乙,村卫生室,s2,实践活动,2025-03-01,9,是',
        '#N/A,丙,医院,s3,实践活动,2025-03-01,9,是,too long',
        'p1,张三,医院,########,论文,2025-03-01,9,是',
        'p8,周八,医院,4.20106E+17,论文,2025-03-01,9,是',
        'p9,4.2E+17,医院,s4,论文,2025-03-01,4.2E+1,是',
      ];
      const cwd = world({ 'roster.csv': [head, ...lines].join('\n') });
      const runs = await both(cwd, 'demo', 'roster.csv');
      same(runs);
      const told = new Set(runs.js.out.split('\r\n').map((line) => line.split(',')[0]));
      expect([...told].slice(1, -1)).toEqual(['p1', 'p2', 'p3', 'p4', 'p9']);
      expect(runs.js.stderr.match(/CME982/g)).toHaveLength(4);
      expect(runs.js.stderr.match(/CME988/g)).toHaveLength(2);
      expect(runs.js.code).toBe(1);
      const hidden = await both(cwd, 'demo', 'roster.csv', ['--mask']);
      expect(ofData(hidden.duckdb.stderr)).toBe(ofData(hidden.js.stderr));
      expect(hidden.js.stderr).not.toContain('E+17');
      const people = 'id,姓名,机构类别\n4.2E+17,甲,医院\np4,赵六,医院\np3,王五,\np1,张三,医院\n';
      const alone = world({ 'people.csv': people, 'records.csv': [head, ...lines].join('\n') });
      same(await both(alone, 'demo', 'records.csv', ['--practitioners', 'people.csv']));
    },
    TIME,
  );

  test(
    'with the practitioners in a file of their own, in another order, one twice and one missing',
    async () => {
      const people = 'id,姓名,机构类别\np4,赵六,医院\np3,王五,\np9,无人,医院\np1,张三,医院\np4,赵七,医院\n';
      const cwd = world({ 'people.csv': people, 'records.csv': csv });
      const runs = await both(cwd, 'demo', 'records.csv', ['--practitioners', 'people.csv']);
      same(runs);
      expect(runs.js.out.split('\r\n').map((line) => line.split(',')[0])).toContain('p9');
    },
    TIME,
  );

  test(
    'of a file whose name has quotation marks and Chinese',
    async () => same(await both(world({ '名\'册" (1).csv': csv }), 'demo', '名\'册" (1).csv')),
    TIME,
  );
});

const typed = `SELECT 人员编号, 姓名, 机构类别, 编号, 形式, TRY_CAST(日期 AS DATE) AS 日期, CAST(时长 AS DOUBLE) AS 时长, 考核合格 IN ('是', 'yes') AS 考核合格 FROM read_csv('roster.csv', all_varchar = true, nullstr = '')`;

async function madeIn(cwd: string, ...statements: string[]): Promise<void> {
  const before = process.cwd();
  process.chdir(cwd);
  try {
    await withDuckDb(async (run) => {
      for (const statement of statements) await run(statement);
    });
  } finally {
    process.chdir(before);
  }
}

describe('Parquet, databases and many files', () => {
  test(
    'Parquet with types is the roster that it was made from',
    async () => {
      const cwd = world({ 'roster.csv': csv });
      await madeIn(
        cwd,
        `COPY (${typed}) TO 'roster.parquet' (FORMAT parquet)`,
        `COPY (${typed}) TO 'again.csv' (HEADER)`,
      );
      const [parquet, again] = [await both(cwd, 'demo', 'roster.parquet'), await both(cwd, 'demo', 'again.csv')];
      same(parquet);
      expect(parquet.js.out).toBe(again.js.out);
    },
    TIME,
  );

  test(
    'JSON has all that the evaluator says, whatever the input',
    async () => {
      const cwd = world({ 'roster.csv': csv });
      await madeIn(
        cwd,
        "COPY (SELECT * FROM read_csv('roster.csv', all_varchar = true)) TO 'roster.parquet' (FORMAT parquet)",
      );
      const eval_ = (data: string, ...more: string[]) =>
        cme(['eval', 'demo', data, '--year', '2025', '--format', 'json', ...more], { cwd });
      const wanted = await eval_('roster.csv');
      for (const more of [[], ['--engine', 'duckdb'], ['--engine', 'js']]) {
        const run = await eval_('roster.parquet', ...more);
        expect([run.code, run.stdout]).toEqual([wanted.code, wanted.stdout]);
      }
      expect((await eval_('roster.parquet', '--mask')).stdout).toBe((await eval_('roster.csv', '--mask')).stdout);
    },
    TIME,
  );

  test(
    'the other commands read Parquet too',
    async () => {
      const cwd = world({ 'roster.csv': csv });
      await madeIn(
        cwd,
        "COPY (SELECT * FROM read_csv('roster.csv', all_varchar = true)) TO 'roster.parquet' (FORMAT parquet)",
      );
      const explained = (data: string) =>
        cme(['explain', 'demo', data, '--year', '2025', '--practitioner', 'p1'], { cwd });
      expect(await explained('roster.parquet')).toEqual(await explained('roster.csv'));
    },
    TIME,
  );

  test(
    'a pattern is its files one after the other, whatever the order of their columns',
    async () => {
      const cwd = world({ 'roster.csv': csv });
      mkdirSync(join(cwd, 'parts'));
      writeFileSync(join(cwd, 'parts/a.csv'), `${[head, ...rows.slice(0, 4)].join('\n')}\n`);
      const turned = (line: string): string => line.split(',').reverse().join(',');
      writeFileSync(join(cwd, 'parts/b.csv'), `${[head, ...rows.slice(4)].map(turned).join('\n')}\n`);
      const [parts, whole] = [await both(cwd, 'demo', 'parts/*.csv'), await both(cwd, 'demo', 'roster.csv')];
      same(parts);
      expect(parts.duckdb.out).toBe(whole.js.out);
      expect(parts.js.stderr).toContain('parts/b.csv 第 4 行');
    },
    TIME,
  );

  test(
    'a database gives its tables, and takes the results beside them',
    async () => {
      const cwd = world({ 'roster.csv': csv });
      const from = "read_csv('roster.csv', all_varchar = true)";
      await madeIn(
        cwd,
        "ATTACH 'in.duckdb' AS d",
        `CREATE TABLE d.records AS SELECT * EXCLUDE (姓名, 机构类别) FROM ${from}`,
        `CREATE TABLE d.practitioners AS SELECT 人员编号 AS id, min(姓名) AS 姓名, min(机构类别) AS 机构类别 FROM ${from} GROUP BY 1 ORDER BY 1`,
        "ATTACH 'out.duckdb' AS o",
        'CREATE TABLE o.kept AS SELECT 1 AS one',
      );
      same(await both(cwd, 'demo', 'in.duckdb'));
      const run = await cme(
        ['eval', 'demo', 'in.duckdb', '--year', '2025', '--engine', 'duckdb', '--out', 'out.duckdb'],
        { cwd },
      );
      expect(run.code).toBe(1);
      await withDuckDb(async (sql) => {
        await sql(`ATTACH '${join(cwd, 'out.duckdb')}' AS o`);
        expect(
          await sql(
            'SELECT practitioner, status, CAST(credits AS VARCHAR), reason FROM o.results WHERE id IS NOT NULL',
          ),
        ).toEqual([
          ['p1', 'met', '4.00', null],
          ['p1', 'met', '2.00', null],
          ['p3', 'unmet', '0.00', 'invalid'],
          ['p3', 'unmet', '0.00', 'out_of_period'],
          ['p4', 'unmet', '0.00', 'gate'],
        ]);
        expect(await sql('SELECT count(*) FROM o.kept')).toEqual([[1n]]);
      });
    },
    TIME,
  );

  test(
    'results as Parquet are those of the CSV, by either engine and of any input',
    async () => {
      const cwd = world({ 'roster.csv': csv });
      for (const [name, data, engine] of [
        ['a', 'roster.csv', 'duckdb'],
        ['b', 'roster.csv', 'js'],
        ['c', 'roster.json', 'js'],
      ] as const) {
        const out = await cme(
          ['eval', 'demo', data, '--year', '2025', '--engine', engine, '--out', `${name}.parquet`],
          { cwd },
        );
        const text = await cme(['eval', 'demo', data, '--year', '2025', '--out', `${name}.csv`, '--lang', 'en'], {
          cwd,
        });
        expect([out.code, out.stdout === '']).toEqual([text.code, false]);
        await withDuckDb(async (sql) => {
          const [parquet, other] = [`'${join(cwd, `${name}.parquet`)}'`, `'${join(cwd, `${name}.csv`)}'`];
          const keys =
            'practitioner, status, made_up, total_credits, required, shortfall, id, category, award, clause, raw, credits, reason';
          const texts = keys
            .split(', ')
            .map(
              (key) =>
                `${/credits|required|shortfall|raw/.test(key) ? `CAST(CAST(${key} AS DECIMAL(18, 2)) AS VARCHAR)` : `CAST(${key} AS VARCHAR)`}`,
            );
          expect(await sql(`SELECT ${texts} FROM ${parquet}`)).toEqual(
            await sql(`SELECT ${texts} FROM read_csv(${other}, all_varchar = true, nullstr = '', header = true)`),
          );
        });
      }
    },
    TIME,
  );
});

describe('what cannot be done is said in a sentence', () => {
  const refused = async (cwd: string, data: string, words: string, ...more: string[]): Promise<void> => {
    const run = await cme(['eval', 'demo', data, '--year', '2025', ...more], { cwd });
    expect([run.code, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toContain(words);
    expect(run.stderr).not.toMatch(/\n\s+at /);
  };

  test(
    'files',
    async () => {
      const cwd = world({
        'roster.csv': csv,
        'bad.parquet': 'PAR1 and no more',
        'bad.duckdb': 'no database',
        'other.txt': 'x',
      });
      mkdirSync(join(cwd, 'folder.parquet'));
      await madeIn(
        cwd,
        "COPY (SELECT i AS 人员编号, 'x' AS 编号 FROM range(5000) t(i)) TO 'whole.parquet' (FORMAT parquet)",
        "COPY (SELECT 4.2010319800101e17 AS 人员编号) TO 'digits.parquet' (FORMAT parquet)",
        "ATTACH 'empty.duckdb' AS e",
        'CREATE TABLE e.a AS SELECT 1',
        'CREATE TABLE e.b AS SELECT 1',
      );
      writeFileSync(join(cwd, 'cut.parquet'), readFileSync(join(cwd, 'whole.parquet')).subarray(0, 900));
      await refused(cwd, 'bad.parquet', 'bad.parquet');
      await refused(cwd, 'cut.parquet', 'cut.parquet');
      await refused(cwd, 'bad.duckdb', '不是 DuckDB 数据库');
      await refused(cwd, 'empty.duckdb', 'records');
      await refused(cwd, 'digits.parquet', '末尾的数字已丢失');
      await refused(cwd, 'nothing-*.parquet', '没有文件符合');
      await refused(cwd, 'rost*.*', '不是 CSV 或 Parquet');
      await refused(cwd, 'folder.parquet', '是文件夹');
      await refused(cwd, 'missing.parquet', '找不到文件');
      await refused(cwd, 'roster.json', 'js 引擎', '--engine', 'duckdb');
      await refused(cwd, 'roster.csv', '人员表应是 CSV', '--engine', 'duckdb', '--practitioners', 'roster.json');
      await refused(cwd, 'roster.csv', '--memory', '--memory', 'much');
    },
    TIME,
  );

  test.each([
    ['a folder that is missing', 'nowhere/out.parquet', '找不到文件'],
    ['a folder', 'rules.parquet', '是文件夹'],
    ['the data itself', 'roster.csv', 'roster.csv'],
  ])('--out is %s', async (_, out, words) => {
    const cwd = world({ 'roster.csv': csv });
    mkdirSync(join(cwd, 'rules.parquet'));
    await refused(cwd, 'roster.csv', words, '--engine', 'duckdb', '--out', out);
    expect(readFileSync(join(cwd, 'roster.csv'), 'utf8')).toBe(csv);
  });

  test(
    'rules that SQL cannot say go to the evaluator, unless DuckDB was asked for',
    async () => {
      const cycle = demo2025.replace('  上位 全国 1\n', '  上位 全国 1\n  周期 3 年\n');
      const cwd = world({ 'rules/demo-2025.cme': cycle, 'roster.csv': csv });
      await refused(cwd, 'roster.csv', '周期 3 年', '--engine', 'duckdb', '--out', 'out.csv');
      await madeIn(
        cwd,
        "COPY (SELECT * FROM read_csv('roster.csv', all_varchar = true)) TO 'roster.parquet' (FORMAT parquet)",
      );
      const run = await cme(['eval', 'demo', 'roster.parquet', '--year', '2025', '--out', 'out.csv'], { cwd });
      expect(run.code).toBe(1);
      expect(run.stderr).toContain('引擎 js：这份规则不能准确写成 SQL');
    },
    TIME,
  );
});

describe('what DuckDB works in is gone', () => {
  test('when it is done', () => {
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith(`cme-duckdb-${process.pid}-`))).toEqual([]);
  });

  test(
    'on Ctrl-C too, and the next one sweeps up after one that was killed',
    async () => {
      const cwd = world({ 'roster.csv': csv });
      const temporary = join(cwd, 'tmp');
      mkdirSync(join(temporary, 'cme-duckdb-999999999-x'), { recursive: true });
      const args = ['eval', 'demo', 'roster.csv', '--year', '2025', '--engine', 'duckdb', '--out', 'out.csv'];
      const child = start(args, cwd, { TMPDIR: temporary });
      child.stderr?.once('data', () => child.kill('SIGINT'));
      expect((await finished(child)).code).toBe(130);
      expect(readdirSync(temporary)).toEqual([]);
      expect(readdirSync(cwd).filter((name) => name.includes('out.csv'))).toEqual([]);
    },
    TIME,
  );
});
