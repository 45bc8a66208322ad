/** Findings with their words, as the page shows them. */
import { type Compiled, helpOf, messageOf, severityOf } from '../../src/index.ts';
import type { Problem } from './protocol.ts';

export const problemsOf = ({ diagnostics, maps }: Compiled): readonly Problem[] => {
  const lineOf = (file: string, offset: number): number => maps.get(file)?.position(offset).line ?? 1;
  return diagnostics.map((found) => {
    const { code, file, span, fix, related } = found;
    const [zh, en] = [helpOf(found, 'zh'), helpOf(found, 'en')];
    return {
      code,
      severity: severityOf(found),
      file,
      span,
      line: lineOf(file, span.start),
      message: { zh: messageOf(found, 'zh'), en: messageOf(found, 'en') },
      help: zh !== undefined && en !== undefined ? { zh, en } : null,
      fix: fix ?? null,
      related: (related ?? []).map((one) => ({ file: one.file, line: lineOf(one.file, one.span.start) })),
    };
  });
};
