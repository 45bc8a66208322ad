/** Results and rejected rows as cells, and cells as CSV. Ids are texts; a text that a spreadsheet would run is made harmless. */
import { harmless } from '../../src/data/index.ts';
import type { Lang } from '../../src/index.ts';

export const exportKinds = ['xlsx', 'csv', 'records', 'rejected'] as const;
export type ExportKind = (typeof exportKinds)[number];

export interface Encoded {
  readonly name: string;
  readonly blob: Blob;
}

/** A text stays a text, a number a number. */
export type Cell = string | number | null;

/** Digits with a sign are a number, however they are kept: no spreadsheet runs them. */
const isNumber = (text: string): boolean => /^-?\d+(?:\.\d+)?$/.test(text);

export const safeText = (text: string): string => (isNumber(text) ? text : harmless(text));

export function csvRow(cells: readonly Cell[]): string {
  const said = cells.map((cell) => {
    if (cell === null) return '';
    if (typeof cell === 'number') return String(cell);
    const text = safeText(cell);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  });
  return `${said.join(',')}\r\n`;
}

/** What a spreadsheet takes for the sign of UTF-8; without it Excel garbles Chinese. */
export const MARK = '\ufeff';

const heads = {
  id: { zh: '人员编号', en: 'practitioner' },
  name: { zh: '姓名', en: 'name' },
  status: { zh: '结论', en: 'status' },
  credits: { zh: '总学分', en: 'total_credits' },
  required: { zh: '要求学分', en: 'required' },
  shortfall: { zh: '差', en: 'shortfall' },
  records: { zh: '记录数', en: 'records' },
  cut: { zh: '上限截去', en: 'cut' },
  row: { zh: '行', en: 'row' },
  reason: { zh: '原因', en: 'reason' },
} as const;

export const head = (id: keyof typeof heads, lang: Lang): string => heads[id][lang];

const verdicts = {
  met: { zh: '达标', en: 'met' },
  unmet: { zh: '未达标', en: 'unmet' },
  exempt: { zh: '免除', en: 'exempt' },
} as const;

export const verdict = (status: keyof typeof verdicts, lang: Lang): string => verdicts[status][lang];
