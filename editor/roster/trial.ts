/** 「改一改看看」: what is turned, what it does to the people of the roster, and how it becomes an edit of the text. */
import { tell } from '../state/open.ts';
import { session, tallyOf } from '../state/session.ts';
import { said } from '../words/said.ts';
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
  // Nothing turned is how it stands, and that is known.
  const { trial, refused } = turned.length > 0 ? roster.get() : { trial: null, refused: null };
  roster.set({ turned, trying: turned.length > 0, trial, refused, looking: null });
  const wanted = (): boolean => roster.get().turned === turned;
  const answer = await rosterDesk.ask<'try'>(
    { kind: 'try', turned },
    (far) => wanted() && roster.set({ progress: far }),
  );
  // Something else was turned meanwhile, or it was stopped; or the rules are others.
  if (!wanted()) return;
  const found = { trial: answer?.trial ?? null, refused: answer?.refused ?? null };
  roster.set({ ...found, trying: false, progress: null, tried: turned });
}

export const putBack = (): void => void tryOut([]);

/** The edits of the gestures, as one step of the text: what was tried is what is written. */
export function writeTrial(): void {
  const { trial, trying } = roster.get();
  const { text } = session.get();
  if (!trial || trying || !isWritable()) return;
  const before = tallyOf(session.get());
  text?.edit(trial.edits);
  session.set({ last: { at: new Date(), ...trial.says, before } });
  const words = (lang: 'zh' | 'en'): string => said('tryWritten', lang, { n: trial.edits.length });
  tell('good', { zh: words('zh'), en: words('en') });
}

/** The text is the one that it was tried on. */
export function isWritable(): boolean {
  const { rules } = roster.get();
  const { text } = session.get();
  return text !== null && !text.composing && rules?.text === text.text;
}
