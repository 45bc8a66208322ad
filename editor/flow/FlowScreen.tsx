import '../styles/explain.css';
import '../styles/flow.css';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { Ranges } from '../../src/index.ts';
import { ChoiceBox } from '../explain/ChoiceBox.tsx';
import { desk } from '../explain/desk.ts';
import { cents, ladderOf } from '../explain/ladder.ts';
import { follow, person } from '../explain/person.ts';
import { RuleLines } from '../explain/RuleLines.tsx';
import { RuleLink } from '../explain/RuleLink.tsx';
import { Segmented } from '../parts/Segmented.tsx';
import { prefs } from '../state/prefs.ts';
import { useStore } from '../state/store.ts';
import { useLang, useSay } from '../words/index.ts';
import type { Judged } from '../worker/personProtocol.ts';
import { FlowTable } from './FlowTable.tsx';
import { layoutOf } from './layout.ts';
import { overlayOf } from './overlay.ts';
import { Picture } from './Picture.tsx';
import { pictureOf } from './picture.ts';

/** Nobody, the one of S6, or an example by its place. */
type Who = '' | 'person' | `case ${number}`;

/** 「学分流向」: how credits flow from activities to the requirement, drawn from the rules. */
export default function FlowScreen(): ReactNode {
  const say = useSay();
  const lang = useLang();
  const all = useStore(person, (one) => one);
  const masked = useStore(prefs, (one) => one.masked);
  const { plan: adopted, cases, activities, broken } = all;
  const [who, setWho] = useState<Who>(() => (person.get().activities.length > 0 ? 'person' : ''));
  const [shown, setShown] = useState<'picture' | 'table'>('picture');
  useEffect(follow, []);
  const example = useExample(who, adopted, lang);
  const judged = who === 'person' ? all.judged : who === '' ? null : example;
  const plan = judged?.plan ?? adopted;
  const ranges = useRanges(adopted, judged);
  const picture = useMemo(() => plan && pictureOf(plan, ranges, lang), [plan, ranges, lang]);
  const layout = useMemo(() => picture && layoutOf(picture), [picture]);
  const overlay = useMemo(() => judged && overlayOf(judged.plan, ladderOf(judged.plan, judged.result)), [judged]);
  const required = judged && judged.result.status !== 'exempt' ? cents(judged.result.required) : null;
  return (
    <section className="flowscreen" aria-label={say('flowPlace')}>
      <header className="pagehead">
        <h1>{say('flowPlace')}</h1>
        {plan && (
          <span className="label">
            {say('flowCount', {
              label: `${plan.label} ${plan.version}`,
              categories: plan.categories.length,
              items: plan.items.length,
            })}
          </span>
        )}
        <span className="push row">
          <span className="label">{say('overlay')}</span>
          <ChoiceBox
            label={say('overlay')}
            value={who}
            placeholder={say('overlayNone')}
            options={[
              { value: '', label: say('overlayNone') },
              ...(activities.length > 0
                ? [{ value: 'person', label: (!masked && nameOf(all)) || say('overlayPerson') }]
                : []),
              ...cases.map(({ label }, at) => ({ value: `case ${at}`, label: say('overlayCase', { name: label }) })),
            ]}
            onChange={(value) => setWho(value as Who)}
          />
          <Legend />
          <Segmented
            label={say('flowLook')}
            value={shown}
            options={[
              { value: 'picture', label: say('asPicture') },
              { value: 'table', label: say('asTable') },
            ]}
            onChange={setShown}
          />
        </span>
      </header>
      {broken && <p className="card trying">{say(plan ? 'rulesBroken' : 'rulesNever')}</p>}
      <div className="card canvas">
        {picture && layout ? (
          shown === 'picture' ? (
            <Picture picture={picture} layout={layout} overlay={overlay} required={required} />
          ) : (
            <FlowTable picture={picture} overlay={overlay} />
          )
        ) : (
          !broken && <p className="sect c-3">{say('rulesComing')}</p>
        )}
        {picture && picture.others.length > 0 && (
          <p className="others">
            <b>{say('alsoAsked')}</b>
            {picture.others.map(({ words, source }) => (
              <RuleLink key={`${source.line} ${words}`} source={source}>
                {words}
              </RuleLink>
            ))}
          </p>
        )}
      </div>
      <RuleLines />
    </section>
  );
}

const nameOf = ({ facts }: ReturnType<typeof person.get>): string =>
  [facts.get('name'), facts.get('id')].filter((part) => typeof part === 'string').join(' · ');

function useExample(who: Who, plan: unknown, lang: 'zh' | 'en'): Judged | null {
  const [judged, setJudged] = useState<Judged | null>(null);
  useEffect(() => {
    if (!who.startsWith('case ') || !plan) return;
    let here = true;
    void (async () => {
      const picked = await desk.pick('cases', Number(who.slice(5)));
      if (!picked || !here) return;
      const year = picked.year ?? new Date().getFullYear();
      const found = await desk.judgeOnce({ person: picked.person, year, readings: picked.readings, lang });
      if (here) setJudged(found);
    })();
    return () => {
      here = false;
    };
  }, [who, plan, lang]);
  return judged;
}

function useRanges(plan: unknown, judged: Judged | null): Ranges | null {
  const [ranges, setRanges] = useState<Ranges | null>(null);
  const readings = JSON.stringify(judged?.readings ?? {});
  useEffect(() => {
    if (!plan) return;
    let here = true;
    void desk.ranges(JSON.parse(readings)).then((found) => {
      if (here) setRanges(found);
    });
    return () => {
      here = false;
    };
  }, [plan, readings]);
  return ranges;
}

function Legend(): ReactNode {
  const say = useSay();
  return (
    <span className="label row flowlegend">
      <svg width="20" height="10" aria-hidden="true">
        <rect className="band" width="20" height="10" />
      </svg>
      {say('legendOwn')}
      <svg width="26" height="14" aria-hidden="true">
        <rect className="pill hit" width="26" height="14" rx="7" />
      </svg>
      {say('legendHit')}
      <svg width="26" height="14" aria-hidden="true">
        <rect className="pill cap" x=".5" y=".5" width="25" height="13" rx="6.5" />
      </svg>
      {say('legendCap')}
      <span>{say('legendMost')}</span>
    </span>
  );
}
