import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Command } from '../parts/Command.tsx';
import { Segmented } from '../parts/Segmented.tsx';
import { prefs } from '../state/prefs.ts';
import { session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { useLang, useSay } from '../words/index.ts';
import type { Results as Counted } from '../worker/rosterProtocol.ts';
import { CapTable, CategoryTable } from './CategoryTable.tsx';
import { download } from './download.ts';
import { Figures } from './Figures.tsx';
import { GroupPane } from './GroupPane.tsx';
import { SpreadTable } from './SpreadTable.tsx';
import { count, creditsOf } from './show.ts';
import { exportAs, roster } from './state.ts';
import { WhatIf } from './WhatIf.tsx';

// The chart is large, and the figures and tables say the same without it.
const Histogram = lazy(() => import('./Histogram.tsx'));

type Table = 'groups' | 'categories' | 'caps';

/** Step three: what came of everybody. */
export function Results({ results }: { readonly results: Counted }): ReactNode {
  const say = useSay();
  const { groups, year } = results;
  const rules = useStore(session, (all) => all.file?.entry.name ?? '');
  const file = useStore(roster, (all) => all.sight?.file ?? '');
  const by = useStore(roster, (all) => all.table?.key.replace(/^#.*/, '') ?? '');
  const [table, setTable] = useState<Table>('groups');
  const shown = groups.length === 0 && table === 'groups' ? 'categories' : table;
  const options = [
    ...(groups.length > 0 ? [{ value: 'groups' as const, label: say('byGroups') }] : []),
    { value: 'categories' as const, label: say('byCategories') },
    { value: 'caps' as const, label: say('byCaps') },
  ];
  return (
    <>
      <Figures results={results} />
      <div className="rgrid">
        <Spread results={results} />
        <WhatIf />
      </div>
      <div className="card rtables">
        <div className="cardhead">
          <Segmented label={say('tablesLook')} value={shown} options={options} onChange={setTable} />
          <Rejected results={results} />
        </div>
        {shown === 'groups' && <GroupPane results={results} />}
        {shown === 'categories' && <CategoryTable results={results} />}
        {shown === 'caps' && <CapTable results={results} />}
      </div>
      <Command line={`cme eval ${rules} ${file} --year ${year}${shown === 'groups' && by ? ` --by ${by}` : ''}`} />
    </>
  );
}

function Rejected({ results }: { readonly results: Counted }): ReactNode {
  const say = useSay();
  const lang = useLang();
  const masked = useStore(prefs, (all) => all.masked);
  if (results.rejected === 0) return null;
  const { faults } = results;
  return (
    <p
      className="rejected push"
      role="status"
      title={masked ? undefined : faults.map((fault) => fault[lang]).join('\n') || undefined}
    >
      {say('rejectedSays', { n: count(results.rejected) })}
      <button type="button" className="link" onClick={() => void exportAs('rejected').then(download)}>
        {say('rejectedGet')}
      </button>
    </p>
  );
}

function Spread({ results: { spreads } }: { readonly results: Counted }): ReactNode {
  const say = useSay();
  const [need, setNeed] = useState(0);
  const [as, setAs] = useState<'picture' | 'table'>('picture');
  const busy = useStore(roster, ({ stage }) => stage === 'running');
  const spread = spreads[need] ?? spreads[0];
  return (
    <div className="card rspread">
      <div className="cardhead">
        <h2>{say('spreadTitle')}</h2>
        {spread && <span className="label">{say('spreadSays', { n: creditsOf(spread.width) })}</span>}
        <span className="push row">
          {spreads.length > 1 && (
            <Segmented
              label={say('spreadLook')}
              value={String(need)}
              options={spreads.map(({ required, people }, at) => ({
                value: String(at),
                label: say('spreadNeed', { n: creditsOf(required), people: count(people) }),
              }))}
              onChange={(value) => setNeed(Number(value))}
            />
          )}
          <Segmented
            label={say('flowLook')}
            value={as}
            options={[
              { value: 'picture', label: say('asPicture') },
              { value: 'table', label: say('asTable') },
            ]}
            onChange={setAs}
          />
        </span>
      </div>
      {spread &&
        (as === 'table' ? (
          <SpreadTable spread={spread} />
        ) : (
          <Suspense fallback={<div className="hist" aria-busy={busy} />}>
            <Histogram spread={spread} />
          </Suspense>
        ))}
    </div>
  );
}
