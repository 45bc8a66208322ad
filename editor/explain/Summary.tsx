import type { ReactNode } from 'react';
import { useSay } from '../words/index.ts';
import type { Judged } from '../worker/personProtocol.ts';
import { cents, type Ladder } from './ladder.ts';
import { type Part, RequirementBar } from './RequirementBar.tsx';

/** The total, whether it suffices, and what counts towards the requirement. */
export function Summary({ judged, ladder }: { readonly judged: Judged; readonly ladder: Ladder }): ReactNode {
  const say = useSay();
  const { result } = judged;
  const { status, required, shortfall, requirements, made_up: madeUp } = result;
  const tone = status === 'unmet' ? 'bad' : 'good';
  const mark = status === 'unmet' ? '✕' : status === 'met' ? '✓' : '○';
  const parts: Part[] = ladder.groups.flatMap(({ category, counted }) =>
    category && counted > 0 ? [{ label: category.label, credits: counted }] : [],
  );
  if (ladder.carried) parts.push({ label: say('carriedIn'), credits: ladder.carried.credits });
  const free = status === 'exempt';
  return (
    <div className="card summary">
      <div>
        <span className="label">{say('creditsOfYear')}</span>
        <div className="figure">
          <b data-figure="">{result.credits}</b>
          {!free && required > 0 && <span className="c-3">/ {required}</span>}
          <span className={`tag ${tone}`} role="status">
            {mark} {say(`${status}Tag`)}
            {shortfall > 0 && ` · ${say('shortBy', { n: shortfall })}`}
            {madeUp && ` · ${say('madeUpTag')}`}
          </span>
        </div>
      </div>
      <RequirementBar
        parts={parts}
        required={free ? 0 : cents(required)}
        needWord={say('ownNeed')}
        met={shortfall === 0}
      />
      {requirements.length > 1 && (
        <ul className="needs">
          {requirements.map(({ name, earned, required: wanted, met }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: several lines may have one name
            <li key={at} className={met ? '' : 'c-bad'}>
              {met ? '✓' : '✕'} {name} {earned}/{wanted}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
