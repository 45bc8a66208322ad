/** What SQL told of a bucket as lines of a CSV, between those of the evaluator. */
import { csvWriter, STATUS } from '../../data/index.ts';
import type { Lang, Plan } from '../../index.ts';
import { AtomicFile } from '../files.ts';
import { type Duck, literal } from './duckdb.ts';
import type { TableOut } from './out.ts';

/** As a CSV for spreadsheets: the very text that `csvWriter` gives of the same results. */
export async function csvOut(duck: Duck, plan: Plan, lang: Lang, file: string): Promise<TableOut> {
  const out = new AtomicFile(file);
  const writer = csvWriter(lang, plan);
  out.write(writer.head({ ruleset: { code: '', version: '' }, year: 0, readings: {} }));
  const line = lineOfCsv(plan, lang);
  const waiting: { readonly ord: bigint; readonly text: string }[] = [];
  return {
    add(result, ord) {
      waiting.push({ ord, text: writer.row(result) });
      return undefined;
    },
    async merge() {
      let next = 0;
      const upTo = (ord: bigint | null): void => {
        for (; next < waiting.length; next += 1) {
          const one = waiting[next];
          if (one === undefined || (ord !== null && one.ord > ord)) return;
          out.write(one.text);
        }
      };
      for await (const rows of duck.stream(`SELECT ord, ${line} FROM bucket_told ORDER BY ord, place`)) {
        for (const [ord, text] of rows) {
          upTo(ord as bigint);
          out.write(text as string);
        }
      }
      upTo(null);
      waiting.length = 0;
    },
    async end() {
      out.close();
    },
  };
}

/** A row of `bucket_told` as a line; each cell as `csvWriter` makes it. */
function lineOfCsv({ categories }: Plan, lang: Lang): string {
  const harmless = (text: string): string =>
    `CASE WHEN regexp_matches(${text}, '^[=+\\-@\\t\\r\\x00＝＋－＠]') THEN '''' || ${text} ELSE ${text} END`;
  const cell = (text: string): string => {
    const safe = harmless(text);
    return `COALESCE(CASE WHEN regexp_matches(${text}, '[",\\r\\n]') THEN '"' || replace(${safe}, '"', '""') || '"' ELSE ${safe} END, '')`;
  };
  const amount = (name: string): string => `COALESCE(rtrim(rtrim(CAST(${name} AS VARCHAR), '0'), '.'), '')`;
  const named = (name: string, words: readonly (readonly [string, string])[]): string =>
    words.length === 0
      ? name
      : `CASE ${name} ${words.map(([key, label]) => `WHEN ${literal(key)} THEN ${literal(label)}`).join(' ')} ELSE ${name} END`;
  const zh = lang === 'zh';
  const status = zh ? named('status', Object.entries(STATUS)) : 'status';
  const category = zh
    ? named(
        'category',
        categories.map(({ key, label }) => [key, label] as const),
      )
    : 'category';
  const cells = [
    cell('practitioner'),
    status,
    zh ? "'否'" : "'false'",
    ...['total_credits', 'required', 'shortfall'].map(amount),
    cell('id'),
    cell(category),
    cell('award'),
    cell('clause'),
    ...['raw', 'credits'].map(amount),
    "COALESCE(reason, '')",
    cell('detail'),
  ];
  return `concat(${cells.join(", ',', ")}, chr(13) || chr(10))`;
}
