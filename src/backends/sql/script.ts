/** A statement as it grows: one named step after the other, each with a sentence of what it does. */
import type { Source } from '../../model/plan.ts';
import { comment } from './dialect.ts';

export class Script {
  readonly #steps: string[] = [];

  /** `body` is a query. Gives the name, for the steps that read it. */
  step(name: string, says: string | readonly string[], body: string): string {
    const notes = [says].flat().map((line) => `  ${comment(line)}`);
    this.#steps.push(`${notes.join('\n')}\n  ${name} AS (\n${indented(body, 4)}\n  )`);
    return name;
  }

  /** The steps, and the query over them. */
  query(last: string): string {
    return `WITH\n${this.#steps.join(',\n')}\n${last}`;
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
