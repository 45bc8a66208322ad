import type { ReactNode } from 'react';
import { hrefOf } from '../state/route.ts';
import { useSay } from '../words/index.ts';
import { MostMoved } from './MostMoved.tsx';
import { openReckoning } from './openReckoning.ts';
import type { Measured } from './people.ts';

/** Those of the open roster whom the revision moves most. */
export function Moved({ people }: { readonly people: Measured }): ReactNode {
  const say = useSay();
  if (people.most.length === 0) return null;
  return (
    <section className="card movedmost">
      <h2>{say('movedMost', { n: people.most.length })}</h2>
      <span className="label">{say('movedAll', { n: people.changed, up: people.up, down: people.down })}</span>
      <a className="push" href={hrefOf('roster')}>
        {say('toRoster')}
      </a>
      <MostMoved of={people.most} open={openReckoning} />
    </section>
  );
}
