/** What the three dialects say differently: a small table of operators, and how names and texts are quoted. */

export type DialectId = 'duckdb' | 'spark' | 'postgres';

export interface Dialect {
  readonly id: DialectId;
  readonly text: string;
  /** A name from a rule file. */
  name(name: string): string;
  /** A text from a rule file. */
  literal(text: string): string;
  /** Whole part of a quotient; neither is negative. */
  quotient(a: string, b: string | number): string;
  /** Days from one date to another. */
  daysBetween(from: string, to: string): string;
  plusDays(date: string, days: number): string;
  /** The head of a statement that makes a table of a query. */
  tableOf(name: string): string;
  /** A statement that makes a table of these columns where it is not there yet. */
  emptyTable(name: string, columns: string): string;
  /** A number for each row of a query that is kept as a table, another for each. */
  readonly numbered: string;
  /** In hexadecimal digits. */
  sha256(text: string): string;
  /** The texts of a group, one after the other in their order. */
  joinedInOrder(text: string): string;
  /** What orders texts by code point. */
  byCodePoint(text: string): string;
  /** Without the characters of `blanks` at both ends. */
  trimmed(text: string, blanks: string): string;
  matches(text: string, pattern: string): string;
  /** Texts one after the other; those that are absent are passed over. */
  together(texts: readonly string[]): string;
  /** Whether a text has nothing but plain signs: neither space nor a wide digit is among them. */
  plain(text: string): string;
}

/** Visible signs of ASCII, and Chinese characters. */
const PLAIN = '[!-~一-鿿]*';
/** What counts as space among the signs of ASCII. */
const BLANK_CODES = [9, 10, 11, 12, 13, 32];

const doubled = (text: string, quote: string): string => `${quote}${text.replaceAll(quote, quote + quote)}${quote}`;

const common = {
  numbered: 'CAST(row_number() OVER () AS INTEGER)',
  name: (name: string) => doubled(name, '"'),
  literal: (text: string) => doubled(text, "'"),
  tableOf: (name: string) => `CREATE TABLE ${name} AS`,
  emptyTable: (name: string, columns: string) => `CREATE TABLE IF NOT EXISTS ${name} (${columns})`,
  together: (texts: readonly string[]) => `concat_ws('', ${texts.join(', ')})`,
  joinedInOrder: (text: string) => `string_agg(${text}, '' ORDER BY ${text})`,
  daysBetween: (from: string, to: string) => `(${to} - ${from})`,
  plusDays: (date: string, days: number) => `(${date} + ${days})`,
};

const duckdb: Dialect = {
  ...common,
  id: 'duckdb',
  text: 'VARCHAR',
  quotient: (a, b) => `(${a} // ${b})`,
  sha256: (text) => `sha256(${text})`,
  byCodePoint: (text) => text,
  trimmed: (text, blanks) => `trim(${text}, ${blanks})`,
  matches: (text, pattern) => `regexp_full_match(${text}, ${common.literal(pattern)})`,
  together: (texts) => `concat(${texts.join(', ')})`,
  // Most rows are ASCII without a blank, which is told in a third of the time.
  plain(text) {
    const blanks = BLANK_CODES.map((code) => ` AND NOT contains(${text}, chr(${code}))`).join('');
    return `CASE WHEN strlen(${text}) = length(${text})${blanks} THEN TRUE ELSE ${duckdb.matches(text, PLAIN)} END`;
  },
};

const postgres: Dialect = {
  ...common,
  id: 'postgres',
  text: 'TEXT',
  // Between whole numbers its quotient is whole.
  quotient: (a, b) => `(${a} / ${b})`,
  // What a backslash means within plain quotes hangs on a setting of the session; with an E it does not.
  literal: (text) => (text.includes('\\') ? `E${doubled(text.replaceAll('\\', '\\\\'), "'")}` : doubled(text, "'")),
  sha256: (text) => `encode(sha256(convert_to(${text}, 'UTF8')), 'hex')`,
  joinedInOrder: (text) => `string_agg(${text}, '' ORDER BY ${text} COLLATE "C")`,
  byCodePoint: (text) => `${text} COLLATE "C"`,
  trimmed: (text, blanks) => `btrim(${text}, ${blanks})`,
  matches: (text, pattern) => `(${text} ~ ${common.literal(`^(${pattern})$`)})`,
  plain: (text) => postgres.matches(text, PLAIN),
};

/**
 * What a backslash and two quotes in a row mean within a text hangs on settings of the session and on the version, and
 * its shell fills in ${names} before anything is parsed: such signs are put together out of their numbers.
 */
const sparkLiteral = (text: string): string => {
  const parts = text.match(/[\p{Cc}'\\]|(?:\$(?!\{)|[^\p{Cc}'\\$])+|\$/gu) ?? [];
  const spelt = parts.map((one) => (/^[\p{Cc}'\\]$/u.test(one) ? `char(${one.codePointAt(0)})` : `'${one}'`));
  return spelt.length === 0 ? "''" : spelt.length === 1 ? spelt.join('') : `concat(${spelt.join(', ')})`;
};

const spark: Dialect = {
  id: 'spark',
  text: 'STRING',
  // A count over all rows would bring them to one worker.
  numbered: 'monotonically_increasing_id()',
  name: (name) => doubled(name, '`'),
  literal: sparkLiteral,
  // Without its own word the form of a table hangs on the version: Hive's text tables know no line ends.
  tableOf: (name) => `CREATE TABLE ${name} USING parquet AS`,
  emptyTable: (name, columns) => `CREATE TABLE IF NOT EXISTS ${name} (${columns}) USING parquet`,
  together: common.together,
  sha256: (text) => `sha2(${text}, 256)`,
  joinedInOrder: (text) => `array_join(array_sort(collect_list(${text})), '')`,
  quotient: (a, b) => `(${a} DIV ${b})`,
  daysBetween: (from, to) => `datediff(${to}, ${from})`,
  plusDays: (date, days) => `date_add(${date}, ${days})`,
  byCodePoint: (text) => text,
  trimmed: (text, blanks) => `trim(BOTH ${blanks} FROM ${text})`,
  // Its $ also stands before an end of line at the end, of which with (?d) there is one only, and that is trimmed.
  matches: (text, pattern) => `(${text} RLIKE '(?d)^(${pattern})$')`,
  plain: (text) => spark.matches(text, PLAIN),
};

export const dialects: Readonly<Record<DialectId, Dialect>> = { duckdb, spark, postgres };
export const dialectIds = ['duckdb', 'spark', 'postgres'] as const satisfies readonly DialectId[];

/**
 * Words of a rule file as a comment of one line. Whatever ends a line, goes on to the next one, ends a statement or opens
 * a text for some shell becomes its full-width twin or a space.
 */
export const comment = (words: string): string =>
  `-- ${words.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').replace(/[\\;'"`$]/g, wide)}`;

const wide = (sign: string): string => String.fromCharCode(sign.charCodeAt(0) + 0xfee0);
