import type { ReactNode } from 'react';
import { Centre } from '../edit/Centre.tsx';
import { ExplainPane } from '../edit/ExplainPane.tsx';
import { NamePanel } from '../edit/NamePanel.tsx';
import { OutlinePane } from '../edit/OutlinePane.tsx';
import { useSay } from '../words/index.ts';

/** S1 「编辑」. */
export function EditScreen(): ReactNode {
  const say = useSay();
  return (
    <section className="edit" aria-label={say('edit')}>
      <OutlinePane />
      <Centre />
      <ExplainPane />
      <NamePanel />
    </section>
  );
}
