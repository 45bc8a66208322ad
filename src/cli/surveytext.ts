/** The findings of `cme readings` for people: sentences, and a table of the readings that matter to somebody. */
import type { Alternative, Effect, Plan, Verdicts } from '../index.ts';
import type { Shell } from './shell.ts';
import { table } from './table.ts';
import { printable } from './width.ts';

/** The JSON of `cme readings`. */
export interface Surveyed {
  readonly ruleset: { readonly code: string; readonly version: string };
  readonly year: number;
  readonly in_force: Readonly<Record<string, string>>;
  readonly practitioners: number;
  /** Whose verdict is another under some option, or under two together. */
  readonly hanging: { readonly count: number; readonly practitioners: readonly string[] };
  readonly readings: readonly Effect[];
  readonly pairs: readonly { readonly readings: readonly Alternative[]; readonly verdicts: Verdicts }[];
  readonly pairs_tried: { readonly tried: number; readonly of: number; readonly exhaustive: boolean };
  /** Codes of the readings that matter to nobody, whichever option is taken. */
  readonly without_effect: readonly string[];
}

/** Names beyond these are counted here, and stand in the JSON. */
const MOST_NAMES = 8;

export function surveyText(found: Surveyed, plan: Plan, shell: Shell): string {
  const { label, version, title } = plan;
  const mattering = found.readings.filter(matters);
  const parts = [
    shell.out.paint('bold', shell.say('ruleset', { label: title ?? label, version, year: found.year })),
    shell.say('readings', { list: words(inForce(found), plan) }),
    hanging(found, shell),
    '',
    ...(mattering.length === 0 ? [] : [shell.say('surveyMatter'), '', effects(mattering, plan, shell)]),
    ...mattering.flatMap((one) => sentence(one, plan, shell)),
    ...silent(found, plan, shell),
    '',
    ...pairs(found, plan, shell),
    ...without(found, plan, shell),
  ];
  return `${parts.join('\n')}\n`;
}

function hanging({ hanging: { count, practitioners }, practitioners: all }: Surveyed, shell: Shell): string {
  if (count === 0) return shell.say('surveyNoneHang', { all });
  return shell.say('surveyHang', { all, count, names: names(practitioners, shell) });
}

/** Readings as such, where `silent` speaks of options. */
function without({ without_effect: codes }: Surveyed, { readings }: Plan, shell: Shell): readonly string[] {
  const labels = readings.filter(({ code }) => codes.includes(code)).map(({ label }) => label);
  return labels.length === 0 ? [] : ['', shell.say('surveyWithout', { list: labels.join('、') })];
}

const matters = ({ changed, shortfalls }: Effect): boolean => changed > 0 || shortfalls > 0;

const inForce = ({ in_force: chosen }: Surveyed): readonly Alternative[] =>
  Object.entries(chosen).map(([code, option]) => ({ code, option }));

/** `项目时长 按次、前三名 在内` */
const words = (all: readonly Alternative[], { readings }: Plan): string =>
  all
    .map(({ code, option }) => {
      const reading = readings.find((one) => one.code === code);
      return `${reading?.label ?? code} ${reading?.options.find((one) => one.code === option)?.label ?? option}`;
    })
    .join('、');

function effects(all: readonly Effect[], plan: Plan, shell: Shell): string {
  const titles = ['surveyChanged', 'surveyWorse', 'surveyBetter', 'surveyOther', 'surveyShort'] as const;
  return table(
    [
      { title: shell.say('surveyOption'), align: 'left' },
      ...titles.map((id) => ({ title: shell.say(id), align: 'right' as const })),
    ],
    all.map((one) => [
      words([one], plan),
      ...[
        one.changed,
        one.verdicts.met_to_unmet.count,
        one.verdicts.unmet_to_met.count,
        one.verdicts.other.count,
        one.shortfalls,
      ].map(String),
    ]),
  );
}

/** Who they are, where a verdict hangs on the reading. */
function sentence(one: Effect, plan: Plan, shell: Shell): readonly string[] {
  const told = who(one.verdicts, shell);
  return told === '' ? [] : [shell.say('surveyVerdicts', { option: words([one], plan), who: told })];
}

function who({ met_to_unmet: worse, unmet_to_met: better, other }: Verdicts, shell: Shell): string {
  const groups = [
    ['surveyToUnmet', worse],
    ['surveyToMet', better],
    ['surveyToOther', other],
  ] as const;
  return groups
    .filter(([, { count }]) => count > 0)
    .map(([id, { count, practitioners }]) => shell.say(id, { count, names: names(practitioners, shell) }))
    .join(shell.lang === 'zh' ? '；' : '; ');
}

function names(all: readonly string[], shell: Shell): string {
  const shown = all.slice(0, MOST_NAMES).map(printable).join('、');
  return all.length > MOST_NAMES ? shell.say('surveyAndMore', { shown }) : shown;
}

function silent(found: Surveyed, plan: Plan, shell: Shell): readonly string[] {
  const none = found.readings.filter((one) => !matters(one));
  return none.length === 0 ? [] : ['', shell.say('surveyNobody', { list: words(none, plan) })];
}

function pairs(found: Surveyed, plan: Plan, shell: Shell): readonly string[] {
  const { tried, of, exhaustive } = found.pairs_tried;
  const told = found.pairs.map(({ readings, verdicts }) =>
    shell.say('surveyPair', { options: words(readings, plan), who: who(verdicts, shell) }),
  );
  const head = shell.say(told.length > 0 ? 'surveyPairs' : 'surveyNoPairs');
  return [head, ...told, shell.say(exhaustive ? 'surveyAllPairs' : 'surveyNotAll', { tried, of })];
}
