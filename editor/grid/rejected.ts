/** Cells of a paste that were not taken, each with its reason. */
import { editMessage, type Reject } from '../../src/edit/index.ts';
import type { Notice } from '../state/session.ts';
import { said } from '../words/index.ts';

export function rejected(rejects: readonly Reject[]): Notice {
  const line = (lang: 'zh' | 'en') =>
    [
      said('pasteRejects', lang, { n: rejects.length }),
      ...rejects
        .slice(0, 5)
        .map(({ row, column, text, why }) =>
          said('pasteRow', lang, { row: row + 1, column: column + 1, text, why: editMessage(why, lang) }),
        ),
    ].join('；');
  return { tone: 'bad', zh: line('zh'), en: line('en') };
}
