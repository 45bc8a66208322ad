import type { ReactNode } from 'react';
import { comparisonSay, factsText, type ToldContrast } from '../../src/print/index.ts';
import { useLang, useSay } from '../words/index.ts';
import { Bars } from './Bars.tsx';

const MOST_SHOWN = 3;

/** Somebody for whom the change matters, in words, with what they have on each side. */
export function Witness({ of, name }: { readonly of: ToldContrast; readonly name: string }): ReactNode {
  const say = useSay();
  const lang = useLang();
  const paper = comparisonSay(lang);
  const { before, after, records } = of;
  const person = factsText(of.person, lang);
  const shown = records.slice(0, MOST_SHOWN);
  return (
    <div className="wit">
      <span className="label">{name}</span>
      <div>
        {person !== '' && <p>{person}</p>}
        {records.length === 0 && <p>{paper('noRecords')}</p>}
        {shown.map((record, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a record is its place
          <p key={at}>{factsText(record, lang)}</p>
        ))}
        {records.length > shown.length && <p>{say('moreRecords', { n: records.length - shown.length })}</p>}
        <p className="goes">
          {before.credits !== after.credits && (
            <Goes
              word={say('creditsGo')}
              from={before.credits}
              to={after.credits}
              good={after.credits > before.credits}
            />
          )}
          {before.required !== after.required && (
            <Goes
              word={say('requiredGoes')}
              from={before.required}
              to={after.required}
              good={after.required < before.required}
            />
          )}
          {before.status !== after.status && (
            <b className={after.status === 'unmet' ? 'c-bad' : 'c-good'}>
              {say(before.status)} → {say(after.status)}
            </b>
          )}
        </p>
        {of.alone && <p className="label">{paper('alone')}</p>}
      </div>
      <Bars before={before} after={after} />
    </div>
  );
}

function Goes(props: {
  readonly word: string;
  readonly from: number;
  readonly to: number;
  readonly good: boolean;
}): ReactNode {
  return (
    <span>
      {props.word} <b>{props.from}</b> → <b className={props.good ? 'c-good' : 'c-bad'}>{props.to}</b>
    </span>
  );
}
