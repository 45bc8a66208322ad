/**
 * The language service's worker: reads a version when something is asked of it, and answers of the newest text alone. It
 * proves nothing, so that no answer waits for a proof.
 */
import type { RuleSource } from '../../src/index.ts';
import { type ReadDocument, readDocument } from '../../src/service/index.ts';
import { answers } from './serviceAnswers.ts';
import type { Answers, Asked, FromService, Questions, ToService, What } from './serviceProtocol.ts';
import { fetchSounds } from './serviceSounds.ts';

interface Open {
  readonly session: number;
  readonly file: string;
  readonly library: readonly RuleSource[];
}

let open: Open | null = null;
let newest = { version: -1, text: '' };
let document: { readonly version: number; readonly of: ReadDocument } | null = null;

const reply = (answer: FromService): void => postMessage(answer);

function documentNow({ file, library }: Open): ReadDocument {
  if (document?.version !== newest.version) {
    document = { version: newest.version, of: readDocument({ file, text: newest.text }, library) };
  }
  return document.of;
}

/** Each question goes with what it needs: the protocol's types say so, one by one. */
function answerOf<W extends What>(what: W, of: Open, about: Questions[W]): Answers[W] {
  return answers[what](documentNow(of), about);
}

function answer({ session, version, serial, what, about }: Asked): void {
  // A list that is asked for at one letter still serves at the next: Monaco narrows it. Dropped, it would not come at all
  // where one types faster than it can be drawn up.
  const stands = version === newest.version || what === 'complete';
  if (open === null || session !== open.session || !stands) {
    reply({ serial, answer: null });
    return;
  }
  try {
    reply({ serial, answer: answerOf(what, open, about as never) });
  } catch (error) {
    console.error(error);
    reply({ serial, answer: null });
  }
}

fetchSounds();

addEventListener('message', ({ data }: MessageEvent<ToService>) => {
  if (data.kind === 'open') {
    const { session, file, library } = data;
    open = { session, file, library };
    newest = { version: -1, text: '' };
    document = null;
  } else if (data.kind === 'text') {
    if (data.session === open?.session) newest = { version: data.version, text: data.text };
    // What has come meanwhile is looked at first, so that nothing is worked out for a text that has moved on.
  } else setTimeout(() => answer(data));
});
