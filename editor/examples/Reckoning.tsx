import { type ReactNode, useMemo } from 'react';
import type { PersonResult } from '../../src/index.ts';
import { Sign } from '../parts/Sign.tsx';
import { useLearnt } from '../state/learn.ts';
import { prefs } from '../state/prefs.ts';
import { useStore } from '../state/store.ts';
import { visit } from '../state/visit.ts';
import { useLang, useSay } from '../words/index.ts';
import type { Question } from '../worker/questions.ts';
import { type ExampleRow, failureWords, givenWords } from './model.ts';

/** How one example is reckoned, step by step, so that the sum is the sum of what stands above it. */
export function Reckoning({ row }: { readonly row: ExampleRow | null }): ReactNode {
  const say = useSay();
  const lang = useLang();
  const masked = useStore(prefs, (all) => all.masked);
  const line = row?.one.line ?? null;
  const question = useMemo(
    (): Question<'reckoning'> | null => (line === null ? null : { of: 'reckoning', line, lang }),
    [line, lang],
  );
  const result = useLearnt(question)?.told ?? null;
  return (
    <aside className="exside card" aria-label={say('reckoningHead')}>
      <div className="panehead">
        <h2>{say('reckoningHead')}</h2>
        {row && (
          <button type="button" className="link push" onClick={() => void visit('text', row.one.line)}>
            {say('goText')} · {say('line', { line: row.one.line })}
          </button>
        )}
      </div>
      <div className="scroller">
        {row ? (
          <>
            <div className="pad about">
              <h3>{row.one.name}</h3>
              <p>{givenWords(row.given, lang, say, masked)}</p>
              {!row.one.pass && (
                <p className="callout err" role="note">
                  <Sign kind="err" />
                  <b>{failureWords(row, lang, say)}</b>
                </p>
              )}
            </div>
            {result && <Steps of={result} />}
          </>
        ) : (
          <p className="c-3 pad">{say('pickExample')}</p>
        )}
      </div>
    </aside>
  );
}

function Steps({ of }: { readonly of: PersonResult }): ReactNode {
  const say = useSay();
  const steps = of.steps ?? [];
  const silent = of.records.filter(({ detail }) => detail !== undefined);
  return (
    <>
      <ol className="steps">
        {steps.map((step, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
          <li key={at} className={step.kind}>
            <span className="rule">{step.rule}</span>
            <span className="num">{step.lost > 0 ? <b className="c-bad">−{step.lost}</b> : <b>{step.credits}</b>}</span>
            <span className="label">
              {[step.clause, step.quantity, step.to && say('stepTo', { to: step.to })].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ol>
      {silent.map(({ id, detail }) => (
        <p key={id} className="pad c-3">
          {say('recordGot', { why: detail ?? '' })}
        </p>
      ))}
      <p className="pad total">
        <b>{say('sumIs', { credits: of.credits, status: say(of.status) })}</b>
      </p>
    </>
  );
}
