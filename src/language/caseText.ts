/** An example as the lines to paste into a rule file, in Chinese. */
import { keywords } from '../../grammar/keywords.ts';
import type { RawFacts, RawValue } from '../model/roster.ts';
import type { FieldEntry, RuleSet } from '../model/ruleset.ts';
import type { ExampleCase } from './lower/example.ts';
import { quoted } from './value.ts';

export interface Outcome {
  readonly credits: number;
  readonly status: 'met' | 'unmet' | 'exempt';
  readonly shortfall: number;
}

export function caseText(one: ExampleCase, { credits, status, shortfall }: Outcome, rules: RuleSet): string {
  const person = facts(one.person, 'person', rules);
  const points = keywords.credits.zh;
  const expected = [`${credits} ${points}`, keywords[status].zh];
  if (status === 'unmet') expected.push(`${keywords.short.zh} ${shortfall} ${points}`);
  const lines = [
    `${keywords.example.zh} ${quoted(one.name)}`,
    ...(rules.effective?.startsWith(`${one.year}-`) ? [] : [`  ${keywords.exampleYear.zh} ${one.year}`]),
    ...[...one.chosen].map(([code, option]) => `  ${keywords.adopt.zh} ${adoption(code, option, rules)}`),
    ...(person === '' ? [] : [`  ${keywords.person.zh} ${person}`]),
    ...one.records.map((record) => `  ${keywords.record.zh} ${facts(undated(record, one.year), 'record', rules)}`),
    `  ${keywords.expect.zh} ${expected.join('，')}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** A record without a date lies on the first day of the year. */
const undated = (record: RawFacts, year: number): RawFacts =>
  new Map([...record].filter(([key, value]) => key !== 'date' || value !== `${year}-01-01`));

function adoption(code: string, option: string, { readings }: RuleSet): string {
  const reading = readings.find(({ key }) => key === code);
  return `${reading?.label ?? code} ${reading?.options.find(({ key }) => key === option)?.label ?? option}`;
}

/** Ids are given by order, where nobody wrote one. */
function facts(all: RawFacts, on: FieldEntry['on'], { fields }: RuleSet): string {
  const parts = [...all].flatMap(([key, value]) => {
    const field = fields.find((one) => one.on === on && one.key === key);
    if (!field || value === null || value === undefined) return [];
    return key === 'id' && /^(?:人员|活动\d{3})$/.test(String(value)) ? [] : [`${field.label}${worded(field, value)}`];
  });
  return parts.join('，');
}

function worded(field: FieldEntry, value: RawValue): string {
  if (typeof value === 'boolean') return value ? '' : ` ${keywords.no.zh}`;
  const said = String(value);
  if (field.type === 'choice') return ` ${field.options.find(({ key }) => key === said)?.label ?? said}`;
  if (field.type === 'text') return ` ${quoted(said)}`;
  return ` ${said}${field.unit ? ` ${keywords[field.unit].zh}` : ''}`;
}
