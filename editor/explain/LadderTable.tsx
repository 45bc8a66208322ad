import { Fragment, type ReactNode, useId } from 'react';
import { useLang, useSay } from '../words/index.ts';
import type { Judged } from '../worker/personProtocol.ts';
import { firstClause, LineRow, PICTURE, RungRow } from './LadderRow.tsx';
import type { Group, Ladder } from './ladder.ts';
import { RuleLink } from './RuleLink.tsx';
import { openCategory } from './rule.ts';
import { capShort, credits } from './short.ts';

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
        <col />
        <col />
        <col />
        <col />
        <col />
        <col />
        <col />
        <col />
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
                {say('needRow')}　{name === step?.rule ? name : `${name}${say('colon')}${step?.rule ?? ''}`}
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
