import type { ReactNode } from 'react';
import { FileButton } from '../parts/FileButton.tsx';
import { prefs } from '../state/prefs.ts';
import { session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { said, useSay } from '../words/index.ts';
import { ChoiceBox } from './ChoiceBox.tsx';
import { clear, openPeople, take } from './gestures.ts';
import { numberOf, unquoted } from './mask.ts';
import { person } from './person.ts';

/** Whose credits: a sample, one of an opened roster, one of the examples, or nobody yet. */
export function Origin(): ReactNode {
  const say = useSay();
  const { people, cases, from, activities, facts, plan } = useStore(person, (all) => all);
  const masked = useStore(prefs, (all) => all.masked);
  const at = from?.kind === 'roster' ? from.at : -1;
  return (
    <div className="origin">
      <span className="row">
        {(plan === null || fitsSample(plan) || cases.length > 0) && (
          <button type="button" className="btn" disabled={plan === null} onClick={() => void seeOne()}>
            {say('seeOne')}
          </button>
        )}
        <FileButton
          words={say('openRoster')}
          look="btn"
          accept=".json,.ndjson,.csv,application/json,text/csv"
          disabled={plan === null}
          onFile={(file) => void open(file)}
        />
        {(activities.length > 0 || facts.size > 0) && (
          <button type="button" className="btn quiet" onClick={clear}>
            {say('startOver')}
          </button>
        )}
      </span>
      {people.length > 0 && (
        <span className="row">
          <ChoiceBox
            label={say('onePerson')}
            placeholder={say('onePerson')}
            options={people.map(({ label }, index) => ({
              value: String(index),
              label: masked ? numberOf(index) : label,
            }))}
            value={at < 0 ? '' : String(at)}
            onChange={(value) => void take('roster', Number(value))}
          />
          <button
            type="button"
            className="btn icon"
            title={say('previousPerson')}
            aria-label={say('previousPerson')}
            disabled={at <= 0}
            onClick={() => void take('roster', at - 1)}
          >
            ‹
          </button>
          <button
            type="button"
            className="btn icon"
            title={say('nextPerson')}
            aria-label={say('nextPerson')}
            disabled={at + 1 >= people.length}
            onClick={() => void take('roster', at + 1)}
          >
            ›
          </button>
        </span>
      )}
      {cases.length > 0 && (
        <ChoiceBox
          label={say('fromExample')}
          placeholder={say('fromExample')}
          options={cases.map(({ label }, index) => ({ value: String(index), label }))}
          value={from?.kind === 'cases' ? String(from.at) : ''}
          onChange={(value) => void take('cases', Number(value))}
        />
      )}
      <label className="row">
        <input type="checkbox" checked={masked} onChange={(event) => prefs.set({ masked: event.target.checked })} />
        {say('maskThem')}
      </label>
      <p className="c-3">{say('staysHere')}</p>
    </div>
  );
}

async function open(file: File | null): Promise<void> {
  const faults = await openPeople(file);
  const [first] = faults;
  if (first && person.get().people.length === 0) {
    const why = (lang: 'zh' | 'en') => (prefs.get().masked ? unquoted(first[lang]) : first[lang]);
    const zh = said('rosterFaulty', 'zh', { why: why('zh') });
    session.set({ notice: { tone: 'bad', zh, en: said('rosterFaulty', 'en', { why: why('en') }) } });
  }
}

/** Of the sample roster where it speaks of the fields of these rules, else the first of their examples. */
export async function seeOne(): Promise<void> {
  const { plan, cases } = person.get();
  if (plan && fitsSample(plan)) await open(null);
  else if (cases.length > 0) await take('cases', 0);
}

/** The sample was written for the fields that the national rules declare. */
const SAMPLE_FORMS = ['recommended_project', 'practice', 'self_study', 'teaching'];
const fitsSample = ({ recordFields, items }: NonNullable<ReturnType<typeof person.get>['plan']>): boolean => {
  const form = recordFields.find(({ key }) => key === 'form');
  return items.length > 8 && SAMPLE_FORMS.every((wanted) => form?.options.some(({ key }) => key === wanted) ?? false);
};
