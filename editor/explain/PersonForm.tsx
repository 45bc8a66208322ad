import { type ReactNode, useState } from 'react';
import type { RawFacts } from '../../src/index.ts';
import { Icon } from '../parts/Icon.tsx';
import { prefs } from '../state/prefs.ts';
import { useStore } from '../state/store.ts';
import { useLang, useSay } from '../words/index.ts';
import type { Fault } from '../worker/personProtocol.ts';
import { FieldBox } from './FieldBox.tsx';
import { type Field, type Fields, fieldsOf, personFieldsOf } from './fields.ts';
import { addActivity, duplicate, openActivity, remove, setFact, setPersonFact, setYear } from './gestures.ts';
import { isHidden, masked as maskedOf } from './mask.ts';
import { type Activity, person, yearOf } from './person.ts';
import { credits } from './short.ts';
import { activityWords, dayWords } from './tell.ts';

/** One practitioner: what is known of the person, and of each activity. */
export function PersonForm({ counted }: { readonly counted: ReadonlyMap<number, number> }): ReactNode {
  const say = useSay();
  const all = useStore(person, (one) => one);
  const { plan, judged, activities, facts } = all;
  const masked = useStore(prefs, (one) => one.masked);
  if (plan === null) return <p className="sect c-3">{say(all.broken ? 'rulesNever' : 'rulesComing')}</p>;
  const faults = (judged && masked ? maskedOf(judged, all.from?.at ?? 0) : judged)?.faults ?? [];
  return (
    <div className="personform">
      <section aria-label={say('whoItIs')}>
        <h3>{say('whoItIs')}</h3>
        <label className="fact">
          <span>{say('yearField')}</span>
          <span className="boxed">
            <input
              inputMode="numeric"
              autoComplete="off"
              key={yearOf(all)}
              defaultValue={yearOf(all)}
              onBlur={(event) => {
                const year = Number(event.target.value.normalize('NFKC'));
                if (Number.isInteger(year) && year >= 1900 && year <= 2199) setYear(year);
                else event.target.value = String(yearOf(all));
              }}
            />
          </span>
        </label>
        <Facts
          fields={personFieldsOf(plan)}
          facts={facts}
          faults={faults.filter(({ record }) => record === null)}
          onChange={setPersonFact}
        />
      </section>
      <section aria-label={say('theActivities', { n: activities.length })}>
        <h3>{say('theActivities', { n: activities.length })}</h3>
        <ol>
          {activities.map((activity, index) => (
            <Row
              key={activity.uid}
              activity={activity}
              credits={counted.get(index)}
              faults={faults.filter(({ record }) => record === index)}
            />
          ))}
        </ol>
        <button type="button" className="btn" onClick={addActivity}>
          <Icon name="plus" /> {say('addActivity')}
        </button>
      </section>
    </div>
  );
}

function Row(props: {
  readonly activity: Activity;
  readonly credits: number | undefined;
  readonly faults: readonly Fault[];
}): ReactNode {
  const say = useSay();
  const lang = useLang();
  const all = useStore(person, (one) => one);
  const { activity, faults } = props;
  const { plan } = all;
  const open = all.open === activity.uid;
  if (plan === null) return null;
  return (
    <li className={open ? 'activity on' : 'activity'} data-activity={activity.uid}>
      <button
        type="button"
        className="head"
        aria-expanded={open}
        onClick={() => openActivity(open ? null : activity.uid)}
      >
        <span className="day">{dayWords(activity.facts, yearOf(all))}</span>
        <span className="words">{activityWords(plan, activity.facts, lang) || say('newActivity')}</span>
        {faults.length > 0 && <span className="c-bad">✕</span>}
        {props.credits !== undefined && <b>{credits(props.credits)}</b>}
      </button>
      {open && (
        <div className="facts">
          <Facts
            fields={fieldsOf(plan, activity.facts)}
            facts={activity.facts}
            faults={faults}
            onChange={(field, value) => setFact(activity.uid, field, value)}
          />
          <span className="row">
            <button type="button" className="btn" onClick={() => duplicate(activity.uid)}>
              {say('duplicateActivity')}
            </button>
            <button type="button" className="btn" onClick={() => remove(activity.uid)}>
              {say('removeActivity')}
            </button>
          </span>
        </div>
      )}
    </li>
  );
}

/** Those that matter first, the others when asked for; one that is given stands among the first. */
function Facts(props: {
  readonly fields: Fields;
  readonly facts: RawFacts;
  readonly faults: readonly Fault[];
  readonly onChange: (field: Field, value: string | boolean) => void;
}): ReactNode {
  const say = useSay();
  const [all, setAll] = useState(false);
  const plan = useStore(person, (one) => one.plan);
  const masked = useStore(prefs, (one) => one.masked);
  const { fields, facts, faults, onChange } = props;
  const wrong = (field: Field): boolean => faultOf(field, faults) !== undefined;
  const shown = [...fields.first, ...fields.more.filter((field) => all || wrong(field))];
  const box = (field: Field): ReactNode => (
    <FieldBox
      key={field.key}
      field={field}
      value={facts.get(field.key)}
      fault={faultOf(field, faults)}
      hidden={masked && plan !== null && isHidden(plan, field.key) && facts.has(field.key)}
      onChange={(value) => onChange(field, value as string | boolean)}
    />
  );
  return (
    <>
      {shown.filter(({ type }) => type !== 'yesno').map(box)}
      <div className="yesnos">{shown.filter(({ type }) => type === 'yesno').map(box)}</div>
      {fields.more.length > 0 && !all && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          {say('moreFields')}（{fields.more.length}）
        </button>
      )}
    </>
  );
}

function faultOf(field: Field, faults: readonly Fault[]): string | undefined {
  const found = faults.find((fault) => fault.field === field.key || fault.field === field.label);
  return found && (document.documentElement.lang === 'en' ? found.message.en : found.message.zh);
}
