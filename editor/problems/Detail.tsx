import { type ReactNode, useMemo } from 'react';
import { Sign } from '../parts/Sign.tsx';
import { useLearnt } from '../state/learn.ts';
import { session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { visit } from '../state/visit.ts';
import { useLang, useSay } from '../words/index.ts';
import type { Problem } from '../worker/protocol.ts';
import type { Question } from '../worker/questions.ts';
import { Mend } from './Mend.tsx';
import { blockOf, headOf, linesOf, names, signs, tones } from './model.ts';
import { Preview } from './Preview.tsx';
import { WhyDrawn } from './WhyDrawn.tsx';
import { WitnessCard } from './WitnessCard.tsx';

export function Detail({ problem }: { readonly problem: Problem }): ReactNode {
  const say = useSay();
  const lang = useLang();
  const { outline, file } = useStore(session, (all) => all);
  const { code, span, severity } = problem;
  const own = problem.file === file?.entry.name;
  const { file: where, message } = problem;
  const question = useMemo(
    (): Question<'problem'> => ({ of: 'problem', code, span, file: where, message: message.zh }),
    [code, span, where, message.zh],
  );
  const known = useLearnt(question)?.told ?? null;
  const block = own ? blockOf(problem, outline) : null;
  const clause = known?.clause ?? block?.clause;
  const [one, other] = known?.why.shown.length === 1 ? known.why.sides : [];
  // Where anyone at all shows it, there is nothing to tell of him.
  const hasFacts = known?.why.shown.some(({ person, records }) =>
    [person, ...records].some((facts) => facts.length > 0),
  );
  const short = headOf(problem, block, say);
  const apart = short && one && other && one.credits !== other.credits;
  const head = apart ? say('headApart', { head: short, one: one.credits, other: other.credits }) : short;
  const elsewhere = problem.related.filter((one) => one.file === problem.file);
  return (
    <article className="pdet" data-step tabIndex={-1} aria-label={problem.message[lang]}>
      <header>
        <div className="row tags">
          <span className={`tag ${tones[severity]}`}>
            <Sign kind={signs[severity]} />
            {say(names[severity])}
          </span>
          {clause && <span className="tag ref">{clause}</span>}
          <span className="label">
            {say('inLines', { lines: linesOf(problem, lang) })}
            {severity === 'error' && `　${say('errorStops')}`}
            {!own && `　${say('ofBaseline', { file: problem.file })}`}
          </span>
          <span className="label code push">{code}</span>
        </div>
        <h1>{head ?? problem.message[lang]}</h1>
      </header>
      <section className="card">
        <h2>{say('whyHead')}</h2>
        {known && <WhyDrawn why={known.why} code={code} />}
        <p>{head ? problem.message[lang] : problem.help?.[lang]}</p>
        {own && (
          <p className="row leads">
            <button type="button" className="link" onClick={() => void visit('text', problem.line, span)}>
              {say('goText')}
            </button>
            <button type="button" className="link" onClick={() => void visit('table', problem.line, span)}>
              {say('goTable')}
            </button>
            {elsewhere.map(({ line }) => (
              <button key={line} type="button" className="link" onClick={() => void visit('text', line)}>
                {say('relatedLine', { line })}
              </button>
            ))}
          </p>
        )}
      </section>
      <div className="two">
        {known && hasFacts && <WitnessCard problem={problem} detail={known} block={block} />}
        {own && <Preview problem={problem} />}
      </div>
      {own && <Mend problem={problem} block={block} />}
    </article>
  );
}
