import type { ReactNode } from 'react';
import type { Covered } from '../../src/index.ts';
import { revealLine } from '../state/select.ts';
import { visit } from '../state/visit.ts';
import { useSay } from '../words/index.ts';

const SHOWN = 8;

/** How much of the regulation the examples try, clause by clause. */
export function Coverage({ of }: { readonly of: readonly Covered[] }): ReactNode {
  const say = useSay();
  const clauses = of.filter(({ kind }) => kind === 'clause');
  if (clauses.length === 0) return null;
  const bare = clauses.filter(({ covered }) => !covered);
  const words = say('coverageSays', { done: clauses.length - bare.length, all: clauses.length });
  const width = 100 / clauses.length;
  return (
    <div className="coverage card">
      <span>{say('coverageHead')}</span>
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label={words}>
        <defs>
          <pattern id="hatch-bare" width="1.2" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path d="M0 0V4" className="stripe" />
          </pattern>
        </defs>
        {clauses.map(({ words: clause, covered }, at) => (
          <rect
            key={clause}
            className={covered ? 'done' : 'bare'}
            x={at * width + 0.06}
            y="0.5"
            width={Math.max(0.2, width - 0.12)}
            height="9"
          >
            <title>{say(covered ? 'coverageCovered' : 'coverageBare', { clause })}</title>
          </rect>
        ))}
      </svg>
      <b>{words}</b>
      {bare.length > 0 && (
        <span className="bare">
          {say('untriedClauses')}
          {bare.slice(0, SHOWN).map(({ words: clause, line }) => (
            <button
              type="button"
              className="link"
              key={clause}
              onClick={() => {
                revealLine(line);
                void visit('table', line);
              }}
            >
              {clause}
            </button>
          ))}
          {bare.length > SHOWN && '…'}
        </span>
      )}
    </div>
  );
}
