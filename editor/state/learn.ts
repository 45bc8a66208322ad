/** What a screen wants to know of the rules, asked anew whenever they have been checked again. */
import { useEffect, useState } from 'react';
import type { Question, Told, Topic } from '../worker/questions.ts';
import { engine, type Learnt } from './engine.ts';
import { session } from './session.ts';
import { useStore } from './store.ts';

/**
 * The last answer, which stays until the next one comes; null before the first. A question that is null is not asked. The
 * question has to be the same object while it is the same.
 */
export function useLearnt<T extends Topic>(question: Question<T> | null): Learnt<Told<T>> | null {
  const text = useStore(session, (all) => all.text);
  const checked = useStore(session, (all) => all.checked);
  const [learnt, setLearnt] = useState<(Learnt<Told<T>> & { readonly of: unknown; readonly to: Question<T> }) | null>(
    null,
  );
  useEffect(() => {
    if (question === null || checked < 0) return;
    let here = true;
    void engine.learn(question).then((told) => {
      if (here && told) setLearnt({ ...told, of: text, to: question });
    });
    return () => {
      here = false;
    };
  }, [question, checked, text]);
  // An answer to another question, or of another file, tells nothing.
  return learnt && learnt.of === text && learnt.to === question ? learnt : null;
}
