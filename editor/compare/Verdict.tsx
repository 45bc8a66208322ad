import type { ReactNode } from 'react';
import {
  comparisonSay,
  EFFECT_SIGNS,
  headlineParts,
  type SideNames,
  type ToldComparison,
} from '../../src/print/index.ts';
import { useLang, useSay } from '../words/index.ts';
import { tones } from './ChangeCard.tsx';
import type { Measured } from './people.ts';

/** The sentence that one can sign, and beside it what the open roster says. */
export function Verdict(props: {
  readonly told: ToldComparison;
  readonly names: SideNames;
  readonly people: Measured | null;
}): ReactNode {
  const { told, names, people } = props;
  const say = useSay();
  const lang = useLang();
  const paper = comparisonSay(lang);
  const rate = (met: number): string =>
    `${(Math.round((met / Math.max(1, people?.people ?? 1)) * 1000) / 10).toFixed(1)}%`;
  return (
    <div className="card verdict">
      <div>
        <p aria-live="polite">
          {headlineParts(told, names, lang).map(({ text, effect }) =>
            effect === null ? (
              text
            ) : (
              <b key={effect} className={`c-${tones[effect]}`}>
                <span aria-hidden="true">{EFFECT_SIGNS[effect]}</span> {text}
              </b>
            ),
          )}
        </p>
        {people && <p>{paper('people', { ...people, changes: '' })}</p>}
        {!told.exhausted && <p className="c-warn told">{paper('notExhausted')}</p>}
      </div>
      {people && (
        <dl className="kvs">
          <div>
            <dt className="label">{say('metPeople')}</dt>
            <dd>
              {people.metBefore} → {people.metAfter}
            </dd>
          </div>
          <div>
            <dt className="label">{say('metRate')}</dt>
            <dd>
              {rate(people.metBefore)} → {rate(people.metAfter)}
            </dd>
          </div>
          <div>
            <dt className="label">{say('changedPeople')}</dt>
            <dd>{say('peopleN', { n: people.changed })}</dd>
          </div>
        </dl>
      )}
    </div>
  );
}
