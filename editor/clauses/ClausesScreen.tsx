import '../styles/clauses.css';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { shownClause } from '../state/clause.ts';
import { drops } from '../state/drops.ts';
import { useLearnt } from '../state/learn.ts';
import { session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { useSay, type WordId } from '../words/index.ts';
import type { Question } from '../worker/questions.ts';
import { CiteBar } from './CiteBar.tsx';
import { ClauseList } from './ClauseList.tsx';
import { type Filter, filtered, isOpen, isUntried } from './model.ts';
import { RegulationPane } from './RegulationPane.tsx';
import { recall, regulation, take } from './regulation.ts';

const filters: readonly (readonly [Filter, WordId])[] = [
  ['all', 'allOf'],
  ['open', 'onlyOpen'],
  ['bare', 'onlyBare'],
  ['untried', 'onlyUntried'],
  ['differing', 'onlyDiffering'],
];

/** S2 「条款对照」: the regulation on the left, once it is open; on the right each clause with what encodes it. */
export default function ClausesScreen(): ReactNode {
  const say = useSay();
  const about = useStore(session, (all) => all.about);
  const held = useStore(regulation, (all) => all.open);
  const rules = about?.code ?? '';
  const open = held?.rules === rules ? held : null;
  const [filter, setFilter] = useState<Filter>('all');
  const clause = useStore(shownClause, (all) => all.clause);
  const setClause = (to: string) => shownClause.set({ clause: to });

  useEffect(() => {
    if (rules !== '') void recall(rules);
  }, [rules]);
  useEffect(() => {
    drops.take = (file) => {
      if (/\.cme$/i.test(file.name)) return false;
      void take(file);
      return true;
    };
    return () => {
      drops.take = null;
    };
  }, []);

  const asked = useMemo(
    (): Question<'clauses'> => ({
      of: 'clauses',
      name: open?.name ?? '',
      text: open?.text ?? null,
      before: open?.before ?? null,
    }),
    [open?.name, open?.text, open?.before],
  );
  const askedText = useMemo(
    (): Question<'regulation'> | null => (open ? { of: 'regulation', text: open.text } : null),
    [open?.text, open],
  );
  const survey = useLearnt(asked)?.told ?? null;
  const text = useLearnt(askedText)?.told ?? null;
  const clauses = survey?.clauses ?? [];
  const counts: Readonly<Record<Filter, number>> = {
    all: clauses.length,
    open: clauses.filter(isOpen).length,
    bare: survey?.bare.length ?? 0,
    untried: clauses.filter(isUntried).length,
    differing: survey?.findings.length ?? 0,
  };
  const sum = {
    all: clauses.length,
    encoded: clauses.filter(({ state }) => state === 'encoded' || state === 'within').length,
    uncomputed: clauses.filter(({ state }) => state === 'uncomputed').length,
    open: counts.open,
  };
  return (
    <section className="clauses clausescreen" aria-label={say('clausesScreen')}>
      <div className="chead">
        <h1>{say('clausesScreen')}</h1>
        <h1 className="printed">{say('printTitle', { name: `${about?.label ?? ''} ${about?.version ?? ''}` })}</h1>
        <output className="sum">
          {say('clausesSum', sum)}
          {open && survey && (
            <span className={counts.differing > 0 ? 'c-warn' : 'c-good'}>
              {counts.differing > 0 ? say('findingsSum', { n: counts.differing }) : say('findingsNone')}
            </span>
          )}
        </output>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out in a line with the words beside it */}
        <div className="filters" role="group" aria-label={say('showOnly')}>
          {filters
            .filter(([one]) => one !== 'differing' || open !== null)
            .map(([one, word]) => (
              <button
                key={one}
                type="button"
                className="chip"
                aria-pressed={filter === one}
                onClick={() => setFilter(one)}
              >
                {say(word)} {counts[one]}
              </button>
            ))}
        </div>
        <button type="button" className="btn" onClick={() => print()}>
          {say('printClauses')}
        </button>
      </div>
      <div className="cbody">
        <RegulationPane open={open} text={text} survey={survey} clause={clause} onPick={setClause} />
        <div className="cright card">
          <ClauseList
            clauses={filtered(clauses, filter, survey?.findings ?? [])}
            survey={survey}
            text={text}
            bare={filter === 'bare'}
            clause={clause}
            onPick={setClause}
          />
          <CiteBar clause={clause} />
        </div>
      </div>
      <p className="printed sign">{say('signHere')}</p>
    </section>
  );
}
