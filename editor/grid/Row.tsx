import { memo, type ReactNode } from 'react';
import { Sign } from '../parts/Sign.tsx';
import type { DrawnCell, DrawnRow, Part } from '../sheets/model.ts';
import { session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { useSay } from '../words/index.ts';
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
  readonly index: number;
}

/** One row of a sheet. What is clicked is found by the grid, from the marks on its elements. */
export const Row = memo(function Row({ row, on, selected, range, index }: RowProps): ReactNode {
  const say = useSay();
  const { look, columns, cells, acts, of } = row;
  const stale = row.rows.some((one) => one.stale);
  const disabled = of.kind === 'disabled' || row.block.disabled;
  const classes = ['trow', look, selected && 'sel', stale && 'stale', disabled && 'off'];
  // The same least width for each row of a table, or its columns would not stand under one another.
  const own =
    typeof columns === 'number'
      ? { gridTemplateColumns: widthsOf(row), minWidth: columns * LEAST + MARGIN }
      : undefined;
  const faults = useWorst(row);
  const [from = 1, to = 0] = range?.split('-').map(Number) ?? [];
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={`${classes.filter(Boolean).join(' ')} cols-${typeof columns === 'number' ? 'own' : columns}`}
      style={own}
      data-row={row.key}
    >
      {cells.map((cell, at) => (
        <CellView
          key={cell.column}
          cell={cell}
          on={on}
          row={row}
          head={look === 'head'}
          inRange={at >= from && at <= to}
        />
      ))}
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

/** Of a column, and of what stands beside the columns: the examples, the menu, the indent. */
const LEAST = 96;
const MARGIN = 124;

/** Fields share the width; what comes of them is narrow where it is a number. */
const widthsOf = ({ cells }: DrawnRow): string =>
  cells
    .map(({ column, tone }) => {
      if (column === 'tests') return '60px';
      if (column === 'all') return '1fr';
      return tone === 'number' ? 'minmax(88px, 164px)' : `minmax(${LEAST}px, 1fr)`;
    })
    .join(' ');

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
}): ReactNode {
  const { cell, row, on, head, inRange } = props;
  return (
    <div
      role={head ? 'columnheader' : 'cell'}
      className={`tcell ${cell.column.replaceAll(' ', '-')} ${cell.tone ?? ''} ${inRange ? 'in' : ''}`}
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
      const { span } = stop.chip === undefined ? stop.cell : (stop.cell.chips?.[stop.chip] ?? stop.cell);
      const inIt = ({ span: at }: { readonly span: { start: number; end: number } }) =>
        at.start < span.end && at.end > span.start && at.end - at.start <= span.end - span.start + 2;
      return <StopView stop={stop} look={look} on={on === stop.id} faulty={stop.row.diagnostics.some(inIt)} />;
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
