import { type ReactNode, useEffect, useRef, useState } from 'react';
import { perform } from '../state/gesture.ts';
import { session } from '../state/session.ts';
import { said, useSay } from '../words/index.ts';
import type { Judged } from '../worker/personProtocol.ts';
import { desk } from './desk.ts';
import { bare, exampleOf } from './toExample.ts';

/** 「存为用例」: asks for a name, and writes the practitioner with what stands here into the rule file. */
export function SaveExample({ judged, onClose }: { readonly judged: Judged; readonly onClose: () => void }): ReactNode {
  const say = useSay();
  const dialog = useRef<HTMLDialogElement>(null);
  const [name, setName] = useState(() => suggested(judged));
  const [busy, setBusy] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);
  const { credits, status, shortfall } = judged.result;
  const result = `${credits}，${say(`${status}Tag`)}${shortfall > 0 ? `，${say('shortBy', { n: shortfall })}` : ''}`;
  const add = async (): Promise<void> => {
    setBusy(true);
    // Closed as by hand, the focus goes back to where one came from.
    if (await write(judged, name.trim())) dialog.current?.close();
    else setBusy(false);
  };
  return (
    <dialog ref={dialog} className="asking" aria-label={say('keepExample')} onClose={onClose}>
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <h2>{say('keepExample')}</h2>
        <p>{say('exampleWhat', { result })}</p>
        <label className="fact">
          <span>{say('exampleName')}</span>
          <span className="boxed">
            <input value={name} required autoComplete="off" onChange={(event) => setName(event.target.value)} />
          </span>
        </label>
        <span className="row">
          <button type="submit" className="btn primary" disabled={busy || name.trim() === ''}>
            {say('addIt')}
          </button>
          <button type="button" className="btn" onClick={() => dialog.current?.close()}>
            {say('cancel')}
          </button>
        </span>
      </form>
    </dialog>
  );
}

/** What it is to expect is reckoned of the practitioner as the example will say it. */
async function write(judged: Judged, title: string): Promise<boolean> {
  const { plan, person: whole, year, readings } = judged;
  const bared = bare(plan, whole, year);
  const reckoned = await desk.judgeOnce({ person: bared, year, readings, lang: 'zh' });
  if (reckoned === null) return false;
  const gesture = exampleOf(plan, { title, person: bared, year, chosen: readings }, reckoned.result);
  const outcome = await perform(gesture);
  if (!outcome.done) return false;
  const args = { name: title };
  session.set({ notice: { tone: 'good', zh: said('exampleSaved', 'zh', args), en: said('exampleSaved', 'en', args) } });
  return true;
}

/** By what tells it: the kind of person, and what came of it. */
function suggested({ plan, person: { facts }, result }: Judged): string {
  const kinds = plan.personFields.flatMap((field) =>
    field.type === 'choice'
      ? field.options.filter(({ key }) => key === facts.get(field.key)).map(({ label }) => label)
      : [],
  );
  const verdict = said(`${result.status}Tag`, 'zh');
  return `${kinds.slice(0, 2).join('、') || '一人'}：${result.credits} 学分，${verdict}`;
}
