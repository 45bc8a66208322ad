/** Headers that were matched by hand, for the next file of the same house. Names of columns alone are kept, no data. */
import type { Known } from './match.ts';
import type { Role } from './roles.ts';

const KEY = 'cme.headers';
const MOST = 500;

export function rememberedHeaders(): readonly (readonly [string, Role])[] {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    if (!Array.isArray(read)) return [];
    return read.filter(
      (one): one is [string, Role] =>
        Array.isArray(one) && one.length === 2 && one.every((part) => typeof part === 'string'),
    );
  } catch {
    return [];
  }
}

export function remember(more: Known): void {
  if (more.size === 0) return;
  try {
    const all = new Map([...rememberedHeaders(), ...more]);
    localStorage.setItem(KEY, JSON.stringify([...all].slice(-MOST)));
  } catch {
    // Storage is refused: the next file is matched by hand again.
  }
}
