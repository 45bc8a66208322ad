/** 「停用」「恢复」: the lines of a rule become comments, and come back as they were. */
import type { TextEdit } from '../model/diagnostic.ts';
import { switchedOff, switchedOn } from './comments.ts';
import { type Desk, type Place, refuse } from './desk.ts';
import type { Edited, Gesture, Refused } from './intent.ts';
import { say } from './messages.ts';
import type { Lines } from './page.ts';
import { family, isWhole, nameOf, placeOf, regionOfBlock } from './region.ts';
import { emptyAt } from './slot.ts';
import type { Block } from './view.ts';

type Of<K extends Gesture['kind']> = Extract<Gesture, { kind: K }>;

export function disable(desk: Desk, { key }: Of<'disable'>): Edited | Refused {
  const place = placeOf(desk, key);
  if ('refused' in place) return place;
  if (place.row.kind === 'disabled') return { edits: [] };
  const { page, language } = desk.look;
  const whole = isWhole(desk, key, place);
  if (whole && place.block.kind === 'rules') return refuse('headerStays');
  if (place.table && (place.table.grid?.rows.length ?? 0) < 2) return refuse('lastRow');
  const regions = whole ? family(desk, place.block).map((block) => ownLines(desk, block)) : [ruleLines(desk, place)];
  const edits = regions.flatMap(({ first, last }) => {
    const found: TextEdit[] = [];
    for (let line = first; line <= last; line++) {
      const text = page.of(line);
      const at = page.start(line) + page.indent(line).length;
      const off = switchedOff(text, line === first, language);
      found.push({
        span: emptyAt(at),
        text: off.slice(page.indent(line).length, off.length - text.length + page.indent(line).length),
      });
    }
    return found;
  });
  if (!whole && !desk.attempt(place.row.at.section, edits)) return refuse('wouldBreak');
  return desk.give(edits, { says: say('disabled', { name: nameOf(place) }) });
}

/** The rule's own lines, without the comments above it: these are comments already. */
const ruleLines = (desk: Desk, { row }: Place): Lines => {
  const element = desk.element(row);
  return desk.look.page.lines(element?.kind === 'line' ? element.line.span : row.span);
};

const ownLines = (desk: Desk, block: Block): Lines => {
  const { last } = regionOfBlock(desk, block);
  return { first: desk.look.page.lines(block.extent).first, last };
};

export function enable(desk: Desk, { key }: Of<'enable'>): Edited | Refused {
  const place = placeOf(desk, key);
  if ('refused' in place) return place;
  if (place.row.kind !== 'disabled') return refuse('notOff');
  const { page } = desk.look;
  const { blocks } = desk.view;
  const off = [place.block.disabled ? place.block.extent : place.row.span];
  // A category comes back with the items that went with it.
  if (place.block.disabled && place.block.kind === 'category') {
    for (const next of blocks.slice(blocks.indexOf(place.block) + 1)) {
      if (!next.disabled || next.kind !== 'item') break;
      off.push(next.extent);
    }
  }
  const edits = off.flatMap((span) => {
    const { first, last } = page.lines(span);
    const found: TextEdit[] = [];
    for (let line = first; line <= last; line++) {
      const written = switchedOn(page.of(line));
      if (written === undefined) continue;
      const start = page.start(line) + page.indent(line).length;
      const rest = written.length - page.indent(line).length;
      found.push({ span: { start, end: page.end(line) - Math.max(0, rest) }, text: '' });
    }
    return found;
  });
  return desk.give(edits, { says: say('enabled', { name: nameOf(place) }) });
}
