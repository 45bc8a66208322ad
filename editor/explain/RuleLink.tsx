import type { ReactNode } from 'react';
import { useSay } from '../words/index.ts';
import type { Source } from './ladder.ts';
import { openRule } from './rule.ts';

/** Leads to the line of the rules; without one it only says its words. */
export function RuleLink(props: {
  readonly source: Source | null;
  readonly words?: string;
  readonly children: ReactNode;
}): ReactNode {
  const say = useSay();
  const { source, words = source?.words ?? '', children } = props;
  if (source === null) return <span title={words}>{children}</span>;
  return (
    <button
      type="button"
      className="link plain"
      title={say('openRule', { words })}
      data-rule={source.line}
      onClick={() => void openRule(source)}
    >
      {children}
    </button>
  );
}
