/** Results as a table, for flat files: one row a record with its practitioner's columns beside it, as in the input. */
import type { Lang } from '../../model/diagnostic.ts';
import type { Plan } from '../../model/plan.ts';
import type { PersonResult, RecordResult } from '../../model/result.ts';

export type Cell = string | number | boolean | null | undefined;

interface Column {
  readonly zh: string;
  readonly en: string;
  of(result: PersonResult, record: RecordResult | undefined, names: Names): Cell;
}

interface Names {
  readonly lang: Lang;
  category(code: string): string;
}

export const STATUS = { met: '达标', unmet: '未达标', exempt: '免除' } as const;

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

export interface ResultTable {
  readonly head: readonly string[];
  /** A practitioner without records has one row. */
  rows(result: PersonResult): readonly (readonly Cell[])[];
}

export function resultTable(lang: Lang, plan: Pick<Plan, 'categories'>): ResultTable {
  const labels = new Map(plan.categories.map(({ key, label }) => [key, label]));
  const names: Names = { lang, category: (code) => (lang === 'zh' ? labels.get(code) : undefined) ?? code };
  return {
    head: columns.map((column) => column[lang]),
    rows: (result) =>
      (result.records.length === 0 ? [undefined] : result.records).map((record) =>
        columns.map((column) => column.of(result, record, names)),
      ),
  };
}
