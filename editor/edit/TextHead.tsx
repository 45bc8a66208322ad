import type { ReactNode } from 'react';
import { KeywordToggle } from '../monaco/KeywordToggle.tsx';
import { Segmented } from '../parts/Segmented.tsx';
import { perform } from '../state/gesture.ts';
import { type Layout, prefs } from '../state/prefs.ts';
import { session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { useSay } from '../words/index.ts';

export function TextHead(): ReactNode {
  const say = useSay();
  const layout = useStore(prefs, (all) => all.layout);
  const name = useStore(session, ({ file }) => file?.entry.name);
  const stale = useStore(session, ({ outline }) => outline?.stale ?? 0);
  const behind = useStore(session, ({ composing, outline, version }) => composing || outline?.version !== version);
  const step = behind ? (
    <span className="c-3">{say('behind')}</span>
  ) : stale > 0 ? (
    <span className="c-bad">{say('staleRows', { n: stale })}</span>
  ) : (
    <span className="c-good">✓ {say('inStep')}</span>
  );
  const options: readonly { readonly value: Layout; readonly label: string; readonly title?: string }[] = [
    { value: 'table', label: say('onlyTable'), title: 'Alt+1' },
    { value: 'both', label: say('both') },
    { value: 'text', label: say('onlyText'), title: 'Alt+2' },
  ];
  return (
    <div className="texthead">
      <b>{say('text')}</b>
      <span className="c-3">{name}</span>
      {step}
      <span className="push" />
      <Segmented label={say('layout')} value={layout} options={options} onChange={(to) => prefs.set({ layout: to })} />
      <button type="button" className="link" onClick={() => void perform({ kind: 'format' })}>
        {say('tidy')}
      </button>
      <KeywordToggle />
    </div>
  );
}
