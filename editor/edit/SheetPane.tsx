import type { ReactNode } from 'react';
import { session } from '../state/session.ts';
import { useStore } from '../state/store.ts';

export function SheetPane(): ReactNode {
  const page = useStore(session, (all) => all.page);
  return (
    <div className="sheet" data-pane="table">
      {page && (
        <div className="cathead">
          <h1>{page.sheet.title}</h1>
        </div>
      )}
    </div>
  );
}
