import { type ReactNode, useState } from 'react';
import { session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { useSay } from '../words/index.ts';
import { cite, citing } from './cite.ts';

/** Below the list: the clause that is selected goes into the rule that is chosen. */
export function CiteBar({ clause }: { readonly clause: string | null }): ReactNode {
  const say = useSay();
  const outline = useStore(session, (all) => all.outline);
  const [rule, setRule] = useState('');
  const [busy, setBusy] = useState(false);
  const rules = outline?.blocks.filter(({ kind, disabled }) => citing.includes(kind) && !disabled) ?? [];
  const block = rules.find(({ key }) => key === rule);
  if (clause === null) return null;
  const onCite = async () => {
    if (!block) return;
    setBusy(true);
    await cite(block, clause, selectedIn('.regtext'));
    setBusy(false);
  };
  return (
    <div className="citebar">
      <b>{clause}</b>
      <label className="row">
        {say('citeFor')}
        <select className="box" value={block ? rule : ''} onChange={(event) => setRule(event.target.value)}>
          <option value="">{say('citeChoose')}</option>
          {rules.map(({ key, title, line, kind }) => (
            <option key={key} value={key}>
              {title || kind} · {say('line', { line })}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        className="btn primary"
        disabled={!block || busy}
        // Pressing it leaves the words selected.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => void onCite()}
      >
        {say('cite')}
      </button>
      <span className="label">{say('citeWhat', { clause })}</span>
    </div>
  );
}

function selectedIn(place: string): string {
  const selection = getSelection();
  const inside = selection?.anchorNode?.parentElement?.closest(place);
  return inside && selection ? selection.toString() : '';
}
