/** A practitioner, or a roster, under several rule sets, in words. */
import type { Across, AcrossWhy, Apart, PersonResult, Strange } from '../index.ts';
import type { Shell } from './shell.ts';
import { table } from './table.ts';
import { printable } from './width.ts';

const nameOf = ({ label, version }: { readonly label: string; readonly version: string }): string =>
  `${label} ${version}`.trim();

const left = (title: string) => ({ title, align: 'left' }) as const;
const right = (title: string) => ({ title, align: 'right' }) as const;

export function acrossText({ sides, apart }: Across, who: { id: string; year: number }, shell: Shell): string {
  const names = sides.map(({ ruleset }) => nameOf(ruleset));
  const row = (word: 'status' | 'credits' | 'required' | 'shortfall'): string[] => [
    shell.say(word),
    ...sides.map(({ result }) => (word === 'status' ? shell.say(result.status) : String(result[word]))),
  ];
  const heads = [left(''), ...names.map(right)];
  const rows = [row('status'), row('credits'), row('required'), row('shortfall')];
  return [
    `${shell.say('acrossHead', { id: printable(who.id), year: who.year, count: sides.length })}\n\n`,
    table(heads, rows),
    ...apart.map((one) => `\n${apartText(one, names, shell)}`),
    ...sides.flatMap(({ strange }, at) => (strange.length === 0 ? [] : [strangeText(names[at] ?? '', strange, shell)])),
  ].join('');
}

const signed = (amount: number): string => (amount > 0 ? `+${amount}` : String(amount));

function apartText({ side, credits, required, records, rest }: Apart, names: readonly string[], shell: Shell): string {
  const [first = '', other = ''] = [names[0], names[side]];
  if (records.length === 0 && credits === 0 && required === 0) {
    return `${shell.say('acrossSame', { first, other })}\n`;
  }
  const lines = [
    shell.say('acrossApart', { first, other, credits: signed(credits), required: signed(required) }),
    ...records.flatMap(({ record, credits: [a, b], why }) => {
      const by = signed(Math.round((b - a) * 100) / 100);
      return [
        `  ${shell.say('acrossRecord', { record: printable(record), before: a, after: b, by })}`,
        ...why.map(
          (one, at) => `    ${at === 0 ? first : other}${shell.lang === 'zh' ? '：' : ': '}${whyText(one, shell)}`,
        ),
      ];
    }),
    ...(rest === 0 ? [] : [`  ${shell.say('acrossRest', { by: signed(rest) })}`]),
  ];
  return `${lines.join('\n')}\n`;
}

function whyText({ doings, refused }: AcrossWhy, shell: Shell): string {
  const zh = shell.lang === 'zh';
  const said = doings.map(({ clause, rule, credits }) => {
    const cited = clause === null ? rule : zh ? `${rule}（${clause}）` : `${rule} (${clause})`;
    return printable(`${cited}${zh ? '，' : ', '}${signed(credits)}`);
  });
  if (refused !== null) said.push(printable(refused));
  return said.length === 0 ? shell.say('acrossNothing') : said.join(zh ? '；' : '; ');
}

function strangeText(name: string, strange: readonly Strange[], shell: Shell): string {
  const list = (why: Strange['why']): string =>
    strange
      .filter((one) => one.why === why)
      .map(({ label }) => printable(label))
      .join(shell.lang === 'zh' ? '、' : ', ');
  const [unknown, unlike] = [list('unknown'), list('unlike')];
  return [
    ...(unknown === '' ? [] : [`\n${shell.say('acrossUnknown', { name, list: unknown })}\n`]),
    ...(unlike === '' ? [] : [`\n${shell.say('acrossUnlike', { name, list: unlike })}\n`]),
  ].join('');
}

/** Somebody whom not all rule sets judge alike. */
export interface Divided {
  readonly practitioner: string | null;
  readonly status: readonly PersonResult['status'][];
  readonly credits: readonly number[];
}

export interface Counted {
  readonly ruleset: { readonly code: string; readonly version: string; readonly label: string };
  readonly met: number;
  readonly unmet: number;
  readonly exempt: number;
}

/** People that are listed; the rest is counted. */
const LISTED = 20;

export function rosterText(
  told: {
    readonly year: number;
    readonly practitioners: number;
    readonly sides: readonly Counted[];
    readonly divided: readonly Divided[];
  },
  shell: Shell,
): string {
  const { year, practitioners, sides, divided } = told;
  const counts = sides.map(({ ruleset, met, unmet, exempt }) => [
    nameOf(ruleset),
    ...[met, unmet, exempt].map((count) => String(count)),
  ]);
  const heads = [left(''), ...(['met', 'unmet', 'exempt'] as const).map((word) => right(shell.say(word)))];
  const names = sides.map(({ ruleset }) => nameOf(ruleset));
  const people = divided
    .slice(0, LISTED)
    .map(({ practitioner, status, credits }) => [
      practitioner ?? '',
      ...status.map((one, at) => `${shell.say(one)} ${credits[at] ?? ''}`),
    ]);
  const more = divided.length - people.length;
  return [
    `${shell.say('acrossRoster', { year, practitioners, count: sides.length })}\n\n`,
    table(heads, counts),
    `\n${shell.say(divided.length === 0 ? 'acrossAgree' : 'acrossDivided', { count: divided.length })}\n`,
    ...(people.length === 0 ? [] : [`\n${table([left(shell.say('practitioner')), ...names.map(left)], people)}`]),
    ...(more > 0 ? [`${shell.say('acrossMore', { count: more })}\n`] : []),
  ].join('');
}
