/** Facts in the words of the rules, for whoever shows a practitioner or writes one into a file. */
import { keywords } from '../grammar/keywords.ts';
import type { Bilingual } from './model/codes.ts';
import type { RawFacts, RawValue } from './model/roster.ts';
import type { FieldEntry, RuleSet } from './model/ruleset.ts';

/** One fact for people, and as an 用例 would have it written. */
export interface SaidFact {
  readonly field: string;
  readonly shown: Bilingual;
  /** `9`, `省级`, `是`, `2025-03-08`. */
  readonly value: string;
}

/** What the names and units of the rules make of facts; ids that nobody wrote, and what no field is for, are left out. */
export const saidFacts = (facts: RawFacts, on: FieldEntry['on'], { fields }: RuleSet): readonly SaidFact[] =>
  [...facts].flatMap(([key, value]): SaidFact[] => {
    const field = fields.find((one) => one.on === on && (one.key === key || one.label === key));
    if (!field || value === null || value === undefined || isGiven(field, value)) return [];
    return [{ field: field.label, ...said(field, value) }];
  });

/** Ids are given by order, where nobody wrote one. */
const isGiven = ({ key }: FieldEntry, value: RawValue): boolean =>
  key === 'id' && /^(?:人员|活动\d{3}|[pr]\d+)$/.test(String(value));

const said = (field: FieldEntry, value: RawValue): Pick<SaidFact, 'shown' | 'value'> => {
  if (typeof value === 'boolean') {
    const word = value ? keywords.yes : keywords.no;
    return { shown: { zh: word.zh, en: word.en }, value: word.zh };
  }
  const text = String(value);
  const option = field.options.find(({ key, label }) => key === text || label === text)?.label ?? text;
  const unit = field.unit && field.type !== 'choice' ? keywords[field.unit] : null;
  const shown = unit ? { zh: `${option} ${unit.zh}`, en: `${option} ${unit.en}` } : { zh: option, en: option };
  return { shown, value: option };
};
