import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { LadderTable } from '../explain/LadderTable.tsx';
import { ladderOf } from '../explain/ladder.ts';
import { Notices } from '../explain/Notices.tsx';
import { Summary } from '../explain/Summary.tsx';
import { showPerson } from '../explain/shown.ts';
import { Segmented } from '../parts/Segmented.tsx';
import { prefs } from '../state/prefs.ts';
import { useStore } from '../state/store.ts';
import { useLang, useSay } from '../words/index.ts';
import type { FromRoster } from '../worker/rosterProtocol.ts';
import { ChainList } from './ChainList.tsx';
import { rosterDesk } from './desk.ts';
import { Scroll } from './Scroll.tsx';

type Reckoned = Extract<FromRoster, { kind: 'reckoned' }>;

/** One of the people: every credit, and under trial what the change sets off. */
export function PersonPane({
  at,
  underTrial,
}: {
  readonly at: number | null;
  readonly underTrial: boolean;
}): ReactNode {
  const say = useSay();
  const lang = useLang();
  const masked = useStore(prefs, (all) => all.masked);
  const [tried, setTried] = useState(underTrial);
  const [shown, setShown] = useState<Reckoned | null>(null);
  useEffect(() => {
    if (at === null) return;
    let wanted = true;
    void rosterDesk.ask<'reckon'>({ kind: 'reckon', at, lang, masked, tried: underTrial && tried }).then((answer) => {
      if (wanted) setShown(answer);
    });
    return () => {
      wanted = false;
    };
  }, [at, lang, masked, tried, underTrial]);
  const judged = shown?.judged ?? null;
  const ladder = useMemo(() => judged && ladderOf(judged.plan, judged.result), [judged]);
  if (at === null || !judged || !ladder) {
    return (
      <div className="card rone">
        <p className="sect c-3">{say('pickPerson')}</p>
      </div>
    );
  }
  return (
    <div className="card rone">
      <div className="cardhead">
        <h2>{shown?.label}</h2>
        <span className="push row">
          {underTrial && (
            <Segmented
              label={say('whichRules')}
              value={tried ? 'then' : 'now'}
              options={[
                { value: 'now', label: say('underNow') },
                { value: 'then', label: say('underTrial') },
              ]}
              onChange={(value) => setTried(value === 'then')}
            />
          )}
          {!masked && (
            <button type="button" className="link" onClick={() => showPerson(judged)}>
              {say('openInExplain')}
            </button>
          )}
        </span>
      </div>
      <Scroll className="screen reckon rladder" label={shown?.label ?? ''}>
        {underTrial && shown && <ChainList chain={shown.chain} />}
        <Summary judged={judged} ladder={ladder} />
        <LadderTable ladder={ladder} judged={judged} whole={false} open={null} onOpen={() => {}} />
        <Notices judged={judged} />
      </Scroll>
    </div>
  );
}
