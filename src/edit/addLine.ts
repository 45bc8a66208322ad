/** 「上方插入」「新增」: a new line in a section, in the manner of its neighbours. */
import { sectionLines } from '../../grammar/sections.ts';
import { quoted } from '../language/value.ts';
import type { LineKind, Section } from '../model/ast.ts';
import type { TextEdit } from '../model/diagnostic.ts';
import { Desk, refuse } from './desk.ts';
import type { Edited, Gesture, Refused, Where } from './intent.ts';
import { say } from './messages.ts';
import { applied } from './page.ts';
import { placeOf, regionOf } from './region.ts';
import { set } from './set.ts';
import { sheetsOf } from './sheetsOf.ts';
import { insertAfter, insertBefore } from './surgery.ts';
import { lineTemplate, rankOf } from './template.ts';
import type { Block } from './view.ts';

type Of<K extends Gesture['kind']> = Extract<Gesture, { kind: K }>;

/** How the lines of a section are indented; as elsewhere in the file where it has none. */
export function indentOf(desk: Desk, section: Section | undefined): string {
  const { page } = desk.look;
  const [first] = section?.lines ?? [];
  if (first) return page.indent(page.at(first.span.start));
  for (const other of desk.look.document.tree.sections) {
    const [line] = other.lines;
    if (line) return page.indent(page.at(line.span.start));
  }
  return '  ';
}

/** Where in the section a line goes: beside another, else behind the last of its kind and of those usually before it. */
function spotOf(
  desk: Desk,
  block: Block,
  kind: LineKind,
  where: Where | undefined,
): { before: number } | { after: number } | Refused {
  if (where) {
    const key = 'before' in where ? where.before : where.after;
    const place = placeOf(desk, key);
    if ('refused' in place) return place;
    if (place.block !== block || place.table) return refuse('notHere');
    const region = regionOf(desk, key, place);
    if (place.row.kind === 'head') return { after: desk.look.page.lines(place.row.span).last };
    return 'before' in where ? { before: region.first } : { after: region.last };
  }
  const rows = block.rows.filter((row) => row.at.line !== undefined);
  const last = rows.findLast((row) => rankOf(row.kind as LineKind) <= rankOf(kind));
  if (!last) return { after: desk.look.page.lines(block.head.span).last };
  return { after: regionOf(desk, last.key, { row: last, block }).last };
}

/** Fills in the cells of a new line, in a small file of its own: the head of the section and the line. */
function filled(
  desk: Desk,
  head: string,
  lines: readonly string[],
  cells: Readonly<Record<string, string>>,
): readonly string[] | Refused {
  let { document } = desk.look.of([head, ...lines].join('\n'));
  document = { ...document, names: desk.look.names(), version: 0 };
  for (const [slot, value] of Object.entries(cells)) {
    const view = sheetsOf(document);
    const key = view.blocks[0]?.rows[0]?.key;
    if (key === undefined) return refuse('wouldNotRead', { value });
    const made = set(new Desk(document, view), { kind: 'set', row: key, slot, value });
    if ('refused' in made) return made;
    const next = desk.look.of(applied(document.text, made.edits)).document;
    document = { ...next, names: desk.look.names(), version: 0 };
  }
  return document.text.slice(head.length + 1).split('\n');
}

/** Puts lines into a section, and says so where they cannot be read there. */
export function insertLines(
  desk: Desk,
  block: Block,
  kind: LineKind,
  lines: readonly string[],
  where: Where | undefined,
): { edit: TextEdit } | Refused {
  const { page } = desk.look;
  const spot = spotOf(desk, block, kind, where);
  if ('refused' in spot) return spot;
  const edit = 'before' in spot ? insertBefore(page, spot.before, lines) : insertAfter(page, spot.after, lines);
  const section = desk.look.document.tree.sections[block.head.at.section];
  const tried = desk.attempt(block.head.at.section, [edit]);
  const now = tried?.look.document.tree.sections[0]?.lines.filter((line) => line.kind === kind).length;
  const had = section?.lines.filter((line) => line.kind === kind).length ?? 0;
  return now === had + 1 ? { edit } : refuse('wouldBreak');
}

export function addLine(desk: Desk, gesture: Of<'addLine'>): Edited | Refused {
  const place = placeOf(desk, gesture.block);
  if ('refused' in place) return place;
  const { block } = place;
  const section = desk.look.document.tree.sections[block.head.at.section];
  if (!section) return refuse(block.disabled ? 'switchedOff' : 'goneAway');
  if (!sectionLines[block.kind].includes(gesture.line)) return refuse('notHere');
  const reading = desk.look.readingOf(section.word);
  const template = lineTemplate(gesture.line, { reading, section });
  if (!template) return refuse('notHere');
  const indent = indentOf(desk, section);
  const deeper = indent.includes('\t') ? '\t' : '  ';
  let lines: readonly string[] = template.map((line, at) => (at === 0 ? indent : indent + deeper) + line);
  if (gesture.cells && Object.keys(gesture.cells).length > 0) {
    const head = desk.text.slice(section.span.start, section.span.end);
    const made = filled(desk, head, lines, gesture.cells);
    if ('refused' in made) return made;
    lines = made;
  }
  const put = insertLines(desk, block, gesture.line, lines, gesture.where);
  if ('refused' in put) return put;
  return given(desk, put.edit, lines, say('added', { where: block.title }));
}

/** Shows the new lines, without their indent. */
export function given(desk: Desk, edit: TextEdit, lines: readonly string[], says: Edited['says']): Edited {
  const [first = ''] = lines;
  const start = edit.span.start + edit.text.indexOf(first) + (first.length - first.trimStart().length);
  const end = edit.span.start + edit.text.replace(/[\r\n]+$/, '').length;
  return desk.give([edit], { select: { start, end: Math.max(start, end) }, ...(says && { says }) });
}

export function accept(desk: Desk, gesture: Of<'accept'>): Edited | Refused {
  const place = placeOf(desk, gesture.block);
  if ('refused' in place) return place;
  const section = desk.look.document.tree.sections[place.block.head.at.section];
  if (!section) return refuse('goneAway');
  if (gesture.reason.trim() === '') return refuse('wantsText');
  if (!/^CME\d{3}$/.test(gesture.code)) return refuse('notHere');
  const { p } = desk.look.readingOf(section.word);
  const reason = quotedReason(gesture.reason);
  const lines = [`${indentOf(desk, section)}${p.spell('accepted')} ${gesture.code} ${reason}`];
  const put = insertLines(desk, place.block, 'accepted', lines, undefined);
  if ('refused' in put) return put;
  return given(desk, put.edit, lines, say('accepted', { code: gesture.code }));
}

const quotedReason = (text: string): string => quoted(text.replace(/\s+/g, ' ').trim());
