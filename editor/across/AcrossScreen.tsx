import '../styles/tick.css';
import '../styles/across.css';
import { type ReactNode, useEffect } from 'react';
import { follow, person, yearOf } from '../explain/person.ts';
import { Command } from '../parts/Command.tsx';
import { prefs } from '../state/prefs.ts';
import { hrefOf } from '../state/route.ts';
import { session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { useSay } from '../words/index.ts';
import { ApartCard } from './ApartCard.tsx';
import { RosterCard } from './RosterCard.tsx';
import { Sets } from './Sets.tsx';
import { Strange } from './Strange.tsx';
import { beside, followAcross } from './state.ts';
import { Verdicts } from './Verdicts.tsx';

/** 「各地对照」: the practitioner of 「学分说明」 under several rule sets, and the clause that makes the difference. */
export default function AcrossScreen(): ReactNode {
  const say = useSay();
  const all = useStore(person, (one) => one);
  const masked = useStore(prefs, (one) => one.masked);
  const file = useStore(session, (one) => one.file?.entry.name ?? '');
  const { told, working, chosen } = useStore(beside, (one) => one);
  useEffect(follow, []);
  useEffect(followAcross, []);
  const nobody = all.activities.length === 0 && all.facts.size === 0;
  const [name, id] = [all.facts.get('name'), all.facts.get('id')].map((one) => (typeof one === 'string' ? one : ''));
  const who = masked ? '' : name || id || '';
  return (
    <section className="screen across" aria-label={say('acrossPlace')}>
      <header className="pagehead">
        <h1 tabIndex={-1}>{say('acrossPlace')}</h1>
        {!nobody && (
          <span className="label">{[who, say('yearOfPerson', { year: yearOf(all) })].filter(Boolean).join(' · ')}</span>
        )}
        <output className="label" aria-live="polite">
          {working ? say('acrossWorking') : ''}
        </output>
        <a className="btn push" href={hrefOf('explain')}>
          {say('acrossBack')}
        </a>
      </header>
      <Sets />
      {nobody ? (
        <div className="card nobody">
          <h2>{say('acrossNobody')}</h2>
          <p>{say('acrossNobodyWhat')}</p>
        </div>
      ) : (
        told && (
          <>
            <Verdicts told={told} />
            {told.across.apart.map((apart) => (
              <ApartCard key={told.files[apart.side]} apart={apart} told={told} />
            ))}
            <Strange told={told} />
          </>
        )
      )}
      <RosterCard />
      <Command
        line={['cme across', file, ...chosen, 'DATA', ...(id ? [`--practitioner ${masked ? 'ID' : id}`] : [])].join(
          ' ',
        )}
      />
    </section>
  );
}
