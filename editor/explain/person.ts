/**
 * The practitioner whose credits are explained: what is known of them, entered here or taken from a roster or an example.
 * It lives in this tab and nowhere else; what is made of it is the worker's.
 */
import type { Plan, RawFacts, RawValue } from '../../src/index.ts';
import { prefs } from '../state/prefs.ts';
import { session } from '../state/session.ts';
import { Store } from '../state/store.ts';
import type { Chosen, Judged, Listed, Other, Picked, Ways } from '../worker/personProtocol.ts';
import { desk } from './desk.ts';
import type { Field } from './fields.ts';

export interface Activity {
  /** Of this tab: stays with the activity, whatever else changes. */
  readonly uid: number;
  readonly facts: RawFacts;
}

export interface Person {
  readonly facts: RawFacts;
  readonly activities: readonly Activity[];
  /** Null: the year in which the rules came into force. */
  readonly year: number | null;
  /** Options tried in place of those adopted. */
  readonly chosen: Chosen;
  /** Where it was taken from; null: entered here. */
  readonly from: { readonly kind: 'roster' | 'cases'; readonly at: number } | null;
  readonly people: readonly Listed[];
  readonly cases: readonly Listed[];
  /** The rules as adopted; null until they have been read. */
  readonly plan: Plan | null;
  /** The text has errors: what is shown is of what it said before them. */
  readonly broken: boolean;
  readonly judged: Judged | null;
  readonly ways: Ways | null;
  readonly others: readonly Other[];
  /** Advice is still being worked out. */
  readonly thinking: boolean;
  readonly open: number | null;
}

const nobody = { facts: new Map(), activities: [], year: null, chosen: {}, from: null, open: null } as const;

export const person = new Store<Person>({
  ...nobody,
  people: [],
  cases: [],
  plan: null,
  broken: false,
  judged: null,
  ways: null,
  others: [],
  thinking: false,
});

let uids = 0;
let ruleFile: string | null = null;
const uid = (): number => ++uids;

desk.onRules(({ plan, cases }) => {
  if (plan === null) person.set({ broken: true });
  else {
    person.set({ plan, cases, broken: false });
    void judge();
  }
});

/** To be called by a screen that shows a person: follows the rules while it is there. */
export function follow(): () => void {
  const file = session.get().file?.entry.id ?? null;
  if (file !== ruleFile) {
    ruleFile = file;
    person.set({ ...nobody, people: [], cases: [], plan: null, judged: null, ways: null, others: [] });
  }
  let timer: ReturnType<typeof setTimeout> | undefined;
  let seen = -1;
  const hear = (): void => {
    const { version, composing } = session.get();
    if (version === seen || composing) return;
    seen = version;
    clearTimeout(timer);
    timer = setTimeout(() => void desk.rules(), PAUSE_MS);
  };
  const { version } = session.get();
  seen = version;
  void desk.rules();
  void judge();
  const stops = [session.subscribe(hear), prefs.subscribe(() => void judge())];
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}
const PAUSE_MS = 150;

export const yearOf = ({ year, plan }: Pick<Person, 'year' | 'plan'>): number =>
  year ?? Number(plan?.effective?.slice(0, 4) ?? new Date().getFullYear());

let turn = 0;

async function judge(): Promise<void> {
  const all = person.get();
  if (all.plan === null) return;
  const mine = ++turn;
  person.set({ thinking: true });
  const asked = {
    person: { facts: all.facts, records: all.activities.map(({ facts }) => facts) },
    year: yearOf(all),
    readings: all.chosen,
    lang: prefs.get().lang,
    whole: true,
  };
  const { judged } = await desk.judge(asked, ({ ways, others }) => {
    if (mine === turn) person.set({ ways, others, thinking: false });
  });
  if (mine === turn) person.set({ judged });
}

function change(next: Partial<Person>): void {
  person.set(next);
  void judge();
}

// ---- gestures

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

/** The people of a file, or of the sample that comes with the editor; the one who shows most is taken. */
export async function openPeople(file: File | null): Promise<readonly { readonly zh: string; readonly en: string }[]> {
  const bytes = file && new Uint8Array(await file.arrayBuffer());
  const { people, faults, at } = await desk.roster(file?.name ?? null, bytes);
  person.set({ people });
  if (people.length > 0) await take('roster', at);
  return faults;
}

export function personFrom({
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

const yes = new Set(['true', 'yes', '是']);
const no = new Set(['false', 'no', '否', '']);

/** Under the keys of the vocabulary, as the form holds them; what is spelt in no known way stays as it is. */
function spelt(facts: RawFacts, fields: readonly Field[]): RawFacts {
  const out = new Map<string, RawValue>();
  for (const [name, value] of facts) {
    const field = fields.find(({ key }) => key === name) ?? fields.find(({ label }) => label === name);
    const said = typeof value === 'string' ? value.trim() : value;
    if (field === undefined || out.has(field.key)) out.set(name, value);
    else if (said === null || said === undefined || said === '') continue;
    else if (field.type === 'yesno' && yes.has(String(said))) out.set(field.key, true);
    else if (field.type === 'yesno' && no.has(String(said))) out.set(field.key, false);
    else if (field.type === 'choice')
      out.set(field.key, field.options.find(({ key, label }) => key === said || label === said)?.key ?? value);
    else out.set(field.key, value);
  }
  return out;
}
