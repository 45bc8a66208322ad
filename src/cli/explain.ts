/** `cme explain`: the whole reckoning of one practitioner, so that a nurse can follow it. */
import { hiddenKeys, maskOf } from '../data/index.ts';
import {
  evaluator,
  type PersonResult,
  type Plan,
  type RawPerson,
  type RecordResult,
  recordName,
  type Step,
} from '../index.ts';
import { factsText } from './facts.ts';
import { reportFaults } from './faults.ts';
import { type DataOptions, prepare } from './prepare.ts';
import type { Shell } from './shell.ts';
import { type ExitCode, Stop } from './stop.ts';
import { suggestion } from './suggest.ts';
import { printable } from './width.ts';

export interface ExplainOptions extends DataOptions {
  readonly practitioner: string;
}

export async function explainCommand(
  rules: string,
  data: string,
  options: ExplainOptions,
  shell: Shell,
): Promise<ExitCode> {
  const { practitioner: id } = options;
  const { plan, year, roster, report } = await prepare(rules, data, options, shell);
  const found = roster.entries.filter((entry) => entry.id === id);
  const [entry] = found;
  if (entry === undefined) {
    const ids = roster.entries.flatMap((one) => one.id ?? []);
    const near = options.mask ? '' : suggestion(id, ids, shell);
    throw new Stop('practitionerUnknown', { id, suggestion: near, count: roster.entries.length });
  }
  if (found.length > 1) shell.tell('practitionerTwice', { id, count: found.length });
  const person = entry.person();
  const judged = evaluator(plan)(person, year, { explain: true, lang: shell.lang });
  const index = roster.entries.indexOf(entry);
  const mask = options.mask ? maskOf(judged.result, person.facts, index, hiddenKeys(plan)) : null;
  const result = mask?.result ?? judged.result;
  reportFaults({ result, findings: judged.findings, entry }, report, shell, mask?.text);
  if (options.format === 'json') shell.out.line(JSON.stringify(result, null, 2));
  else shell.out.write(reckoning({ result, person, plan, year }, shell));
  report.end();
  return report.errors > 0 ? 1 : 0;
}

interface Reckoning {
  readonly result: PersonResult;
  readonly person: RawPerson;
  readonly plan: Plan;
  readonly year: number;
}

function reckoning(of: Reckoning, shell: Shell): string {
  const { result, plan, year } = of;
  const bold = (text: string): string => shell.out.paint('bold', text);
  const lines = [
    bold(shell.say('explained', { id: result.practitioner ?? '', year })),
    `${plan.title ?? plan.label} ${plan.version}　${shell.say('explainPeriod', result.period)}`,
    '',
    bold(shell.say('recordsHeading')),
    ...records(of, shell),
    '',
    bold(shell.say('categoriesHeading')),
    ...categories(result, plan, shell),
    '',
    bold(shell.say('totalHeading')),
    ...total(result, plan, shell),
  ];
  if (result.notices.length > 0) {
    const notices = result.notices.map(({ record, clause, message }) =>
      [record, clause, message].filter(Boolean).join('　'),
    );
    lines.push('', bold(shell.say('noticesHeading')), ...notices.map((text) => `  ${printable(text)}`));
  }
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

function records({ result, person, plan }: Reckoning, shell: Shell): string[] {
  if (result.records.length === 0) return [`  ${shell.say('noRecords')}`];
  const steps = Map.groupBy(result.steps ?? [], ({ record }) => record);
  return result.records.flatMap((record, index) => {
    const facts = factsText(person.records[index] ?? new Map(), plan.recordFields, shell.lang);
    const name = recordName(record.id, index);
    const head = [printable(name), facts].filter(Boolean).join('　');
    return [`  ${head}`, ...recordLines(record, steps.get(name) ?? [], plan, shell).map((line) => `    ${line}`)];
  });
}

function recordLines(record: RecordResult, steps: readonly Step[], plan: Plan, shell: Shell): string[] {
  // A 条目 often has the name of its 类别.
  const place = [...new Set([categoryLabel(record.category, plan), record.award])].filter((part) => part !== null);
  const item = place.join(' / ');
  const filed = item === '' ? [] : [shell.say('recordFiled', { item: cited(item, record.clause, shell) })];
  if (record.reason !== null) return [...filed, shell.say('recordNothing', { detail: record.detail ?? record.reason })];
  return [
    ...filed,
    ...steps.map((step) => stepLine(step, shell)),
    shell.say('recordCounts', { credits: record.credits }),
  ];
}

/** `授予 每 3 小时 1 学分（第十三条（一）1）：9 小时，得 3 学分`. */
function stepLine({ kind, clause, rule, quantity, credits, lost }: Step, shell: Shell): string {
  const zh = shell.lang === 'zh';
  const did =
    kind === 'award' || kind === 'deem'
      ? shell.say('stepGains', { credits })
      : lost > 0
        ? shell.say('stepLoses', { lost })
        : shell.say('stepStands', { credits });
  return `${cited(rule, clause, shell)}${zh ? '：' : ': '}${[quantity, did].filter(Boolean).join(zh ? '，' : ', ')}`;
}

const cited = (text: string, clause: string | null, { lang }: Shell): string =>
  clause === null ? text : lang === 'zh' ? `${text}（${clause}）` : `${text} (${clause})`;

function categories(result: PersonResult, plan: Plan, shell: Shell): string[] {
  return result.categories.map(
    ({ code, raw, credits }) =>
      `  ${shell.say('categoryLine', { label: categoryLabel(code, plan) ?? code, raw, credits })}`,
  );
}

function total(result: PersonResult, plan: Plan, shell: Shell): string[] {
  const { credits, shortfall, requirements, made_up: madeUp } = result;
  const status = shell.say(madeUp ? 'madeUp' : result.status);
  const verdict = shortfall > 0 ? shell.say('verdictShort', { status, shortfall }) : shell.say('verdict', { status });
  const colour = result.status === 'unmet' ? 'red' : 'green';
  const steps = (result.steps ?? []).filter(({ kind, record }) => record === null && kind === 'carry');
  const used = plan.readings.filter(({ code }) => result.readings.includes(code));
  const list = used.map(
    ({ label, options, adopted }) => `${label} ${options.find(({ code }) => code === adopted)?.label ?? ''}`,
  );
  return [
    ...steps.map((step) => `  ${stepLine(step, shell)}`),
    `  ${shell.say('totalLine', { credits })}`,
    ...requirements.map(({ name, earned, required, met }) => {
      const short = Math.round((required - earned) * 1e6) / 1e6;
      return `  ${shell.say(met ? 'requirementMet' : 'requirementUnmet', { name, earned, required, short })}`;
    }),
    `  ${shell.out.paint(colour, verdict)}`,
    ...(list.length > 0 ? [`  ${shell.say('readingsUsed', { list: list.join('、') })}`] : []),
  ];
}

const categoryLabel = (code: string | null, plan: Plan): string | null =>
  code === null ? null : (plan.categories.find(({ key }) => key === code)?.label ?? code);
