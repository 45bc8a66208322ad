/** What somebody at the tables wants to try on people: the rows whose numbers the roster's screen offers first. */
import type { Key } from '../../src/edit/index.ts';
import { Store } from './store.ts';

export const wish = new Store<{ readonly rows: readonly Key[] }>({ rows: [] });
