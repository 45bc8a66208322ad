/** The colour of each word by what it means where it stands, over those that its spelling alone gives it. */
import type * as Monaco from 'monaco-editor/editor';
import { tokenTypes } from '../worker/serviceTokens.ts';
import { service } from './ask.ts';
import { currentOf } from './current.ts';

export const colouring: Monaco.languages.DocumentSemanticTokensProvider = {
  getLegend: () => ({ tokenTypes: [...tokenTypes], tokenModifiers: [] }),
  provideDocumentSemanticTokens: async (model, _last, token) => {
    const now = currentOf(model);
    if (!now) return null;
    const asked = model.getVersionId();
    const data = await service.ask(now.text, 'colours', {}, token);
    // Monaco keeps the colours that it has for who is busy, and asks again when the text has changed.
    if (data === null || model.getVersionId() !== asked) throw new Error('busy');
    return { data };
  },
  releaseDocumentSemanticTokens: () => {},
};
