import type * as Monaco from 'monaco-editor/editor';
import { prefs } from '../state/prefs.ts';
import type { Problem } from '../worker/protocol.ts';
import type { ModelText } from './holder.ts';

/** The findings of this file as Monaco's wavy lines. */
export function markersOf(
  monaco: typeof Monaco,
  problems: readonly Problem[],
  file: string,
  held: ModelText,
): Monaco.editor.IMarkerData[] {
  const { lang } = prefs.get();
  const severities = {
    error: monaco.MarkerSeverity.Error,
    warning: monaco.MarkerSeverity.Warning,
    info: monaco.MarkerSeverity.Info,
  };
  return problems
    .filter((one) => one.file === file)
    .map(({ code, severity, message, help, span }) => ({
      ...held.rangeOf(span),
      code,
      source: 'cme',
      severity: severities[severity],
      message: [message[lang], help?.[lang]].filter(Boolean).join('\n'),
    }));
}
