/** Names that the file formats themselves know, by code and by Chinese label; all else is the rule file's vocabulary. */
import type { Field } from '../model/plan.ts';
import type { Vocabulary } from './roster.ts';

export const YEAR = ['year', '年度'] as const;
export const PRACTITIONERS = ['practitioners', '人员'] as const;
export const RECORDS = ['records', '记录'] as const;

/** Code, label in the rule file, and the label that the contract gives: each once. */
const spellings = (fields: readonly Field[], key: string, label: string): string[] => {
  const own = fields.find((field) => field.key === key)?.label;
  return [...new Set([key, own ?? label, label])];
};

export const personIdKeys = (words: Vocabulary): string[] => spellings(words.personFields, 'id', '编号');

/** Under these a practitioner's facts hold what `--mask` hides. */
export const hiddenKeys = (words: Vocabulary): string[] => [
  ...personIdKeys(words),
  ...spellings(words.personFields, 'name', '姓名'),
];

export const recordIdKeys = (words: Vocabulary): string[] => spellings(words.recordFields, 'id', '编号');

/** Under which a record names its practitioner. */
export const ownerKeys = (words: Vocabulary): string[] => spellings(words.recordFields, 'practitioner', '人员编号');

export const fieldNamed = (fields: readonly Field[], name: string): Field | undefined =>
  fields.find((field) => field.key === name) ?? fields.find((field) => field.label === name);

/** A choice by its key however it was spelt; all else as it stands. Two spellings of one value are equal by it. */
export function sameSpelling(field: Field | undefined, text: string): string {
  return field?.options.find((option) => option.key === text || option.label === text)?.key ?? text;
}
