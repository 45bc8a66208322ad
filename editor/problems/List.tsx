import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import type { Severity } from '../../src/index.ts';
import { Sign } from '../parts/Sign.tsx';
import { nameOf, pick } from '../state/problems.ts';
import { session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { useLang, useSay, type WordId } from '../words/index.ts';
import type { Problem } from '../worker/protocol.ts';
import { blockOf, headOf, linesOf, names, signs } from './model.ts';

const filters: readonly (readonly [Severity | null, WordId])[] = [
  [null, 'allOf'],
  ['error', 'severityError'],
  ['warning', 'severityWarning'],
  ['info', 'severityInfo'],
];

export function List(props: {
  readonly all: readonly Problem[];
  readonly shown: readonly Problem[];
  readonly current: Problem | undefined;
  readonly only: Severity | null;
  readonly onOnly: (severity: Severity | null) => void;
  readonly onPick: () => void;
  readonly accepted: number;
  readonly aside: boolean;
  readonly onAside: (on: boolean) => void;
}): ReactNode {
  const { all, shown, current, only, accepted, aside } = props;
  const say = useSay();
  const lang = useLang();
  const scroller = useRef<HTMLDivElement>(null);
  const at = current ? shown.indexOf(current) : -1;
  const rows = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 84,
    overscan: 6,
    getItemKey: (index) => (shown[index] ? nameOf(shown[index]) : index),
  });
  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(at, { align: 'auto' });
  }, [at, rows]);
  const go = (to: number) => {
    const next = shown[Math.min(shown.length - 1, Math.max(0, to))];
    if (!next) return;
    props.onPick();
    pick(next);
    requestAnimationFrame(() => document.getElementById(`problem-${shown.indexOf(next)}`)?.focus());
  };
  const onKey = (event: KeyboardEvent) => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: shown.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    go(to);
  };
  return (
    <div className="plist">
      <div className="panehead">
        <h2>{say('problems')}</h2>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out in a line with the words beside it */}
        <div className="filters" role="group" aria-label={say('showOnly')}>
          {filters.map(([severity, word]) => (
            <button
              key={word}
              type="button"
              className="chip"
              aria-pressed={only === severity && !aside}
              onClick={() => props.onOnly(severity)}
            >
              {say(word)} {severity === null ? all.length : all.filter((one) => one.severity === severity).length}
            </button>
          ))}
        </div>
      </div>
      <div className="scroller" ref={scroller}>
        <ul style={{ height: rows.getTotalSize() }} onKeyDown={onKey} aria-label={say('problems')}>
          {rows.getVirtualItems().map(({ index, key, start }) => {
            const one = shown[index];
            return one ? (
              <li
                key={key}
                data-index={index}
                ref={rows.measureElement}
                style={{ transform: `translateY(${start}px)` }}
                aria-setsize={shown.length}
                aria-posinset={index + 1}
              >
                <button
                  type="button"
                  id={`problem-${index}`}
                  className={index === at ? 'it on' : 'it'}
                  aria-current={index === at || undefined}
                  tabIndex={index === Math.max(at, 0) ? 0 : -1}
                  onClick={() => {
                    props.onPick();
                    pick(one);
                  }}
                >
                  <Sign kind={signs[one.severity]} name={say(names[one.severity])} />
                  <Words of={one} />
                </button>
              </li>
            ) : null;
          })}
        </ul>
      </div>
      <div className="pfoot">
        <span className="label">{say('walkKeys')}</span>
        {(accepted > 0 || aside) && (
          <button type="button" className="link push" aria-pressed={aside} onClick={() => props.onAside(!aside)}>
            {aside ? say('backToProblems') : say('acceptedCount', { n: accepted })}
          </button>
        )}
      </div>
      <output className="sr">{current ? `${at + 1}/${shown.length} ${current.message[lang]}` : ''}</output>
    </div>
  );
}

function Words({ of }: { readonly of: Problem }): ReactNode {
  const say = useSay();
  const lang = useLang();
  const outline = useStore(session, (all) => all.outline);
  const file = useStore(session, (all) => all.file?.entry.name);
  const block = of.file === file ? blockOf(of, outline) : null;
  const head = headOf(of, block, say);
  const parts = [
    of.file !== file ? say('ofBaseline', { file: of.file }) : head ? null : block?.title,
    say('inLines', { lines: linesOf(of, lang) }),
    block?.clause,
  ];
  return (
    <>
      <span className="says">{head ?? of.message[lang]}</span>
      <span className="label">{parts.filter(Boolean).join(' · ')}</span>
    </>
  );
}
