/** `cme export --to markdown|docx|html`: the rules as the table that a regulation would print. */
import type { Compiled, Lang } from '../index.ts';
import { htmlOf, markdownOf, rulesDoc } from '../print/index.ts';
import { Stop } from './stop.ts';

export type PrintForm = 'markdown' | 'docx' | 'html';

export async function printed(
  compiled: Compiled,
  form: PrintForm,
  lang: Lang,
  out: string | undefined,
): Promise<string | Uint8Array> {
  if (form === 'docx' && out === undefined) throw new Stop('exportNeedsOut', { form });
  const doc = rulesDoc(compiled, lang);
  if (!doc) throw new Error('rules without errors have a plan');
  if (form !== 'docx') return form === 'markdown' ? markdownOf(doc) : htmlOf(doc);
  // The library for Word files is larger than all the rest.
  const { docxOf } = await import('../print/docx.ts');
  return docxOf(doc);
}
