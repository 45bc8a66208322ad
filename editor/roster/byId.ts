/** Somebody of the open roster, by what a comparison of rule sets names them. */
import type { Judged } from '../worker/personProtocol.ts';
import { rosterDesk } from './desk.ts';

const PAGE = 5000;

/** Null where there is nobody of that name, or the roster is gone. */
export async function judgedBy(name: string, lang: 'zh' | 'en'): Promise<Judged | null> {
  const at = await placeOf(name);
  if (at === null) return null;
  const found = await rosterDesk.ask<'reckon'>({ kind: 'reckon', at, lang, masked: false, tried: false });
  return found?.judged ?? null;
}

async function placeOf(name: string): Promise<number | null> {
  // Who has no id goes by the place in the file.
  const [, place] = /^#(\d+)$/.exec(name) ?? [];
  if (place !== undefined) return Number(place) - 1;
  for (let from = 0; ; from += PAGE) {
    const asked = { kind: 'people', filter: {}, sort: 'roster', from, count: PAGE, masked: false } as const;
    const page = await rosterDesk.ask<'people'>(asked);
    const found = page?.rows.find(({ id }) => id === name);
    if (found) return found.at;
    if (page === null || from + PAGE >= page.total) return null;
  }
}
