import type { ReactNode } from 'react';
import type { Check, CheckId, Settled } from '../../src/release/check.ts';
import { Sign } from '../parts/Sign.tsx';
import { hrefOf } from '../state/route.ts';
import { useStore } from '../state/store.ts';
import { useLang, useSay, type WordId } from '../words/index.ts';
import { Changes } from './Changes.tsx';
import { release } from './state.ts';

/** Where one looks at what is open. */
const places: Readonly<Partial<Record<CheckId, readonly [string, WordId]>>> = {
  errors: ['problems', 'seeProblems'],
  examples: ['examples', 'seeExamples'],
  clauses: ['clauses', 'seeClauses'],
  compared: ['compare', 'seeCompare'],
};

/** The sides of 「版本对比」 are those that were compared here. */
function withBase(): void {
  const base = release.get().surveyed?.base ?? null;
  if (base === null) return;
  void import('../compare/state.ts').then(({ compareWith }) => compareWith(base, null, 'before'));
}

/** One check: green, or with what is to be looked at and a place to say why it may go on. */
export function CheckRow({ check, settled }: { readonly check: Check; readonly settled: Settled }): ReactNode {
  const say = useSay();
  const lang = useLang();
  const { id, label, state, told, details, more, mark } = check;
  const open = settled.left.includes(id);
  const word: WordId =
    state === 'green' ? 'stateGreen' : state === 'barred' ? 'stateBarred' : open ? 'stateWaiting' : 'stateSigned';
  const [place, see] = places[id] ?? [];
  return (
    <li className={`check ${state === 'green' ? 'green' : open ? 'open' : 'signed'}`}>
      <Sign kind={state === 'green' || !open ? 'ok' : state === 'barred' ? 'err' : 'warn'} />
      <div className="body">
        <div className="row head">
          <h3>{label[lang]}</h3>
          <span className={`tag ${state === 'green' || !open ? 'good' : state === 'barred' ? 'bad' : 'warn'}`}>
            {say(word)}
          </span>
          {state !== 'green' && place && see && (
            <a className="push" href={hrefOf(place)} onClick={id === 'compared' ? withBase : undefined}>
              {say(see)}
            </a>
          )}
        </div>
        <p>{told[lang]}</p>
        {state !== 'green' && id !== 'compared' && details.length > 0 && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
          <ul className="details" tabIndex={0} aria-label={label[lang]}>
            {details.map((one) => (
              <li key={one.zh}>{one[lang]}</li>
            ))}
            {more > 0 && <li>{say('releaseMore', { n: more })}</li>}
          </ul>
        )}
        {id === 'compared' && mark !== undefined ? (
          <Read mark={mark} />
        ) : (
          state === 'open' && <Reason id={id} name={label[lang]} />
        )}
      </div>
    </li>
  );
}

/** Only of what was compared: another comparison has to be read again. */
function Read({ mark }: { readonly mark: string }): ReactNode {
  const say = useSay();
  const read = useStore(release, (all) => all.read === mark);
  const done = useStore(release, (all) => all.done !== null);
  return (
    <>
      <Changes />
      <label className="tick">
        <input
          type="checkbox"
          checked={read}
          disabled={done}
          onChange={(event) => release.set({ read: event.target.checked ? mark : null })}
        />
        {say('haveRead')}
      </label>
    </>
  );
}

function Reason({ id, name }: { readonly id: CheckId; readonly name: string }): ReactNode {
  const say = useSay();
  const { reasons, done } = useStore(release, (all) => all);
  return (
    <label className="reason">
      <span>{say('signReason')}</span>
      <input
        value={reasons[id] ?? ''}
        maxLength={2000}
        readOnly={done !== null}
        aria-label={say('signReasonFor', { check: name })}
        placeholder={say('signHint')}
        onChange={(event) => release.set({ reasons: { ...reasons, [id]: event.target.value } })}
      />
    </label>
  );
}
