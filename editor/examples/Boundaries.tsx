import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useReturn } from '../parts/useReturn.ts';
import { saveExample } from '../state/addExample.ts';
import { useLearnt } from '../state/learn.ts';
import { session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { visit } from '../state/visit.ts';
import { said, useLang, useSay } from '../words/index.ts';
import type { ProposedExample, Question } from '../worker/questions.ts';
import { givenWords } from './model.ts';

const aboutBoundaries: Question<'boundaries'> = { of: 'boundaries' };

/** 「补一个边界用例」: what no example tries, each with one that does. */
export function Boundaries({ onClose }: { readonly onClose: () => void }): ReactNode {
  const say = useSay();
  const learnt = useLearnt(aboutBoundaries);
  useReturn();
  const version = useStore(session, (all) => all.version);
  const [busy, setBusy] = useState(false);
  const close = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const added = useRef<number | null>(null);
  const add = async (one: ProposedExample, at: number) => {
    if (!current) return;
    setBusy(true);
    added.current = at;
    const name = await saveExample(one);
    setBusy(false);
    if (name === null) return;
    const words = (lang: 'zh' | 'en') => said('addedExample', lang, { name });
    session.set({ notice: { tone: 'good', zh: words('zh'), en: words('en') } });
  };
  const told = learnt?.told ?? null;
  const current = learnt?.version === version && !busy;
  // What was added is proposed no more: one goes on from the one that took its place.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is another with each answer
  useEffect(() => {
    const at = added.current;
    if (at === null || document.activeElement !== document.body) return;
    added.current = null;
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('.proposed .btn') ?? [])];
    (buttons[at] ?? buttons.at(-1) ?? close.current)?.focus();
  }, [told]);
  return (
    <aside className="exside card" aria-label={say('boundaryHead')} aria-busy={told === null}>
      <div className="panehead">
        <h2>{say('boundaryHead')}</h2>
        <button ref={close} type="button" className="link push" onClick={onClose}>
          {say('closePanel')}
        </button>
      </div>
      <div className="scroller">
        <p className="c-3 pad">{say('boundaryWhat')}</p>
        <output className="pad">
          {told === null
            ? say('boundarySearching')
            : told.found.length === 0 && told.left.length === 0
              ? say('boundaryNone')
              : ''}
        </output>
        <ul ref={list}>
          {told?.found.map((one, at) => (
            <Proposed key={`${one.line} ${one.name}`} one={one} disabled={!current} onAdd={() => void add(one, at)} />
          ))}
        </ul>
        {told && told.left.length > 0 && (
          <>
            <p className="pad c-warn">{say('boundaryLeft', { n: told.left.length })}</p>
            <ul>
              {told.left.slice(0, 30).map((one) => (
                <li key={`${one.line} ${one.words}`} className="pad">
                  <button type="button" className="link" onClick={() => void visit('text', one.line)}>
                    {say('line', { line: one.line })}
                  </button>{' '}
                  {one.words}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </aside>
  );
}

function Proposed(props: {
  readonly one: ProposedExample;
  readonly disabled: boolean;
  readonly onAdd: () => void;
}): ReactNode {
  const { one } = props;
  const say = useSay();
  const lang = useLang();
  const { of, line, words, person, records, credits, status } = one;
  const given = givenWords({ line, year: 0, chosen: [], person, records, because: null }, lang, say);
  return (
    <li className="proposed">
      <div className="row">
        <b>{'field' in of ? say('boundaryOn', { value: `${of.field} ${of.value}` }) : say('boundaryOf')}</b>
        <button
          type="button"
          className="btn push"
          aria-disabled={props.disabled}
          aria-label={`${say('addThisExample')} ${one.name}`}
          onClick={props.onAdd}
        >
          {say('addThisExample')}
        </button>
      </div>
      <p className="rule">
        <button type="button" className="link" onClick={() => void visit('text', line)}>
          {say('line', { line })}
        </button>{' '}
        {words}
      </p>
      <p className="c-1">{given}</p>
      <p>{say('expectIs', { credits, status: say(status) })}</p>
    </li>
  );
}
