import { type ReactNode, useState } from 'react';
import type { ImpactFound } from '../../src/index.ts';
import { useSay } from '../words/index.ts';
import { MostMoved } from './MostMoved.tsx';
import { openReckoning } from './openReckoning.ts';

/** What one change does by itself to the people of the open roster, and whom it moves most. */
export function TouchedPeople({ of }: { readonly of: ImpactFound }): ReactNode {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const counts = [
    ['touchedUp', of.gained, 'c-good'],
    ['touchedDown', of.lost, 'c-bad'],
    ['touchedMet', of.unmet_to_met, 'c-good'],
    ['touchedUnmet', of.met_to_unmet, 'c-bad'],
  ] as const;
  return (
    <>
      <span>{say('touchedPeople', { n: of.changed })}</span>
      {counts.map(
        ([word, n, tone]) =>
          n > 0 && (
            <span key={word} className={tone}>
              {say(word, { n })}
            </span>
          ),
      )}
      {of.most_affected.length > 0 && (
        <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {say(open ? 'fold' : 'seeTouched')}
        </button>
      )}
      {open && <MostMoved of={of.most_affected} open={openReckoning} />}
    </>
  );
}
