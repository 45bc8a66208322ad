/**
 * Whether a log is as it was written: its lines one by one, up to the first that is not. A chain tells of what was changed,
 * dropped or moved in it, not of what was cut off behind its last line, nor of a log that was written anew from the start:
 * for these there is what is known from elsewhere, a hash that somebody kept or a folder that a line made.
 */
import { type AuditLine, NO_LINE, readLine } from './line.ts';
import { sha256 } from './sha256.ts';

export type BrokenWhy =
  /** No line of a log. */
  | 'unreadable'
  /** The last line has no end: it was not written whole, or was cut. */
  | 'torn'
  | 'changed'
  /** Lines before it are not there: `from` to `to`. */
  | 'missing'
  /** Line `from` should stand here, and stands in line `to`. */
  | 'moved'
  /** It has stood before, as line `from`. */
  | 'repeated'
  /** Itself whole, but the line before is not the one that it was written after. */
  | 'unlinked'
  /** The lines from here on are gone: something is known of a line that is not there. */
  | 'cut';

export interface Broken {
  /** The first line that is wrong, from 1. */
  readonly line: number;
  readonly why: BrokenWhy;
  readonly from?: number;
  readonly to?: number;
}

export interface Verified {
  /** Those before the first that is wrong. */
  readonly lines: readonly AuditLine[];
  readonly broken: Broken | null;
}

/** `known`: hashes of lines, kept elsewhere. */
export function verifyLog(text: string, known: readonly string[] = []): Verified {
  const texts = text.split('\n');
  const rest = texts.pop() ?? '';
  const lines: AuditLine[] = [];
  let prev = NO_LINE;
  for (const [at, one] of texts.entries()) {
    const broken = faultOf(one, at, prev, lines, texts);
    if (broken !== null) return { lines, broken };
    const read = readLine(one);
    if (read) lines.push(read.line);
    prev = sha256(one);
  }
  const next = lines.length + 1;
  if (rest !== '') return { lines, broken: { line: next, why: 'torn' } };
  const there = new Set(lines.map(({ hash }) => hash));
  return { lines, broken: known.every((hash) => there.has(hash)) ? null : { line: next, why: 'cut' } };
}

function faultOf(
  text: string,
  at: number,
  prev: string,
  before: readonly AuditLine[],
  all: readonly string[],
): Broken | null {
  const line = at + 1;
  const read = readLine(text);
  if (read === null) return { line, why: 'unreadable' };
  if (!read.own) return { line, why: 'changed' };
  const { n } = read.line;
  if (n === line) return read.line.prev === prev ? null : { line, why: 'unlinked' };
  if (before.some(({ hash }) => hash === read.line.hash)) return { line, why: 'repeated', from: n };
  const later = all.findIndex((one, place) => place > at && readLine(one)?.line.n === line);
  if (later >= 0) return { line, why: 'moved', from: line, to: later + 1 };
  return n > line ? { line, why: 'missing', from: line, to: n - 1 } : { line, why: 'unlinked' };
}
