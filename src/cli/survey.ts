/** `cme readings`: whose result depends on which reading, one changed at a time and two together. */
import { Counter, hiddenKeys, maskOf } from '../data/index.ts';
import {
  type Alternative,
  evaluator,
  type FormsHeld,
  formsHeldBy,
  headOf,
  type Pair,
  PairSurvey,
  pairsOf,
  planUnder,
  readingsOf,
  type Status,
  Survey,
  touched,
  touches,
  type Verdicts,
} from '../index.ts';
import { reportFaults } from './faults.ts';
import { type DataOptions, type Prepared, prepare } from './prepare.ts';
import type { Shell } from './shell.ts';
import type { ExitCode } from './stop.ts';
import { type Surveyed, surveyText } from './surveytext.ts';
import { walk } from './walk.ts';

/** So many evaluations the pairs may take, about a minute; a large roster leaves some pairs untried, and says so. */
const MOST_FOR_PAIRS = 500_000;

const statuses: readonly Status[] = ['met', 'unmet', 'exempt'];

export async function readingsCommand(
  rules: string,
  data: string,
  options: DataOptions,
  shell: Shell,
): Promise<ExitCode> {
  const prepared = await prepare(rules, data, options, shell);
  const alternatives = alternativesOf(prepared);
  const first = await alone(prepared, alternatives, options, shell);
  const second = await together(prepared, alternatives, first, options, shell);
  const { ruleset, year, readings } = headOf(prepared.plan, prepared.year);
  const pairs = second.joints.map(({ options: both, verdicts }) => ({ readings: both, verdicts }));
  const found: Surveyed = {
    ruleset,
    year,
    in_force: readings,
    practitioners: prepared.roster.entries.length,
    hanging: hangingOn([...first.effects, ...pairs]),
    readings: first.effects,
    pairs,
    pairs_tried: second.tried,
    without_effect: withoutEffect(first.effects, second.joints),
  };
  if (options.format === 'json') shell.out.line(JSON.stringify(found, null, 2));
  else shell.out.write(surveyText(found, prepared.plan, shell));
  return prepared.report.errors > 0 || first.faulty > 0 ? 1 : 0;
}

/** Whose verdict is another under some option, or under some two together. */
function hangingOn(all: readonly { readonly verdicts: Verdicts }[]): Surveyed['hanging'] {
  const practitioners = [...new Set(all.flatMap(({ verdicts }) => verdicts.practitioners))];
  return { count: practitioners.length, practitioners };
}

/** Readings under each option of which, alone and beside any other that was tried, everyone is as they were. */
function withoutEffect(effects: Survey['effects'], joints: PairSurvey['joints']): readonly string[] {
  const mattering = new Set([
    ...effects.filter(({ changed, shortfalls }) => changed > 0 || shortfalls > 0).map(({ code }) => code),
    ...joints.flatMap(({ options }) => options.map(({ code }) => code)),
  ]);
  return [...new Set(effects.map(({ code }) => code))].filter((code) => !mattering.has(code));
}

/** Each option of a reading of several that is not in force. */
const alternativesOf = ({ plan }: Prepared): readonly Alternative[] =>
  plan.readings.flatMap(({ code, options, adopted }) =>
    options.flatMap(({ code: option }) => (option === adopted ? [] : [{ code, option }])),
  );

/** The plan under other options on top of those in force; null where they contradict each other. */
function planWith({ compiled, plan }: Prepared, changed: readonly Alternative[]) {
  const other = Object.fromEntries(changed.map(({ code, option }) => [code, option]));
  return planUnder(compiled, { ...readingsOf(plan), ...other });
}

interface Alone {
  readonly effects: Survey['effects'];
  readonly faulty: number;
  /** The verdict of a practitioner under an alternative by its place, or in force (-1). */
  readonly status: (index: number, place: number) => Status;
  /** How many practitioners have records of these forms and no others. */
  readonly held: ReadonlyMap<string, { readonly forms: FormsHeld; count: number }>;
}

const keyOf = (forms: FormsHeld): string => (forms === 'mixed' ? forms : [...forms].sort().join(' '));

const idOf = (id: string | null, index: number, { mask }: DataOptions): string =>
  id === null || mask ? `#${index + 1}` : id;

async function alone(
  prepared: Prepared,
  alternatives: readonly Alternative[],
  options: DataOptions,
  shell: Shell,
): Promise<Alone> {
  const { plan, year, roster, report } = prepared;
  const judge = evaluator(plan);
  const others = alternatives.map((one) => {
    const other = planWith(prepared, [one]) ?? plan;
    return { change: touched(plan, other), judge: evaluator(other) };
  });
  const survey = new Survey(alternatives);
  const counter = new Counter();
  const hidden = hiddenKeys(plan);
  const formsOf = formsHeldBy(plan);
  const held = new Map<string, { forms: FormsHeld; count: number }>();
  const width = alternatives.length + 1;
  // A byte for each verdict: half a million practitioners under twenty options are ten megabytes.
  const verdicts = new Uint8Array(roster.entries.length * width);
  await walk(roster.entries, shell, (entry, index) => {
    const person = entry.person();
    const { result, findings } = judge(person, year, { lang: shell.lang });
    const mask = options.mask ? maskOf(result, person.facts, index, hidden) : null;
    reportFaults({ result: mask?.result ?? result, findings, entry }, report, shell, mask?.text);
    counter.add(result);
    const forms = formsOf(person);
    const known = held.get(keyOf(forms));
    if (known) known.count++;
    else held.set(keyOf(forms), { forms, count: 1 });
    const id = idOf(result.practitioner, index, options);
    verdicts[index * width] = statuses.indexOf(result.status);
    for (const [place, other] of others.entries()) {
      const after = touches(other.change, forms) ? other.judge(person, year).result : result;
      survey.add(place, id, result, after);
      verdicts[index * width + place + 1] = statuses.indexOf(after.status);
    }
    return undefined;
  });
  report.end();
  return {
    effects: survey.effects,
    faulty: counter.summary.invalid_records,
    status: (index, place) => statuses[verdicts[index * width + place + 1] ?? 0] ?? 'met',
    held,
  };
}

interface Trial {
  readonly pair: Pair;
  readonly judge: ReturnType<typeof evaluator>;
  /** Whose verdict under both could differ from theirs under either alone. */
  readonly concerns: (forms: FormsHeld) => boolean;
}

async function together(
  prepared: Prepared,
  alternatives: readonly Alternative[],
  { effects, status, held }: Alone,
  options: DataOptions,
  shell: Shell,
): Promise<{ joints: PairSurvey['joints']; tried: Surveyed['pairs_tried'] }> {
  const { year, roster, plan } = prepared;
  const all = pairsOf(effects);
  const trials = trialsOf(prepared, alternatives, all, held);
  const survey = new PairSurvey(
    alternatives,
    trials.map(({ pair }) => pair),
  );
  const formsOf = formsHeldBy(plan);
  await walk(roster.entries, shell, (entry, index) => {
    const person = entry.person();
    const forms = formsOf(person);
    const before = status(index, -1);
    const id = idOf(entry.id, index, options);
    for (const [place, { pair, judge, concerns }] of trials.entries()) {
      // What one of them changes alone is told there.
      if (pair.some((one) => status(index, one) !== before) || !concerns(forms)) continue;
      survey.add(place, id, before, judge(person, year).result.status);
    }
    return undefined;
  });
  const tried = trials.length;
  return { joints: survey.joints, tried: { tried, of: all.length, exhaustive: tried === all.length } };
}

/** As many pairs as the bound allows, in their order. */
function trialsOf(
  prepared: Prepared,
  alternatives: readonly Alternative[],
  pairs: readonly Pair[],
  held: Alone['held'],
): readonly Trial[] {
  const alones = alternatives.map((one) => planWith(prepared, [one]));
  const trials: Trial[] = [];
  let cost = 0;
  for (const pair of pairs) {
    const parts = pair.flatMap((place) => alternatives[place] ?? []);
    const both = planWith(prepared, parts);
    if (both === null) continue;
    const changes = pair.map((place) => touched(alones[place] ?? prepared.plan, both));
    const concerns = (forms: FormsHeld): boolean => changes.every((change) => touches(change, forms));
    for (const { forms, count } of held.values()) if (concerns(forms)) cost += count;
    if (cost > MOST_FOR_PAIRS) break;
    trials.push({ pair, judge: evaluator(both), concerns });
  }
  return trials;
}
