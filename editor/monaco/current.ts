/** The rule text whose model is asked about; there is none where Monaco asks about another text, as of a baseline. */
import type * as Monaco from 'monaco-editor/editor';
import { session } from '../state/session.ts';
import type { RuleText } from '../state/text.ts';
import { ModelText } from './holder.ts';

export interface Current {
  readonly text: RuleText;
  readonly held: ModelText;
}

export function currentOf(model: Monaco.editor.ITextModel): Current | null {
  const { text } = session.get();
  const held = text && ModelText.known(text);
  return text && held?.model === model ? { text, held } : null;
}
