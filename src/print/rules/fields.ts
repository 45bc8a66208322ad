/** 登记项目: what is recorded of people and of activities, how it is filled in, and what holds where it is not. */
import { operand, unit } from '../../language/value.ts';
import type { FieldEntry, RuleSet } from '../../model/ruleset.ts';
import { type Block, heading, paragraph, table } from '../blocks.ts';
import type { WordId } from '../words.ts';
import { inherited, listed, type Setting, told } from './setting.ts';

const FILLED = {
  text: 'filledText',
  yesno: 'filledYesno',
  whole: 'filledWhole',
  decimal: 'filledDecimal',
  date: 'filledDate',
  yearType: 'filledYear',
  choice: 'filledChoice',
} as const satisfies Record<FieldEntry['type'], WordId>;

const filled = ({ type, options, section }: FieldEntry, s: Setting): string => {
  const how = s.say(FILLED[type], {
    options: listed(
      s,
      options.map(({ label }) => label),
    ),
  });
  const counted = section?.node.unit;
  return counted ? how + s.say('filledUnit', { unit: told(s, unit(counted, s.p)) }) : how;
};

const missing = ({ section }: FieldEntry, s: Setting): string => {
  const implied = section?.node.default;
  return implied ? s.say('takenFor', { value: told(s, operand(implied, s.p)) }) : s.say('none');
};

/** Where all come from one file, that is said once beside the heading, else in each row. */
const fieldsOf = (on: FieldEntry['on'], rules: RuleSet, s: Setting): readonly Block[] => {
  const all = rules.fields.filter((one) => one.on === on && one.section !== null);
  const sources = new Set(all.map(({ section }) => section?.file ?? ''));
  const from = ({ section }: FieldEntry): string | null => inherited(s, section?.file ?? s.file);
  const [first] = all;
  if (first === undefined) return [];
  const columns = [
    { head: s.say('field'), share: 22 },
    { head: s.say('code'), share: 18 },
    { head: s.say('filling'), share: 42 },
    { head: s.say('missing'), share: 18 },
  ];
  const rows = all.map((one) => [
    [one.label, sources.size > 1 && from(one)].filter(Boolean).join('\n'),
    one.key,
    filled(one, s),
    missing(one, s),
  ]);
  const aside = sources.size > 1 ? null : from(first);
  return [heading(2, s.say(on === 'person' ? 'personFields' : 'recordFields'), aside ?? ''), ...table(columns, rows)];
};

export const fields = (rules: RuleSet, s: Setting): readonly Block[] => {
  const parts = [...fieldsOf('person', rules, s), ...fieldsOf('record', rules, s)];
  return parts.length === 0 ? [] : [heading(1, s.say('fields')), paragraph(s.say('fieldsLead')), ...parts];
};
