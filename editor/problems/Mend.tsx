import { type ReactNode, useRef, useState } from 'react';
import { useSure } from '../parts/useSure.tsx';
import { perform } from '../state/gesture.ts';
import { session, tallyOf } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { visit } from '../state/visit.ts';
import { said, useLang, useSay } from '../words/index.ts';
import type { BlockHead, Problem } from '../worker/protocol.ts';
import { hunksOf } from './model.ts';

/** What may be done about a finding: what the fix writes, a change by hand, or a reason to leave it. */
export function Mend({ problem, block }: { readonly problem: Problem; readonly block: BlockHead | null }): ReactNode {
  const say = useSay();
  const lang = useLang();
  const { text, checked, version, composing } = useStore(session, (all) => all);
  const current = checked === version && !composing;
  const { fix, help, severity } = problem;
  const what = help ?? problem.message;
  const apply = () => {
    if (!fix || !text || !current) return;
    const before = tallyOf(session.get());
    text.edit(fix.edits.toSorted((a, b) => a.span.start - b.span.start));
    const words = (of: 'zh' | 'en') => said('fixedStep', of, { what: what[of] });
    session.set({ last: { at: new Date(), zh: words('zh'), en: words('en'), before } });
  };
  return (
    <section className="card">
      <h2>{say('mendHead')}</h2>
      {fix && (
        <div className="fix">
          <button type="button" className="btn primary" aria-disabled={!current} onClick={apply}>
            <FixWords problem={problem} text={text?.text ?? ''} />
          </button>
          <span>{what[lang]}</span>
          <span className={fix.safe ? 'tag good' : 'tag'}>{say(fix.safe ? 'recommended' : 'checkFirst')}</span>
        </div>
      )}
      <div className="fix">
        <button
          type="button"
          className={fix ? 'btn' : 'btn primary'}
          onClick={() => void visit('table', problem.line, problem.span)}
        >
          {say('changeByHand')}
        </button>
        <span>{fix ? say('byHandWhat', { line: problem.line }) : what[lang]}</span>
      </div>
      {severity !== 'error' && block && <PutAside problem={problem} block={block} />}
    </section>
  );
}

const SHORT = 14;

/** The button says what it writes. */
function FixWords({ problem, text }: { readonly problem: Problem; readonly text: string }): ReactNode {
  const say = useSay();
  const [only, more] = hunksOf(text, problem.fix?.edits ?? []);
  const [cut, put] = [only?.before[1].trim() ?? '', only?.after[1].trim() ?? ''];
  if (more || cut.length + put.length === 0 || put.length > SHORT) return say('applyFix');
  if (put === '') return cut.length > SHORT ? say('applyFix') : say('dropThis', { text: cut });
  return say(cut === '' ? 'addThis' : 'writeThis', { text: put });
}

/** 「暂不处理」: a reason is written into the section, and the finding is accepted there. */
function PutAside({ problem, block }: { readonly problem: Problem; readonly block: BlockHead }): ReactNode {
  const say = useSay();
  const sure = useSure();
  const [asked, setAsked] = useState(false);
  const [reason, setReason] = useState('');
  const { code } = problem;
  const [busy, setBusy] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const accept = async () => {
    setBusy(true);
    const outcome = await perform({ kind: 'accept', block: block.key, code, reason }, sure);
    setBusy(false);
    if (!outcome.done) return;
    // The box goes now, the finding once it has been checked.
    opener.current?.focus();
    setAsked(false);
  };
  return (
    <div className="fix">
      <button ref={opener} type="button" className="btn" aria-expanded={asked} onClick={() => setAsked(!asked)}>
        {say('putAside')}
      </button>
      {asked ? (
        <form
          className="row aside"
          onSubmit={(event) => {
            event.preventDefault();
            if (reason.trim() !== '' && !busy) void accept();
          }}
        >
          <input
            className="box"
            aria-label={say('putAsideHere')}
            placeholder={say('putAsideReason')}
            value={reason}
            // biome-ignore lint/a11y/noAutofocus: one has just asked for this very box
            autoFocus
            onChange={(event) => setReason(event.target.value)}
          />
          <button type="submit" className="btn primary" disabled={reason.trim() === ''}>
            {say('ok')}
          </button>
        </form>
      ) : (
        <span>{say('putAsideWhat', { code })}</span>
      )}
    </div>
  );
}
