import { Fragment, type ReactNode, useId } from 'react';
import type { RawFacts } from '../../src/index.ts';
import { useLang, useSay } from '../words/index.ts';
import type { Judged } from '../worker/personProtocol.ts';
import type { Group, Ladder, Line, Rung, Source } from './ladder.ts';
import { openCategory, openItem, openRule } from './rule.ts';
import { capShort, credits, rateShort } from './short.ts';
import { activityWords, dayWords, whyNothing } from './tell.ts';

const PICTURE = 76;

/** Line by line: activity, rule, clause, what it gained, what a cap took, what counts. */
export function LadderTable(props: {
  readonly ladder: Ladder;
  readonly judged: Judged;
  readonly whole: boolean;
  readonly open: number | null;
  readonly onOpen: (index: number) => void;
}): ReactNode {
  const say = useSay();
  const hatch = useId();
  const { ladder, judged, whole, open, onOpen } = props;
  const { result, plan } = judged;
  const most = Math.max(1, ...ladder.groups.flatMap(({ lines }) => lines.map(({ gained }) => gained)));
  const needs = (result.steps ?? []).filter(({ kind }) => kind === 'requirement');
  return (
    <table className="ladder" aria-label={say('ladder')}>
      <colgroup>
        <col style={{ width: 66 }} />
        <col />
        <col style={{ width: 166 }} />
        <col style={{ width: 148 }} />
        <col style={{ width: 50 }} />
        <col style={{ width: 138 }} />
        <col style={{ width: 50 }} />
        <col style={{ width: 96 }} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{say('colDate')}</th>
          <th scope="col">{say('colActivity')}</th>
          <th scope="col">{say('colItem')}</th>
          <th scope="col">{say('colAward')}</th>
          <th scope="col" className="num">
            {say('colGained')}
          </th>
          <th scope="col">{say('colCut')}</th>
          <th scope="col" className="num">
            {say('colCounted')}
          </th>
          <th scope="col">
            <span className="sr">{say('colPicture')}</span>
            <svg width="0" height="0" aria-hidden="true">
              <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <path className="hatch" d="M0 0V5" />
              </pattern>
            </svg>
          </th>
        </tr>
      </thead>
      {ladder.groups.map((group) => (
        <tbody key={group.category?.key ?? ''}>
          <GroupRow group={group} judged={judged} />
          {group.lines.map((line) => (
            <Fragment key={line.index}>
              <LineRow
                line={line}
                judged={judged}
                scale={PICTURE / most}
                hatch={hatch}
                on={open === line.index}
                onOpen={() => onOpen(line.index)}
              />
              {whole &&
                line.rungs.map((rung) => (
                  <RungRow key={`${rung.step.kind} ${rung.step.to} ${rung.step.rule}`} rung={rung} line={line} />
                ))}
            </Fragment>
          ))}
        </tbody>
      ))}
      <tbody>
        {ladder.carried && (
          <tr className="cat">
            <td colSpan={2}>
              <b>{say('carriedIn')}</b>
            </td>
            <td colSpan={4}>
              {ladder.carried.source && (
                <RuleLink source={ladder.carried.source}>
                  {ladder.carried.source.clause ?? ladder.carried.source.words}
                </RuleLink>
              )}
            </td>
            <td className="num got" data-counted={ladder.carried.credits}>
              {credits(ladder.carried.credits)}
            </td>
            <td />
          </tr>
        )}
        <tr className="sum">
          <th scope="row" colSpan={4}>
            {say('sumOf')}　{say('recordsCount', { all: ladder.records, counting: ladder.counting })}
          </th>
          <td className="num">{credits(ladder.gained)}</td>
          <td>{ladder.lost > 0 && <span className="c-bad">−{credits(ladder.lost)}</span>}</td>
          <td className="num total" data-total={ladder.counted}>
            {credits(ladder.counted)}
          </td>
          <td />
        </tr>
        {result.requirements.map(({ name, required, earned, met }, at) => {
          const step = needs[at];
          const source = plan.requirements
            .flatMap(({ lines }) => lines)
            .find((one) => one.source.words === step?.rule)?.source;
          return (
            <tr key={`${name} ${step?.rule}`} className="need">
              <th scope="row" colSpan={2}>
                {say('needRow')}　{name === step?.rule ? name : `${name}：${step?.rule ?? ''}`}
              </th>
              <td colSpan={2}>{source && <RuleLink source={source}>{source.clause ?? source.words}</RuleLink>}</td>
              <td />
              <td>
                {met ? (
                  <span className="c-good">✓ {say('metTag')}</span>
                ) : (
                  <b className="c-bad">✕ {say('shortBy', { n: round(required - earned) })}</b>
                )}
              </td>
              <td className="num got">{required}</td>
              <td className="c-3">{say('asked', { earned })}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function GroupRow({ group, judged }: { readonly group: Group; readonly judged: Judged }): ReactNode {
  const say = useSay();
  const lang = useLang();
  const { category, caps, gained, lost, counted } = group;
  return (
    <tr className="cat">
      <th scope="rowgroup" colSpan={2}>
        {category ? category.label : say('noCategory')}
      </th>
      <td>
        {category && (
          <button
            type="button"
            className="link plain"
            title={category.clause ?? category.label}
            onClick={() => openCategory(category)}
          >
            {firstClause(category.clause) ?? category.label}
          </button>
        )}
      </td>
      <td className="c-3">
        {category && caps.length === 0 && say('noYearlyCap')}
        {caps.map((cap) => (
          <RuleLink key={cap.source.line} source={cap.source}>
            {capShort(cap, judged.plan, lang)}
          </RuleLink>
        ))}
      </td>
      <td className="num">{credits(gained)}</td>
      <td>{lost > 0 ? <span className="c-bad">−{credits(lost)}</span> : <span className="c-3">—</span>}</td>
      <td className="num got">{credits(counted)}</td>
      <td />
    </tr>
  );
}

const round = (amount: number): number => Math.round(amount * 1e6) / 1e6;

function LineRow(props: {
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
function RungRow({ rung }: { readonly rung: Rung; readonly line: Line }): ReactNode {
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

/** Leads to the line of the rules; without one it only says its words. */
export function RuleLink(props: {
  readonly source: Source | null;
  readonly words?: string;
  readonly children: ReactNode;
}): ReactNode {
  const say = useSay();
  const { source, words = source?.words ?? '', children } = props;
  if (source === null) return <span title={words}>{children}</span>;
  return (
    <button
      type="button"
      className="link plain"
      title={say('openRule', { words })}
      data-rule={source.line}
      onClick={() => openRule(source)}
    >
      {children}
    </button>
  );
}

/** Of several clauses the first, which is the one that the section is of. */
const firstClause = (clauses: string | null): string | null => clauses?.split('、')[0] ?? null;

/** Of a clause in the article of its category what is more: `（一）1`. */
function shortClause(clause: string | null, outer: string | null): string {
  const article = /^第[^条]+条/.exec(clause ?? '')?.[0];
  if (clause === null || article === undefined || clause === article) return clause ?? '';
  return firstClause(outer)?.startsWith(article) ? clause.slice(article.length) : clause;
}
