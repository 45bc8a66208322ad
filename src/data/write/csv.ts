/**
 * CSV for spreadsheets: one row a record with its practitioner's columns beside it, as in the input; a practitioner
 * without records has one row. UTF-8 with byte order mark and CRLF, or Excel garbles it.
 */
import type { Lang } from '../../model/diagnostic.ts';
import type { Plan } from '../../model/plan.ts';
import type { PersonResult, RecordResult } from '../../model/result.ts';
import type { ResultWriter } from './report.ts';

type Cell = string | number | boolean | null | undefined;

interface Column {
  readonly zh: string;
  readonly en: string;
  of(result: PersonResult, record: RecordResult | undefined, names: Names): Cell;
}

interface Names {
  readonly lang: Lang;
  category(code: string): string;
}

const STATUS = { met: '达标', unmet: '未达标', exempt: '免除' } as const;

/** English values are those of the JSON. */
const columns: readonly Column[] = [
  { zh: '人员编号', en: 'practitioner', of: (result) => result.practitioner },
  { zh: '结论', en: 'status', of: ({ status }, _, { lang }) => (lang === 'zh' ? STATUS[status] : status) },
  {
    zh: '补学后达标',
    en: 'made_up',
    of: ({ made_up }, _, { lang }) => (lang === 'zh' ? (made_up ? '是' : '否') : made_up),
  },
  { zh: '总学分', en: 'total_credits', of: (result) => result.credits },
  { zh: '要求学分', en: 'required', of: (result) => result.required },
  { zh: '差', en: 'shortfall', of: (result) => result.shortfall },
  { zh: '记录编号', en: 'id', of: (_, record) => record?.id },
  { zh: '类别', en: 'category', of: (_, record, names) => record?.category && names.category(record.category) },
  { zh: '条目', en: 'award', of: (_, record) => record?.award },
  { zh: '依据', en: 'clause', of: (_, record) => record?.clause },
  { zh: '封顶前学分', en: 'raw', of: (_, record) => record?.raw },
  { zh: '计入学分', en: 'credits', of: (_, record) => record?.credits },
  { zh: '原因', en: 'reason', of: (_, record) => record?.reason },
  { zh: '说明', en: 'detail', of: (_, record) => record?.detail },
];

export function csvWriter(lang: Lang, plan: Pick<Plan, 'categories'>): ResultWriter {
  const labels = new Map(plan.categories.map(({ key, label }) => [key, label]));
  const names: Names = { lang, category: (code) => (lang === 'zh' ? labels.get(code) : undefined) ?? code };
  const line = (result: PersonResult, record: RecordResult | undefined): string =>
    row(columns.map((column) => column.of(result, record, names)));
  return {
    head: () => `\ufeff${row(columns.map((column) => column[lang]))}`,
    row: (result) =>
      (result.records.length === 0 ? [undefined] : result.records).map((one) => line(result, one)).join(''),
    tail: () => '',
  };
}

const row = (cells: readonly Cell[]): string => `${cells.map(cell).join(',')}\r\n`;

function cell(value: Cell): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const text = harmless(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A spreadsheet runs a text that begins like a formula; an apostrophe before it makes it a text again. */
export const harmless = (text: string): string => (/^[=+\-@\t\r\0＝＋－＠]/.test(text) ? `'${text}` : text);
