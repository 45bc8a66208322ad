/** A witness: somebody for whom two rule sets differ, as a roster has them and in words. */
import { fieldNamed } from '../data/index.ts';
import type { Contrast, Plan, RawFacts, RawValue, Verdict } from '../index.ts';
import { factsText } from './facts.ts';
import type { Shell } from './shell.ts';

type Fields = Plan['recordFields'];

/** The fields that a witness may speak of. */
export type Words = Pick<Plan, 'personFields' | 'recordFields'>;

/** Those of both sides: a field may be gone on one. */
export function wordsOfBoth(before: Words, after: Words): Words {
  const both = (old: Fields, now: Fields): Fields => [
    ...now,
    ...old.filter(({ key }) => now.every((one) => one.key !== key)),
  ];
  return {
    personFields: both(before.personFields, after.personFields),
    recordFields: both(before.recordFields, after.recordFields),
  };
}

/** `practitioner` may stand among the `practitioners` of a roster of this `year`. */
export const contrastJson = ({ year, person, before, after, alone }: Contrast, words: Words) => ({
  year,
  practitioner: {
    ...plain(person.facts, words.personFields),
    records: person.records.map((facts) => plain(facts, words.recordFields)),
  },
  before,
  after,
  ...(alone && { alone }),
});

const plain = (facts: RawFacts, fields: Fields): Record<string, RawValue> =>
  Object.fromEntries([...facts].map(([key, raw]) => [key, numbered(raw, fieldNamed(fields, key)?.type)]));

/** The digits of a number as a number, where nothing is lost by it. */
function numbered(raw: RawValue, type: Fields[number]['type'] | undefined): RawValue {
  if (typeof raw !== 'string' || (type !== 'whole' && type !== 'decimal' && type !== 'year')) return raw;
  return String(Number(raw)) === raw ? Number(raw) : raw;
}

/** A line for the person, one for each record, one for both results. */
export function contrastLines(contrast: Contrast, words: Words, shell: Shell): string[] {
  const { before, after } = contrast;
  const told = { before: verdictText(before, shell), after: verdictText(after, shell) };
  return [...whoLines(contrast, words, shell), shell.say(contrast.alone ? 'contrastAlone' : 'contrastResults', told)];
}

/** The person and the records. */
export function whoLines({ year, person }: Contrast, words: Words, shell: Shell): string[] {
  const who = factsText(person.facts, words.personFields, shell.lang);
  const records = person.records.map((facts) => factsText(facts, words.recordFields, shell.lang));
  return [
    shell.say('contrastWho', { year, who: who || shell.say('anybody') }),
    ...(records.length === 0 ? [`  ${shell.say('noRecords')}`] : records.map((text) => `  ${text}`)),
  ];
}

/** `15 学分，未达标，差 10`. */
export function verdictText({ credits, status, required, shortfall }: Verdict, shell: Shell): string {
  const args = { credits, status: shell.say(status), required, shortfall };
  return shell.say(shortfall > 0 ? 'sideShort' : 'sideWell', args);
}
