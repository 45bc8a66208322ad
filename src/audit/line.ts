/**
 * A line of the log: one JSON object, in which `prev` is the SHA-256 of the whole line before and `hash` that of the line
 * itself without `hash`. So no line can be changed, dropped or moved without the one behind it telling.
 */
import { sha256 } from './sha256.ts';

/** What was done, by whom, when and why. */
export interface AuditEntry {
  /** ISO, in UTC. */
  readonly at: string;
  readonly by: string;
  readonly did: 'release';
  readonly ruleset: { readonly code: string; readonly version: string };
  readonly file: { readonly name: string; readonly sha256: string };
  /** The folder that holds the version with its evidence, by name. */
  readonly folder: string;
  /** SHA-256 of that folder's list of check sums. */
  readonly sum: string;
  /** Checks that were not green, and why it was released all the same. */
  readonly signed: readonly { readonly check: string; readonly reason: string }[];
  readonly reason: string;
}

export interface AuditLine extends AuditEntry {
  /** From 1. */
  readonly n: number;
  readonly prev: string;
  readonly hash: string;
}

/** What stands in for the line before the first. */
export const NO_LINE = '0'.repeat(64);

const TAIL = /^(\{.*),"hash":"([0-9a-f]{64})"\}$/s;

/** The line that continues a log; without the end of line. `before`: the last line as it stands there, null for none. */
export function lineAfter(before: { readonly n: number; readonly text: string } | null, entry: AuditEntry): string {
  const { at, by, did, ruleset, file, folder, sum, signed, reason } = entry;
  const [n, prev] = before === null ? [1, NO_LINE] : [before.n + 1, sha256(before.text)];
  const content = JSON.stringify({ n, prev, at, by, did, ruleset, file, folder, sum, signed, reason });
  return `${content.slice(0, -1)},"hash":"${sha256(content)}"}`;
}

/** `own`: the line is as it was written, by its own hash. Null where it is no line of a log at all. */
export function readLine(text: string): { readonly line: AuditLine; readonly own: boolean } | null {
  const [, head, hash] = TAIL.exec(text) ?? [];
  if (head === undefined || hash === undefined) return null;
  const content = `${head}}`;
  const read = parsed(content);
  if (!isEntry(read)) return null;
  return { line: { ...read, hash }, own: sha256(content) === hash };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const hasTexts = (value: unknown, keys: readonly string[]): boolean =>
  isObject(value) && keys.every((key) => typeof value[key] === 'string');

function isEntry(value: unknown): value is Omit<AuditLine, 'hash'> {
  return (
    isObject(value) &&
    Number.isSafeInteger(value.n) &&
    hasTexts(value, ['prev', 'at', 'by', 'did', 'folder', 'sum', 'reason']) &&
    hasTexts(value.ruleset, ['code', 'version']) &&
    hasTexts(value.file, ['name', 'sha256']) &&
    Array.isArray(value.signed) &&
    value.signed.every((one) => hasTexts(one, ['check', 'reason']))
  );
}
