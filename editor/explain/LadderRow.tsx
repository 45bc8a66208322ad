import type { ReactNode } from 'react';
import type { RawFacts } from '../../src/index.ts';
import { useLang, useSay } from '../words/index.ts';
import type { Judged } from '../worker/personProtocol.ts';
import type { Line, Rung } from './ladder.ts';
import { RuleLink } from './RuleLink.tsx';
import { openItem } from './rule.ts';
import { capShort, credits, rateShort } from './short.ts';
import { activityWords, dayWords, whyNothing } from './tell.ts';

/** The width of the widest bar beside a line. */
export const PICTURE = 76;

/** One activity. */
export function LineRow(props: {
  readonly line: Line;
  readonly judged: Judged;
  readonly scale: number;
  readonly hatch: string;
  readonly on: boolean;
  readonly onOpen: () => void;
}): ReactNode {
  const say = useSay();
  const lang = useLang();
  const { line, judged, scale, hatch, on, onOpen } = props;
  const { plan, person, year } = judged;
  const facts: RawFacts = person.records[line.index] ?? new Map();
  const { item, record, gained, counted, lost, cuts } = line;
  const group = plan.categories.find(({ key }) => key === record.category)?.label;
  const nothing = counted === 0 && lost === 0;
  const words = activityWords(plan, facts, lang) || say('newActivity');
  const { word, why } = whyNothing(line);
  const because = typeof why === 'string' ? say(why) : why.text;
  return (
    <tr className={nothing ? 'zero' : undefined} aria-current={on || undefined} data-line={line.index}>
      <td>{dayWords(facts, year)}</td>
      <td className="what">
        <button type="button" className="link plain" title={words} onClick={onOpen}>
          {words}
        </button>
      </td>
      <td className="what">
        {item && (
          <button
            type="button"
            className="link plain"
            title={`${item.label} ${record.clause ?? ''}`}
            onClick={() => openItem(item)}
          >
            {item.label}{' '}
            <span className="c-3">
              {shortClause(record.clause, plan.categories.find(({ key }) => key === item.category)?.clause ?? null)}
            </span>
          </button>
        )}
      </td>
      <td className="what">
        {nothing ? (
          line.refused ? (
            <RuleLink source={line.refused}>{say(word)}</RuleLink>
          ) : (
            say(word)
          )
        ) : (
          line.awards.map((rung) => <Award key={rung.step.rule} rung={rung} line={line} judged={judged} />)
        )}
      </td>
      <td className="num">{credits(gained)}</td>
      <td className={nothing ? 'because' : 'cuts'} title={nothing ? because : undefined}>
        {nothing ? because : null}
        {!nothing && cuts.length === 0 && <span className="c-3">—</span>}
        {cuts.map((cut) => (
          <span key={`${cut.step.to} ${cut.step.rule}`} data-lost={cut.lost}>
            <span className="c-bad">−{credits(cut.lost)}</span>{' '}
            <RuleLink source={cut.source} words={`${cut.step.to} ${cut.step.rule}`}>
              {cut.cap
                ? cut.cap.stage === 'section' && cut.cap.owner !== group
                  ? `${cut.cap.owner} ${capShort(cut.cap, plan, lang)}`
                  : capShort(cut.cap, plan, lang)
                : say('bestOnly')}
            </RuleLink>
          </span>
        ))}
      </td>
      <td className="num got" data-counted={counted}>
        {credits(counted)}
      </td>
      <td>
        {gained > 0 && (
          <svg className="mini" width={PICTURE + 2} height="10" aria-hidden="true">
            <rect className="own" width={counted * scale} y="1" height="8" />
            {lost > 0 && (
              <rect
                className="missing"
                x={counted * scale + 0.5}
                y="1.5"
                width={Math.max(2, lost * scale - 1)}
                height="7"
                fill={`url(#${hatch})`}
              />
            )}
          </svg>
        )}
      </td>
    </tr>
  );
}

/** What it gave, and for how much. */
function Award({
  rung,
  line,
  judged,
}: {
  readonly rung: Rung;
  readonly line: Line;
  readonly judged: Judged;
}): ReactNode {
  const lang = useLang();
  const { step, source } = rung;
  const found = line.item?.lines.find((one) => one.source === source);
  const words = found ? rateShort(found, judged.plan, lang) : step.rule;
  return (
    <RuleLink source={source} words={[step.rule, step.quantity].filter(Boolean).join('：')}>
      {words}
      {step.quantity && <span className="c-3"> · {step.quantity}</span>}
    </RuleLink>
  );
}

/** A step of the whole reckoning, under its activity. */
export function RungRow({ rung }: { readonly rung: Rung; readonly line: Line }): ReactNode {
  const say = useSay();
  const { step, source } = rung;
  const gains = step.kind === 'award' || step.kind === 'deem';
  const did =
    step.kind === 'refused'
      ? ''
      : gains
        ? say('gains', { n: step.credits })
        : step.lost > 0
          ? `−${step.lost}`
          : say('stands', { n: step.credits });
  return (
    <tr className="rung">
      <td />
      <td colSpan={3} className="what">
        <RuleLink source={source}>{step.rule}</RuleLink>
      </td>
      <td colSpan={2} className="c-3">
        {[step.clause, step.quantity].filter(Boolean).join('　')}
      </td>
      <td colSpan={2} className={step.lost > 0 ? 'c-bad' : ''}>
        {did}
      </td>
    </tr>
  );
}

/** Of several clauses the first, which is the one that the section is of. */
export const firstClause = (clauses: string | null): string | null => clauses?.split('、')[0] ?? null;

/** Of a clause in the article of its category what is more: `（一）1`. */
function shortClause(clause: string | null, outer: string | null): string {
  const article = /^第[^条]+条/.exec(clause ?? '')?.[0];
  if (clause === null || article === undefined || clause === article) return clause ?? '';
  return firstClause(outer)?.startsWith(article) ? clause.slice(article.length) : clause;
}
