/** 「改一格」: one value into one cell. */
import type { TextEdit } from '../model/diagnostic.ts';
import { type Desk, type Place, refuse, type Tried } from './desk.ts';
import { slotFor } from './find.ts';
import type { Edited, Gesture, Refused } from './intent.ts';
import { waysTo } from './put.ts';
import { isRenamed, rename } from './rename.ts';
import { sayAt } from './sayAt.ts';
import type { Slot } from './slot.ts';

type SetGesture = Extract<Gesture, { kind: 'set' }>;

/** Whether the row reads as before but for that one cell. */
export function othersStand(before: readonly Slot[], after: readonly Slot[], but: string): boolean {
  const left = before.filter(({ slot, absent }) => slot !== but && !absent);
  return left.every((one) => {
    const now = after.find(({ slot }) => slot === one.slot);
    return now !== undefined && now.value === one.value && now.unit === one.unit;
  });
}

/** The first of some ways that reads as it should. */
export function firstGood(
  desk: Desk,
  section: number,
  ways: readonly (readonly TextEdit[])[],
  good: (tried: Tried) => boolean,
): { edits: readonly TextEdit[]; tried: Tried } | undefined {
  for (const edits of ways) {
    const tried = desk.attempt(section, edits);
    if (tried && good(tried)) return { edits, tried };
  }
  return undefined;
}

const spanIn = (tried: Tried, slot: Slot | undefined) =>
  slot && { select: { start: slot.span.start + tried.shift, end: slot.span.end + tried.shift } };

export function set(desk: Desk, gesture: SetGesture): Edited | Refused {
  const found = slotFor(desk, gesture.row, gesture.slot);
  if ('refused' in found) return found;
  const { place, slot } = found;
  const { value, unit, was } = gesture;
  if (was !== undefined && was !== slot.value) return refuse('changedSince', { now: slot.shown });
  if (value.trim() === '' && !(slot.inTable && !slot.absent)) return takeAway(desk, place, slot);
  if (value === slot.value && (unit === undefined || unit === slot.unit)) return { edits: [] };
  if (isRenamed(place, slot)) return rename(desk, place, slot, value);
  const element = desk.element(place.row);
  if (!element) return refuse('goneAway');
  const word =
    element.kind === 'head' || element.line.kind === 'exampleTable' ? element.section.word : element.line.word;
  const { p } = desk.look.readingOf(word);
  const ways = waysTo(slot, value, unit, { text: desk.text, language: p.language, vocabulary: desk.look.vocabulary });
  if ('no' in ways) return { refused: ways.no };
  const before = desk.slots(place.row);
  const good = firstGood(desk, place.row.at.section, ways.ways, (tried) => {
    if (tried.element(place.row.at)?.kind !== element.kind) return false;
    const after = tried.slots(place.row.at);
    const now = after.find((one) => one.slot === slot.slot);
    // A fact that is added takes a number of its own.
    if (slot.slot === 'more') return after.length > before.length;
    if (!now || (now.absent && value.trim() !== '') || !othersStand(before, after, slot.slot)) return false;
    return (
      ways.value === undefined || (now.value === ways.value && (ways.unit === undefined || now.unit === ways.unit))
    );
  });
  if (!good) return refuse('wouldNotRead', { value });
  const now = good.tried.slots(place.row.at).find((one) => one.slot === slot.slot);
  const says = sayAt(place, 'set', { before: slot.shown, after: now?.shown ?? value });
  return desk.give(good.edits, { ...spanIn(good.tried, now), says });
}

/** Takes away a part that may be left out. */
function takeAway(desk: Desk, place: Place, slot: Slot): Edited | Refused {
  if (slot.absent) return { edits: [] };
  const { outer } = slot;
  if (!outer) return slot.takes === 'quoted' ? refuse('wantsText') : refuse('mustStay');
  if (/[#＃]/.test(desk.text.slice(outer.start, outer.end).replace(/「[^」]*」|“[^”]*”|"[^"]*"/g, ''))) {
    return refuse('commentWithin');
  }
  const tried = desk.attempt(place.row.at.section, [{ span: outer, text: '' }]);
  if (!tried || tried.element(place.row.at)?.kind !== desk.element(place.row)?.kind) return refuse('mustStay');
  const says = sayAt(place, 'tookAway', { before: slot.shown });
  return desk.give([{ span: outer, text: '' }], { select: { start: outer.start, end: outer.start }, says });
}
