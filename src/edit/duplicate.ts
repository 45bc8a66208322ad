/** 「复制」: the copy of a row stands below it; that of a section takes a name of its own. */
import type { Section } from '../model/ast.ts';
import type { TextEdit } from '../model/diagnostic.ts';
import { type Desk, refuse } from './desk.ts';
import type { Edited, Gesture, Refused } from './intent.ts';
import { say } from './messages.ts';
import { isSingle, isWhole, nameOf, placeOf, regionOf, standsApart, wholeOf } from './region.ts';
import { insertAfter, piece } from './surgery.ts';

type Of<K extends Gesture['kind']> = Extract<Gesture, { kind: K }>;

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
