/** The words of the screens in the language that is chosen. */
import { useCallback } from 'react';
import { type Lang, prefs } from '../state/prefs.ts';
import { useStore } from '../state/store.ts';
import { type Args, said, type WordId } from './said.ts';

export { type Args, said, type WordId, words } from './said.ts';

export type Say = (id: WordId, args?: Args) => string;

export const useLang = (): Lang => useStore(prefs, ({ lang }) => lang);

export function useSay(): Say {
  const lang = useLang();
  return useCallback((id, args) => said(id, lang, args), [lang]);
}

/** 10:32 */
export const clockOf = (time: Date, lang: Lang): string =>
  time.toLocaleTimeString(lang === 'zh' ? 'zh-CN' : 'en-GB', { hour: '2-digit', minute: '2-digit' });
