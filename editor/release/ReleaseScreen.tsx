import '../styles/tick.css';
import '../styles/release.css';
import { type ReactNode, useEffect } from 'react';
import { settle } from '../../src/release/check.ts';
import { Command } from '../parts/Command.tsx';
import { session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { said, useSay } from '../words/index.ts';
import { AuditLog } from './AuditLog.tsx';
import { CheckRow } from './CheckRow.tsx';
import { commandFor } from './command.ts';
import { Done } from './Done.tsx';
import { PublishForm } from './PublishForm.tsx';
import { compareWith, follow, release, signOffsOf } from './state.ts';

/** S8 「发布」: what has to be so before, by whom and why, and what came of it. */
export default function ReleaseScreen(): ReactNode {
  const say = useSay();
  const all = useStore(release, (one) => one);
  const file = useStore(session, (one) => one.file);
  useEffect(follow, []);
  const { surveyed, looking, log } = all;
  const signOffs = signOffsOf(all, said('haveRead', 'zh'));
  const settled = settle(surveyed?.checks ?? [], signOffs);
  const count = surveyed?.checks.length ?? 0;
  return (
    <section className="screen release" aria-label={say('releasePlace')}>
      <header className="pagehead">
        <h1>{say('releasePlace')}</h1>
        {surveyed && <b>{`${surveyed.label} ${surveyed.version}`}</b>}
        {surveyed && (
          <label className="against">
            <span className="label">{say('releaseAgainst')}</span>
            <select value={surveyed.base ?? ''} onChange={(event) => compareWith(event.target.value || null)}>
              <option value="">{say('releaseFirst')}</option>
              {surveyed.versions.map((one) => (
                <option key={one.file} value={one.file}>
                  {one.name}
                </option>
              ))}
            </select>
          </label>
        )}
        <output className="push label" aria-live="polite">
          {looking || !surveyed
            ? say('releaseChecking')
            : say('releaseCount', { done: count - settled.left.length, all: count })}
        </output>
      </header>
      <div className="columns">
        <div className="card checks" aria-busy={looking}>
          <h2 className="cardtitle">{say('releaseChecks')}</h2>
          <ul>
            {surveyed?.checks.map((check) => (
              <CheckRow key={check.id} check={check} settled={settled} />
            ))}
          </ul>
        </div>
        <aside className="stack">
          {all.done || all.zip ? <Done /> : <PublishForm signOffs={signOffs} settled={settled} />}
          <AuditLog log={log} />
          {file && <Command line={commandFor(all, signOffs, file.entry.name)} />}
        </aside>
      </div>
    </section>
  );
}
