import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { FileButton } from '../parts/FileButton.tsx';
import { Sign } from '../parts/Sign.tsx';
import { useStore } from '../state/store.ts';
import { useLang, useSay } from '../words/index.ts';
import type { ClauseSurvey, RegulationText } from '../worker/questions.ts';
import { findingsBeside, stateSigns, stateWords } from './model.ts';
import { keep, type OpenRegulation, regulation, take } from './regulation.ts';

/** The text of the regulation as it is printed, clause by clause; or the way to open it. */
export function RegulationPane(props: {
  readonly open: OpenRegulation | null;
  readonly text: RegulationText | null;
  readonly survey: ClauseSurvey | null;
  readonly clause: string | null;
  readonly onPick: (clause: string) => void;
}): ReactNode {
  const { open, text, survey, clause, onPick } = props;
  const say = useSay();
  const refused = useStore(regulation, (all) => all.refused);
  const scroller = useRef<HTMLDivElement>(null);
  // Once the text has been read, too: one may come here for a clause.
  const stands = text !== null;
  useEffect(() => {
    if (clause === null || !stands) return;
    const part = scroller.current?.querySelector(`[data-clause="${CSS.escape(clause)}"]`);
    part?.scrollIntoView({ block: 'nearest' });
  }, [clause, stands]);
  const numbered = text?.parts.filter(({ kind }) => kind === 'clause') ?? [];
  const at = numbered.findIndex(({ name }) => name === clause);
  const onKey = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || !event.target.matches('.num')) return;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: numbered.length - 1 }[event.key];
    const next = to === undefined ? undefined : numbered[Math.min(numbered.length - 1, Math.max(0, to))];
    if (!next) return;
    event.preventDefault();
    onPick(next.name);
    const part = scroller.current?.querySelector<HTMLElement>(`[data-clause="${CSS.escape(next.name)}"] .num`);
    part?.focus({ preventScroll: true });
  };
  const states = new Map(survey?.clauses.map(({ clause: name, state }) => [name, state]));
  return (
    <div className="cleft card">
      <div className="panehead">
        <h2>{say('regulationHead')}</h2>
        {open && <span className="label">{open.name}</span>}
        <span className="push" />
        {open && (
          <label className="row">
            <input type="checkbox" checked={open.kept} onChange={(event) => void keep(event.target.checked)} />
            {say('keepRegulation')}
          </label>
        )}
        {open && <Opener words={say('otherRegulation')} quiet />}
      </div>
      {refused && (
        <p className="refused c-bad" role="alert">
          <Sign kind="err" /> {say(refused.why, { name: refused.name })}
        </p>
      )}
      {open === null ? (
        <div className="invite">
          <Opener words={say('openRegulation')} />
          <p>{say('openRegulationWhat')}</p>
          <p className="c-3">{say('openRegulationLater')}</p>
        </div>
      ) : (
        <section
          className="regtext scroller"
          ref={scroller}
          aria-label={say('regulationHead')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
          tabIndex={0}
          onKeyDown={onKey}
        >
          {text && !text.whole && <p className="c-warn">{say('notWhole')}</p>}
          {text?.parts.length === 0 && <p className="c-warn">{say('noClausesIn', { name: open.name })}</p>}
          {text?.parts.map((part) => {
            if (part.kind === 'chapter')
              return (
                <h3 className="chapter" key={`chapter ${part.name}`}>
                  {part.label} {part.paragraphs.join(' ')}
                </h3>
              );
            const state = states.get(part.name);
            const beside = findingsBeside(part.name, survey?.findings ?? []);
            return (
              <div
                key={part.name}
                className={part.name === clause ? 'part on' : 'part'}
                data-clause={part.name}
                style={{ marginInlineStart: part.depth * 16 }}
              >
                <button
                  type="button"
                  className="num"
                  aria-pressed={part.name === clause}
                  tabIndex={part.name === (numbered[Math.max(at, 0)]?.name ?? '') ? 0 : -1}
                  onClick={() => onPick(part.name)}
                  title={part.name}
                >
                  {part.label}
                  <Sign
                    kind={state ? stateSigns[state] : 'warn'}
                    name={say(state ? stateWords[state] : 'notRegistered')}
                  />
                </button>
                {part.paragraphs.map((paragraph, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is its place
                  <p key={at}>{paragraph}</p>
                ))}
                {part.name === clause && beside.length > 0 && <Beside of={beside} />}
              </div>
            );
          })}
        </section>
      )}
    </div>
  );
}

export function Beside({ of }: { readonly of: ClauseSurvey['findings'] }): ReactNode {
  const lang = useLang();
  return (
    <ul className="beside">
      {of.map((one) => (
        <li key={`${one.code} ${one.span.start}`}>
          <Sign kind={one.severity === 'info' ? 'info' : 'warn'} />
          <span>{one.message[lang]}</span>
        </li>
      ))}
    </ul>
  );
}

function Opener(props: { readonly words: string; readonly quiet?: boolean }): ReactNode {
  return (
    <FileButton
      words={props.words}
      look={props.quiet ? 'link' : 'btn primary'}
      accept=".txt,text/plain"
      onFile={(file) => void take(file)}
    />
  );
}
