import type { ReactNode } from 'react';
import { useStore } from '../state/store.ts';
import { useLang, useSay } from '../words/index.ts';
import type { Helpful, Idle } from '../worker/personProtocol.ts';
import { person } from './person.ts';
import { RuleLink } from './RuleLink.tsx';
import { capShort } from './short.ts';
import { UsedReadings } from './UsedReadings.tsx';

const SHOWN = 5;
const IDLE = 6;

/** What would close the gap, and what would not help. */
export function WaysPanel({ onReadings }: { readonly onReadings: () => void }): ReactNode {
  return (
    <>
      <Ways />
      <UsedReadings onReadings={onReadings} />
    </>
  );
}

function Ways(): ReactNode {
  const say = useSay();
  const { judged, ways, thinking } = useStore(person, (all) => all);
  if (!judged) return null;
  const { status, shortfall } = judged.result;
  if (status !== 'unmet') {
    return <p className="sect">{say(status === 'met' ? 'waysMet' : 'waysExempt')}</p>;
  }
  if (ways === null) return <p className="sect c-3">{thinking ? say('thinking') : ''}</p>;
  const closing = distinct(ways.helpful.filter(({ closes }) => closes));
  const partly = distinct(ways.helpful.filter(({ closes }) => !closes));
  const several = ways.least !== null && ways.least.length > 1;
  return (
    <div className={thinking ? 'gapways stale' : 'gapways'}>
      <section>
        <h3>{shortfall > 0 ? say('waysTitle', { n: shortfall }) : say('waysTitleOther')}</h3>
        {closing.length === 0 && !several && <p className="c-3">{say('waysNone')}</p>}
        {several && (
          <>
            <h4>{say('leastWay')}</h4>
            <ol className="step">
              {ways.least?.map((way, at) => (
                <Way key={way.line.line} way={way} at={at + 1} />
              ))}
            </ol>
          </>
        )}
        <ol className="step">
          {closing.slice(0, SHOWN).map((way, at) => (
            <Way key={`${way.line.line} ${way.line.words}`} way={way} at={at + 1} />
          ))}
        </ol>
        {closing.length > SHOWN && <p className="c-3">{say('moreWays', { n: closing.length - SHOWN })}</p>}
      </section>
      {partly.length > 0 && (
        <section>
          <h3>{say('waysPartly')}</h3>
          <ul className="step">
            {partly.slice(0, SHOWN).map((way) => (
              <Way key={`${way.line.line} ${way.line.words}`} way={way} at={null} />
            ))}
          </ul>
        </section>
      )}
      {ways.idle.length > 0 && (
        <section>
          <h3>{say('waysIdle')}</h3>
          <ul className="step">
            {distinct(ways.idle)
              .slice(0, IDLE)
              .map((idle) => (
                <Useless key={`${idle.line.line} ${idle.line.words}`} idle={idle} />
              ))}
          </ul>
        </section>
      )}
      {!ways.proven && <p className="sect c-3">{say('notProven')}</p>}
    </div>
  );
}

/** Of lines of one item that come to the same, one is enough. */
function distinct<T extends Helpful | Idle>(all: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return all.filter((one) => {
    const told = 'credits' in one ? [one.credits, one.amount.value, one.times] : [one.cap?.source.line ?? one.why];
    const key = JSON.stringify([one.item, ...told]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function Way({ way, at }: { readonly way: Helpful; readonly at: number | null }): ReactNode {
  const say = useSay();
  const lang = useLang();
  const judged = useStore(person, (all) => all.judged);
  const { item, line, facts, amount, times, ofProjects, counted, cap } = way;
  const much = counted
    ? say('timesOf', { n: amount.value })
    : say('togetherOf', { n: amount.value, unit: amount.value === 1 ? one(amount.unit[lang]) : amount.unit[lang] });
  const split = !counted && times > 1 ? say(ofProjects ? 'projectsOf' : 'timesOf', { n: times }) : '';
  const limit = cap && judged ? say('heldBy', { cap: capShort(cap, judged.plan, lang) }) : '';
  return (
    <li>
      <span className="i">{at ?? '·'}</span>
      <RuleLink source={line}>
        <b>
          {item}
          {lang === 'zh' ? '，' : ', '}
          {much}
        </b>
      </RuleLink>
      <b className="c-good">＋{way.credits}</b>
      <span className="also">{[...facts, split, limit].filter((one) => one !== '' && one !== item).join(' · ')}</span>
    </li>
  );
}

function Useless({ idle }: { readonly idle: Idle }): ReactNode {
  const say = useSay();
  const lang = useLang();
  const judged = useStore(person, (all) => all.judged);
  const { item, line, facts, why, cap } = idle;
  const because =
    why === 'cap' && cap && judged
      ? say('whyCap', { cap: `${cap.owner} ${capShort(cap, judged.plan, lang)}` })
      : say(why === 'days' ? 'whyDays' : 'whyDone');
  return (
    <li>
      <span className="i">—</span>
      <RuleLink source={line}>{[item, ...facts.filter((one) => one !== item)].slice(0, 3).join(' · ')}</RuleLink>
      <span>＋0</span>
      <span className="also c-3">{because}</span>
    </li>
  );
}

/** 1 hour, and not 1 hours; what is said in Chinese has no such ending. */
const one = (unit: string): string => unit.replace(/(?<=[a-z])s$/, '');
