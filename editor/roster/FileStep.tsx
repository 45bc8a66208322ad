import { type ReactNode, useRef } from 'react';
import { useSay } from '../words/index.ts';
import { openRoster } from './state.ts';

/** Step one: which file. It may be dropped anywhere, too. */
export function FileStep(): ReactNode {
  const say = useSay();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div className="card rosterfile">
      <h2>{say('rosterDrop')}</h2>
      <p>{say('rosterDropWhat')}</p>
      <span className="row">
        <button type="button" className="btn primary" onClick={() => picker.current?.click()}>
          {say('rosterPick')}
        </button>
        <button type="button" className="btn" onClick={() => void openRoster(null)}>
          {say('rosterSample')}
        </button>
      </span>
      <input
        ref={picker}
        type="file"
        hidden
        accept=".csv,.tsv,.xlsx,.json,.ndjson,.jsonl"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) void openRoster(file);
        }}
      />
    </div>
  );
}
