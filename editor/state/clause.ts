/** The clause that the screen of the clauses shows, wherever one comes from. */
import { go } from './route.ts';
import { Store } from './store.ts';

export const shownClause = new Store<{ readonly clause: string | null }>({ clause: null });

export function showClause(clause: string): void {
  shownClause.set({ clause });
  go('clauses');
}
