/** The exported statements made light for inputs and results that are ours. */
import { type Duck, quoted } from './duckdb.ts';

/**
 * A statement without what these inputs do not need: their texts are trimmed and never empty, and every record has an id
 * by which it can be told from the others (those of whom it is otherwise are left to the evaluator). Half of the work of
 * the first step, measured.
 */
export const lean = (statement: string): string =>
  statement
    .replaceAll(/NULLIF\(trim\(CAST\((d\."(?:[^"]|"")*") AS VARCHAR\), c\.blanks\), ''\)/g, '$1')
    .replace(
      /(row_number\(\) OVER \(PARTITION BY t_practitioner ORDER BY \w+ NULLS LAST)[^\n]*\) AS place/,
      '$1) AS place',
    );

/**
 * Runs the statements once, and gives them back with each working table holding what is read of it later and no more: a
 * step hands on all columns of the one before.
 */
export async function runPruned(duck: Duck, statements: readonly string[], last: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [at, statement] of statements.entries()) {
    const [, step = '', query = ''] = /^CREATE TABLE cme_step_(\w+) AS\n([\s\S]*)$/.exec(statement) ?? [];
    let made = statement;
    if (step !== '' && statement.endsWith(`SELECT * FROM ${step}`)) {
      const later = new Set([...statements.slice(at + 1), last].join('\n').replaceAll(/--.*$/gm, '').match(/\w+/g));
      const all = (await duck.rows(`DESCRIBE ${query}`)).map(([name]) => String(name));
      const kept = all.filter((name) => later.has(name));
      made = `${statement.slice(0, -`SELECT * FROM ${step}`.length)}SELECT ${kept.map(quoted).join(', ')} FROM ${step}`;
    }
    await duck.run(made);
    found.push(made);
  }
  return found;
}
