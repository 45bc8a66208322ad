/** A gesture to edits: the one arrow from what is drawn to text. */
import { addChip, deleteChip, setChip } from './chipEdit.ts';
import { Desk } from './desk.ts';
import type { EditDocument, Edited, Gesture, Intent, Refused } from './intent.ts';
import { renameGesture } from './rename.ts';
import { disable, duplicate, enable, move, remove } from './rowGestures.ts';
import { set } from './set.ts';
import { sheetsOf } from './sheetsOf.ts';
import type { ViewModel } from './view.ts';

type Doing = {
  readonly [K in Gesture['kind']]: (desk: Desk, gesture: Extract<Gesture, { kind: K }>) => Edited | Refused;
};

const doing: Doing = {
  set,
  setChip,
  addChip,
  deleteChip,
  rename: renameGesture,
  delete: remove,
  duplicate,
  move,
  disable,
  enable,
} as unknown as Doing;

const done = <K extends Gesture['kind']>(desk: Desk, gesture: Extract<Gesture, { kind: K }>): Edited | Refused =>
  doing[gesture.kind as K](desk, gesture);

/**
 * The smallest edits that do what a gesture asks. `view` is that of the gesture; where the document has gone on since, the
 * rows are found again by their keys.
 */
export function editsFor(document: EditDocument, view: ViewModel, intent: Intent): Edited | Refused {
  const current = view.version === document.version ? view : sheetsOf(document, view);
  return done(new Desk(document, current), intent);
}
