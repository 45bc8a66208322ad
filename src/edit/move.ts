/** 「上移」「下移」: rows within their table or section, sections past their like. */
import type { TextEdit } from '../model/diagnostic.ts';
import { type Desk, type Place, refuse } from './desk.ts';
import type { Edited, Gesture, Refused, Where } from './intent.ts';
import { say } from './messages.ts';
import { isWhole, nameOf, placeOf, regionOf, standsApart, wholeOf } from './region.ts';
import { piece, transfer } from './surgery.ts';
import type { Block, Key, RowView } from './view.ts';

type Of<K extends Gesture['kind']> = Extract<Gesture, { kind: K }>;

/** Rows among which one may move: those of its table, or the other lines of its section. */
const siblings = (place: Place): readonly RowView[] =>
  place.table ? (place.table.grid?.rows ?? []) : place.block.rows;

/** In a table of awards, up is past the next award: lines of other kinds are shown elsewhere. */
const alike = (a: RowView, b: RowView): boolean => a.kind === b.kind || a.kind === 'disabled' || b.kind === 'disabled';

function neighbour(place: Place, up: boolean): RowView | undefined {
  const all = siblings(place);
  const at = all.indexOf(place.row);
  return up
    ? all.slice(0, at).findLast((one) => alike(one, place.row))
    : all.slice(at + 1).find((one) => alike(one, place.row));
}

/** Items move within their category; other sections past the next of their kind. */
function nextBlock(desk: Desk, block: Block, up: boolean): Block | undefined {
  const { blocks } = desk.view;
  const at = blocks.indexOf(block);
  const walk = up ? blocks.slice(0, at).reverse() : blocks.slice(at + 1);
  for (const one of walk) {
    if (one.kind === block.kind) return one;
    if (block.kind === 'item' && one.kind === 'category') return undefined;
  }
  return undefined;
}

export function move(desk: Desk, { key, to }: Of<'move'>): Edited | Refused {
  const place = placeOf(desk, key);
  if ('refused' in place) return place;
  return isWhole(desk, key, place) ? moveBlock(desk, place, to) : moveRow(desk, key, place, to);
}

const goal = (to: Where): { readonly key: Key; readonly before: boolean } =>
  'before' in to ? { key: to.before, before: true } : { key: to.after, before: false };

function moveRow(desk: Desk, key: Key, place: Place, to: Of<'move'>['to']): Edited | Refused {
  const { page } = desk.look;
  let target: RowView | undefined;
  let before: boolean;
  if (to === 'up' || to === 'down') {
    target = neighbour(place, to === 'up');
    before = to === 'up';
  } else {
    const aim = goal(to);
    target = siblings(place).find((one) => one.key === aim.key);
    before = aim.before;
    if (!target && desk.place(aim.key)) return refuse('notHere');
  }
  if (!target) return refuse(to === 'up' || to === 'down' ? 'cannotMove' : 'goneAway');
  if (target === place.row) return { edits: [] };
  const lines = regionOf(desk, key, place);
  const there = regionOf(desk, target.key, { ...place, row: target });
  if (before ? lines.last + 1 === there.first : there.last + 1 === lines.first) return { edits: [] };
  const edits = transfer(page, lines, before ? { before: there.first } : { after: there.last }, false);
  if (place.row.kind !== 'disabled' && !desk.attempt(place.row.at.section, edits)) return refuse('wouldBreak');
  return moved(desk, place, edits, piece(page, lines));
}

function moveBlock(desk: Desk, place: Place, to: Of<'move'>['to']): Edited | Refused {
  const { page } = desk.look;
  const { block } = place;
  let target: Block | undefined;
  let before: boolean;
  if (to === 'up' || to === 'down') {
    target = nextBlock(desk, block, to === 'up');
    before = to === 'up';
  } else {
    const aim = goal(to);
    target = desk.place(aim.key)?.block;
    before = aim.before;
    if (!target) return refuse('goneAway');
  }
  if (!target) return refuse('cannotMove');
  if (target === block) return { edits: [] };
  const lines = wholeOf(desk, block);
  const there = wholeOf(desk, target);
  // Nothing is moved into itself, and the header stays the first.
  if (there.first >= lines.first && there.last <= lines.last) return refuse('notHere');
  if (block.kind === 'rules' || (target.kind === 'rules' && before)) return refuse('headerStays');
  if (
    block.kind === 'item' &&
    before &&
    target.kind === 'category' &&
    desk.view.blocks.findIndex(({ kind }) => kind === 'category') === desk.view.blocks.indexOf(target)
  )
    return refuse('needsCategory');
  const blank = standsApart(page, lines) || standsApart(page, there);
  const edits = transfer(page, lines, before ? { before: there.first } : { after: there.last }, blank);
  return moved(desk, place, edits, piece(page, lines));
}

function moved(desk: Desk, place: Place, edits: readonly TextEdit[], text: string): Edited {
  const [out, put] = edits as readonly [TextEdit, TextEdit];
  const gone = out.span.start < put.span.start ? out.span.end - out.span.start : 0;
  const from = put.span.start - gone + put.text.indexOf(text);
  const says = say('moved', { name: nameOf(place) });
  const lead = text.length - text.trimStart().length;
  return desk.give(edits, { select: { start: from + lead, end: from + text.length }, says });
}
