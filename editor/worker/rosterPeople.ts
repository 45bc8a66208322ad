/** The people of a roster, judged: what came of each as numbers, and everything that is counted of them. */
import { type Entry, hiddenKeys, maskOf } from '../../src/data/index.ts';
import { type Evaluate, evaluator, type Outcome, type Plan, type RawPerson } from '../../src/index.ts';
import { formsOf } from '../roster/forms.ts';
import { Grouping, Outcomes } from '../roster/outcomes.ts';
import type { Field } from '../roster/vocabulary.ts';
import { isError, type RosterFile, type Taken } from './rosterFile.ts';
import type { Group } from './rosterProtocol.ts';

/** How long work may go on before messages are heard. */
const BREATH_MS = 40;

export interface Pace {
  /** Null: go on no longer. */
  readonly wanted: () => boolean;
  readonly tell: (done: number, total: number) => void;
}

const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

export class People {
  readonly plan: Plan;
  readonly year: number;
  readonly file: RosterFile;
  readonly taken: Taken;
  readonly judge: Evaluate;
  readonly outcomes: Outcomes;
  readonly groups: readonly Group[];
  readonly groupings = new Map<string, Grouping>();
  /** Those of whose data something is wrong. */
  readonly faulty: number[] = [];
  /** The forms of each one's records. */
  readonly forms: Uint32Array;
  /** How many rows of the file that makes, or records of one without rows. */
  rejected = 0;
  private readonly fields: readonly Field[];
  private readonly extra: readonly string[];

  constructor(plan: Plan, year: number, file: RosterFile, taken: Taken) {
    this.plan = plan;
    this.year = year;
    this.file = file;
    this.taken = taken;
    this.judge = evaluator(plan);
    this.outcomes = new Outcomes(plan, taken.entries.length);
    this.forms = new Uint32Array(taken.entries.length);
    const hidden = hiddenKeys(plan);
    this.fields = plan.personFields.filter(
      ({ key, type }) => !hidden.includes(key) && (type === 'choice' || type === 'yesno' || type === 'text'),
    );
    this.extra = taken.groups.map(({ key }) => key);
    this.groups = [...this.fields.map(({ key, label }) => ({ key, label })), ...taken.groups];
    for (const { key } of this.groups) this.groupings.set(key, new Grouping(taken.entries.length));
  }

  /** False where it was stopped. */
  async run(pace: Pace): Promise<boolean> {
    const rows = new Set<number>();
    const { entries } = this.taken;
    const formsIn = formsOf(this.plan);
    const note = (row: number | undefined): void => {
      if (row === undefined) this.rejected++;
      else if (!rows.has(row)) {
        rows.add(row);
        this.rejected++;
      }
    };
    for (const found of this.taken.findings) if (isError(found)) note(found.place.row);
    const done = await each(entries, pace, (entry, at) => {
      const raw = entry.person();
      this.group(at, raw);
      const person = this.bare(raw);
      this.forms[at] = formsIn(person);
      const { result, findings } = this.judge(person, this.year, { explain: true });
      this.outcomes.put(at, result);
      const wrong = findings.filter(isError);
      const left = result.records.flatMap(({ reason }, record) =>
        reason === 'invalid' || reason === 'incomplete' ? [record] : [],
      );
      if (wrong.length === 0 && left.length === 0) return;
      this.faulty.push(at);
      for (const { record, field } of wrong) if (record === null) note(entry.place(null, field).row);
      for (const record of left) note(entry.place(record, null).row);
    });
    for (const [key, grouping] of this.groupings) if (grouping.full) this.groupings.delete(key);
    return done;
  }

  person(at: number): RawPerson {
    const entry = this.taken.entries[at];
    return entry ? this.bare(entry.person()) : { facts: new Map(), records: [] };
  }

  judged(at: number, lang: 'zh' | 'en'): Outcome {
    return this.judge(this.person(at), this.year, { explain: true, lang });
  }

  /** What a list says of a person; without names and ids where they are to be hidden. */
  said(at: number, masked: boolean): { readonly id: string; readonly name: string; readonly about: string } {
    const facts = this.taken.entries[at]?.person().facts ?? new Map();
    const entry = this.taken.entries[at];
    const name = [...nameKeys(this.plan)].map((key) => facts.get(key)).find((one) => typeof one === 'string');
    const about = this.groups
      .filter(({ key }) => this.fields.find((field) => field.key === key)?.type !== 'yesno')
      .flatMap(({ key }) => {
        const grouping = this.groupings.get(key);
        return grouping?.values[grouping.of[at] ?? 0] || [];
      });
    return {
      id: masked ? `#${at + 1}` : (entry?.id ?? `#${at + 1}`),
      name: masked ? '' : String(name ?? ''),
      about: about.join(' · '),
    };
  }

  mask(at: number, outcome: Outcome): Outcome {
    const { facts } = this.person(at);
    return { ...outcome, result: maskOf(outcome.result, facts, at, hiddenKeys(this.plan)).result };
  }

  private group(at: number, { facts }: RawPerson): void {
    for (const field of this.fields) {
      const raw = facts.get(field.key) ?? facts.get(field.label);
      this.groupings.get(field.key)?.put(at, labelOf(field, raw));
    }
    for (const key of this.extra) {
      const raw = facts.get(key);
      this.groupings.get(key)?.put(at, typeof raw === 'string' ? raw.trim() : '');
    }
  }

  /** Without the columns that are for grouping alone. */
  private bare(person: RawPerson): RawPerson {
    if (this.extra.length === 0) return person;
    const facts = new Map(person.facts);
    for (const key of this.extra) facts.delete(key);
    return { ...person, facts };
  }
}

/** Goes over people one by one, and leaves room for messages; false where it was stopped. */
export async function each(
  entries: readonly Entry[],
  { wanted, tell }: Pace,
  use: (entry: Entry, at: number) => void,
): Promise<boolean> {
  let last = performance.now();
  for (const [at, entry] of entries.entries()) {
    use(entry, at);
    if (at % 16 !== 0 || performance.now() - last < BREATH_MS) continue;
    tell(at, entries.length);
    await breathe();
    if (!wanted()) return false;
    last = performance.now();
  }
  tell(entries.length, entries.length);
  return wanted();
}

const nameKeys = (plan: Plan): readonly string[] => {
  const field = plan.personFields.find(({ key }) => key === 'name');
  return ['name', field?.label ?? '姓名'];
};

const YES = ['yes', 'true', '是'];

/** As the rules call it. */
function labelOf({ type, options, default: usual }: Field, raw: unknown): string {
  const text = raw === undefined || raw === null ? '' : String(raw).trim();
  if (type === 'yesno') return (text === '' ? usual === true : YES.includes(text)) ? '是' : '';
  const said = text === '' && usual !== null ? String(usual) : text;
  return options.find(({ key, label }) => key === said || label === said)?.label ?? said;
}
