import type { ReactNode } from 'react';
import { useStore } from '../state/store.ts';
import { useSay } from '../words/index.ts';
import type { ShownChange } from '../worker/releaseProtocol.ts';
import { release } from './state.ts';

/** Signs before words, and words before colour. */
const signs: Readonly<Record<ShownChange['effect'], string>> = {
  stricter: '▼',
  looser: '▲',
  mixed: '◆',
  unknown: '？',
};

const words = {
  stricter: 'releaseStricter',
  looser: 'releaseLooser',
  mixed: 'releaseMixed',
  unknown: 'releaseUnknown',
} as const satisfies Record<ShownChange['effect'], string>;

/** What has changed in meaning, line by line, as whoever releases it has to have read it. */
export function Changes(): ReactNode {
  const say = useSay();
  const changes = useStore(release, (all) => all.surveyed?.changes) ?? [];
  if (changes.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <ul className="changes" tabIndex={0} aria-label={say('seeCompare')}>
      {changes.map(({ effect, path, clause, before, after }) => (
        <li key={`${effect} ${path} ${before} ${after}`}>
          <span className={`tag ${effect}`}>
            {signs[effect]} {say(words[effect])}
          </span>
          <div>
            <b>{path}</b> {clause !== null && <span className="c-3">{clause}</span>}
            <dl>
              <dt>{say('changeWas')}</dt>
              <dd>{before ?? say('changeNothing')}</dd>
              <dt>{say('changeIs')}</dt>
              <dd>{after ?? say('changeNothing')}</dd>
            </dl>
          </div>
        </li>
      ))}
    </ul>
  );
}
