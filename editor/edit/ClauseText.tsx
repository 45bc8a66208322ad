import { type ReactNode, useEffect, useState } from 'react';
import { clausesOf, clauseText } from '../../src/index.ts';
import { shortened } from '../clauses/passage.ts';
import { showClause } from '../state/clause.ts';
import { useSay } from '../words/index.ts';

/** The pane is narrow: what is longer is read on the screen of the clauses. */
const MOST = 500;

/** What a rule rests on: each clause leads to its screen, and has its words where the regulation is open. */
export function ClauseText({ cited }: { readonly cited: string }): ReactNode {
  const say = useSay();
  const names = clausesOf(cited, 20).map(clauseText);
  const [told, setTold] = useState<{ readonly of: string; readonly words: readonly Words[] } | null>(null);
  useEffect(() => {
    let here = true;
    void fetchWords(cited).then((words) => here && setTold({ of: cited, words }));
    return () => {
      here = false;
    };
  }, [cited]);
  const words = told?.of === cited ? told.words : null;
  const none = words?.every(({ lines }) => lines === null) ?? false;
  return (
    <div className="sect">
      <h3>{say('clause')}</h3>
      {names.map((clause, at) => {
        const lines = words?.[at]?.lines ?? null;
        return (
          <div key={clause} className="cited">
            <button type="button" className="link" title={say('seeClause')} onClick={() => showClause(clause)}>
              {clause}
            </button>
            {lines && (
              <div className="quote">
                {shortened(lines, MOST).map((line, of) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is its place
                  <p key={of}>{line}</p>
                ))}
              </div>
            )}
          </div>
        );
      })}
      {none && (
        <p className="c-3">
          <button type="button" className="link" onClick={() => showClause(names[0] ?? '')}>
            {say('openToRead')}
          </button>
        </p>
      )}
    </div>
  );
}

interface Words {
  readonly lines: readonly string[] | null;
}

/** What reads and keeps regulations comes when a rule is first looked at. */
async function fetchWords(cited: string): Promise<readonly Words[]> {
  const names = clausesOf(cited, 20).map(clauseText);
  try {
    const { wordsOfClause } = await import('../clauses/words.ts');
    return await Promise.all(names.map(async (clause) => ({ lines: await wordsOfClause(clause) })));
  } catch {
    // Without them the clauses are still named.
    return names.map(() => ({ lines: null }));
  }
}
