/** 「改名」: a name that the file declares, wherever the file uses it. */
import { name as printName } from '../language/value.ts';
import type { Section } from '../model/ast.ts';
import type { TextEdit } from '../model/diagnostic.ts';
import { type Desk, type Place, refuse } from './desk.ts';
import { slotFor } from './find.ts';
import type { Edited, Gesture, Refused } from './intent.ts';
import { say } from './messages.ts';
import { applied, inOrder } from './page.ts';
import { type Use, usesIn } from './references.ts';
import { emptyAt, type Slot } from './slot.ts';
import * as values from './values.ts';

/** What a name belongs to. */
type Declared =
  | { readonly kind: 'reading' | 'field' | 'section'; readonly word?: string; readonly names: readonly string[] }
  | { readonly kind: 'option'; readonly of: readonly string[] };

/** Whether the cell is the name of something that may be used elsewhere. */
export const isRenamed = ({ row }: Place, slot: Slot): boolean =>
  slot.takes === 'name' && (row.kind === 'head' || row.kind === 'option');

const sectionWords = ['category', 'item', 'group', 'require'] as const;

function declaredBy(section: Section, slot: string): Declared | undefined {
  const names =
    'label' in section && section.label ? [section.label.text, ...(section.code ? [section.code.text] : [])] : [];
  if (slot !== 'label' && slot !== 'code') {
    const own = section.kind === 'reading' || section.kind === 'personField' || section.kind === 'recordField';
    return own ? { kind: 'option', of: names } : undefined;
  }
  if (section.kind === 'reading') return { kind: 'reading', names };
  if (section.kind === 'personField' || section.kind === 'recordField') return { kind: 'field', names };
  const word = sectionWords.find((one) => one === section.kind);
  return word && { kind: 'section', word, names };
}

/** Whether a use speaks of what is declared. */
function speaks(use: Use, of: Declared): boolean {
  switch (use.as) {
    case 'reading':
      return of.kind === 'reading';
    case 'field':
      return of.kind === 'field';
    case 'asked':
      return of.kind === 'reading' || of.kind === 'field';
    case 'alone':
      return of.kind === 'field' || of.kind === 'option';
    case 'section':
      return of.kind === 'section'
        ? use.word === undefined || use.word === of.word
        : of.kind === 'reading' && use.word === 'reading';
    case 'value':
      // 前三名 in a cell, 三个月标准 behind 满: a reading stands for a value.
      return of.kind === 'option' ? of.of.includes(use.of) : of.kind === 'reading';
  }
}

/** Other declarations that a name in such a place could be. */
const alsoDeclared = (desk: Desk, text: string, own: Section): boolean =>
  desk.look.document.tree.sections.some((section) => {
    if (section === own) return false;
    const label = 'label' in section ? section.label?.text : undefined;
    const code = 'code' in section ? section.code?.text : undefined;
    return label === text || code === text;
  });

export function renameGesture(desk: Desk, gesture: Extract<Gesture, { kind: 'rename' }>): Edited | Refused {
  const found = slotFor(desk, gesture.row, gesture.slot);
  if ('refused' in found) return found;
  return isRenamed(found.place, found.slot) ? rename(desk, found.place, found.slot, gesture.to) : refuse('readOnly');
}

export function rename(desk: Desk, place: Place, slot: Slot, to: string): Edited | Refused {
  const { tree } = desk.look.document;
  const section = tree.sections[place.row.at.section];
  if (!section) return refuse('goneAway');
  const before = slot.value;
  const after = values.typed(to);
  if (after === '') return refuse('wantsName');
  if (after === before) return { edits: [] };
  const declared = declaredBy(section, slot.slot);
  const uses = declared ? usesIn(tree).filter((use) => use.name.text === before && speaks(use, declared)) : [];
  if (uses.length > 0 && (desk.look.names().includes(after) || after.length > 100))
    return refuse('nameTaken', { name: after });
  if (alsoDeclared(desk, after, section) && section.kind !== 'item') return refuse('nameTaken', { name: after });
  const fields = declared?.kind === 'section' ? uses.filter((use) => use.as === 'section') : uses;
  const write = (quoted: boolean): string => printName({ text: after, quoted, span: emptyAt(0) });
  const known = desk.look.retold(desk.text).reading;
  for (const quoted of [false, true]) {
    const edits: readonly TextEdit[] = inOrder(
      [slot.span, ...fields.map(({ name }) => name.span)].map((span) => ({ span, text: write(quoted) })),
    );
    // A name changes how every run of words is read: the whole file is tried.
    const tried = desk.look.retold(applied(desk.text, edits));
    if (tried.reading > known || tried.sections !== tree.sections.length) continue;
    const at =
      slot.span.start +
      edits
        .filter(({ span }) => span.start < slot.span.start)
        .reduce((sum, edit) => sum + edit.text.length - (edit.span.end - edit.span.start), 0);
    const says = say('renamed', { before, after, count: String(edits.length) });
    return desk.give(edits, { select: { start: at, end: at + write(quoted).length }, says });
  }
  return refuse('wouldNotRead', { value: after });
}
