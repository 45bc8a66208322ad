/**
 * The grid. One box takes all keys, and the focus never leaves it while one moves about: it lies, unseen, over the stop one
 * stands on, so that an input method composes there from the very first key. It is seen as soon as it holds something.
 */
import { defaultRangeExtractor, useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { copied } from '../../src/edit/index.ts';
import type { DrawnRow, SheetModel, Stop } from '../sheets/model.ts';
import { perform } from '../state/gesture.ts';
import { select } from '../state/select.ts';
import { session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { useSay } from '../words/index.ts';
import { AddMenu } from './AddMenu.tsx';
import type { Actions, EditorHandle } from './actions.ts';
import { ChipPanel, type ChipTarget } from './ChipPanel.tsx';
import { choose, isOf } from './chosen.ts';
import { isWide, leastWidth, seenOf, towards } from './columns.ts';
import { Editor } from './Editor.tsx';
import type { MenuTarget } from './menuTarget.ts';
import { horizontal, type Spot, spotOf, stopAt, vertical } from './move.ts';
import { Row } from './Row.tsx';
import { insertAbove, RowMenu } from './RowMenu.tsx';
import { cellsOf, rangeOf, within } from './range.ts';
import { rejected } from './rejected.ts';
import { sightOf, useSight } from './sight.ts';
import { stopUnder } from './stopUnder.ts';
import { runsOf, stretchesOf } from './stretch.ts';

/** Fewer rows than this are all drawn. */
const ALL = 80;
/** What the heads of a sheet and of a table in it take away of the view while they stay in sight. */
const UNDER_HEADS = 62;

export function Grid(props: {
  readonly model: SheetModel;
  readonly label: string;
  /** Drawn above the table; the first `hidden` rows of the model stand in it. */
  readonly top: ReactNode;
  readonly foot: ReactNode;
  readonly hidden: number;
}): ReactNode {
  const { model, label, top, foot, hidden } = props;
  const say = useSay();
  const { rows, heads, columns } = model;
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorHandle>(null);
  const selection = useStore(session, (all) => all.selection);
  const [menu, setMenu] = useState<MenuTarget | null>(null);
  /** The other corner of a block of cells in a table. */
  const [anchor, setAnchor] = useState<string | null>(null);
  const [adding, setAdding] = useState<MenuTarget | null>(null);
  const [panel, setPanel] = useState<ChipTarget | null>(null);
  const id = selection.row !== null && selection.slot !== null ? `${selection.row}|${selection.slot}` : null;
  const spot = useMemo(() => spotOf(rows, id), [rows, id]);
  const stop = stopAt(rows, spot);
  const stood = useRef<Spot | null>(null);
  const range = useMemo(() => rangeOf(rows, spotOf(rows, anchor), spot), [rows, anchor, spot]);
  const selectedRow = useMemo(() => rows.findIndex((row) => isOf(row, selection.row)), [rows, selection.row]);

  const some = rows.length > ALL;
  const stretches = useMemo(() => stretchesOf(rows), [rows]);
  const most = useMemo(
    () => Math.max(0, ...stretches.map(({ from }) => Number(rows[from]?.columns))),
    [rows, stretches],
  );
  const sight = useSight(scroller, most > 0);
  const list = useRef<HTMLDivElement>(null);
  const [above, setAbove] = useState(0);
  const virtual = useVirtualizer({
    count: some ? rows.length : 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => 33,
    overscan: 4,
    scrollMargin: above,
    scrollPaddingStart: UNDER_HEADS,
    getItemKey: (index) => rows[index]?.key ?? index,
    // The head of a table is drawn as long as any row of it is.
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range);
      const [first = 0] = drawn;
      const head = stretches.findLast(({ from, to }) => from < first && first <= to)?.from;
      return head === undefined ? drawn : [head, ...drawn];
    },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn above decides where the list begins
  useLayoutEffect(() => {
    if (some) setAbove(list.current?.offsetTop ?? 0);
  }, [some, rows, top]);

  // What is chosen elsewhere, in the text or the contents, comes into sight; the focus stays where it is.
  useLayoutEffect(() => {
    if (selectedRow < 0) return;
    if (some && selectedRow < hidden) scroller.current?.scrollTo({ top: 0 });
    else if (some) virtual.scrollToIndex(selectedRow, { align: 'auto' });
    else
      scroller.current
        ?.querySelector(`[data-row="${CSS.escape(rows[selectedRow]?.key ?? '')}"]`)
        ?.scrollIntoView({ block: 'nearest' });
  }, [selectedRow, some, hidden, rows, virtual]);

  // A column that is gone to comes into sight beside the first one.
  useLayoutEffect(() => {
    const here = scroller.current;
    const row = spot && rows[spot.row];
    const to = here && row ? towards(row, spot.stop, sightOf(here)) : null;
    if (here && to !== null) here.scrollLeft = to;
  }, [spot, rows]);

  // Whoever stands on a row that goes, by an undo say, stands on what takes its place.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a row goes when the rows change, and only then
  useEffect(() => {
    if (spot || stood.current === null || !document.activeElement?.matches('.cellbox')) return;
    const { row, stop: at } = stood.current;
    const near = selectedRow < 0 ? row : selectedRow;
    const to = rows.findLastIndex(({ stops }, index) => index <= near && stops.length > 0);
    goTo({ row: to, stop: Math.min(at, (rows[to]?.stops.length ?? 1) - 1) });
  }, [rows]);
  useEffect(() => {
    if (spot) stood.current = spot;
  }, [spot]);

  useEffect(() => {
    const here = scroller.current;
    const enter = () => {
      // What was chosen a moment ago may not be drawn yet.
      const { row, slot } = session.get().selection;
      if (row === null || slot === null || !spotOf(rows, `${row}|${slot}`)) actions.enter();
      editor.current?.focus();
    };
    here?.addEventListener('enter-pane', enter);
    return () => here?.removeEventListener('enter-pane', enter);
  });

  function goTo(to: Spot | null): void {
    const next = stopAt(rows, to);
    if (next) choose(next);
  }

  const actions: Actions = {
    enter: () => {
      const has = ({ stops }: DrawnRow) => stops.length > 0;
      const row = rows.findIndex((one, at) => at >= selectedRow && has(one));
      goTo({ row: row < 0 ? rows.findIndex(has) : row, stop: 0 });
    },
    move: (dx: number, dy: number, wrap = false): boolean => {
      if (!spot) {
        if (!wrap) actions.enter();
        return !wrap;
      }
      const to = dy !== 0 ? vertical(rows, spot, dy) : horizontal(rows, spot, dx > 0 ? 1 : -1, wrap);
      setAnchor(null);
      goTo(to);
      return to !== null;
    },
    extend: (dx: number, dy: number) => {
      if (!spot) return;
      const to = within(rows, { row: spot.row + dy, stop: spot.stop + dx });
      if (!to || rows[to.row]?.table?.key !== rows[spot.row]?.table?.key) return;
      setAnchor(anchor ?? id);
      goTo(to);
    },
    all: () => {
      const table = spot && rows[spot.row]?.table?.key;
      if (!table) return;
      const of = (row: DrawnRow) => row.table?.key === table;
      const last = rows.findLast((row) => of(row) && row.stops.length > 0)?.stops.at(-1);
      setAnchor(rows.find((row) => of(row) && row.stops.length > 0)?.stops[0]?.id ?? null);
      if (last) choose(last);
    },
    copied: (): string | null => (range ? copied(cellsOf(rows, range)) : null),
    edge: (end: 'row start' | 'row end' | 'start' | 'end') => {
      if (!spot) return;
      const last = rows.findLastIndex(({ stops }) => stops.length > 0);
      const first = rows.findIndex(({ stops }) => stops.length > 0);
      setAnchor(null);
      const row = end === 'start' ? first : end === 'end' ? last : spot.row;
      goTo({ row, stop: end === 'row end' || end === 'end' ? (rows[row]?.stops.length ?? 1) - 1 : 0 });
    },
    menu: () => {
      const row = spot && rows[spot.row];
      const at = scroller.current?.querySelector(`[data-row="${CSS.escape(row?.key ?? '')}"] [data-menu]`);
      if (row && at) setMenu({ row, at: at.getBoundingClientRect(), slot: stop?.cell.slot });
    },
    above: () => {
      const row = spot && rows[spot.row];
      if (row) insertAbove(row, rectOf(id ?? ''));
    },
    panel: (of: Stop) =>
      setPanel({ row: of.row, slot: of.cell.slot, ...(of.chip !== undefined && { chip: of.chip }), at: rectOf(of.id) }),
    shift: (to: 'up' | 'down') => {
      const row = spot && rows[spot.row];
      if (row) void perform({ kind: 'move', key: row.acts === 'block' ? row.block.key : row.of.key, to });
    },
    paste: (text: string): boolean => {
      const corner = range ? { row: range.top, stop: range.left } : spot;
      const row = corner && rows[corner.row];
      const onto = stopAt(rows, corner);
      if (!row?.table || !onto) return false;
      setAnchor(null);
      void perform({ kind: 'paste', table: row.table.key, row: row.of.key, slot: onto.cell.slot, text }).then(
        (outcome) => {
          const rejects = outcome.done ? (outcome.edited.rejects ?? []) : [];
          if (rejects.length > 0) session.set({ notice: rejected(rejects) });
        },
      );
      return true;
    },
  };

  const rectOf = (of: string): DOMRect =>
    (scroller.current?.querySelector(`[data-stop="${CSS.escape(of)}"]`) ?? body.current)?.getBoundingClientRect() ??
    new DOMRect();

  function onMouseDown(event: MouseEvent): void {
    const target = event.target as HTMLElement;
    if (target.closest('textarea, .choices, .overlay, [data-adders], .sheetfoot')) return;
    const menuButton = target.closest('[data-menu], [data-plus]');
    const row = rows.find(({ key }) => key === target.closest<HTMLElement>('[data-row]')?.dataset.row);
    if (!row) return;
    event.preventDefault();
    if (event.button === 2 || menuButton) return;
    const add = target.closest<HTMLElement>('[data-add]');
    const found = row.stops.find((one) => one.id === stopUnder(target, event.clientX));
    editor.current?.commit();
    setAnchor(event.shiftKey && found && row.table ? (anchor ?? id) : null);
    if (add) {
      const slot = add.dataset.add?.split('|').at(-1) ?? '';
      setPanel({ row: row.of, slot, at: add.getBoundingClientRect() });
    } else if (found) choose(found);
    else select(row.of.key, null, row.of.span, row.of.line);
    editor.current?.focus();
  }

  function onClick(event: MouseEvent): void {
    const target = event.target as HTMLElement;
    const row = rows.find(({ key }) => key === target.closest<HTMLElement>('[data-row]')?.dataset.row);
    const menuButton = target.closest('[data-menu]');
    const plus = target.closest('[data-plus]');
    if (menuButton && row) setMenu({ row, at: menuButton.getBoundingClientRect() });
    if (plus && row) setAdding({ row, at: plus.getBoundingClientRect() });
  }

  function onContextMenu(event: MouseEvent): void {
    const row = rows.find(
      ({ key }) => key === (event.target as HTMLElement).closest<HTMLElement>('[data-row]')?.dataset.row,
    );
    if (!row || row.acts === 'none') return;
    event.preventDefault();
    const hit = row.stops.find((one) => one.id === stopUnder(event.target as HTMLElement, event.clientX));
    setMenu({ row, at: new DOMRect(event.clientX, event.clientY, 0, 0), slot: hit?.cell.slot });
  }

  function onDoubleClick(): void {
    if (stop) editor.current?.open();
  }

  const drawRow = (row: DrawnRow, index: number) => {
    const seen = seenOf(row, sight);
    return (
      <Row
        key={row.key}
        row={row}
        index={index}
        on={spot?.row === index ? id : null}
        range={range && index >= range.top && index <= range.bottom ? `${range.left}-${range.right}` : null}
        seen={seen && `${seen.from}-${seen.to}`}
        selected={index === selectedRow || spot?.row === index}
      />
    );
  };
  const drawItem = ({ index, key, start }: VirtualItem) => {
    const row = rows[index];
    const from = start - above;
    const drawn = row && index >= hidden ? drawRow(row, index) : null;
    const to = stretches.find((one) => one.from === index)?.to;
    const end = to === undefined ? undefined : virtual.measurementsCache[to]?.end;
    // The head of a table stays in sight over its rows: it lies in a frame as long as the table.
    return end === undefined ? (
      <div
        key={key}
        role="presentation"
        data-index={index}
        ref={virtual.measureElement}
        className="vrow"
        style={{ transform: `translateY(${from}px)` }}
      >
        {drawn}
      </div>
    ) : (
      <div key={key} role="presentation" className="vspan" style={{ top: from, height: end - start }}>
        <div role="presentation" data-index={index} ref={virtual.measureElement} className="stuck">
          {drawn}
        </div>
      </div>
    );
  };

  return (
    <div
      className="sheet"
      data-pane="table"
      ref={scroller}
      onMouseDown={onMouseDown}
      onClick={onClick}
      onDoubleClick={onDoubleClick}
      onContextMenu={onContextMenu}
    >
      {top}
      <div
        role="table"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        {...(isWide(most) && { 'aria-colcount': most + 1 })}
        className={['tbody', heads && 'headed', sight.width > 0 && 'wide'].filter(Boolean).join(' ')}
        {...(sight.width > 0 && {
          style: { minWidth: leastWidth(most), '--pane': `${sight.width}px` } as CSSProperties,
        })}
        ref={body}
      >
        {heads && (
          <div role="row" aria-rowindex={1} className={`trow heads cols-${columns}`}>
            {heads.map(({ column, label: head }) => (
              <div key={column} role="columnheader" className={`tcell ${column}`}>
                {head}
              </div>
            ))}
          </div>
        )}
        {some ? (
          <div role="rowgroup" ref={list} style={{ height: virtual.getTotalSize(), position: 'relative' }}>
            {virtual.getVirtualItems().map(drawItem)}
          </div>
        ) : (
          runsOf(rows.length, stretches).map(({ from, to }) => (
            <div key={rows[from]?.key ?? from} role="rowgroup">
              {rows.slice(from, to + 1).map((row, at) => (from + at < hidden ? null : drawRow(row, from + at)))}
            </div>
          ))
        )}
        {rows.length <= hidden && <p className="nothing">{say('emptySheet')}</p>}
      </div>
      {foot}
      <Editor ref={editor} stop={stop ?? null} scroller={scroller} actions={actions} />
      {menu && (
        <RowMenu
          target={menu}
          close={() => setMenu(null)}
          back={() => editor.current?.focus()}
          add={(row) => setPanel({ row: row.of, slot: 'when', at: menu.at })}
        />
      )}
      {adding && <AddMenu target={adding} close={() => setAdding(null)} back={() => editor.current?.focus()} />}
      {panel && (
        <ChipPanel
          key={`${panel.row.key}|${panel.slot}|${panel.chip}`}
          target={panel}
          close={() => {
            setPanel(null);
            editor.current?.focus();
          }}
        />
      )}
    </div>
  );
}
