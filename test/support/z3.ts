/** Z3 as a judge: many questions in one text, so that its threads are woken once. */
import { init, killThreads } from 'z3-solver';

export type Answer = 'sat' | 'unsat' | 'unknown';

/** Each question is what is declared and asserted for it. Z3 is closed again, so that the process may end. */
export async function judged(questions: readonly string[]): Promise<readonly Answer[]> {
  if (questions.length === 0) return [];
  const { em, Z3 } = await init();
  try {
    const config = Z3.mk_config();
    const context = Z3.mk_context(config);
    const text = questions.map((question) => `(push)\n${question}\n(check-sat)\n(pop)`).join('\n');
    const answers = (await Z3.eval_smtlib2_string(context, text)).trim().split('\n');
    if (answers.length !== questions.length) throw new Error(answers.find((line) => line.includes('error')) ?? 'z3');
    return answers as Answer[];
  } finally {
    await killThreads(em);
  }
}
