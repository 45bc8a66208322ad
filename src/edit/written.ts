/** Sections as they are written: read out of one document without what speaks of it alone, and put into another. */
import type { LineKind, Section } from '../model/ast.ts';
import { given } from './addLine.ts';
import { anchorOf, insertSection } from './addSection.ts';
import { type Desk, refuse } from './desk.ts';
import type { EditDocument, Edited, Gesture, Refused } from './intent.ts';
import { say } from './messages.ts';
import { Page } from './page.ts';
import { family } from './region.ts';
import { insertBefore } from './surgery.ts';

type Of<K extends Gesture['kind']> = Extract<Gesture, { kind: K }>;

/** Clauses are those of the document, and so is what it leaves to others and what it knows of itself. */
const itsOwn: readonly string[] = ['cite', 'open', 'accepted'];

/** The lines of a section, its head first; of one kind alone where that says enough. */
export function writtenIn({ text, tree }: EditDocument, section: number, kind?: LineKind): readonly string[] {
  const found = tree.sections[section];
  if (!found) return [];
  const page = new Page(text);
  const kept = found.lines.filter((line) => (kind === undefined ? !itsOwn.includes(line.kind) : line.kind === kind));
  const head = page.lines(found.span);
  return [head, ...kept.map(({ span }) => page.lines(span))].flatMap(({ first, last }) =>
    page
      .raw({ first, last })
      .replace(/[\r\n]+$/, '')
      .split(/\r\n|\r|\n/),
  );
}

const labelOf = (section: Section): string => ('label' in section ? (section.label?.text ?? '') : '');

/** Where their like stand; as 条目 into a 类别; as options into a 口径 that so far adopts alone. */
export function addWritten(desk: Desk, { lines, into }: Of<'addWritten'>): Edited | Refused {
  const read = desk.look.of(lines.join('\n')).document;
  const [section] = read.tree.sections;
  if (!section || section.kind === 'brokenSection' || read.diagnostics.length > 0)
    return refuse('wouldNotRead', { value: lines[0] ?? '' });
  const says = say('writtenHere', { name: labelOf(section) || (lines[0] ?? '').trim() });
  const own = desk.view.blocks.find(({ kind, title, disabled }) => {
    return kind === 'reading' && section.kind === 'reading' && title === section.label.text && !disabled;
  });
  if (own) {
    const page = new Page(read.text);
    const options = section.lines.filter(({ kind }) => kind === 'option');
    const put = options.map(({ span }) => page.raw(page.lines(span)).replace(/[\r\n]+$/, ''));
    const before = own.rows.find(({ kind }) => kind === 'adopt') ?? own.rows[0];
    if (!before || own.rows.some(({ kind }) => kind === 'option')) return refuse('nameTaken', { name: own.title });
    return given(desk, insertBefore(desk.look.page, before.line - 1, put), put, says);
  }
  const category = into === undefined ? undefined : desk.place(into)?.block;
  if (into !== undefined && category?.kind !== 'category') return refuse('needsCategory');
  const anchor = category ? family(desk, category).at(-1) : anchorOf(desk, section.kind);
  return given(desk, insertSection(desk, lines, anchor, false), lines, says);
}
