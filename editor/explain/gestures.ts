/** What one does to the practitioner of S6: facts, activities, options to try, and another in their place. */
import type { RawFacts, RawValue } from '../../src/index.ts';
import type { Picked } from '../worker/personProtocol.ts';
import { desk } from './desk.ts';
import type { Field } from './fields.ts';
import { type Activity, change, nobody, type Person, person, yearOf } from './person.ts';
import { spelt } from './spelt.ts';

let uids = 0;
const uid = (): number => ++uids;

const without = (facts: RawFacts, key: string): RawFacts => new Map([...facts].filter(([one]) => one !== key));
/** What is left empty, or is what would be taken to be so anyway, is not said. */
const put = (facts: RawFacts, { key, type, default: usual }: Field, value: RawValue): RawFacts =>
  value === '' || (type === 'yesno' && value === (usual ?? false))
    ? without(facts, key)
    : new Map([...facts, [key, value]]);

export function setPersonFact(field: Field, value: RawValue): void {
  change({ facts: put(person.get().facts, field, value) });
}

export function setFact(of: number, field: Field, value: RawValue): void {
  const { activities } = person.get();
  change({
    activities: activities.map((one) => (one.uid === of ? { ...one, facts: put(one.facts, field, value) } : one)),
  });
}

export const setYear = (year: number | null): void => change({ year });
export const openActivity = (open: number | null): void => person.set({ open });

/** A new one lies on the first day of the year until it is given another. */
export function addActivity(): void {
  const all = person.get();
  const added: Activity = { uid: uid(), facts: new Map() };
  const facts = new Map<string, RawValue>([
    ['id', freshId(all)],
    ['date', `${yearOf(all)}-01-01`],
  ]);
  change({ activities: [...all.activities, { ...added, facts }], open: added.uid });
}

export function duplicate(of: number): void {
  const all = person.get();
  const at = all.activities.findIndex((one) => one.uid === of);
  const one = all.activities[at];
  if (!one) return;
  const copy: Activity = { uid: uid(), facts: new Map([...one.facts, ['id', freshId(all)]]) };
  change({ activities: all.activities.toSpliced(at + 1, 0, copy), open: copy.uid });
}

export function remove(of: number): void {
  const { activities, open } = person.get();
  change({ activities: activities.filter((one) => one.uid !== of), open: open === of ? null : open });
}

const freshId = ({ activities }: Person): string => {
  const taken = new Set(activities.map(({ facts }) => String(facts.get('id') ?? '')));
  let at = activities.length + 1;
  while (taken.has(`活动${String(at).padStart(3, '0')}`)) at++;
  return `活动${String(at).padStart(3, '0')}`;
};

export const tryOption = (reading: string, option: string): void => {
  const { chosen, plan } = person.get();
  const adopted = plan?.readings.find(({ code }) => code === reading)?.adopted;
  const rest = Object.fromEntries(Object.entries(chosen).filter(([code]) => code !== reading));
  change({ chosen: option === adopted ? rest : { ...rest, [reading]: option } });
};
export const backToAdopted = (): void => change({ chosen: {} });

export const clear = (): void => change({ ...nobody, facts: new Map() });

export async function take(kind: 'roster' | 'cases', at: number): Promise<void> {
  const picked = await desk.pick(kind, at);
  if (picked) change({ ...personFrom(picked), from: { kind, at } });
}

/** Somebody who was picked elsewhere. */
export const putPerson = (picked: Picked): void => change({ ...personFrom(picked), from: null });

let opens = 0;

/** The people of a file, or of the sample that comes with the editor; the one who shows most is taken. */
export async function openPeople(file: File | null): Promise<readonly { readonly zh: string; readonly en: string }[]> {
  const mine = ++opens;
  const bytes = file && new Uint8Array(await file.arrayBuffer());
  if (mine !== opens) return [];
  const answer = await desk.roster(file?.name ?? null, bytes);
  // Another was opened meanwhile.
  if (answer === null || mine !== opens) return [];
  const { people, faults, at } = answer;
  person.set({ people });
  if (people.length > 0) await take('roster', at);
  return faults;
}

function personFrom({
  person: raw,
  year,
  readings,
}: Picked): Pick<Person, 'facts' | 'activities' | 'year' | 'chosen' | 'open'> {
  const { plan } = person.get();
  return {
    facts: spelt(raw.facts, plan?.personFields ?? []),
    activities: raw.records.map((facts) => ({ uid: uid(), facts: spelt(facts, plan?.recordFields ?? []) })),
    year,
    chosen: readings,
    open: null,
  };
}
