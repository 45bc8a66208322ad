/** Rosters of Hubei as a hospital group or a county might hand them in: realistic years, by a seed. */

import { type Life, lives } from './hubeiLives.ts';
import { Log, numbered, projectsOf } from './hubeiLog.ts';
import { nameOf } from './hubeiNames.ts';
import { Random } from './random.ts';
import type { Fact, Facts, Practitioner, SyntheticRoster } from './roster.ts';

const PROJECTS = 60;

/**
 * Ids are `h001`… and, over the whole roster, `r0001`…; the same seed gives the same roster. No record is flawed. Every
 * life is lived by somebody as soon as there are as many practitioners as lives.
 */
export function hubeiRoster(seed: number, practitioners: number, year = 2025): SyntheticRoster {
  const random = new Random(seed);
  const projects = projectsOf(random, year, PROJECTS);
  const all: readonly Life[] = Object.values(lives);
  const weights = all.map((life) => [life.weight, life] as const);
  const lived = random.shuffled(
    Array.from(
      { length: practitioners },
      (_, at) => (practitioners >= all.length && all[at]) || random.weighted(weights),
    ),
  );
  const width = Math.max(3, String(practitioners).length);
  let records = 0;
  const made = lived.map((life, at): Practitioner => {
    const log = new Log(random, year, projects);
    const facts: Facts = { id: `h${padded(at + 1, width)}`, name: nameOf(random), ...life.facts(log) };
    life.year(log);
    const inOrder = log.records.toSorted((a, b) => compare(dayOf(a), dayOf(b)));
    return { facts, records: numbered(inOrder, () => `r${padded(++records, width + 1)}`) };
  });
  return { year, practitioners: made };
}

const padded = (number: number, width: number): string => String(number).padStart(width, '0');
const dayOf = (record: Facts): Fact => record.date ?? record.end ?? '';
const compare = (a: Fact, b: Fact): number => (a < b ? -1 : Number(a > b));

/** Mistakes as they are made: what the sample shows of invalid and incomplete records. An empty fact was forgotten. */
const mistakes: readonly { readonly form: string; readonly wrong: Facts }[] = [
  { form: 'paper', wrong: { date: '2025-02-30' } },
  { form: 'practice', wrong: { hours: '三小时' } },
  { form: 'contest', wrong: { prize: '特等奖' } },
  { form: 'research', wrong: { level: '', concluded: true, review: '' } },
  { form: 'recommended_project', wrong: { hours: '', passed: true, review: '' } },
];

/** How many practitioners lie between two mistakes at least. */
const APART = 20;

/** The sample that is shipped in `rules/samples/`. */
export function hubeiSample(): SyntheticRoster {
  const { year, practitioners } = hubeiRoster(2025, 300);
  const left = [...mistakes];
  let next = APART;
  const mistaken = practitioners.map((one, index): Practitioner => {
    const [mistake] = left;
    const at = one.records.findIndex(({ form }) => form === mistake?.form);
    if (mistake === undefined || index < next || at < 0) return one;
    left.shift();
    next = index + APART;
    return {
      ...one,
      records: one.records.map((record, place) => (place === at ? spoilt(record, mistake.wrong) : record)),
    };
  });
  return { year, practitioners: mistaken };
}

const spoilt = (record: Facts, wrong: Facts): Facts =>
  Object.fromEntries(Object.entries({ ...record, ...wrong }).filter(([, fact]) => fact !== ''));
