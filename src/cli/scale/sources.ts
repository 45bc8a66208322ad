/** What DATA names, as far as its name and its first look say: one file, several by a pattern, or a database. */

import { isUtf8 } from 'node:buffer';
import { closeSync, globSync, openSync, readSync, statSync } from 'node:fs';
import { kindByBytes, kindByName, openRoster, type PlainCsv, PlainCsvCheck, type Rows } from '../../data/index.ts';
import { isFolder, readBytes } from '../files.ts';
import { Stop } from '../stop.ts';

/** A CSV that DuckDB reads as we do, rows that we read ourselves, or what DuckDB alone reads. */
export type Source =
  | { readonly kind: 'csv'; readonly file: string; readonly plain: PlainCsv }
  | { readonly kind: 'rows'; readonly file: string; readonly rows: Rows }
  | { readonly kind: 'parquet'; readonly file: string };

export type Named =
  /** For the evaluator alone, which reads it whole. */
  | { readonly as: 'memory' }
  | { readonly as: 'files'; readonly files: readonly string[] }
  | { readonly as: 'database'; readonly file: string };

const DATABASE = /\.(?:duckdb|ddb|db)$/i;
const PATTERN = /[*?[\]{}]/;

export const isDatabase = (file: string): boolean => DATABASE.test(file);

export function named(data: string): Named {
  if (data === '-') return { as: 'memory' };
  const known = statSync(data, { throwIfNoEntry: false });
  if (known === undefined && PATTERN.test(data)) {
    const files = globSync(data)
      .filter((file) => !isFolder(file))
      .sort();
    if (files.length === 0) throw new Stop('globEmpty', { pattern: data, cwd: process.cwd() });
    const other = files.find((file) => !['csv', 'parquet'].includes(kindOf(file) ?? ''));
    if (other !== undefined) throw new Stop('globKind', { file: other });
    return { as: 'files', files };
  }
  if (known === undefined) return { as: 'memory' };
  if (known.isDirectory()) throw new Stop('fileIsFolder', { file: data });
  if (isDatabase(data)) return { as: 'database', file: data };
  const kind = kindOf(data);
  return kind === 'csv' || kind === 'parquet' ? { as: 'files', files: [data] } : { as: 'memory' };
}

/** By its first bytes, else by its name. */
export const kindOf = (file: string): ReturnType<typeof kindByName> => kindByBytes(headOf(file)) ?? kindByName(file);

function headOf(file: string): Uint8Array {
  const bytes = new Uint8Array(4);
  const handle = opened(file);
  try {
    readSync(handle, bytes, 0, 4, 0);
  } finally {
    closeSync(handle);
  }
  return bytes;
}

/** Opens it, or says in words why not. */
function opened(file: string): number {
  try {
    return openSync(file, 'r');
  } catch {
    // Says what is wrong with it.
    readBytes(file);
    throw new Stop('fileFailed', { file, why: '' });
  }
}

/** A CSV that is not plain is read by ourselves, whole; what is wrong with it is then found as it is everywhere. */
export function sourceOf(file: string): Source {
  if (kindOf(file) === 'parquet') return { kind: 'parquet', file };
  const plain = plainCsv(file);
  if (plain !== null) return { kind: 'csv', file, plain };
  const { content, findings } = openRoster(readBytes(file), file);
  const people = content?.as === 'people' ? [{ code: 'CME986', args: {}, place: { file } } as const] : [];
  const rows: Rows = content?.as === 'rows' ? content.rows : { file, cells: null, findings };
  return { kind: 'rows', file, rows: { ...rows, findings: [...findings, ...people] } };
}

const PIECE = 2 ** 24;

function plainCsv(file: string): PlainCsv | null {
  const check = new PlainCsvCheck();
  const bytes = Buffer.alloc(PIECE);
  const handle = opened(file);
  let rest = 0;
  try {
    for (;;) {
      const read = readSync(handle, bytes, rest, PIECE - rest, null);
      if (read === 0) break;
      const piece = bytes.subarray(0, rest + read);
      if (!check.add(piece.subarray(rest))) return null;
      // A character may lie over the seam.
      const whole = wholeTo(piece);
      if (!isUtf8(piece.subarray(0, whole))) return null;
      rest = piece.length - whole;
      bytes.copyWithin(0, whole, piece.length);
    }
  } finally {
    closeSync(handle);
  }
  return rest === 0 ? check.end() : null;
}

/** Where the last character ends that is there whole. */
function wholeTo(bytes: Uint8Array): number {
  let at = bytes.length;
  while (at > 0 && bytes.length - at < 4) {
    at -= 1;
    const byte = bytes[at] as number;
    if (byte < 0x80) return bytes.length;
    if (byte < 0xc0) continue;
    const size = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return bytes.length - at >= size ? bytes.length : at;
  }
  return bytes.length;
}
