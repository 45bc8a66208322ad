/** What the grid of examples shows of each. */
import type { ExampleResult } from '../../src/index.ts';
import { isNaming } from '../explain/mask.ts';
import type { Lang } from '../state/prefs.ts';
import type { Say } from '../words/index.ts';
import type { Outline, Tried } from '../worker/protocol.ts';
import type { ExampleGiven } from '../worker/questions.ts';

export interface ExampleRow {
  readonly one: Tried;
  readonly given: ExampleGiven | null;
}

type Reckoned = ExampleResult['expected'];

/** `5 学分，未达标`: as much as the example speaks of. */
export const reckonedWords = ({ credits, status, shortfall }: Reckoned, say: Say): string => {
  const state = status === 'met' || status === 'unmet' || status === 'exempt' ? say(status) : '';
  const lacking =
    shortfall === undefined || (shortfall === 0 && state !== '') ? '' : say('lacksOnly', { n: shortfall });
  return [credits === undefined ? '' : String(credits), state, lacking].filter((part) => part !== '').join(' ');
};

/** Of what came of it only what was expected to be something. */
export const actualWords = ({ expected, actual }: Pick<Tried, 'expected' | 'actual'>, say: Say): string =>
  reckonedWords(
    {
      ...(expected.credits !== undefined && { credits: actual.credits ?? 0 }),
      ...(expected.status !== undefined && actual.status !== undefined && { status: actual.status }),
      ...(expected.shortfall !== undefined && { shortfall: actual.shortfall ?? 0 }),
    },
    say,
  );

const comma: Readonly<Record<Lang, string>> = { zh: '，', en: ', ' };

export const givenWords = (given: ExampleGiven | null, lang: Lang, say: Say, masked = false): string => {
  if (given === null) return '';
  const facts = (all: ExampleGiven['person']) =>
    all
      .filter(({ field }) => !masked || !isNaming(field))
      .map(({ field, shown, value }) => (value === '是' ? field : `${field} ${shown[lang]}`))
      .join(comma[lang]);
  const parts = [
    ...(given.chosen.length > 0 ? [say('exAdopts', { what: given.chosen.join('、') })] : []),
    ...(given.person.length > 0 ? [`${say('exPerson')} ${facts(given.person)}`] : []),
    ...given.records.map(facts),
  ].filter((part) => part !== '');
  return parts.join(lang === 'zh' ? '；' : '; ') || say('nothingGiven');
};

export const failureWords = ({ one, given }: ExampleRow, lang: Lang, say: Say): string => {
  const args = { expected: reckonedWords(one.expected, say), actual: actualWords(one, say) };
  const why = [...new Set(given?.because?.[lang] ?? one.details)].slice(0, 3).join(lang === 'zh' ? '；' : '; ');
  return why === '' ? say('exFailureBare', args) : say('exFailure', { ...args, why });
};

/** Sheets of categories by the lines of their blocks. */
export function categoriesOf({ sheets, blocks }: Outline): (lines: readonly number[]) => ReadonlySet<string> {
  const own = new Map(
    sheets
      .filter(({ kind }) => kind === 'category')
      .flatMap(({ key, blocks: held }) => held.map((block) => [block, key])),
  );
  const spans = blocks.flatMap(({ key, line, lastLine }) => {
    const sheet = own.get(key);
    return sheet === undefined ? [] : [{ line, lastLine, sheet }];
  });
  return (lines) =>
    new Set(
      lines.flatMap((at) => spans.filter((one) => one.line <= at && at <= one.lastLine).map(({ sheet }) => sheet)),
    );
}
