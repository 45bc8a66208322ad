/** Somebody whom a revision moves, opened in 「学分说明」 under the rules that are open. */
import { tell } from '../state/open.ts';
import { prefs } from '../state/prefs.ts';
import { route } from '../state/route.ts';

export function openReckoning(practitioner: string): void {
  void found(practitioner).catch((error: unknown) => tell('bad', { zh: String(error), en: String(error) }));
}

let asked = 0;

async function found(practitioner: string): Promise<void> {
  const [mine, { screen }] = [++asked, route.get()];
  const [{ judgedBy }, { showPerson }] = await Promise.all([
    import('../roster/byId.ts'),
    import('../explain/shown.ts'),
  ]);
  const judged = await judgedBy(practitioner, prefs.get().lang);
  // Somebody else was asked for meanwhile, or one has gone elsewhere.
  if (mine !== asked || route.get().screen !== screen) return;
  if (judged) showPerson(judged);
}
