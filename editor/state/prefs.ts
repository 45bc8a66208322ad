/** What the user prefers, kept by the browser where it lets us, and for this tab alone where it does not. */
import { Store } from './store.ts';

export type Lang = 'zh' | 'en';
export type Theme = 'light' | 'dark';
export type Layout = 'table' | 'both' | 'text';
export type Size = 'small' | 'normal' | 'large';

export interface Prefs {
  readonly lang: Lang;
  readonly theme: Theme;
  /** The theme is that of the system, and changes with it. */
  readonly follow: boolean;
  readonly size: Size;
  /** In the text a Han is as wide as two letters. */
  readonly wide: boolean;
  /** For input methods that do not get on with Monaco's own way of taking text. */
  readonly ime: boolean;
  /** Nothing moves. */
  readonly still: boolean;
  /** Names and numbers of people are not shown. */
  readonly masked: boolean;
  readonly layout: Layout;
  /** How much of the height between them the table takes, in hundredths. */
  readonly split: number;
}

const KEY = 'cme.prefs';
const dark = matchMedia('(prefers-color-scheme: dark)');
const first: Prefs = {
  lang: navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en',
  theme: systemTheme(),
  follow: true,
  size: 'normal',
  wide: true,
  ime: false,
  still: false,
  masked: false,
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

dark.addEventListener('change', () => prefs.get().follow && prefs.set({ theme: systemTheme() }));

export function systemTheme(): Theme {
  return dark.matches ? 'dark' : 'light';
}

/** What another version or another hand has written is taken only as far as it makes sense. */
function kept(): Partial<Prefs> {
  try {
    const read = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, unknown>;
    const { lang, theme, follow, size, layout, split } = read;
    const flags = Object.entries(read).filter(([key, value]) => isFlag(key) && typeof value === 'boolean');
    return {
      ...((lang === 'zh' || lang === 'en') && { lang }),
      ...(follow === false && (theme === 'light' || theme === 'dark') && { theme, follow }),
      ...((size === 'small' || size === 'normal' || size === 'large') && { size }),
      ...Object.fromEntries(flags),
      ...((layout === 'table' || layout === 'both' || layout === 'text') && { layout }),
      ...(typeof split === 'number' && split >= 20 && split <= 80 && { split }),
    };
  } catch {
    return {};
  }
}

function isFlag(key: string): boolean {
  return ['wide', 'ime', 'still', 'masked'].includes(key);
}
