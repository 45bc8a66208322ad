/** `cme plan` in words: what is missing, the least way, ways of one kind alone, and what would not help. */
import { type Advice, type Alone, type Doing, keywords, type Missing, type Plan, type Useless } from '../index.ts';
import { factsText } from './facts.ts';
import { hoursOf, type Planned, scaleOf, shownRatio } from './planjson.ts';
import type { Shell } from './shell.ts';
import { printable } from './width.ts';

const MICRO = 1_000_000;
const DAY = 86_400_000;
/** Of ways that are not measured in hours, one a 条目; of those in hours, so many. */
const MOST_LISTED = 15;

export function planText({ advice, plan, year, asOf, id, ahead }: Planned, shell: Shell): string {
  const { credits, required, shortfall, from, to } = advice;
  const bold = (text: string): string => shell.out.paint('bold', text);
  const head = { id: printable(id), year, credits, required, shortfall };
  const days = Math.round((Date.parse(to) - Date.parse(from)) / DAY) + 1;
  const lines = [
    bold(shell.say(headOf(advice), head)),
    ...(asOf === null ? [] : [shell.say('planAsOf', { from, days })]),
    ...(ahead.length === 0
      ? []
      : [shell.say('planAhead', { from, count: ahead.length, list: ahead.map(printable).join('、') })]),
  ];
  if (advice.status === 'unmet') {
    const section = (title: string, items: readonly string[]): string[] =>
      items.length === 0 ? [] : ['', bold(title), ...items.map((item) => `  ${item}`)];
    const enough = advice.ways.filter(({ closes }) => closes);
    const way = (one: Alone): string => wayLine(one, plan, shell);
    lines.push(
      ...section(
        shell.say('planMissing'),
        advice.missing.map((one) => missingLine(one, advice, shell)),
      ),
      ...section(leastTitle(advice, shell), leastLines(advice, plan, shell)),
      ...section(shell.say('planTimed'), listed(unlike(enough.filter(({ hours }) => hours !== null)), way, shell)),
      ...section(shell.say('planCounted'), listed(first(enough.filter(({ hours }) => hours === null)), way, shell)),
      ...section(shell.say('planPartial'), listed(first(advice.ways.filter(({ closes }) => !closes)), way, shell)),
      ...section(shell.say('planUseless'), uselessLines(advice.useless, plan, shell)),
    );
  }
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

const headOf = ({ status, shortfall }: Advice) => {
  if (status === 'met') return 'planMet';
  return status === 'exempt' ? 'planExempt' : shortfall > 0 ? 'planShort' : 'planUnmet';
};

const missingLine = (one: Missing, { missing }: Advice, shell: Shell): string => {
  const { line, lacks, binding } = one;
  const scale = scaleOf(one);
  const said = shell.say(line.bound === 'most' ? 'planLineMost' : 'planLine', {
    name: cited(line.name, line.source.clause, shell),
    earned: shownRatio(one.earned, scale),
    required: shownRatio(one.required, scale),
    lacks: Math.ceil((lacks * 100) / scale) / 100,
    unit: keywords[line.unit][shell.lang],
  });
  return missing.length > 1 && binding ? `${said}${shell.say('planBinding')}` : said;
};

const leastTitle = (advice: Advice, shell: Shell): string => {
  const { least, proven } = advice;
  if (least === null) return shell.say(proven ? 'planNoWay' : 'planNoneFound');
  const hours = hoursOf(advice);
  if (hours === null) return shell.say(proven ? 'planLeastCounted' : 'planBestCounted');
  return shell.say(proven ? 'planLeastHours' : 'planBest', { hours });
};

function leastLines({ least }: Advice, plan: Plan, shell: Shell): readonly string[] {
  // A section without lines is not shown, and that there is no way must be.
  if (least === null) return [''];
  const steps = least.steps.map((doing, at) => `${at + 1}. ${doingText(doing, plan, shell)}`);
  return [...steps, shell.say('planAfter', { credits: least.way.after.total / 100 })];
}

const cited = (text: string, clause: string | null, { lang }: Shell): string =>
  clause === null ? text : lang === 'zh' ? `${text}（${clause}）` : `${text} (${clause})`;

/** `国家和省级项目（第十三条（一）1）：推荐项目，国家级，主讲人：3 小时，得 6 学分`. */
function doingText(doing: Doing, plan: Plan, shell: Shell, gains: 'planGains' | 'planGainsMost' = 'planGains'): string {
  const { lang } = shell;
  const { item, source, facts, quantity, unit, times, ofProjects, credits } = doing;
  const [colon, comma] = lang === 'zh' ? ['：', '，'] : [': ', ', '];
  const plain = new Map([...facts].filter(([key, value]) => value !== false && isWorded(plan, key)));
  const much = [
    `${quantity / MICRO} ${keywords[unit][lang]}`,
    ...(times > 1 && unit !== 'times' ? [shell.say(ofProjects ? 'planProjects' : 'planTimes', { times })] : []),
    shell.say(gains, { credits: credits / 100 }),
  ];
  return [cited(item, source.clause, shell), factsText(plain, plan.recordFields, lang), much.join(comma)]
    .filter((part) => part !== '')
    .join(colon);
}

const isWorded = ({ recordFields }: Plan, key: string): boolean =>
  recordFields.some(
    (field) => field.key === key && field.type !== 'date' && field.unit === null && field.type !== 'whole',
  );

function wayLine(way: Alone, plan: Plan, shell: Shell): string {
  if (way.closes) return doingText(way, plan, shell);
  const said = doingText(way, plan, shell, 'planGainsMost');
  return way.cap === null
    ? said
    : `${said}${shell.lang === 'zh' ? '，' : ', '}${shell.say('planCap', capOf(way.cap, shell))}`;
}

/** `有计划的自学，每年至多 10 学分（第十三条（七））`. */
const capOf = ({ owner, per, limit, source }: NonNullable<Alone['cap']>, shell: Shell) => ({
  cap: cited(
    shell.say(per === 'cycle' ? 'planCapCycle' : 'planCapYear', { owner, limit: limit / 100 }),
    source.clause?.split('、')[0] ?? null,
    shell,
  ),
});

/** Of one reason together, each 条目 once. */
function uselessLines(all: readonly Useless[], plan: Plan, shell: Shell): readonly string[] {
  const reason = ({ why, cap }: Useless): string => {
    if (why === 'cap' && cap !== null) return shell.say('planFull', capOf(cap, shell));
    return shell.say(why === 'days' ? 'planDays' : 'planDone');
  };
  const [colon, between] = shell.lang === 'zh' ? ['：', '、'] : [': ', ', '];
  return [...Map.groupBy(all, reason)].map(([why, same]) => {
    const names = same.map(({ item, source }) =>
      isDeeming(source.words, plan) ? `${item} ${keywords.deem[shell.lang]}` : item,
    );
    return `${[...new Set(names)].join(between)}${colon}${why}`;
  });
}

const isDeeming = (words: string, { items }: Plan): boolean =>
  items.some(({ deems }) => deems.some(({ source }) => source.words === words));

/** Lines of one 条目 that take and give the same are one way: that an activity may be remote as well is no other. */
const unlike = (all: readonly Alone[]): readonly Alone[] =>
  [
    ...new Map(all.toReversed().map((one) => [[one.item, one.quantity, one.times, one.credits].join(), one])).values(),
  ].reverse();

/** The first of each 条目: the others differ in a rank, a level or the like. */
const first = <T extends { readonly item: string }>(all: readonly T[]): readonly T[] =>
  [...new Map(all.toReversed().map((one) => [one.item, one])).values()].reverse();

const listed = <T>(all: readonly T[], line: (one: T) => string, shell: Shell): readonly string[] => [
  ...new Set(all.slice(0, MOST_LISTED).map(line)),
  ...(all.length > MOST_LISTED ? [shell.say('planMore', { count: all.length - MOST_LISTED })] : []),
];
