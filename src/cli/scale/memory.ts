/** How much memory DuckDB may use. */
import { freemem, totalmem } from 'node:os';
import { Stop } from '../stop.ts';

const UNITS: Readonly<Record<string, number>> = { mb: 2 ** 20, gb: 2 ** 30 };

/** Half of what the machine has free, two gigabytes at most. */
export const memoryUnsaid = (): number =>
  Math.max(512 * 2 ** 20, Math.min(2 * 2 ** 30, Math.max(freemem(), totalmem() / 2) / 2));

/** `2GB`, `800MB`: bytes. Below a quarter of a gigabyte a bucket does not fit. */
export function memoryOf(text: string | undefined): number {
  if (text === undefined) return memoryUnsaid();
  const [, digits = '', unit = ''] = /^(\d+(?:\.\d+)?)\s*([mg]b)$/i.exec(text.trim()) ?? [];
  const bytes = Number(digits) * (UNITS[unit.toLowerCase()] ?? 0);
  if (!(bytes >= 256 * 2 ** 20)) throw new Stop('memoryMalformed', { text });
  return bytes;
}
