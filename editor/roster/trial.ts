/** 「改一改看看」: what is turned, what it does to the people of the roster, and how it becomes an edit of the text. */
import { session, tallyOf } from '../state/session.ts';
import { rosterDesk } from './desk.ts';
import type { Knob } from './knobs.ts';
import { spotName, spotOf, type Turned } from './spot.ts';
import { roster } from './state.ts';

export function turnKnob(knob: Knob, value: string): void {
  const rest = roster.get().turned.filter((one) => spotName(one) !== spotName(knob));
  const turned = value === knob.value ? rest : [...rest, { ...spotOf(knob), value }];
  void tryOut(turned);
}

async function tryOut(turned: readonly Turned[]): Promise<void> {
  roster.set({ turned, trying: turned.length > 0, looking: null });
  const answer = await rosterDesk.ask<'try'>({ kind: 'try', turned });
  if (roster.get().turned !== turned) return;
  roster.set({ trying: false, progress: null, trial: answer?.trial ?? null, refused: answer?.refused ?? null });
}

export const putBack = (): void => void tryOut([]);

/** The edits of the gestures, as one step of the text: what was tried is what is written. */
export function writeTrial(): void {
  const { trial } = roster.get();
  const { text, version } = session.get();
  if (!trial || text === null || text.composing || version !== trial.version) return;
  const before = tallyOf(session.get());
  text.edit(trial.edits);
  session.set({ last: { at: new Date(), ...trial.says, before }, notice: { tone: 'good', ...trial.says } });
}
