/** A small vocabulary for the tests of readers: every type of field, and labels that person and record share. */

import type { Vocabulary } from '../../src/data/roster.ts';
import type { Field, FieldType } from '../../src/model/plan.ts';

const field = (key: string, label: string, type: FieldType, options: [string, string][] = []): Field => ({
  key,
  label,
  type,
  unit: null,
  options: options.map(([code, name]) => ({ key: code, label: name })),
  default: type === 'yesno' ? false : null,
});

export const vocabulary: Vocabulary = {
  personFields: [
    field('id', '编号', 'text'),
    field('name', '姓名', 'text'),
    field('institution', '机构类别', 'choice', [
      ['hospital', '医院'],
      ['village_clinic', '村卫生室'],
    ]),
    field('in_residency', '参加毕业后医学教育', 'yesno'),
  ],
  recordFields: [
    field('id', '编号', 'text'),
    field('practitioner', '人员编号', 'text'),
    field('form', '形式', 'choice', [
      ['paper', '论文'],
      ['practice', '实践活动'],
    ]),
    field('date', '日期', 'date'),
    field('hours', '时长', 'decimal'),
    field('words', '字数', 'whole'),
    field('passed', '考核合格', 'yesno'),
    field('makeup_year', '补学年度', 'year'),
  ],
};
