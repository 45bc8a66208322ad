/** What the user prefers, kept by the browser where it lets us, and for this tab alone where it does not. */
import { Store } from './store.ts';

export type Lang = 'zh' | 'en';
export type Theme = 'light' | 'dark';
export type Layout = 'table' | 'both' | 'text';

export interface Prefs {
  readonly lang: Lang;
  readonly theme: Theme;
  readonly layout: Layout;
  /** How much of the height between them the table takes, in hundredths. */
  readonly split: number;
}

const KEY = 'cme.prefs';
const first: Prefs = {
  lang: navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en',
  theme: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
  layout: 'both',
  split: 62,
};

export const prefs = new Store<Prefs>({ ...first, ...kept() });

prefs.subscribe(() => {
  try {
    localStorage.setItem(KEY, JSON.stringify(prefs.get()));
  } catch {
    // Storage is refused: nothing of the user's is lost, only what he likes.
  }
});

/** What another version or another hand has written is taken only as far as it makes sense. */
function kept(): Partial<Prefs> {
  try {
    const read = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, unknown>;
    const { lang, theme, layout, split } = read;
    return {
      ...((lang === 'zh' || lang === 'en') && { lang }),
      ...((theme === 'light' || theme === 'dark') && { theme }),
      ...((layout === 'table' || layout === 'both' || layout === 'text') && { layout }),
      ...(typeof split === 'number' && split >= 20 && split <= 80 && { split }),
    };
  } catch {
    return {};
  }
}
