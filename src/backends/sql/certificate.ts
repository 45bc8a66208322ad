/**
 * What an export carries to be verified by: whose rules it is, under which readings, and practitioners with their results,
 * a line of comment each, and a checksum over all of it. The year may be changed in its one place; nothing else.
 */
import type { Plan } from '../../model/plan.ts';
import { type Mark, markOf } from '../mark.ts';
import type { DialectId } from './dialect.ts';
import type { SqlVector } from './vectors.ts';

/** What the statements make: the reckoning, or what the JsonLogic rules read. */
export type SqlFormat = 'cme-sql' | 'cme-jsonlogic-input';

export interface SqlCertificate extends Mark {
  readonly format: SqlFormat;
  readonly format_version: 1;
  readonly dialect: DialectId;
  /** Of the two inputs. */
  readonly columns: { readonly practitioners: readonly string[]; readonly records: readonly string[] };
  /** Lines of the rules that no vector makes do anything. */
  readonly unreached: readonly string[];
}

export type Digest = (text: string) => string;

const SAYS =
  '-- Certificate: `cme verify FILE` puts the practitioners below to the statements above, and compares what comes out.';
const MARK = '-- cme ';

/** In these lines stands no sign that ends a statement, opens a text or is filled in by a shell. */
const lineOf = (value: unknown): string =>
  `${MARK}${JSON.stringify(value).replaceAll(
    /[;'`$\u007f-\u009f\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )}`;

export const certificateOf = (
  plan: Plan,
  dialect: DialectId,
  { hash, unreached }: { readonly hash: string; readonly unreached: readonly string[] },
  format: SqlFormat = 'cme-sql',
): SqlCertificate => ({
  format,
  format_version: 1,
  dialect,
  ...markOf(plan, hash),
  columns: {
    practitioners: plan.personFields.map(({ key }) => key),
    records: ['practitioner', ...plan.recordFields.map(({ key }) => key).filter((key) => key !== 'practitioner')],
  },
  unreached,
});

/** The text of the statements with its certificate. */
export function certified(
  text: string,
  certificate: SqlCertificate,
  vectors: readonly SqlVector[],
  digest: Digest,
): string {
  const whole = `${text}\n${[SAYS, lineOf(certificate), ...vectors.map(lineOf)].join('\n')}\n`;
  return `${whole}${lineOf({ checksum: digest(yearless(whole)) })}\n`;
}

const YEAR = /\(SELECT \d{4} AS year\) y/;
const yearless = (text: string): string => text.replace(YEAR, '(SELECT 0 AS year) y');

/** The statements for another year. */
export const inYear = (statements: string, year: number): string =>
  statements.replace(YEAR, `(SELECT ${year} AS year) y`);

export interface Certified {
  readonly statements: string;
  readonly certificate: SqlCertificate;
  readonly vectors: readonly SqlVector[];
  /** Nothing but the year was changed since it was exported. */
  readonly intact: boolean;
}

/** A text from outside; null where it is no export with a certificate. */
export function readCertified(text: string, digest: Digest): Certified | null {
  const whole = text.replaceAll('\r\n', '\n');
  const from = whole.indexOf(`\n${SAYS}\n`);
  if (from < 0) return null;
  const lines = whole
    .slice(from)
    .split('\n')
    .filter((line) => line.startsWith(MARK));
  const values = lines.map((line) => parsed(line.slice(MARK.length)));
  const [head, ...rest] = values;
  const last = rest.at(-1);
  if (!isCertificate(head) || !isObject(last) || typeof last.checksum !== 'string') return null;
  const vectors = rest.slice(0, -1);
  if (!vectors.every(isVector)) return null;
  const end = whole.indexOf(lines.at(-1) ?? '', from);
  return {
    statements: whole.slice(0, from),
    certificate: head,
    vectors,
    intact: digest(yearless(whole.slice(0, end))) === last.checksum,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isObject = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

const areTexts = (data: unknown): boolean =>
  isObject(data) && Object.values(data).every((value) => typeof value === 'string');

const isList = (data: unknown, of: (one: unknown) => boolean): boolean => Array.isArray(data) && data.every(of);

const isText = (data: unknown): boolean => typeof data === 'string';

const FORMATS: readonly unknown[] = ['cme-sql', 'cme-jsonlogic-input'] satisfies readonly SqlFormat[];
const DIALECTS: readonly unknown[] = ['duckdb', 'spark', 'postgres'] satisfies readonly DialectId[];

function isCertificate(data: unknown): data is SqlCertificate {
  if (!isObject(data) || !FORMATS.includes(data.format) || data.format_version !== 1) return false;
  const { ruleset, columns, unreached, dialect } = data;
  return (
    DIALECTS.includes(dialect) &&
    isObject(ruleset) &&
    isObject(columns) &&
    isList(columns.practitioners, isText) &&
    isList(columns.records, isText) &&
    isList(unreached, isText)
  );
}

const isLine = (data: unknown): boolean => isList(data, isText) && (data as readonly unknown[]).length === 2;

const isVector = (data: unknown): data is SqlVector =>
  isObject(data) &&
  typeof data.name === 'string' &&
  Number.isInteger(data.year) &&
  areTexts(data.person) &&
  isList(data.records, areTexts) &&
  isList(data.expect, isLine);
