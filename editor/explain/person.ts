/**
 * The practitioner whose credits are explained: what is known of them, entered here or taken from a roster or an example.
 * It lives in this tab and nowhere else; what is made of it is the worker's.
 */
import type { Plan, RawFacts } from '../../src/index.ts';
import { prefs } from '../state/prefs.ts';
import { session } from '../state/session.ts';
import { Store } from '../state/store.ts';
import type { Chosen, Judged, Listed, Other, Ways } from '../worker/personProtocol.ts';
import { desk } from './desk.ts';

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
  /** What the file said when they were read. */
  readonly rules: string | null;
  /** The text has errors: what is shown is of what it said before them. */
  readonly broken: boolean;
  readonly judged: Judged | null;
  readonly ways: Ways | null;
  readonly others: readonly Other[];
  /** Advice is still being worked out. */
  readonly thinking: boolean;
  readonly open: number | null;
}

export const nobody = { facts: new Map(), activities: [], year: null, chosen: {}, from: null, open: null } as const;

export const person = new Store<Person>({
  ...nobody,
  people: [],
  cases: [],
  plan: null,
  rules: null,
  broken: false,
  judged: null,
  ways: null,
  others: [],
  thinking: false,
});

let ruleFile: string | null = null;
/** What was asked for before is of no use. */
let turn = 0;

desk.onRules(({ plan, cases }, rules) => {
  if (plan === null) person.set({ broken: true });
  else {
    person.set({ plan, cases, rules, broken: false });
    void judge();
  }
});

/** Before somebody is put here from another screen: that they are of this rule file, and are not taken for another's. */
export function beginWith(file: string | null, plan: Plan): void {
  if (file !== ruleFile) {
    turn++;
    person.set({ ...nobody, people: [], cases: [], judged: null, ways: null, others: [] });
  }
  ruleFile = file;
  person.set({ plan: person.get().plan ?? plan });
}

/** To be called by a screen that shows a person: follows the rules while it is there. */
export function follow(): () => void {
  const file = session.get().file?.entry.id ?? null;
  if (file !== ruleFile) {
    ruleFile = file;
    turn++;
    person.set({ ...nobody, people: [], cases: [], plan: null, rules: null, judged: null, ways: null, others: [] });
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
  };
  const judged = await desk.judge(asked, (more) => {
    if (mine === turn) person.set({ ways: more?.ways ?? null, others: more?.others ?? [], thinking: false });
  });
  if (mine === turn) person.set({ judged });
}

/** From here on it is another, and is reckoned anew. */
export function change(next: Partial<Person>): void {
  person.set(next);
  void judge();
}
