import type { ReactNode } from 'react';
import { useSay } from '../words/index.ts';
import type { Results } from '../worker/rosterProtocol.ts';
import { Num } from './Num.tsx';
import { openPeople } from './open.ts';
import { reasons } from './outcomes.ts';
import { count, creditsOf, one } from './show.ts';

/** Five figures, and beside each what it is made of. */
export function Figures({ results: { figures } }: { readonly results: Results }): ReactNode {
  const say = useSay();
  const { met, unmet, exempt, judged, near, nearBy, records, withoutCredits } = figures;
  const people = say('peopleUnit');
  const close = say('nearPeople', { n: creditsOf(nearBy) });
  const why = reasons.filter((reason) => figures.reasons[reason] > 0);
  return (
    <dl className="card kpis">
      <div>
        <dt className="label">{say('metRate')}</dt>
        <dd className="f">
          {judged === 0 ? '—' : one((met / judged) * 100)}
          <small>%</small>
        </dd>
        <dd>
          <button type="button" className="link" onClick={() => openPeople(say('colMet'), { status: 'met' })}>
            {say('metOf', { met: count(met), judged: count(judged) })}
          </button>
        </dd>
      </div>
      <div>
        <dt className="label">{say('unmetPeople')}</dt>
        <dd className="f c-bad">
          <Num n={unmet} of={say('unmetPeople')} filter={{ status: 'unmet' }} sort="near" />
          <small>{people}</small>
        </dd>
      </div>
      <div>
        <dt className="label">{close}</dt>
        <dd className="f">
          <Num n={near} of={close} filter={{ near: nearBy }} sort="near" />
          <small>{people}</small>
        </dd>
        <dd>
          {near > 0 && (
            <button type="button" className="link" onClick={() => openPeople(close, { near: nearBy }, 'near')}>
              {say('nearSee')}
            </button>
          )}
        </dd>
      </div>
      <div>
        <dt className="label">{say('exemptPeople')}</dt>
        <dd className="f">
          <Num n={exempt} of={say('exemptPeople')} filter={{ status: 'exempt' }} />
          <small>{people}</small>
        </dd>
        <dd className="c-3">{say('exemptWhat')}</dd>
      </div>
      <div>
        <dt className="label">{say('zeroRecords')}</dt>
        <dd className="f">
          {count(withoutCredits)}
          <small>{say('zeroOf', { all: count(records) })}</small>
        </dd>
        <dd className="whys">
          {why.length === 0 && <span className="c-3">{say('allSeen')}</span>}
          {why.map((reason) => (
            <button
              key={reason}
              type="button"
              className="link"
              onClick={() => openPeople(`${say('zeroRecords')} · ${say(`why_${reason}`)}`, { nothing: reason })}
            >
              {say(`why_${reason}`)} {count(figures.reasons[reason])}
            </button>
          ))}
        </dd>
      </div>
    </dl>
  );
}
