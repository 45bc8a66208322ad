import type { ReactNode } from 'react';
import { Command } from '../parts/Command.tsx';
import { session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { useLang, useSay } from '../words/index.ts';
import { tasks } from './tasks.ts';
import { visit } from './visit.ts';

/** 「怎么做」. */
export function HowTo(): ReactNode {
  const say = useSay();
  const lang = useLang();
  const isOpen = useStore(session, (all) => all.file !== null);
  return (
    <ol className="howto">
      {tasks.map(({ title, steps, place, command }) => (
        <li key={title.en} className="card">
          <h2 id={title.en.replaceAll(' ', '-')}>{title[lang]}</h2>
          <ol>
            {steps[lang].map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          {command && <Command line={command} />}
          <button
            type="button"
            className="btn noprint"
            aria-describedby={title.en.replaceAll(' ', '-')}
            onClick={() => void visit(place)}
          >
            {say(isOpen || place.screen === 'start' ? 'openPlace' : 'openPlaceSample')}
          </button>
        </li>
      ))}
    </ol>
  );
}
