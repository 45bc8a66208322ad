import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useLearnt } from '../state/learn.ts';
import { session, tallyOf } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { useSay } from '../words/index.ts';
import type { Problem } from '../worker/protocol.ts';
import type { Question } from '../worker/questions.ts';
import { hunksOf } from './model.ts';

const SHOWN = 4;

/** The lines that a fix changes, as they are and as they will be, and what that comes to; without a fix the line. */
export function Preview({ problem }: { readonly problem: Problem }): ReactNode {
  const say = useSay();
  const { text, version, checked } = useStore(session, (all) => all);
  const { fix, line } = problem;
  // The finding is of the text that was checked: one that was written since has other places.
  const [written, setWritten] = useState(text?.text ?? '');
  useEffect(() => {
    if (checked === version) setWritten(text?.text ?? '');
  }, [text, version, checked]);
  const hunks = useMemo(() => (fix ? hunksOf(written, fix.edits) : []), [written, fix]);
  const question = useMemo((): Question<'fix'> | null => (fix ? { of: 'fix', edits: fix.edits } : null), [fix]);
  const after = useLearnt(question)?.told ?? null;
  if (!fix) {
    const lines = written.split(/\r\n|\r|\n/);
    return (
      <section className="card">
        <h2>{say('asItStands', { line })}</h2>
        <pre className="diffline">{lines[line - 1]?.trim()}</pre>
      </section>
    );
  }
  return (
    <section className="card">
      <h2>{say('previewHead', { line: hunks[0]?.line ?? line })}</h2>
      {hunks.slice(0, SHOWN).map((one) => (
        <pre className="diffline" key={`${one.line} ${one.before.join('')}`}>
          <span className="del">
            <span className="c-bad">- </span>
            {one.before[0]}
            <b className="c-bad">{one.before[1]}</b>
            {one.before[2]}
          </span>
          {'\n'}
          <span className="ins">
            <span className="c-good">+ </span>
            {one.after[0]}
            <b className="c-good">{one.after[1]}</b>
            {one.after[2]}
          </span>
        </pre>
      ))}
      <Outcome after={after} places={hunks.length} />
    </section>
  );
}

interface Tried {
  readonly errors: number;
  readonly warnings: number;
  readonly passed: number;
  readonly failed: number;
}

function Outcome({ after, places }: { readonly after: Tried | null; readonly places: number }): ReactNode {
  const say = useSay();
  const all = useStore(session, (one) => one);
  const now = tallyOf(all);
  const run = all.examples?.length ?? 0;
  const counts = (passed: number, of: number) => (of === 0 ? say('notRun') : `${passed}/${of}`);
  return (
    <table className="kv">
      <tbody>
        {after && (
          <>
            <tr>
              <th scope="row">{say('thenErrors')}</th>
              <td>
                {now.errors} → <b className={after.errors < now.errors ? 'c-good' : ''}>{after.errors}</b>
              </td>
            </tr>
            <tr>
              <th scope="row">{say('thenWarnings')}</th>
              <td>
                {now.warnings} → <b>{after.warnings}</b>
              </td>
            </tr>
            <tr>
              <th scope="row">{say('thenExamples')}</th>
              <td>
                {counts(run - now.failed, run)} →{' '}
                <b className={after.failed > 0 ? 'c-bad' : after.passed > 0 ? 'c-good' : ''}>
                  {counts(after.passed, after.passed + after.failed)}
                </b>
              </td>
            </tr>
          </>
        )}
        {!after && (
          <tr>
            <th scope="row">{say('thenExamples')}</th>
            <td className="c-3">{say('trying')}</td>
          </tr>
        )}
        <tr>
          <th scope="row">{say('thenText')}</th>
          <td>{say('onlyThese', { n: places })}</td>
        </tr>
      </tbody>
    </table>
  );
}
