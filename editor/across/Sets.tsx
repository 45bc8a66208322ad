import type { ReactNode } from 'react';
import { useStore } from '../state/store.ts';
import { useSay } from '../words/index.ts';
import { beside, choose, MOST, pickAnother } from './state.ts';

/** The rule sets to hold against the open one; a check mark each. */
export function Sets(): ReactNode {
  const say = useSay();
  const { offered, titles, chosen, told } = useStore(beside, (all) => all);
  return (
    <fieldset className="card sets">
      <legend className="sr">{say('acrossSets')}</legend>
      <span className="label" aria-hidden="true">
        {say('acrossSets')}
      </span>
      {offered.map(({ file }) => (
        <label key={file} className="tick">
          <input
            type="checkbox"
            checked={chosen.includes(file)}
            disabled={!chosen.includes(file) && chosen.length >= MOST}
            onChange={(event) => choose(file, event.target.checked)}
          />
          <span title={file}>{titles[file] ?? file}</span>
        </label>
      ))}
      {offered.length === 0 && <span className="c-3">{say('acrossNone')}</span>}
      <button type="button" className="btn" onClick={() => void pickAnother()}>
        {say('acrossPick')}
      </button>
      {told?.broken.map((file) => (
        <span key={file} className="c-bad">
          {chosen.includes(file) ? say('acrossBroken', { name: file }) : say('acrossOwnBroken')}
        </span>
      ))}
    </fieldset>
  );
}
