/** A statement as it grows: one named step after the other, each with a sentence of what it does. */
import type { Source } from '../../model/plan.ts';
import { comment, type Dialect } from './dialect.ts';

interface Kept {
  readonly name: string;
  /** What it may be read for; null: all. */
  readonly columns: readonly string[] | null;
  readonly steps: readonly string[];
}

export class Script {
  readonly #dialect: Dialect;
  readonly #kept: Kept[] = [];
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
   * Ends a statement with the table of this step, and gives its name. No engine plans a hundred steps at once in any time,
   * and Spark will not try. Of `columns` the table has those that are read later.
   */
  keep(name: string, columns: readonly string[] | null = null): string {
    this.#kept.push({ name, columns, steps: this.#steps });
    this.#steps = [];
    return kept(name);
  }

  get tables(): readonly string[] {
    return this.#kept.map(({ name }) => kept(name));
  }

  /** The statements so far; `later`: all that is run after them and reads the tables; `only`: what but reads a table of it. */
  statements(later = '', only: Readonly<Record<string, string>> = {}): readonly string[] {
    const read = new Set(namesIn(later));
    const found: string[] = [];
    for (const { name, columns, steps } of this.#kept.toReversed()) {
      const own = new Set([...read, ...namesIn(only[name] ?? '')]);
      const list = columns === null ? '*' : listed([...new Set(columns)].filter((column) => own.has(column)));
      const text = withSteps(steps, `SELECT ${list} FROM ${name}`);
      for (const one of namesIn(text)) read.add(one);
      found.unshift(`${this.#dialect.tableOf(kept(name))}\n${text}`);
    }
    return found;
  }

  /** The steps since the last table, and the query over them. */
  query(last: string): string {
    return withSteps(this.#steps, last);
  }
}

/** What the table of a step is called. */
export const kept = (name: string): string => `cme_step_${name}`;

const withSteps = (steps: readonly string[], last: string): string =>
  steps.length === 0 ? last : `WITH\n${steps.join(',\n')}\n${last}`;

/** Whatever may be a name, comments apart. */
const namesIn = (text: string): readonly string[] => text.replaceAll(/^\s*--.*$/gm, '').match(/\w+/g) ?? [];

const WIDTH = 110;

function listed(columns: readonly string[]): string {
  const lines: string[] = [];
  for (const column of columns) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + column.length < WIDTH) lines.push(`${lines.pop()}, ${column}`);
    else lines.push(column);
  }
  return lines.join(',\n  ');
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
