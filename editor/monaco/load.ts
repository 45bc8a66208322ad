/** Fetches the text pane, which is large, when the tables stand. Monaco reads the words of its menus once, as it starts. */
import { prefs } from '../state/prefs.ts';

type PaneModule = typeof import('./pane.ts');

let coming: Promise<PaneModule> | null = null;

export function loadPane(): Promise<PaneModule> {
  coming ??= fetchPane().catch((error: unknown) => {
    coming = null;
    throw error;
  });
  return coming;
}

async function fetchPane(): Promise<PaneModule> {
  if (prefs.get().lang === 'zh') await import('monaco-editor/nls/lang/zh-cn');
  return import('./pane.ts');
}
