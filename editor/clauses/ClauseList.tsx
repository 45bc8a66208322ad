import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import type { ListedClause } from '../../src/index.ts';
import { Sign } from '../parts/Sign.tsx';
import { visit } from '../state/visit.ts';
import { useLang, useSay } from '../words/index.ts';
import type { ClauseSurvey, RegulationText } from '../worker/questions.ts';
import { findingsBeside, isTriable, partOf, stateSigns, stateWords } from './model.ts';

/** The clauses in their order, each with its rules, or with why it has none. */
export function ClauseList(props: {
  readonly clauses: readonly ListedClause[];
  readonly survey: ClauseSurvey | null;
  readonly text: RegulationText | null;
  readonly bare: boolean;
  readonly clause: string | null;
  readonly onPick: (clause: string) => void;
}): ReactNode {
  const { clauses, survey, text, bare, clause, onPick } = props;
  const say = useSay();
  const lang = useLang();
  const scroller = useRef<HTMLDivElement>(null);
  const at = clauses.findIndex((one) => one.clause === clause);
  // Once there are clauses, and once their words stand beside them, too: one may come here for a clause.
  const stands = survey !== null;
  const printed = text !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words make the rows longer
  useEffect(() => {
    if (clause === null || !stands) return;
    scroller.current?.querySelector(`[data-clause="${CSS.escape(clause)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [clause, stands, printed]);
  const onKey = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || !event.target.matches('.cname')) return;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: clauses.length - 1 }[event.key];
    const next = to === undefined ? undefined : clauses[Math.min(clauses.length - 1, Math.max(0, to))];
    if (!next) return;
    event.preventDefault();
    onPick(next.clause);
    scroller.current
      ?.querySelector<HTMLElement>(`[data-clause="${CSS.escape(next.clause)}"] .cname`)
      ?.focus({ preventScroll: true });
  };
  const listed = new Set(survey?.clauses.map((one) => one.clause));
  const elsewhere = (survey?.findings ?? []).filter(
    (one) => !one.clauses.some((name) => listed.has(name) || partOf(name, text)),
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys move among the buttons in it
    <div className="clist scroller" ref={scroller} onKeyDown={onKey}>
      {bare ? (
        <Bare of={survey?.bare ?? []} />
      ) : (
        <>
          {clauses.length === 0 && (
            <p className="c-3 nothing">{say(listed.size === 0 ? 'noClausesYet' : 'nothingHere')}</p>
          )}
          {clauses.map((one, index) => {
            const beside = findingsBeside(one.clause, survey?.findings ?? []);
            const part = partOf(one.clause, text);
            const on = one.clause === clause;
            return (
              <div key={one.clause} className={on ? 'crow on' : 'crow'} data-clause={one.clause}>
                <button
                  type="button"
                  className="cname"
                  aria-pressed={on}
                  tabIndex={index === Math.max(at, 0) ? 0 : -1}
                  onClick={() => onPick(one.clause)}
                >
                  <Sign kind={stateSigns[one.state]} />
                  <b>{one.clause}</b>
                </button>
                {part && <div className="printed quote">{part.paragraphs.join(' ')}</div>}
                <div className="does">
                  <Rules of={one} />
                  {text && !part && <span className="c-warn">! {say('notInText')}</span>}
                  {beside.length > 0 && (
                    <ul className="beside">
                      {beside.map((found) => (
                        <li key={`${found.code} ${found.span.start}`}>
                          <Sign kind={found.severity === 'info' ? 'info' : 'warn'} />
                          <span>{found.message[lang]}</span>
                          <button
                            type="button"
                            className="link"
                            onClick={() => void visit('text', found.line, found.span)}
                          >
                            {say('line', { line: found.line })}
                          </button>
                        </li>
                      ))}
                    </ul>
                  )}
                </div>
                <Tried of={one} />
              </div>
            );
          })}
          {elsewhere.length > 0 && (
            <div className="crow">
              <b className="cname">{say('findingsElsewhere')}</b>
              <ul className="beside does">
                {elsewhere.map((found) => (
                  <li key={`${found.code} ${found.span.start}`}>
                    <Sign kind="warn" />
                    <span>{found.message[lang]}</span>
                  </li>
                ))}
              </ul>
            </div>
          )}
        </>
      )}
    </div>
  );
}

function Rules({ of }: { readonly of: ListedClause }): ReactNode {
  const say = useSay();
  if (of.by.length > 0)
    return (
      <ul className="by">
        {of.by.map(({ line, words }) => (
          <li key={line}>
            <button type="button" className="link" onClick={() => void visit('table', line)}>
              {words}
            </button>
            <span className="label">{say('line', { line })}</span>
          </li>
        ))}
      </ul>
    );
  return (
    <span className={of.state === 'open' ? 'c-warn' : 'c-3'}>
      {say(stateWords[of.state])}
      {of.reason !== null && `${say('colon')}${of.reason}`}
      {!of.registered && ` · ${say('notRegistered')}`}
    </span>
  );
}

function Tried({ of }: { readonly of: ListedClause }): ReactNode {
  const say = useSay();
  if (!isTriable(of)) return <span className="tried" />;
  const n = of.examples.length;
  return (
    <span className={n > 0 ? 'tried label' : 'tried label c-warn'} title={of.examples.slice(0, 8).join('\n')}>
      <Sign kind={n > 0 ? 'ok' : 'none'} /> {n > 0 ? say('examplesOf', { n }) : say('noExampleOf')}
    </span>
  );
}

function Bare({ of }: { readonly of: ClauseSurvey['bare'] }): ReactNode {
  const say = useSay();
  if (of.length === 0) return <p className="c-3 nothing">{say('nothingHere')}</p>;
  return of.map(({ line, words }) => (
    <div className="crow" key={line}>
      <span className="cname">
        <Sign kind="warn" />
        <span className="label">{say('line', { line })}</span>
      </span>
      <span className="does">
        <button type="button" className="link" onClick={() => void visit('table', line)}>
          {words}
        </button>
      </span>
    </div>
  ));
}
