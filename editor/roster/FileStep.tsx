import type { ReactNode } from 'react';
import { FileButton } from '../parts/FileButton.tsx';
import { useSay } from '../words/index.ts';
import { openRoster } from './state.ts';

/** Step one: which file. It may be dropped anywhere, too. */
export function FileStep(): ReactNode {
  const say = useSay();
  return (
    <div className="card rosterfile" data-step tabIndex={-1}>
      <h2>{say('rosterDrop')}</h2>
      <p>{say('rosterDropWhat')}</p>
      <span className="row">
        <FileButton
          words={say('rosterPick')}
          look="btn primary"
          accept=".csv,.tsv,.xlsx,.json,.ndjson,.jsonl"
          onFile={(file) => void openRoster(file)}
        />
        <button type="button" className="btn" onClick={() => void openRoster(null)}>
          {say('rosterSample')}
        </button>
      </span>
    </div>
  );
}
