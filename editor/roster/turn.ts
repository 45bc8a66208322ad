/** What was turned, as the gestures of its cells and the edits that come of them. */
import {
  applied,
  type EditDocument,
  editsFor,
  type Gesture,
  rowsIn,
  type Said,
  type ViewModel,
} from '../../src/edit/index.ts';
import type { TextEdit } from '../../src/index.ts';
import { spotName, type Turned } from './spot.ts';
import { thresholdGesture } from './thresholds.ts';

export type Turning =
  | { readonly edits: readonly TextEdit[]; readonly text: string; readonly says: readonly Said[] }
  | { readonly refused: Said };

/** Several at once, each on the text as it stands; refused where one is. */
export function turn(document: EditDocument, view: ViewModel, turned: readonly Turned[]): Turning {
  const edits: TextEdit[] = [];
  const says: Said[] = [];
  for (const gesture of gesturesOf(view, turned)) {
    const done = editsFor(document, view, { version: view.version, ...gesture });
    if ('refused' in done) return done;
    edits.push(...done.edits);
    if (done.says) says.push(done.says);
  }
  const inOrder = edits.toSorted((a, b) => a.span.start - b.span.start);
  return { edits: inOrder, text: applied(document.text, inOrder), says };
}

function gesturesOf(view: ViewModel, turned: readonly Turned[]): readonly Gesture[] {
  // Those of one comparison are one gesture.
  const together = Map.groupBy(turned, ({ part: _, value: __, ...comparison }) => spotName(comparison));
  return [...together.values()].flatMap((same): readonly Gesture[] => {
    const [first] = same as [Turned, ...Turned[]];
    if (first.part === undefined) return same.map(({ row, slot, value }) => ({ kind: 'set', row, slot, value }));
    const row = view.blocks.flatMap(rowsIn).find(({ key }) => key === first.row);
    const gesture = row && thresholdGesture(row, same);
    // What is there no more is refused as any cell is.
    return gesture ? [gesture] : [{ kind: 'set', row: first.row, slot: first.slot, value: first.value }];
  });
}
