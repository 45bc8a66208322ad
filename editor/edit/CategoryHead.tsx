import type { ReactNode } from 'react';
import { PlusButton } from '../grid/PlusButton.tsx';
import { StopView } from '../grid/StopView.tsx';
import { useGridSpot } from '../grid/spot.ts';
import { Tests } from '../grid/Tests.tsx';
import type { DrawnRow, Part } from '../sheets/model.ts';
import { session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { useSay } from '../words/index.ts';
import type { Page } from '../worker/protocol.ts';
import { NestedCaps } from './NestedCaps.tsx';

/** What a 类别 is, in figures: who reviews it, its limit, how its examples stand, and its limits within one another. */
export function CategoryHead({ page, row }: { readonly page: Page; readonly row: DrawnRow }): ReactNode {
  const say = useSay();
  const on = useGridSpot();
  const need = useStore(session, (all) => all.about?.need ?? null);
  const known = useStore(session, (all) => all.examples !== null);
  const cell = (column: string): readonly Part[] => row.cells.find((one) => one.column === column)?.parts ?? [];
  const caps = row.cells.filter(({ column }) => column.startsWith('cap '));
  const lines = page.blocks.flatMap(({ head, rows }) =>
    [head, ...rows].flatMap((one) => [one.line, ...(one.grid?.rows.map(({ line }) => line) ?? [])]),
  );
  const show = (parts: readonly Part[]) =>
    parts.map((part) =>
      part.kind === 'stop' ? (
        <StopView key={part.stop.id} stop={part.stop} look={part.look} on={on === part.stop.id} faulty={false} />
      ) : null,
    );
  return (
    <div className="cathead" data-row={row.key}>
      <div>
        <div className="row title">
          <h1>{show(cell('name'))}</h1>
          <span className="clauses">{show(cell('clause'))}</span>
          <span className="label code">{show(cell('code'))}</span>
          <PlusButton />
        </div>
        <dl className="facts">
          <div>
            <dt>{say('approver')}</dt>
            <dd>{cell('who').length > 0 ? show(cell('who')) : '—'}</dd>
          </div>
          <div>
            <dt>{say('yearCap')}</dt>
            <dd>
              {caps.length > 0
                ? caps.map(({ column, parts }) => <span key={column}>{show(parts)}</span>)
                : say('noYearCap')}
            </dd>
          </div>
          <div>
            <dt>{say('examples')}</dt>
            <dd>{known ? <Tests lines={lines} /> : '—'}</dd>
          </div>
        </dl>
      </div>
      <NestedCaps nest={page.sheet.nest ?? []} need={need} />
      <button type="button" className="rowmenu" tabIndex={-1} data-menu="" aria-label={say('rowMenu')}>
        ⋮
      </button>
    </div>
  );
}
