import '../styles/explain.css';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { Segmented } from '../parts/Segmented.tsx';
import { prefs } from '../state/prefs.ts';
import { hrefOf } from '../state/route.ts';
import { session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { said, useLang, useSay } from '../words/index.ts';
import { Conclusion } from './Conclusion.tsx';
import { copyText } from './copy.ts';
import { backToAdopted, openActivity } from './gestures.ts';
import { LadderTable } from './LadderTable.tsx';
import { ladderOf } from './ladder.ts';
import { isHidden, masked as maskedOf, numberOf } from './mask.ts';
import { Notices } from './Notices.tsx';
import { Origin } from './Origin.tsx';
import { onPaper } from './onPaper.ts';
import { PersonForm } from './PersonForm.tsx';
import { follow, person, yearOf } from './person.ts';
import { ReadingsPanel } from './ReadingsPanel.tsx';
import { RuleLines } from './RuleLines.tsx';
import { SaveExample } from './SaveExample.tsx';
import { Summary } from './Summary.tsx';
import { textFor } from './tell.ts';
import { WaysPanel } from './WaysPanel.tsx';

type Depth = 'line' | 'clause' | 'whole';
type Side = 'fill' | 'ways' | 'readings';

/** S6 「学分说明」: one practitioner, and where every credit of theirs comes from. */
export default function ExplainScreen(): ReactNode {
  const say = useSay();
  const lang = useLang();
  const all = useStore(person, (one) => one);
  const [depth, setDepth] = useState<Depth>('clause');
  const [side, setSide] = useState<Side | null>(null);
  const [saving, setSaving] = useState(false);
  useEffect(follow, []);
  useEffect(onPaper, []);
  const { activities, from, plan, broken, chosen } = all;
  const masked = useStore(prefs, (one) => one.masked);
  const at = from?.at ?? 0;
  const judged = useMemo(
    () => (masked && all.judged ? maskedOf(all.judged, at) : all.judged),
    [masked, all.judged, at],
  );
  const ladder = useMemo(() => judged && ladderOf(judged.plan, judged.result), [judged]);
  const counted = useMemo(
    () => new Map(ladder?.groups.flatMap(({ lines }) => lines.map((line) => [line.index, line.counted] as const))),
    [ladder],
  );
  const empty = activities.length === 0 && all.facts.size === 0;
  const shown: Side = side ?? (from === null ? 'fill' : 'ways');
  // The button that chose somebody is gone with the form: one goes on from the panel that took its place.
  const panel = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the panel is another as soon as another is shown
  useEffect(() => {
    if (from !== null && document.activeElement === document.body)
      panel.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
  }, [shown, from]);
  const lines = judged?.person.records.length === activities.length;
  const open = activities.findIndex(({ uid }) => uid === all.open);
  const trying = plan?.readings.filter(({ code }) => code in chosen) ?? [];
  return (
    <section className="screen reckon" aria-label={say('explainPlace')}>
      <header className="pagehead">
        <h1>{nameShown(all, masked) || say('explainPlace')}</h1>
        <span className="label">
          {empty
            ? ''
            : [aboutWords(all, masked), say('yearOfPerson', { year: yearOf(all) })].filter(Boolean).join(' · ')}
        </span>
        {masked && !empty && <span className="tag">{say('maskedTag')}</span>}
        <span className="push row">
          <Segmented
            label={say('depth')}
            value={depth}
            options={[
              { value: 'line', label: say('depthLine') },
              { value: 'clause', label: say('depthClause') },
              { value: 'whole', label: say('depthWhole') },
            ]}
            onChange={setDepth}
          />
          <button
            type="button"
            className="btn"
            disabled={!judged || empty}
            onClick={() => judged && ladder && void copy(textFor(judged, ladder, lang))}
          >
            {say('copyToPerson')}
          </button>
          <a className="btn" href={hrefOf('across')}>
            {say('acrossPlace')}
          </a>
          <button type="button" className="btn" disabled={!judged || empty} onClick={() => print()}>
            {say('print')}
          </button>
          <button type="button" className="btn" disabled={!judged || empty || broken} onClick={() => setSaving(true)}>
            {say('keepExample')}
          </button>
        </span>
      </header>
      {(broken || trying.length > 0) && (
        <p className="card trying" role="status">
          {broken
            ? say(judged ? 'rulesBroken' : 'rulesNever')
            : say('tryingOptions', {
                list: trying
                  .map(
                    ({ label, code, options }) =>
                      `${label} ${options.find((one) => one.code === chosen[code])?.label ?? ''}`,
                  )
                  .join('、'),
              })}
          {!broken && (
            <button type="button" className="link" onClick={backToAdopted}>
              {say('stopTrying')}
            </button>
          )}
        </p>
      )}
      {judged && ladder && <Summary judged={judged} ladder={ladder} />}
      <div className="halves">
        <div className="card lines">
          {empty ? (
            <Nobody />
          ) : judged && ladder ? (
            depth === 'line' ? (
              <Conclusion judged={judged} ladder={ladder} />
            ) : (
              <LadderTable
                ladder={ladder}
                judged={judged}
                whole={depth === 'whole'}
                open={lines ? open : null}
                onOpen={(index) => {
                  openActivity(activities[index]?.uid ?? null);
                  setSide('fill');
                }}
              />
            )
          ) : (
            <p className="sect c-3">{say('rulesComing')}</p>
          )}
          {judged && !empty && <Notices judged={judged} />}
        </div>
        <aside ref={panel} className="card side" aria-label={say('panel')}>
          <div className="panehead">
            <Segmented
              label={say('panel')}
              value={shown}
              options={[
                { value: 'fill', label: say('fill') },
                { value: 'ways', label: say('waysTab') },
                { value: 'readings', label: say('readingsTab') },
              ]}
              onChange={setSide}
            />
          </div>
          <div className="scrolls">
            {shown === 'fill' && (
              <>
                <Origin />
                <PersonForm counted={counted} />
              </>
            )}
            {shown === 'ways' && <WaysPanel onReadings={() => setSide('readings')} />}
            {shown === 'readings' && <ReadingsPanel />}
          </div>
        </aside>
      </div>
      {saving && judged && <SaveExample judged={all.judged ?? judged} onClose={() => setSaving(false)} />}
      <RuleLines />
    </section>
  );
}

function Nobody(): ReactNode {
  const say = useSay();
  return (
    <div className="nobody">
      <h2>{say('emptyTitle')}</h2>
      <p>{say('emptyWhat')}</p>
    </div>
  );
}

function nameShown({ facts, from }: ReturnType<typeof person.get>, masked: boolean): string {
  const name = facts.get('name');
  if (typeof name !== 'string') return '';
  return masked ? numberOf(from?.at ?? 0) : name;
}

/** `h003 · 注册护士 · 中级 · 医院 · 2025 年度` */
function aboutWords(all: ReturnType<typeof person.get>, masked: boolean): string {
  const { plan, facts } = all;
  const said = (plan?.personFields ?? []).flatMap((field) => {
    const value = facts.get(field.key);
    if (value === undefined || value === null || field.key === 'name' || value === false) return [];
    if (masked && plan && isHidden(plan, field.key)) return [];
    // The one of an example is nobody.
    if (field.key === 'id' && all.from?.kind === 'cases') return [];
    if (value === true) return [field.label];
    return [field.options.find(({ key }) => key === value)?.label ?? String(value)];
  });
  return said.join(' · ');
}

async function copy(text: string): Promise<void> {
  const done = await copyText(text);
  const word = done ? 'copied' : 'notCopied';
  session.set({ notice: { tone: done ? 'good' : 'bad', zh: said(word, 'zh'), en: said(word, 'en') } });
}
