/** A gesture to edits: the one arrow from what is drawn to text. */
import { accept, addLine } from './addLine.ts';
import { addExample, addSection } from './addSection.ts';
import { addChip, deleteChip, setChip } from './chipEdit.ts';
import { Desk } from './desk.ts';
import { duplicate } from './duplicate.ts';
import { formatAll } from './formatAll.ts';
import type { EditDocument, Edited, Gesture, Intent, Refused } from './intent.ts';
import { move } from './move.ts';
import { paste } from './paste.ts';
import { remove } from './remove.ts';
import { renameGesture } from './rename.ts';
import { set } from './set.ts';
import { sheetsOf } from './sheetsOf.ts';
import { disable, enable } from './switch.ts';
import { addColumn, addTableRow, deleteColumn } from './tableGestures.ts';
import type { ViewModel } from './view.ts';
import { addWritten } from './written.ts';

type Doing = {
  readonly [K in Gesture['kind']]: (desk: Desk, gesture: Extract<Gesture, { kind: K }>) => Edited | Refused;
};

const doing: Doing = {
  set,
  setChip,
  addChip,
  deleteChip,
  addLine,
  addTableRow,
  addColumn,
  deleteColumn,
  addSection,
  addWritten,
  duplicate,
  delete: remove,
  move,
  disable,
  enable,
  paste,
  rename: renameGesture,
  accept,
  addExample,
  format: formatAll,
};

const done = <K extends Gesture['kind']>(desk: Desk, gesture: Extract<Gesture, { kind: K }>): Edited | Refused =>
  doing[gesture.kind as K](desk, gesture);

const desks = new WeakMap<ViewModel, Desk>();

/** Several gestures are made on one view, as by one who tries what may be done. */
const deskOf = (document: EditDocument, view: ViewModel): Desk => {
  const known = desks.get(view);
  if (known && known.look.document === document) return known;
  const made = new Desk(document, view);
  desks.set(view, made);
  return made;
};

/**
 * The smallest edits that do what a gesture asks. `view` is that of the gesture; where the document has gone on since, the
 * rows are found again by their keys.
 */
export function editsFor(document: EditDocument, view: ViewModel, intent: Intent): Edited | Refused {
  const current = view.version === document.version ? view : sheetsOf(document, view);
  return done(deskOf(document, current), intent);
}
