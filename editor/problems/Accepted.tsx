import { type ReactNode, useState } from 'react';
import { Sign } from '../parts/Sign.tsx';
import { useSure } from '../parts/useSure.tsx';
import { perform } from '../state/gesture.ts';
import { rowsOf } from '../state/rows.ts';
import { session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { visit } from '../state/visit.ts';
import { useLang, useSay } from '../words/index.ts';
import type { AcceptedProblem } from '../worker/questions.ts';
import { blockOf, byAcceptance, names, signs } from './model.ts';

/** 「已接受」: what 已知 accepts, the reason that is given, and the way back. */
export function Accepted(props: {
  readonly all: readonly AcceptedProblem[];
  /** They are of the text as it stands: what is on a line now may be another. */
  readonly current: boolean;
}): ReactNode {
  const { all, current } = props;
  const say = useSay();
  const lang = useLang();
  const sure = useSure();
  const outline = useStore(session, (one) => one.outline);
  const [busy, setBusy] = useState(false);
  const takeBack = async ({ at }: AcceptedProblem) => {
    if (busy || !current) return;
    setBusy(true);
    const block = blockOf({ line: at }, outline);
    const rows = block && (await rowsOf(block.key));
    const row = rows?.rows.find((one) => one.kind === 'accepted' && one.line === at);
    if (row) await perform({ kind: 'delete', keys: [row.key] }, sure);
    setBusy(false);
  };
  return (
    <article className="pdet" data-step tabIndex={-1} aria-label={say('acceptedTitle')}>
      <header>
        <h1>{say('acceptedTitle')}</h1>
        <p className="c-3">{say('acceptedWhat')}</p>
      </header>
      {byAcceptance(all).map((group) => {
        const [first] = group;
        if (!first) return null;
        return (
          <section className="card acc" key={`${first.at} ${first.code}`}>
            <div className="row">
              <span className="label">{blockOf({ line: first.at }, outline)?.title}</span>
              <span className="label code">{first.code}</span>
              <button
                type="button"
                className="btn push"
                aria-disabled={busy || !current}
                onClick={() => void takeBack(first)}
              >
                {say('takeBack')}
              </button>
            </div>
            {group.map((one) => (
              <p key={`${one.line} ${one.message.zh}`} className="found">
                <Sign kind={signs[one.severity]} name={say(names[one.severity])} />
                <span>{one.message[lang]}</span>
                <button type="button" className="link" onClick={() => void visit('text', one.line)}>
                  {say('inLines', { lines: one.line })}
                </button>
              </p>
            ))}
            <p className="quote">
              <b>{say('acceptedReason')}</b> {first.reason}
            </p>
          </section>
        );
      })}
    </article>
  );
}
