import '../styles/problems.css';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { Severity } from '../../src/index.ts';
import { Sign } from '../parts/Sign.tsx';
import { useStep } from '../parts/useStep.ts';
import { useLearnt } from '../state/learn.ts';
import { inOrder, nameOf, picked } from '../state/problems.ts';
import { go } from '../state/route.ts';
import { session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { useSay } from '../words/index.ts';
import type { Question } from '../worker/questions.ts';
import { Accepted } from './Accepted.tsx';
import { Detail } from './Detail.tsx';
import { List } from './List.tsx';

const aboutAccepted: Question<'accepted'> = { of: 'accepted' };

/** S3 「问题」: what is wrong in sentences, in the order of the text; and of one of them why, by whom, and what to do. */
export default function ProblemsScreen(): ReactNode {
  const say = useSay();
  const { problems, file, checked, version } = useStore(session, (all) => all);
  const name = useStore(picked, ({ problem }) => problem);
  const [only, setOnly] = useState<Severity | null>(null);
  const [aside, setAside] = useState(false);
  const learnt = useLearnt(aboutAccepted);
  const accepted = learnt?.told ?? [];
  const ordered = useMemo(() => inOrder(problems, file?.entry.name ?? ''), [problems, file]);
  const shown = only === null ? ordered : ordered.filter(({ severity }) => severity === only);
  const elsewhere = only !== null && !shown.some((one) => nameOf(one) === name);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when another finding is gone to
  useEffect(() => {
    // F8 goes through all of them, and leads out of what is shown alone.
    if (name !== null && elsewhere && ordered.some((one) => nameOf(one) === name)) setOnly(null);
  }, [name]);
  const current = shown.find((one) => nameOf(one) === name) ?? shown[0];
  // A finding goes with what was pressed to mend it.
  const screen = useRef<HTMLElement>(null);
  useStep(screen, aside ? 'aside' : current && nameOf(current));
  return (
    <section ref={screen} className="prob" aria-label={say('problems')}>
      <List
        all={ordered}
        shown={shown}
        current={aside ? undefined : current}
        only={only}
        onOnly={(severity) => {
          setOnly(severity);
          setAside(false);
        }}
        onPick={() => setAside(false)}
        accepted={accepted.length}
        aside={aside}
        onAside={setAside}
      />
      {aside ? (
        <Accepted all={accepted} current={learnt?.version === version} />
      ) : current ? (
        <Detail key={nameOf(current)} problem={current} />
      ) : (
        <AllWell checked={checked >= 0} none={ordered.length === 0} />
      )}
    </section>
  );
}

function AllWell({ checked, none }: { readonly checked: boolean; readonly none: boolean }): ReactNode {
  const say = useSay();
  const examples = useStore(session, (all) => all.examples);
  if (!checked) return <div className="pdet well c-3">{say('stillChecking')}</div>;
  const failed = examples?.filter(({ pass }) => !pass).length ?? 0;
  // Rules that read well and do not give what is expected of them are not well.
  const fails = none && failed > 0;
  return (
    <div className="pdet well" data-step tabIndex={-1}>
      <Sign kind={fails ? 'err' : 'ok'} />
      <h1>{say(fails ? 'wellBut' : none ? 'allWell' : 'noneOfThese', { n: failed })}</h1>
      {none && <p>{say('allWellWhat')}</p>}
      {none && examples && !fails && <p>{say('examplesRun', { passed: examples.length, all: examples.length })}</p>}
      {fails && (
        <button type="button" className="btn" onClick={() => go('examples')}>
          {say('seeFailing')}
        </button>
      )}
    </div>
  );
}
