/** JSON as SQL spells it: what is absent is NULL, and leaves its name out with it. */
import type { Dialect, DialectId } from '../sql/dialect.ts';

interface Spelling {
  /** A text as JSON, quotes around it. */
  text(text: string): string;
  /** The texts of a group that are not null, with commas between, in the order of a whole number. */
  listed(text: string, by: string): string;
}

const standard = (text: string): Spelling => ({
  text: (value) => `CAST(to_json(${value}) AS ${text})`,
  listed: (value, by) => `string_agg(${value}, ',' ORDER BY ${by})`,
});

const spellings: Readonly<Record<DialectId, Spelling>> = {
  duckdb: standard('VARCHAR'),
  postgres: standard('TEXT'),
  spark: {
    // It writes no text by itself, only what holds one: the list around it is cut off again.
    text: (value) => `CASE WHEN ${value} IS NOT NULL THEN regexp_replace(to_json(array(${value})), '^.|.$', '') END`,
    listed: (value, by) =>
      `array_join(transform(array_sort(collect_list(CASE WHEN ${value} IS NOT NULL THEN named_struct('by', ${by}, 'text', ${value}) END)), one -> one.text), ',')`,
  },
};

export type Member = readonly [name: string, json: string];

export interface Json extends Spelling {
  /** A number or a truth value. */
  plain(value: string): string;
  /** An object of those members that are not null. */
  object(members: readonly Member[]): string;
  /** A list of the group; empty where it has none. */
  list(text: string, by: string): string;
}

/** Postgres takes a hundred arguments at most. */
const AT_ONCE = 50;

export function jsonOf(dialect: Dialect): Json {
  const own = spellings[dialect.id];
  const together = (parts: readonly string[]): string => {
    if (parts.length <= AT_ONCE) return `concat_ws(',', ${parts.join(', ')})`;
    const chunks = Array.from({ length: Math.ceil(parts.length / AT_ONCE) }, (_, at) =>
      parts.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
    );
    return together(chunks.map((chunk) => `NULLIF(${together(chunk)}, '')`));
  };
  return {
    ...own,
    plain: (value) => `CAST(${value} AS ${dialect.text})`,
    object: (members) => {
      if (members.length === 0) return "'{}'";
      const parts = members.map(([name, json]) => `${dialect.literal(`${JSON.stringify(name)}:`)} || ${json}`);
      return `'{' || ${together(parts)} || '}'`;
    },
    list: (text, by) => `'[' || COALESCE(${own.listed(text, by)}, '') || ']'`,
  };
}
