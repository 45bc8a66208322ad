import { type ReactNode, useEffect, useState } from 'react';
import { Sign } from '../parts/Sign.tsx';
import { count } from '../roster/show.ts';
import { saveNow } from '../state/commands.ts';
import { crowd } from '../state/crowd.ts';
import { keep } from '../state/keep.ts';
import { nextProblem } from '../state/problems.ts';
import { go } from '../state/route.ts';
import { revealLine } from '../state/select.ts';
import { isCurrent, session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { clockOf, useLang, useSay } from '../words/index.ts';
import { focusPane } from './shortcuts.ts';

/** What is the case just now, each piece a button that leads to it. Changes are announced. */
export function StatusBar(): ReactNode {
  const say = useSay();
  const all = useStore(session, (one) => one);
  const { text, problems, checked, examples, dirty, composing, caret, file } = all;
  const inText = useFocusIn('[data-pane="text"]');
  const inTable = useFocusIn('[data-pane="table"]');
  if (text === null) {
    return (
      <footer className="status">
        <span className="push piece">{say('local')}</span>
      </footer>
    );
  }
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.filter(({ severity }) => severity === 'warning').length;
  const failed = examples?.filter(({ pass }) => !pass) ?? [];
  const sample = file?.entry.from === 'sample';
  return (
    <footer className="status" data-current={isCurrent(all)}>
      <output className="pieces">
        {checked < 0 ? (
          <span className="piece">{say('checking')}</span>
        ) : (
          <button type="button" onClick={() => nextProblem(1)} title="F8">
            <Sign kind={errors > 0 ? 'err' : 'ok'} />
            {errors > 0 ? say('errors', { n: errors }) : say('noErrors')}
          </button>
        )}
        {warnings > 0 && (
          <button type="button" onClick={() => nextProblem(1)} title="F8">
            <Sign kind="warn" />
            {say('warnings', { n: warnings })}
          </button>
        )}
        {examples ? (
          <button
            type="button"
            className={failed.length > 0 ? 'c-bad' : ''}
            onClick={() => revealLine((failed[0] ?? examples[0])?.line ?? 1)}
          >
            {say('examplesRun', { passed: examples.length - failed.length, all: examples.length })}
          </button>
        ) : (
          <span className="piece c-3">{say('examplesNot')}</span>
        )}
        <button type="button" onClick={() => void saveNow()} title="Ctrl+S">
          {dirty ? <Draft /> : sample ? say('sample') : say('savedNow')}
        </button>
        <People />
      </output>
      <span className="push" />
      <button type="button" onClick={() => focusPane('text')}>
        {say(composing ? 'imeOn' : 'ime')}
      </button>
      <button type="button" onClick={() => focusPane(inText ? 'table' : 'text')} title="Alt+1 / Alt+2">
        {say(inText ? 'tabWrites' : inTable ? 'tabCells' : 'tabMoves')}
      </button>
      <button type="button" onClick={() => focusPane('text')}>
        {say('place', caret)}
      </button>
      <span className="piece c-3">{say('local')}</span>
    </footer>
  );
}

/** The open roster, and the way back to it. */
function People(): ReactNode {
  const say = useSay();
  const { open, people, year } = useStore(crowd, (all) => all);
  if (!open) return null;
  return (
    <button type="button" onClick={() => go('roster')}>
      {people === null || year === null ? say('peopleWait') : say('peopleStand', { year, people: count(people) })}
    </button>
  );
}

/** What stands as a draft is lost by no crash; before it does, that is said. */
function Draft(): ReactNode {
  const say = useSay();
  const lang = useLang();
  const { kept, behind } = useStore(keep, (all) => all);
  if (kept === null || behind) return <span className="c-warn">{say('unsaved')}</span>;
  return say('draftKept', { when: clockOf(kept, lang) });
}

function useFocusIn(selector: string): boolean {
  const [inside, setInside] = useState(false);
  useEffect(() => {
    const look = () => setInside(document.activeElement?.closest(selector) != null);
    addEventListener('focusin', look);
    addEventListener('focusout', look);
    return () => {
      removeEventListener('focusin', look);
      removeEventListener('focusout', look);
    };
  }, [selector]);
  return inside;
}
