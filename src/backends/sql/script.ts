/** A statement as it grows: one named step after the other, each with a sentence of what it does. */
import type { Source } from '../../model/plan.ts';
import { comment, type Dialect } from './dialect.ts';

export class Script {
  readonly #dialect: Dialect;
  readonly #kept: string[] = [];
  readonly #statements: string[] = [];
  #steps: string[] = [];

  constructor(dialect: Dialect) {
    this.#dialect = dialect;
  }

  /** `body` is a query. Gives the name, for the steps that read it. */
  step(name: string, says: string | readonly string[], body: string): string {
    const notes = [says].flat().map((line) => `  ${comment(line)}`);
    this.#steps.push(`${notes.join('\n')}\n  ${name} AS (\n${indented(body, 4)}\n  )`);
    return name;
  }

  /**
   * Ends a statement with the table of this step; what follows reads it under the step's own name. No engine plans a
   * hundred steps at once in any time, and Spark will not try.
   */
  keep(name: string): void {
    this.#statements.push(`${this.#dialect.tableOf(this.table(name))}\n${this.query(`SELECT * FROM ${name}`)}`);
    this.#kept.push(name);
    this.#steps = [];
  }

  table(name: string): string {
    return `cme_step_${name}`;
  }

  get tables(): readonly string[] {
    return this.#kept.map((name) => this.table(name));
  }

  get statements(): readonly string[] {
    return this.#statements;
  }

  /** The steps since the last table, and the query over them. */
  query(last: string): string {
    const text = [...this.#steps, last].join('\n');
    const read = this.#kept.filter((name) => new RegExp(`(FROM|JOIN) ${name}\\b`).test(text));
    const tables = read.map((name) => `  ${name} AS (SELECT * FROM ${this.table(name)})`);
    const steps = [...tables, ...this.#steps];
    return steps.length === 0 ? last : `WITH\n${steps.join(',\n')}\n${last}`;
  }
}

export const indented = (text: string, by: number): string =>
  text
    .split('\n')
    .map((line) => ' '.repeat(by) + line)
    .join('\n');

/** `第十三条（一）1 授予 每 3 小时 1 学分`. */
export const told = ({ clause, words }: Pick<Source, 'clause' | 'words'>): string =>
  clause === null ? words : `${clause} ${words}`;

/** A branch of a CASE, and what stands beside it. */
export interface Branch {
  readonly when: string;
  readonly gives: string;
  readonly says?: string;
}

/** `CASE … END`, a branch a line; the last value where none holds. */
export function choice(branches: readonly Branch[], last: string | null, over: string | null = null): string {
  if (branches.length === 0) return last ?? 'NULL';
  const lines = branches.map(({ when, gives, says }) => {
    const line = `  WHEN ${when} THEN ${gives}`;
    return says === undefined ? line : `  ${comment(says)}\n${line}`;
  });
  const rest = last === null ? [] : [`  ELSE ${last}`];
  return [over === null ? 'CASE' : `CASE ${over}`, ...lines, ...rest, 'END'].join('\n');
}

/** `SELECT t.*, expression AS name, …`. */
export const also = (
  from: string,
  columns: readonly (readonly [name: string, expression: string])[],
  alias = 't',
): string => {
  const list = columns.map(([name, expression]) => `${indented(expression, 2)} AS ${name}`);
  return [`SELECT`, [`  ${alias}.*`, ...list].join(',\n'), `FROM ${from}`].join('\n');
};
