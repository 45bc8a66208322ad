import type { ReactNode } from 'react';
import { type Say, useSay } from '../words/index.ts';
import type { Link } from './chain.ts';
import { creditsOf, signed } from './show.ts';

/** What a change sets off in one reckoning, in the order in which credits flow. */
export function ChainList({ chain }: { readonly chain: readonly Link[] }): ReactNode {
  const say = useSay();
  if (chain.length === 0) return null;
  return (
    <div className="chain">
      <h3>{say('chainTitle')}</h3>
      <ol>
        {chain.map((link) => (
          <li
            key={`${link.what} ${link.to} ${link.before}`}
            className={link.by > 0 ? 'c-good' : link.by < 0 ? 'c-bad' : ''}
          >
            {linkWords(link, say)}
          </li>
        ))}
      </ol>
    </div>
  );
}

function linkWords({ what, to, before, after, by }: Link, say: Say): string {
  if (what === 'total') return say('chainTotal', { before, after });
  if (what === 'required') return say('chainRequired', { before, after });
  if (what === 'award') return say('chainAward', { to, by: signed(by) });
  const rule = before === after ? after : `${before} → ${after}`;
  return say('chainCap', { to, rule, by: say(by > 0 ? 'chainLess' : 'chainMore', { n: creditsOf(Math.abs(by)) }) });
}
