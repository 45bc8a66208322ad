import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { prefs } from '../state/prefs.ts';
import { useStore } from '../state/store.ts';
import { useSay } from '../words/index.ts';
import type { PersonRow } from '../worker/rosterProtocol.ts';
import { rosterDesk } from './desk.ts';
import { type Sort, sorts } from './filter.ts';
import { PersonPane } from './PersonPane.tsx';
import { count, creditsOf, signed } from './show.ts';
import { type Looking, roster, show } from './state.ts';

const ROW = 44;
/** So many are asked for at once. */
const PAGE = 100;

/** The people behind a number: a list of which only what is in sight is known here, and beside it one of them. */
export function PeoplePanel({ looking }: { readonly looking: Looking }): ReactNode {
  const say = useSay();
  const masked = useStore(prefs, (all) => all.masked);
  const trial = useStore(roster, (all) => all.trial);
  const frame = useRef<HTMLDivElement>(null);
  const back = useRef<HTMLButtonElement>(null);
  const [total, setTotal] = useState<number | null>(null);
  const [pages, setPages] = useState<ReadonlyMap<number, readonly PersonRow[]>>(new Map());
  const [marked, setMarked] = useState(0);
  const { filter, sort, title } = looking;
  const virtual = useVirtualizer({
    count: total ?? 0,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW,
    overscan: 6,
  });
  const items = virtual.getVirtualItems();
  const wanted = [...new Set([0, ...items.map(({ index }) => Math.floor(index / PAGE))])].filter(
    (page) => !pages.has(page),
  );
  const asked = useRef<{ readonly of: Looking; readonly masked: boolean; readonly pages: Set<number> } | null>(null);

  useEffect(() => back.current?.focus(), []);
  useEffect(() => {
    // Another list, or another way to show it: what was asked for before is of no use.
    if (asked.current?.of !== looking || asked.current.masked !== masked) {
      asked.current = { of: looking, masked, pages: new Set() };
      setPages(new Map());
      setMarked(0);
    }
    const mine = asked.current;
    for (const page of wanted) {
      if (mine.pages.has(page)) continue;
      mine.pages.add(page);
      const question = { kind: 'people', filter, sort, from: page * PAGE, count: PAGE, masked } as const;
      void rosterDesk.ask<'people'>(question).then((answer) => {
        if (answer === null || asked.current !== mine) return;
        setTotal(answer.total);
        setPages((known) => new Map([...known, [page, answer.rows]]));
      });
    }
  });

  const at = (index: number): PersonRow | undefined => pages.get(Math.floor(index / PAGE))?.[index % PAGE];
  const one = at(marked);
  const move = (to: number): void => {
    const index = Math.max(0, Math.min((total ?? 1) - 1, to));
    setMarked(index);
    virtual.scrollToIndex(index);
  };
  const onKey = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key];
    if (step !== undefined) move(marked + step);
    else if (event.key === 'Home') move(0);
    else if (event.key === 'End') move((total ?? 1) - 1);
    else return;
    event.preventDefault();
  };
  const usable = sorts.filter((each) => each !== 'change' || trial !== null);
  const onEscape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) show(null);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: from wherever in it one is, the results are one key away
    <div className="rpeople" onKeyDown={onEscape}>
      <div className="card rlist">
        <div className="cardhead">
          <button ref={back} type="button" className="btn" onClick={() => show(null)}>
            {say('backToResults')}
          </button>
          <h2 title={title}>{say('peopleOf', { title, n: count(total ?? 0) })}</h2>
          <select
            className="push"
            aria-label={say('sortBy')}
            value={sort}
            onChange={(event) => show({ ...looking, sort: event.target.value as Sort })}
          >
            {usable.map((each) => (
              <option key={each} value={each}>
                {say(`sort_${each}`)}
              </option>
            ))}
          </select>
        </div>
        <div
          ref={frame}
          className="people"
          role="listbox"
          tabIndex={0}
          aria-label={say('peopleList')}
          aria-activedescendant={one ? `person-${one.at}` : undefined}
          onKeyDown={onKey}
        >
          <div style={{ height: virtual.getTotalSize() }}>
            {items.map(({ index, start }) => {
              const row = at(index);
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys go to the list
                <div
                  key={index}
                  id={row && `person-${row.at}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === marked}
                  aria-posinset={index + 1}
                  aria-setsize={total ?? 0}
                  className="personrow"
                  style={{ transform: `translateY(${start}px)`, height: ROW }}
                  onClick={() => move(index)}
                >
                  {row && <Row row={row} />}
                </div>
              );
            })}
          </div>
        </div>
      </div>
      <PersonPane at={one?.at ?? null} underTrial={trial !== null} />
    </div>
  );
}

function Row({ row }: { readonly row: PersonRow }): ReactNode {
  const say = useSay();
  const { id, name, about, status, credits, required, shortfall, change, after, odd } = row;
  const tone = status === 'unmet' ? 'c-bad' : status === 'met' ? 'c-good' : 'c-3';
  const mark = { met: '✓', unmet: '✕', exempt: '○' };
  return (
    <>
      <span className="who">
        <b>{name || id}</b>
        {name && <span className="c-3"> {id}</span>}
        {odd && <span className="tag odd">! {say('tryOdd')}</span>}
        <span className="about">{about}</span>
      </span>
      <span className="what num">
        <b className={tone}>
          {mark[status]} {creditsOf(credits)}
          {status !== 'exempt' && <span className="c-3"> / {creditsOf(required)}</span>}
        </b>
        <span>
          {change !== null && change !== 0 && <span className="c-1">{signed(change)} </span>}
          {after !== null && after !== status && `→ ${mark[after]} ${say(`${after}Tag`)}`}
          {change === null && shortfall > 0 && say('personShort', { n: creditsOf(shortfall) })}
        </span>
      </span>
    </>
  );
}
