import '../styles/explain.css';
import '../styles/roster.css';
import { type ReactNode, useEffect, useRef } from 'react';
import { useStep } from '../parts/useStep.ts';
import { drops } from '../state/drops.ts';
import { useStore } from '../state/store.ts';
import { useSay } from '../words/index.ts';
import { ExportMenu } from './ExportMenu.tsx';
import { FileStep } from './FileStep.tsx';
import { MatchStep } from './MatchStep.tsx';
import { backToOpener } from './open.ts';
import { PeoplePanel } from './PeoplePanel.tsx';
import { ProgressCard } from './ProgressCard.tsx';
import { Results } from './Results.tsx';
import { close, follow, openRoster, roster } from './state.ts';

/** S5 「名册测算」: a roster judged by the rules as they stand, in this tab alone. */
export default function RosterScreen(): ReactNode {
  const say = useSay();
  const { stage, sight, results, looking, rules, trying, exporting } = useStore(roster, (all) => all);
  const screen = useRef<HTMLElement>(null);
  useEffect(follow, []);
  useStep(screen, `${stage} ${trying} ${exporting}`);
  useEffect(() => {
    if (looking === null) backToOpener();
  }, [looking]);
  useEffect(() => {
    drops.take = (file) => {
      if (file.name.toLowerCase().endsWith('.cme')) return false;
      void openRoster(file);
      return true;
    };
    return () => {
      drops.take = null;
    };
  }, []);
  const file = sight?.file;
  const steps = [
    { word: 'stepFile', done: sight !== null, on: stage === 'none' || stage === 'reading' },
    { word: 'stepColumns', done: results !== null && stage !== 'match', on: stage === 'match' },
    { word: 'stepResults', done: false, on: stage === 'running' || stage === 'done' },
  ] as const;
  return (
    <section ref={screen} className="screen rosterscreen" aria-label={say('rosterPlace')}>
      <header className="pagehead">
        <h1>{say('rosterPlace')}</h1>
        <ol className="steps">
          {steps.map(({ word, done, on }) => (
            <li key={word} aria-current={on ? 'step' : undefined} className={done && !on ? 'c-good' : ''}>
              {done && !on ? '✓ ' : ''}
              {say(word)}
            </li>
          ))}
        </ol>
        {file && <span className="label">{say('rosterLocal', { file })}</span>}
        <span className="push row">
          {stage !== 'none' && (
            <button type="button" className="btn" onClick={close}>
              {say('rosterOther')}
            </button>
          )}
          {stage === 'done' && results && <ExportMenu results={results} />}
        </span>
      </header>
      {rules?.sound === false && (
        <p className="card rosterbroken" role="status">
          {say(stage === 'done' ? 'rosterBefore' : 'rosterBroken')}
        </p>
      )}
      {stage === 'none' && <FileStep />}
      <ProgressCard />
      {stage === 'match' && sight && <MatchStep sight={sight} />}
      {results && (stage === 'done' || stage === 'running') && (
        <>
          {looking && (
            <div className="rbody" data-step tabIndex={-1} inert={stage === 'running'}>
              <PeoplePanel looking={looking} />
            </div>
          )}
          {/* What was looked at before stays as it was. */}
          <div className="rbody" data-step tabIndex={-1} inert={stage === 'running'} hidden={looking !== null}>
            <Results results={results} />
          </div>
        </>
      )}
    </section>
  );
}
