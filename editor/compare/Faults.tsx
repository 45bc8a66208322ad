import type { ReactNode } from 'react';
import { comparisonSay, type NotComparable } from '../../src/print/index.ts';
import { Sign } from '../parts/Sign.tsx';
import { visit } from '../state/visit.ts';
import { useLang, useSay } from '../words/index.ts';

/** 「无法比较」: where a side does not hold together, and not one number of a comparison. */
export function Faults(props: {
  readonly of: NotComparable;
  /** The side that is the text in the editor. */
  readonly here: 'before' | 'after' | null;
}): ReactNode {
  const say = useSay();
  const lang = useLang();
  const paper = comparisonSay(lang);
  return (
    <div className="card cannot" role="alert">
      <h2>
        <Sign kind="err" />
        {paper('cannot')}
      </h2>
      <p>{paper('cannotWhy')}</p>
      <ul>
        {props.of.faults.map(({ side, file, line, message }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a finding is its place
          <li key={at}>
            <span>{paper('faultAt', { side: paper(side), file, line, message: message[lang] })}</span>
            {props.here === side && (
              <button type="button" className="link" onClick={() => void visit('text', line)}>
                {say('seeLine', { line })}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
