import '../styles/examples.css';
import { type ReactNode, useMemo, useState } from 'react';
import { useLearnt } from '../state/learn.ts';
import { session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { useSay } from '../words/index.ts';
import type { Question } from '../worker/questions.ts';
import { Boundaries } from './Boundaries.tsx';
import { Coverage } from './Coverage.tsx';
import { ExampleGrid } from './ExampleGrid.tsx';
import { categoriesOf, type ExampleRow } from './model.ts';
import { Reckoning } from './Reckoning.tsx';

const aboutExamples: Question<'examples'> = { of: 'examples' };

/** S4 「用例」: what each is given, what is expected and what came of it; beside it how one is reckoned. */
export default function ExamplesScreen(): ReactNode {
  const say = useSay();
  const { examples, outline, sound, checked } = useStore(session, (all) => all);
  const survey = useLearnt(sound ? aboutExamples : null)?.told ?? null;
  const [failing, setFailing] = useState(false);
  const [category, setCategory] = useState('');
  const [line, setLine] = useState<number | null>(null);
  const [adding, setAdding] = useState(false);

  const rows = useMemo((): readonly ExampleRow[] => {
    const byLine = new Map(survey?.given.map((one) => [one.line, one]));
    return (examples ?? []).map((one) => ({ one, given: byLine.get(one.line) ?? null }));
  }, [examples, survey]);
  const shown = useMemo(() => {
    const of = outline && category !== '' ? categoriesOf(outline) : null;
    return rows.filter(({ one }) => (!failing || !one.pass) && (!of || of(one.uses).has(category)));
  }, [rows, failing, category, outline]);

  const failed = rows.filter(({ one }) => !one.pass).length;
  const verdict = failed > 0 ? say('someFail', { n: rows.length, failed }) : say('allPass', { n: rows.length });
  const current = rows.find(({ one }) => one.line === line) ?? null;
  const categories = outline?.sheets.filter(({ kind }) => kind === 'category') ?? [];
  return (
    <section className="exs" aria-label={say('examplesScreen')}>
      <div className="exhead">
        <h1>{say('examplesScreen')}</h1>
        {rows.length > 0 && <output className={failed > 0 ? 'c-bad' : 'c-good'}>{verdict}</output>}
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out in a line with the words beside it */}
        <div className="filters" role="group" aria-label={say('showOnly')}>
          <button type="button" className="chip" aria-pressed={!failing} onClick={() => setFailing(false)}>
            {say('allOf')} {rows.length}
          </button>
          <button type="button" className="chip" aria-pressed={failing} onClick={() => setFailing(true)}>
            {say('failedOf')} {failed}
          </button>
        </div>
        <select
          className="box"
          aria-label={say('ofCategory')}
          value={category}
          onChange={(event) => setCategory(event.target.value)}
        >
          <option value="">{say('everyCategory')}</option>
          {categories.map(({ key, title }) => (
            <option key={key} value={key}>
              {title}
            </option>
          ))}
        </select>
        <button
          type="button"
          className="btn primary"
          aria-pressed={adding}
          disabled={!sound}
          onClick={() => setAdding(true)}
        >
          {say('addBoundary')}
        </button>
      </div>
      {survey && <Coverage of={survey.coverage} />}
      <div className="exbody">
        {rows.length === 0 ? (
          <div className="card nothing">
            <b>{say(checked >= 0 && !sound ? 'exCannot' : 'exNone')}</b>
            {sound && <p>{say('exNoneWhat')}</p>}
          </div>
        ) : (
          <ExampleGrid
            rows={shown}
            current={current}
            onPick={(picked) => {
              setLine(picked.one.line);
              setAdding(false);
            }}
          />
        )}
        {adding ? <Boundaries onClose={() => setAdding(false)} /> : <Reckoning row={current} />}
      </div>
    </section>
  );
}
