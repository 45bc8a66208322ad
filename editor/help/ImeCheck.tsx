import { type ReactNode, useId, useRef, useState } from 'react';
import { Sign } from '../parts/Sign.tsx';
import { type Say, useSay } from '../words/index.ts';

/** One composition, as the browser told of it. */
interface Heard {
  readonly steps: readonly string[];
  /** What stood in the field before it began, and after it ended. */
  readonly before: string;
  readonly after: string;
  readonly committed: string | null;
}

/** A field that tells what an input method delivers: whether words come whole, once, and with an end. */
export function ImeCheck(): ReactNode {
  const say = useSay();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [heard, setHeard] = useState<Heard | null>(null);
  const held = () => field.current?.value ?? '';
  return (
    <div className="setting">
      <label htmlFor={id}>
        <b>{say('imeTry')}</b>
      </label>
      <div className="imecheck">
        <textarea
          id={id}
          ref={field}
          rows={2}
          placeholder={say('imeTryHere')}
          autoComplete="off"
          spellCheck={false}
          onCompositionStart={() => setHeard({ steps: [], before: held(), after: '', committed: null })}
          onCompositionUpdate={({ data }) => setHeard((one) => one && { ...one, steps: [...one.steps, data] })}
          onCompositionEnd={({ data }) => {
            // The last input comes before this in some browsers, and after it in others.
            setTimeout(() => setHeard((one) => one && { ...one, committed: data, after: held() }));
          }}
        />
        <output aria-live="polite">{heard && <Told heard={heard} say={say} />}</output>
      </div>
    </div>
  );
}

function Told({ heard, say }: { readonly heard: Heard; readonly say: Say }): ReactNode {
  const { steps, before, after, committed } = heard;
  const told = steps.filter((step, at) => step !== steps[at - 1]).join(' → ');
  if (committed === null) return <span className="c-3">{say('imeComposing', { told })}</span>;
  const sound = committed === '' ? after === before : after.length === before.length + committed.length;
  return (
    <>
      <Sign kind={sound ? 'ok' : 'err'} />{' '}
      {sound ? say('imeSound', { text: committed, n: steps.length }) : say('imeOff', { text: committed, held: after })}
      <span className="c-3"> {say('imeSteps', { told })}</span>
    </>
  );
}
