/** Somebody whom a revision moves, opened in 「学分说明」 under the rules that are open. */
import { tell } from '../state/open.ts';
import { prefs } from '../state/prefs.ts';

export function openReckoning(practitioner: string): void {
  void found(practitioner).catch((error: unknown) => tell('bad', { zh: String(error), en: String(error) }));
}

async function found(practitioner: string): Promise<void> {
  const [{ judgedBy }, { showPerson }] = await Promise.all([
    import('../roster/byId.ts'),
    import('../explain/shown.ts'),
  ]);
  const judged = await judgedBy(practitioner, prefs.get().lang);
  if (judged) showPerson(judged);
}
