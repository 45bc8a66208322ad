/** What acts on the text as a whole: it waits for the gestures that are under way, or it would act on the text before them. */
import { leaveCell } from './cell.ts';
import { allDone } from './gesture.ts';
import { save } from './open.ts';
import { session } from './session.ts';

export async function saveNow(): Promise<void> {
  leaveCell();
  await allDone();
  await save();
}

export async function undo(): Promise<void> {
  await allDone();
  session.get().text?.undo();
}

export async function redo(): Promise<void> {
  await allDone();
  session.get().text?.redo();
}
