/** A comparison on paper: the sentence, each change with its clause, both wordings and an example, and a line to sign. */
import { keywords } from '../../../grammar/keywords.ts';
import type { Lang } from '../../model/codes.ts';
import type { Verdict } from '../../model/comparison.ts';
import { type Block, type Doc, heading, paragraph, table } from '../blocks.ts';
import { numbered } from '../numbering.ts';
import { headlineOf, type SideNames } from './headline.ts';
import {
  bySeverity,
  EFFECT_SIGNS,
  type NotComparable,
  type ToldChange,
  type ToldComparison,
  type ToldContrast,
} from './told.ts';
import { comparisonSay, type SayComparison } from './words.ts';

/** What the revision does to a roster. */
export interface PeopleFigures {
  readonly year: number;
  readonly people: number;
  readonly changed: number;
  readonly metToUnmet: number;
  readonly unmetToMet: number;
}

interface Told {
  readonly lang: Lang;
  readonly say: SayComparison;
}

export const factsText = (facts: ToldContrast['person'], lang: Lang): string =>
  facts
    .map(({ field, shown }) => `${field}${lang === 'zh' ? ' ' : ': '}${shown[lang]}`)
    .join(lang === 'zh' ? '，' : ', ');

/** The person, then a line for each record. */
export const whoText = ({ year, person, records }: ToldContrast, lang: Lang): readonly string[] => {
  const say = comparisonSay(lang);
  return [
    say('who', { year, who: factsText(person, lang) || say('anyone') }),
    ...(records.length === 0 ? [say('noRecords')] : records.map((record) => factsText(record, lang))),
  ];
};

export const verdictText = ({ credits, status, required, shortfall }: Verdict, lang: Lang): string => {
  const say = comparisonSay(lang);
  return (
    say('verdict', { credits, status: keywords[status][lang] }) +
    (shortfall > 0 ? say('short', { short: shortfall }) : '') +
    say('required', { required })
  );
};

/** How far the proof goes where no example shows it by itself. */
export const provenText = ({ effect, witness }: ToldChange, lang: Lang): string | null => {
  const say = comparisonSay(lang);
  if (effect === 'unknown') return say(witness ? 'undecidedShown' : 'undecided');
  if (witness || (effect !== 'stricter' && effect !== 'looser')) return null;
  return say(effect === 'stricter' ? 'nobodyGains' : 'nobodyLoses');
};

export const oddText = ({ odd }: ToldChange, lang: Lang): string | null =>
  odd === null ? null : comparisonSay(lang)(odd === 'undone' ? 'undone' : 'againstWords');

const contrastRows = (of: ToldContrast | null, id: 'example' | 'counter', { say, lang }: Told): readonly string[][] =>
  of
    ? [
        [say(id), whoText(of, lang).join('\n')],
        [
          say('result'),
          [`${verdictText(of.before, lang)} → ${verdictText(of.after, lang)}`, of.alone ? say('alone') : '']
            .filter(Boolean)
            .join('\n'),
        ],
      ]
    : [];

const sideRows = ({ before, after }: ToldChange, { say }: Told): readonly string[][] =>
  before === after
    ? [[say('still'), before ?? say('nothing')]]
    : [
        [say('before'), before ?? say('nothing')],
        [say('after'), after ?? say('nothing')],
      ];

const card = (change: ToldChange, told: Told): readonly Block[] => {
  const { say, lang } = told;
  const { effect, path, clause } = change;
  const [proven, odd] = [provenText(change, lang), oddText(change, lang)];
  return [
    heading(2, `${EFFECT_SIGNS[effect]} ${say(effect)}　${path}`, clause ?? undefined),
    ...table(
      [
        { head: say('item'), share: 18 },
        { head: say('content'), share: 82 },
      ],
      [
        ...sideRows(change, told),
        ...contrastRows(change.witness, 'example', told),
        ...contrastRows(change.counter, 'counter', told),
      ],
    ),
    ...(odd === null ? [] : [paragraph(`${say('odd')}${lang === 'zh' ? '：' : ': '}${odd}`, 'note')]),
    ...(proven === null ? [] : [paragraph(proven, 'note')]),
  ];
};

const cannotDoc = ({ faults }: NotComparable, { say, lang }: Told): readonly Block[] => [
  paragraph(say('cannot'), 'lead'),
  paragraph(say('cannotWhy')),
  ...faults.map(({ side, file, line, message }) =>
    paragraph(say('faultAt', { side: say(side), file, line, message: message[lang] })),
  ),
];

export const comparisonDoc = (
  found: ToldComparison | NotComparable,
  names: SideNames,
  lang: Lang,
  people: PeopleFigures | null = null,
): Doc => {
  const told: Told = { lang, say: comparisonSay(lang) };
  const { say } = told;
  const whole = { lang, title: say('title'), subtitle: say('subtitle', { ...names }) };
  if ('faults' in found) return { ...whole, blocks: cannotDoc(found, told) };
  const cards = bySeverity(found).filter(({ effect }) => effect !== 'neutral');
  const neutral = found.changes.filter(({ effect }) => effect === 'neutral');
  const blocks = [
    heading(1, say('conclusion')),
    paragraph(headlineOf(found, names, lang), 'lead'),
    ...(people ? [paragraph(say('people', { ...people }))] : []),
    ...(found.exhausted ? [] : [paragraph(say('notExhausted'))]),
    ...(cards.length === 0 ? [] : [heading(1, say('each')), ...cards.flatMap((change) => card(change, told))]),
    ...(neutral.length === 0
      ? []
      : [
          heading(1, say('others')),
          ...table(
            [
              { head: say('place'), share: 34 },
              { head: say('before'), share: 33 },
              { head: say('after'), share: 33 },
            ],
            neutral.map(({ path, before, after }) => [path, before ?? say('nothing'), after ?? say('nothing')]),
          ),
        ]),
    paragraph(say('sign')),
  ];
  return { ...whole, blocks: numbered(blocks, lang) };
};
