/** The fields that the language itself knows; a file may declare them to add options or change nothing. */
import type { TypeId } from '../../model/ast.ts';
import type { FieldEntry, OptionEntry } from '../../model/ruleset.ts';

const field = (
  on: FieldEntry['on'],
  key: string,
  label: string,
  type: TypeId | 'choice',
  options: readonly OptionEntry[] = [],
): FieldEntry => ({ on, key, label, type, unit: null, options, section: null });

export const REVIEW = 'review';
export const APPROVED = 'approved';

export const knownFields: readonly FieldEntry[] = [
  field('person', 'id', '编号', 'text'),
  field('person', 'name', '姓名', 'text'),
  field('record', 'id', '编号', 'text'),
  field('record', 'practitioner', '人员编号', 'text'),
  field('record', 'form', '形式', 'choice'),
  field('record', 'date', '日期', 'date'),
  field('record', 'start', '开始日期', 'date'),
  field('record', 'end', '结束日期', 'date'),
  field('record', 'project', '项目编号', 'text'),
  field('record', REVIEW, '审核状态', 'choice', [
    { key: APPROVED, label: '通过' },
    { key: 'pending', label: '待审' },
    { key: 'rejected', label: '退回' },
  ]),
  field('record', 'makeup_year', '补学年度', 'yearType'),
  field('record', 'makeup_proof', '单位证明', 'yesno'),
];
