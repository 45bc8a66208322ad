/** The sections: as a list to go to, and as what may be folded. */
import type * as Monaco from 'monaco-editor/editor';
import { symbolKindOf } from '../../src/service/index.ts';
import type { Listed } from '../worker/serviceProtocol.ts';
import { service } from './ask.ts';
import { currentOf } from './current.ts';

export function outlining({ SymbolKind }: typeof Monaco.languages): Monaco.languages.DocumentSymbolProvider {
  const shown = ({ kind, name, detail, range, at, children }: Listed): Monaco.languages.DocumentSymbol => ({
    name,
    detail,
    kind: SymbolKind[symbolKindOf(kind)],
    tags: [],
    range,
    selectionRange: at,
    children: children.map(shown),
  });
  return {
    provideDocumentSymbols: async (model, token) => {
      const now = currentOf(model);
      return ((now && (await service.ask(now.text, 'outline', {}, token))) ?? []).map(shown);
    },
  };
}

export const folding = ({ FoldingRangeKind }: typeof Monaco.languages): Monaco.languages.FoldingRangeProvider => ({
  provideFoldingRanges: async (model, _context, token) => {
    const now = currentOf(model);
    const found = now && (await service.ask(now.text, 'folds', {}, token));
    if (!found) return null;
    return found.map(({ from, to, kind }) => ({
      start: from,
      end: to,
      ...(kind === 'comment' && { kind: FoldingRangeKind.Comment }),
    }));
  },
});

export const tidying: Monaco.languages.DocumentFormattingEditProvider = {
  provideDocumentFormattingEdits: async (model, _options, token) => {
    const now = currentOf(model);
    const found = now && (await service.ask(now.text, 'format', {}, token));
    return (found ?? []).map(({ range, text }) => ({ range, text }));
  },
};
