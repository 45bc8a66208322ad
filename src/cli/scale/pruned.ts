/** The exported statements, with no column that nothing reads. */
import { type Duck, quoted } from './duckdb.ts';

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
