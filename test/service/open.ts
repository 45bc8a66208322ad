/** A document from a text in which `|` marks the cursor (a table's own marks are written `¦`). */
import { type Document, openDocument } from '../../src/service/index.ts';
import { texts } from '../support/hubeiRules.ts';

const national = { file: 'national.cme', text: texts.national };

export interface Marked {
  readonly document: Document;
  readonly offset: number;
}

export const marked = (text: string): Marked => {
  const offset = text.indexOf('|');
  const plain = text.replace('|', '').replaceAll('¦', '|');
  return { document: openDocument({ file: 'a.cme', text: plain }, { library: [national] }), offset };
};

/** The texts under some spans. */
export const under = (
  { text }: Document,
  spans: readonly { readonly start: number; readonly end: number }[],
): string[] => spans.map(({ start, end }) => text.slice(start, end));

export const HEAD = `规则 甲省 jia 版本 1
  语言 1
  施行 2030-01-01
  上位 国家 2024
  条款 第一条～第三条

`;

export const hubei = (): Document => openDocument({ file: 'hubei.cme', text: texts.hubei }, { library: [national] });
