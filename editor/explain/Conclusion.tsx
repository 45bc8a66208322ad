import type { ReactNode } from 'react';
import { useLang, useSay } from '../words/index.ts';
import type { Judged } from '../worker/personProtocol.ts';
import type { Ladder } from './ladder.ts';
import { sentencesOf } from './tell.ts';

/** 「一句话」. */
export function Conclusion({ judged, ladder }: { readonly judged: Judged; readonly ladder: Ladder }): ReactNode {
  const say = useSay();
  const lang = useLang();
  const [first, ...rest] = sentencesOf(judged, ladder, lang);
  const { notices } = judged.result;
  return (
    <div className="conclusion">
      <p className="first">{first}</p>
      {rest.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {notices.length > 0 && (
        <>
          <h2>{say('noticesTitle')}</h2>
          <ul>
            {notices.map(({ record, clause, message }) => (
              <li key={`${record} ${message}`}>{[record, clause, message].filter(Boolean).join('　')}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
