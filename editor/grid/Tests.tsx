import type { ReactNode } from 'react';
import { byLine } from '../edit/coverage.ts';
import { session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { useSay } from '../words/index.ts';

/** How many examples touch these lines, and whether they hold. */
export function Tests({ lines }: { readonly lines: readonly number[] }): ReactNode {
  const say = useSay();
  const examples = useStore(session, (all) => all.examples);
  if (examples === null) return null;
  const index = byLine(examples);
  const touching = new Set(lines.flatMap((line) => index.get(line) ?? []));
  if (touching.size === 0) {
    return <span className="sg none" role="img" aria-label={say('untested')} title={say('untested')} />;
  }
  const failed = [...touching].filter(({ pass }) => !pass).length;
  if (failed > 0) return <span className="c-bad">✕ {say('countFailed', { n: failed })}</span>;
  return (
    <span className="tests">
      <span className="c-good">✓</span> {touching.size}
    </span>
  );
}
