import type { ReactNode } from 'react';
import { useLang } from '../words/index.ts';
import type { Judged } from '../worker/personProtocol.ts';
import type { Ladder } from './ladder.ts';
import { sentencesOf } from './tell.ts';

/** 「一句话」. */
export function Conclusion({ judged, ladder }: { readonly judged: Judged; readonly ladder: Ladder }): ReactNode {
  const lang = useLang();
  const [first, ...rest] = sentencesOf(judged, ladder, lang);
  return (
    <div className="conclusion">
      <p className="first">{first}</p>
      {rest.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}
