import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { Sign } from '../parts/Sign.tsx';
import { prefs } from '../state/prefs.ts';
import { useStore } from '../state/store.ts';
import { useLang, useSay } from '../words/index.ts';
import { actualWords, type ExampleRow, failureWords, givenWords, reckonedWords } from './model.ts';

const ROW = 32;
const FAILED_ROW = 58;

/** Rows that are in sight; arrows go from one to the next. */
export function ExampleGrid(props: {
  readonly rows: readonly ExampleRow[];
  readonly current: ExampleRow | null;
  readonly onPick: (row: ExampleRow) => void;
}): ReactNode {
  const { rows, current, onPick } = props;
  const say = useSay();
  const lang = useLang();
  const masked = useStore(prefs, (all) => all.masked);
  const scroller = useRef<HTMLDivElement>(null);
  const at = current ? rows.indexOf(current) : -1;
  const drawn = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.one.pass ? ROW : FAILED_ROW),
    overscan: 8,
    getItemKey: (index) => rows[index]?.one.line ?? index,
  });
  // Which rows fail changes their heights.
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew for other rows
  useEffect(() => drawn.measure(), [rows, drawn]);
  const go = (to: number) => {
    const next = rows[Math.min(rows.length - 1, Math.max(0, to))];
    if (!next) return;
    onPick(next);
    drawn.scrollToIndex(rows.indexOf(next), { align: 'auto' });
    requestAnimationFrame(() => document.getElementById(`example-${next.one.line}`)?.focus());
  };
  const onKey = (event: KeyboardEvent) => {
    const to = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + 10,
      PageUp: at - 10,
      Home: 0,
      End: rows.length - 1,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    go(to);
  };
  const heads = ['exResult', 'exName', 'exGiven', 'exExpected', 'exActual'] as const;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot hold rows that are not drawn
    <div className="exgrid card" role="table" aria-label={say('examplesScreen')} aria-rowcount={rows.length + 1}>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the head is no place to go */}
      <div className="ehead" role="row" aria-rowindex={1}>
        {heads.map((head) => (
          // biome-ignore lint/a11y/useSemanticElements: as above
          // biome-ignore lint/a11y/useFocusableInteractive: as above
          <div role="columnheader" key={head}>
            {say(head)}
          </div>
        ))}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div className="scroller" role="rowgroup" ref={scroller} onKeyDown={onKey}>
        {rows.length === 0 && <p className="c-3 nothing">{say('exNoneHere')}</p>}
        <div className="space" role="presentation" style={{ height: drawn.getTotalSize() }}>
          {drawn.getVirtualItems().map(({ index, key, start, size }) => {
            const row = rows[index];
            if (!row) return null;
            const { one } = row;
            return (
              // biome-ignore lint/a11y/useSemanticElements: as above
              <div
                key={key}
                role="row"
                id={`example-${one.line}`}
                className={['erow', one.pass ? '' : 'fail', index === at ? 'on' : ''].join(' ')}
                aria-rowindex={index + 2}
                aria-current={index === at || undefined}
                tabIndex={index === Math.max(at, 0) ? 0 : -1}
                style={{ transform: `translateY(${start}px)`, height: size }}
                onClick={() => onPick(row)}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' && event.key !== ' ') return;
                  event.preventDefault();
                  onPick(row);
                }}
              >
                <Cell className={one.pass ? 'res' : 'res c-bad'}>
                  <Sign kind={one.pass ? 'ok' : 'err'} />
                  {say(one.pass ? 'exPasses' : 'exFails')}
                </Cell>
                <Cell className="name" title={one.name}>
                  {one.name}
                </Cell>
                <Cell className="given" title={givenWords(row.given, lang, say, masked)}>
                  {givenWords(row.given, lang, say, masked)}
                </Cell>
                <Cell className="num">{reckonedWords(one.expected, say)}</Cell>
                <Cell className={one.pass ? 'num' : 'num c-bad'}>{actualWords(one, say)}</Cell>
                {!one.pass && (
                  <Cell className="why c-bad" title={failureWords(row, lang, say)}>
                    {failureWords(row, lang, say)}
                  </Cell>
                )}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

function Cell(props: { readonly className: string; readonly title?: string; readonly children: ReactNode }): ReactNode {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot hold rows that are not drawn
    <div role="cell" className={props.className} title={props.title}>
      {props.children}
    </div>
  );
}
