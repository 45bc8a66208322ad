/** 「删除」「复制」「上移」「下移」「停用」「恢复」: rows and sections as whole lines. */
import type { Section } from '../model/ast.ts';
import type { TextEdit } from '../model/diagnostic.ts';
import { switchedOff, switchedOn } from './comments.ts';
import { type Desk, type Place, refuse } from './desk.ts';
import type { Edited, Gesture, Refused, Where } from './intent.ts';
import { type Said, say } from './messages.ts';
import type { Lines } from './page.ts';
import { family, isSingle, orphaned, placeOf, regionOf, regionOfBlock, standsApart, wholeOf } from './region.ts';
import { emptyAt } from './slot.ts';
import { insertAfter, piece, removals, transfer } from './surgery.ts';
import type { Block, Key, RowView } from './view.ts';

type Of<K extends Gesture['kind']> = Extract<Gesture, { kind: K }>;

const nameOf = ({ block, row }: Place): string =>
  row.kind === 'head' ? block.title : (row.text.split(/[\r\n]/)[0]?.trim() ?? '');

const isWhole = (desk: Desk, key: Key, place: Place): boolean => desk.isBlock(key) || place.row.kind === 'head';

// ---- delete

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

// ---- duplicate

/** A name that nothing has: 实践活动副本, 实践活动副本2. */
const freeName = (name: string, language: 'zh' | 'en', taken: (name: string) => boolean): string => {
  const base = `${name}${language === 'zh' ? '副本' : '_copy'}`;
  let found = base;
  for (let n = 2; taken(found); n++) found = `${base}${language === 'zh' ? `之${n}` : n}`;
  return found;
};

/** Names within a copied section that may stand only once. */
function renamed(desk: Desk, section: Section, at: number): readonly TextEdit[] {
  const { language } = desk.look;
  const names = new Set(desk.look.names());
  const titles = new Set(desk.view.blocks.map(({ title }) => title));
  const edits: TextEdit[] = [];
  const put = (span: { start: number; end: number }, text: string): void => {
    edits.push({ span: { start: span.start - at, end: span.end - at }, text });
  };
  if ('label' in section && section.label) {
    const label = freeName(section.label.text, language, (name) => names.has(name) || titles.has(name));
    put(section.label.span, section.label.quoted ? `「${label}」` : label);
    if (section.code)
      put(
        section.code.span,
        freeName(section.code.text, 'en', (name) => names.has(name)),
      );
  }
  const text = 'title' in section ? section.title : section.kind === 'notice' ? section.text : undefined;
  if (text) {
    const copy = language === 'zh' ? '（副本）' : ' (copy)';
    let title = text.value + copy;
    while (titles.has(title)) title += copy;
    put({ start: text.span.start + 1, end: text.span.end - 1 }, title);
  }
  return edits;
}

export function duplicate(desk: Desk, { key }: Of<'duplicate'>): Edited | Refused {
  const place = placeOf(desk, key);
  if ('refused' in place) return place;
  const { page } = desk.look;
  const { block } = place;
  const whole = isWhole(desk, key, place);
  if (whole && (isSingle(block.kind) || block.head.stale))
    return refuse(block.head.stale ? 'stale' : 'onlyOne', { line: String(block.head.line) });
  const lines = whole ? wholeOf(desk, block) : regionOf(desk, key, place);
  const section = desk.look.document.tree.sections[place.row.at.section];
  const start = page.start(lines.first);
  let text = piece(page, lines);
  if (whole && section && !block.disabled) {
    for (const edit of [...renamed(desk, section, start)].sort((a, b) => b.span.start - a.span.start)) {
      text = text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
    }
  }
  const blank = whole && standsApart(page, lines);
  const put = insertAfter(page, lines.last, blank ? ['', text] : [text]);
  const edits = [put];
  if (!whole && place.row.at.section >= 0 && !desk.attempt(place.row.at.section, edits)) return refuse('wouldBreak');
  const from = put.span.start + put.text.indexOf(text);
  const says = say('duplicated', { name: nameOf(place) });
  const lead = text.length - text.trimStart().length;
  return desk.give(edits, { select: { start: from + lead, end: from + text.length }, says });
}

// ---- move

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

// ---- disable and enable

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
