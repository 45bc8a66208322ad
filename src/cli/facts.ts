/** A record's facts in one line, as a person would say them: `推荐项目，省级，主讲人，时长 9 小时`. */
import { fieldNamed } from '../data/index.ts';
import { keywords, type Lang, type Plan, type RawFacts } from '../index.ts';
import { printable } from './width.ts';

type Field = Plan['recordFields'][number];

/** In the order of the vocabulary; ids are said elsewhere, and what is not known not at all. */
export function factsText(facts: RawFacts, fields: readonly Field[], lang: Lang): string {
  const said = new Map<Field, string>();
  for (const [key, raw] of facts) {
    const field = fieldNamed(fields, key);
    if (field === undefined || field.key === 'id' || field.key === 'practitioner') continue;
    if (raw === null || raw === undefined || raw === '' || typeof raw === 'object') continue;
    said.set(field, oneText(field, String(raw), lang));
  }
  return fields.flatMap((field) => said.get(field) ?? []).join(lang === 'zh' ? '，' : ', ');
}

function oneText(field: Field, text: string, lang: Lang): string {
  const option = field.options.find(({ key, label }) => key === text || label === text);
  if (option !== undefined) return option.label;
  if (field.type === 'yesno' && ['true', 'yes', '是'].includes(text)) return field.label;
  if (field.type === 'yesno' && ['false', 'no', '否'].includes(text)) return `${field.label} 否`;
  const unit = field.unit === null ? '' : ` ${keywords[field.unit][lang]}`;
  return `${field.label} ${printable(text)}${unit}`;
}
