/** 口径: each question with the option in force, the others, and what they would change; then the recorded decisions. */
import type { ReadingEntry, ReadingOption } from '../../model/ruleset.ts';
import { type Block, heading, table } from '../blocks.ts';
import { clauseCell, inForce, type Setting } from './setting.ts';
import { valueText } from './value.ts';

/** What it stands for is said where its name does not say that already. */
const optionText = ({ label, text, value }: ReadingOption, s: Setting): string => {
  const stands = value && valueText(value, s);
  const parts = [stands !== label && stands && s.say('stands', { value: stands }), text].filter(Boolean);
  return parts.length === 0 ? label : s.say('option', { label, text: parts.join(s.lang === 'zh' ? '，' : ', ') });
};

const others = (reading: ReadingEntry, consequences: ReadonlyMap<string, string>, s: Setting): string => {
  const now = inForce(s, reading);
  return reading.options
    .filter((option) => option !== now)
    .map((option) => {
      const what = consequences.get(`${reading.key}=${option.key}`);
      return [optionText(option, s), what && s.say('whenTaken', { what })].filter(Boolean).join('\n');
    })
    .join('\n');
};

const adopted = (reading: ReadingEntry, s: Setting): string => {
  const option = inForce(s, reading);
  return option ? optionText(option, s) : s.say('none');
};

export const readings = (
  all: readonly ReadingEntry[],
  consequences: ReadonlyMap<string, string>,
  s: Setting,
): readonly Block[] => {
  const { say } = s;
  const [open, settled] = [
    all.filter(({ options }) => options.length > 1),
    all.filter(({ options }) => options.length < 2),
  ];
  const question = (reading: ReadingEntry): string => reading.question ?? say('none');
  const openTable = table(
    [
      { head: say('reading'), share: 13 },
      { head: say('question'), share: 22 },
      { head: say('adopted'), share: 22 },
      { head: say('others'), share: 28 },
      { head: say('clause'), share: 15 },
    ],
    open.map((one) => [
      one.label,
      question(one),
      adopted(one, s),
      others(one, consequences, s),
      clauseCell(s, one.section),
    ]),
  );
  const settledTable = table(
    [
      { head: say('reading'), share: 14 },
      { head: say('question'), share: 30 },
      { head: say('decision'), share: 40 },
      { head: say('clause'), share: 16 },
    ],
    settled.map((one) => [one.label, question(one), adopted(one, s), clauseCell(s, one.section)]),
  );
  if (all.length === 0) return [];
  return [
    heading(1, say('readings')),
    ...(open.length === 0 ? [] : [heading(2, say('openReadings')), ...openTable]),
    ...(settled.length === 0 ? [] : [heading(2, say('settled')), ...settledTable]),
  ];
};
