import { memo, type ReactNode } from 'react';
import { Sign } from '../parts/Sign.tsx';
import { type DrawnCell, type DrawnRow, isFaulty, type Part } from '../sheets/model.ts';
import { session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { useSay } from '../words/index.ts';
import { leastWidth, templateOf } from './columns.ts';
import { Enlarge } from './Enlarge.tsx';
import { PlusButton } from './PlusButton.tsx';
import { StopView } from './StopView.tsx';
import { Tests } from './Tests.tsx';

export interface RowProps {
  readonly row: DrawnRow;
  /** The stop in it that one stands on. */
  readonly on: string | null;
  readonly selected: boolean;
  /** Of a block of cells that is selected: its first and last column, as `0-2`. */
  readonly range: string | null;
  /** Of a table wider than the pane: the first and last column in sight, as `3-9`. The first of all stays in sight. */
  readonly seen: string | null;
  readonly index: number;
}

/** One row of a sheet. What is clicked is found by the grid, from the marks on its elements. */
export const Row = memo(function Row({ row, on, selected, range, seen, index }: RowProps): ReactNode {
  const say = useSay();
  const { look, columns, cells, acts, of } = row;
  const stale = row.rows.some((one) => one.stale);
  const disabled = of.kind === 'disabled' || row.block.disabled;
  const classes = ['trow', look, selected && 'sel', stale && 'stale', disabled && 'off'];
  const own =
    typeof columns === 'number' ? { gridTemplateColumns: templateOf(row), minWidth: leastWidth(columns) } : undefined;
  const faults = useWorst(row);
  const [from = 1, to = 0] = range?.split('-').map(Number) ?? [];
  const [first = 0, last = cells.length] = seen?.split('-').map(Number) ?? [];
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={`${classes.filter(Boolean).join(' ')} cols-${typeof columns === 'number' ? 'own' : columns}`}
      style={own}
      data-row={row.key}
    >
      {cells.map((cell, at) =>
        at === 0 || (at >= first && at <= last) ? (
          <CellView
            key={cell.column}
            cell={cell}
            on={on}
            row={row}
            head={look === 'head'}
            inRange={at >= from && at <= to}
            place={seen === null ? null : at + 1}
          />
        ) : null,
      )}
      {stale && (
        <span className="hint" role="cell">
          <Sign kind="warn" />
          {say('staleRow', { line: row.rows.find((one) => one.stale)?.line ?? of.line })}
        </span>
      )}
      {faults && !stale && look !== 'head' && <span className={`fault ${faults}`} data-fault="" aria-hidden="true" />}
      {acts !== 'none' && (
        <span role="cell" className="acts">
          <button type="button" className="rowmenu" tabIndex={-1} data-menu="" aria-label={say('rowMenu')}>
            ⋮
          </button>
        </span>
      )}
    </div>
  );
});

/** The worst that is said of the rows shown in it. A code has one severity, and the checker's list knows it. */
function useWorst({ rows }: DrawnRow): 'err' | 'warn' | null {
  const problems = useStore(session, (all) => all.problems);
  const codes = new Set(rows.flatMap(({ diagnostics }) => diagnostics.map(({ code }): string => code)));
  if (codes.size === 0) return null;
  const known = problems.filter(({ code }) => codes.has(code));
  if (known.every(({ severity }) => severity === 'info') && known.length > 0) return null;
  return known.length > 0 && known.every(({ severity }) => severity !== 'error') ? 'warn' : 'err';
}

function CellView(props: {
  readonly cell: DrawnCell;
  readonly row: DrawnRow;
  readonly on: string | null;
  readonly head: boolean;
  readonly inRange: boolean;
  /** Its column counted from 1, where not all are drawn. */
  readonly place: number | null;
}): ReactNode {
  const { cell, row, on, head, inRange, place } = props;
  return (
    <div
      role={head ? 'columnheader' : 'cell'}
      className={`tcell ${cell.column.replaceAll(' ', '-')} ${cell.tone ?? ''} ${inRange ? 'in' : ''}`}
      {...(place !== null && { 'aria-colindex': place, style: { gridColumn: place } })}
    >
      {cell.parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of a cell have no other identity than their place
        <PartView key={at} part={part} row={row} on={on} />
      ))}
    </div>
  );
}

function PartView({
  part,
  row,
  on,
}: {
  readonly part: Part;
  readonly row: DrawnRow;
  readonly on: string | null;
}): ReactNode {
  switch (part.kind) {
    case 'words':
      return (
        <span className={`w ${part.tone ?? ''}`} title={part.title}>
          {part.text}
        </span>
      );
    case 'stop': {
      const { stop, look } = part;
      return <StopView stop={stop} look={look} on={on === stop.id} faulty={isFaulty(stop)} />;
    }
    case 'frame':
      return (
        <span className={`frame ${part.look}`}>
          {part.parts.map((one, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <PartView key={at} part={one} row={row} on={on} />
          ))}
        </span>
      );
    case 'add':
      return <AddChip at={`${part.row.key}|${part.slot}`} />;
    case 'plus':
      return row.block.disabled ? null : <PlusButton />;
    case 'enlarge':
      return <Enlarge table={part.table} />;
    case 'tests':
      return <Tests lines={part.lines} />;
  }
}

/** Parts are many, so only those that have words of their own watch the language. */
function AddChip({ at }: { readonly at: string }): ReactNode {
  const say = useSay();
  return (
    <button
      type="button"
      className="addchip"
      tabIndex={-1}
      data-add={at}
      aria-label={say('addCondition')}
      title={say('addCondition')}
    >
      ＋
    </button>
  );
}
