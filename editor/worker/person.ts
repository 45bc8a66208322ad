/** The worker of one practitioner: reckons, explains, advises, and reads rosters, by the rules as they stand. */
import { openRoster, openText, type Read, rosterOf } from '../../src/data/index.ts';
import {
  advise,
  type Compiled,
  casesOf,
  compile,
  type Evaluate,
  evaluator,
  messageOf,
  type PersonResult,
  type Plan,
  planUnder,
  rangesOf,
} from '../../src/index.ts';
import { liveliest } from './liveliest.ts';
import { Newest } from './newest.ts';
import type { Chosen, FromPerson, Judge, Listed, Other, Picked, ToPerson } from './personProtocol.ts';
import { waysOf } from './ways.ts';

/** As long as the text has errors what it said before them stands. */
let compiled: Compiled | null = null;
let session = -1;
let roster: Read['roster'] = null;
let reads = 0;
const judges = new WeakMap<Plan, Evaluate>();

const say = (answer: FromPerson): void => postMessage(answer);

const judgeBy = (plan: Plan): Evaluate => {
  const known = judges.get(plan);
  if (known) return known;
  const made = evaluator(plan);
  judges.set(plan, made);
  return made;
};

const planFor = (readings: Chosen): Plan | null => {
  if (!compiled?.plan) return null;
  return Object.keys(readings).length === 0 ? compiled.plan : planUnder(compiled, readings);
};

/** What is asked once is answered at once, and has no advice; null where the rules mean nothing. */
function judgeOnce(asked: Judge): { readonly plan: Plan; readonly result: PersonResult } | null {
  const { serial, person, year, readings, lang } = asked;
  const plan = planFor(readings);
  if (plan === null) {
    say({ kind: 'judged', serial, judged: null });
    return null;
  }
  const { result, findings } = judgeBy(plan)(person, year, { explain: true, lang });
  const faults = findings.map((found) => ({
    record: found.record,
    field: found.field,
    message: { zh: messageOf(found, 'zh'), en: messageOf(found, 'en') },
  }));
  say({ kind: 'judged', serial, judged: { result, faults, plan, person, year, readings } });
  return { plan, result };
}

/** The practitioner who is shown, with advice: of those that come while it is worked out the newest alone. */
const judging = new Newest<Judge>(async (asked, wanted) => {
  try {
    const { serial, person, year, readings } = asked;
    const judged = judgeOnce(asked);
    if (judged === null || !(await wanted())) return;
    const { plan, result } = judged;
    const others = othersOf(plan, result.readings, { person, year, readings });
    if (!(await wanted())) return;
    say({ kind: 'more', serial, ways: waysOf(plan, advise(plan, person, year)), others });
  } catch (error) {
    say({ kind: 'failed', serial: asked.serial, message: String(error) });
  }
});

/** The results under each other option of the readings that mattered, one changed at a time. */
function othersOf(
  plan: Plan,
  used: readonly string[],
  { person, year, readings }: Pick<Judge, 'person' | 'year' | 'readings'>,
): readonly Other[] {
  const asked = plan.readings.filter(({ code }) => used.includes(code) || code in readings);
  return asked.flatMap(({ code, adopted, options }) =>
    options.flatMap((option): Other[] => {
      const under = option.code === adopted ? plan : planFor({ ...readings, [code]: option.code });
      if (under === null) return [];
      const { credits, status, shortfall } = judgeBy(under)(person, year).result;
      return [{ reading: code, option: option.code, credits, status, shortfall }];
    }),
  );
}

const cases = (): ReturnType<typeof casesOf> => (compiled ? casesOf(compiled) : []);

function pick(from: 'roster' | 'cases', at: number): Picked | null {
  if (from === 'cases') {
    const one = cases()[at];
    if (!one) return null;
    return {
      person: { facts: one.person, records: one.records },
      year: one.year,
      readings: Object.fromEntries(one.chosen),
    };
  }
  const entry = roster?.entries[at];
  return entry ? { person: entry.person(), year: roster?.year ?? null, readings: {} } : null;
}

async function openPeople(serial: number, file: string | null, bytes: Uint8Array | null): Promise<void> {
  const mine = ++reads;
  const plan = compiled?.plan;
  const opened =
    bytes === null
      ? openText((await import('../../rules/samples/hubei-2025.json?raw')).default, 'sample.json', 'json')
      : openRoster(bytes, file ?? '');
  const read: Read = plan ? rosterOf(opened, plan) : { roster: null, findings: [] };
  const found = [...opened.findings, ...read.findings];
  // A larger file may be read long after another was opened in its place.
  if (mine === reads) roster = read.roster;
  const nameOf = (facts: ReadonlyMap<string, unknown>): string =>
    ['name', plan?.personFields.find(({ key }) => key === 'name')?.label ?? '姓名']
      .map((key) => facts.get(key))
      .find((name) => typeof name === 'string') ?? '';
  const people = (read.roster?.entries ?? []).map((entry, at): Listed => {
    // Names are looked up for as many as are listed at once; beyond, ids do.
    const name = at < NAMED ? nameOf(entry.person().facts) : '';
    return { label: [entry.id, name].filter(Boolean).join(' ') || `#${at + 1}`, size: entry.size };
  });
  const faults = found.slice(0, FAULTS).map((one) => ({ zh: messageOf(one, 'zh'), en: messageOf(one, 'en') }));
  const sample = bytes === null ? read.roster : null;
  const at = plan && sample ? liveliest(judgeBy(plan), sample, sample.year ?? 0) : 0;
  say({ kind: 'roster', serial, people, faults, at });
}
const NAMED = 2000;
const FAULTS = 20;

async function hear(data: ToPerson): Promise<void> {
  if (data.kind === 'rules') {
    const now = compile(data.entry, { library: data.library });
    if (data.session !== session) roster = null;
    if (data.session !== session || now.plan !== null) compiled = now;
    session = data.session;
    const listed = cases().map(({ name, records }): Listed => ({ label: name, size: records.length }));
    say({ kind: 'rules', session, version: data.version, plan: now.plan, cases: listed });
  } else if (data.kind === 'judge') {
    if (data.whole) judging.give(data);
    else judgeOnce(data);
  } else if (data.kind === 'ranges') {
    const plan = planFor(data.readings);
    say({ kind: 'ranges', serial: data.serial, ranges: plan && rangesOf(plan) });
  } else if (data.kind === 'pick') say({ kind: 'picked', serial: data.serial, picked: pick(data.from, data.at) });
  else await openPeople(data.serial, data.file, data.bytes);
}

addEventListener('message', ({ data }: MessageEvent<ToPerson>) => {
  hear(data).catch((error: unknown) => {
    say({ kind: 'failed', serial: 'serial' in data ? data.serial : null, message: String(error) });
  });
});
