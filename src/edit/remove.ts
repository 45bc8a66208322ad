/** 「删除」: rows and sections, with the comments that are theirs. */
import { type Desk, refuse } from './desk.ts';
import type { Edited, Gesture, Refused } from './intent.ts';
import { type Said, say } from './messages.ts';
import type { Lines } from './page.ts';
import { family, isWhole, orphaned, placeOf, regionOf, regionOfBlock } from './region.ts';
import { emptyAt } from './slot.ts';
import { removals } from './surgery.ts';
import type { RowView } from './view.ts';

type Of<K extends Gesture['kind']> = Extract<Gesture, { kind: K }>;

export function remove(desk: Desk, { keys }: Of<'delete'>): Edited | Refused {
  const { page } = desk.look;
  const regions: Lines[] = [];
  let asks: Said | undefined;
  const sections = new Set<number>();
  const rowsOf = new Map<RowView, number>();
  for (const key of keys) {
    const place = placeOf(desk, key);
    if ('refused' in place) return place;
    if (isWhole(desk, key, place)) {
      if (place.block.kind === 'rules') return refuse('headerStays');
      const all = family(desk, place.block);
      regions.push(...all.map((block) => regionOfBlock(desk, block)));
      if (all.length > 1) asks = say('withItems', { name: place.block.title, count: String(all.length - 1) });
    } else {
      regions.push(regionOf(desk, key, place));
      if (place.row.kind !== 'disabled') sections.add(place.row.at.section);
      if (place.table) rowsOf.set(place.table, (rowsOf.get(place.table) ?? 0) + 1);
    }
    const left = orphaned(page, regions.at(-1) as Lines, !isWhole(desk, key, place));
    if (left !== undefined) asks ??= say('orphans', { comment: left.replace(/^[#＃]\s*/, '') });
  }
  for (const [table, count] of rowsOf) {
    if (!keys.includes(table.key) && count >= (table.grid?.rows.length ?? 0)) return refuse('lastRow');
  }
  const edits = removals(page, regions);
  const start = edits[0]?.span.start ?? 0;
  const says = say('deleted', { count: String(keys.length) });
  return desk.give(edits, { select: emptyAt(start), ...(asks && { asks }), says });
}
