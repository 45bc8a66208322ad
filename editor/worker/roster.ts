/**
 * The worker of a roster: opens the file, judges everybody, and answers for them. It compiles the rules for itself. People
 * are in it and nowhere else; what is tried is tried on a copy of the rules that no file holds.
 */
import { documentOf, type EditDocument, editMessage, sheetsOf, type ViewModel } from '../../src/edit/index.ts';
import {
  type Compiled,
  compare,
  compile,
  evaluator,
  messageOf,
  type Plan,
  severityOf,
  type TextEdit,
} from '../../src/index.ts';
import { chainOf } from '../roster/chain.ts';
import { ALL_FORMS, formsTouched } from '../roster/forms.ts';
import { movedBy, type Way } from '../roster/impact.ts';
import { knobsOf } from '../roster/knobs.ts';
import { inheritedKnobs, type Layer, layersOf } from '../roster/layers.ts';
import type { Known } from '../roster/match.ts';
import { Outcomes } from '../roster/outcomes.ts';
import { figuresOf } from '../roster/tally.ts';
import { turnAll, writtenOut } from '../roster/turnAll.ts';
import type { Rules } from './personProtocol.ts';
import { groupTable, Listing, resultsOf, type Tried } from './rosterCount.ts';
import { openFile, type RosterFile } from './rosterFile.ts';
import { Impacts } from './rosterImpacts.ts';
import { written } from './rosterOut.ts';
import { each, type Pace, People } from './rosterPeople.ts';
import type { FromRoster, RuleSet, ToRoster } from './rosterProtocol.ts';

interface Standing {
  readonly rules: Rules;
  readonly compiled: Compiled;
  readonly document: EditDocument;
  readonly view: ViewModel;
  readonly layers: readonly Layer[];
}

type Of<K extends ToRoster['kind']> = Extract<ToRoster, { kind: K }>;

let standing: Standing | null = null;
let plan: Plan | null = null;
let file: RosterFile | null = null;
/** What the file is read from again, where another sheet of it is wanted. */
let handle: File | null = null;
let people: People | null = null;
let tried: (Tried & { readonly plan: Plan }) | null = null;
const listing = new Listing();
/**
 * What takes long gives way to what is asked for anew of its own kind, and to nothing else: a trial does not end a file that
 * is being written. `each`: with what each change does by itself, as another screen asks for it.
 */
const turns = { run: 0, try: 0, export: 0, impact: 0, each: 0 };
type Lane = keyof typeof turns;
const giveUp = (...lanes: readonly Lane[]): void => {
  for (const lane of lanes.length > 0 ? lanes : (Object.keys(turns) as Lane[])) turns[lane]++;
};
/** Of what is read from a file. */
let reads = 0;

const say = (answer: FromRoster): void => postMessage(answer);

const TELL_MS = 80;

/** Now and then, and at the end. */
function telling(serial: number, what: 'reading' | 'judging'): Pace['tell'] {
  let told = 0;
  return (done, total) => {
    const now = performance.now();
    if (done < total && now - told < TELL_MS) return;
    told = now;
    say({ kind: 'progress', serial, done, total, what });
  };
}

function pace(serial: number, lane: Lane): Pace {
  const mine = ++turns[lane];
  return { wanted: () => mine === turns[lane], tell: telling(serial, 'judging') };
}

function takeRules(rules: Rules): void {
  const compiled = compile(rules.entry, { library: rules.library, findings: 'errors' });
  plan = compiled.plan;
  tried = null;
  listing.forget();
  giveUp('try');
  if (standing?.rules.session !== rules.session) {
    giveUp();
    people = null;
  }
  const document = documentOf(compiled, rules.version);
  const view = sheetsOf(document);
  const layers = plan ? layersOf(compiled, rules.library) : [];
  standing = { rules, compiled, document, view, layers };
  const knobs = plan ? [...knobsOf(view), ...inheritedKnobs(compiled, view, layers)] : [];
  const year = plan?.effective ? Number(plan.effective.slice(0, 4)) : null;
  say({ kind: 'rules', session: rules.session, version: rules.version, sound: plan !== null, knobs, year });
}

async function open({ serial, file: given, remembered }: Of<'open'>): Promise<void> {
  giveUp();
  people = null;
  tried = null;
  file = null;
  handle = given;
  await readFile(serial, null, new Map(remembered));
}

async function readFile(serial: number, sheet: number | null, remembered: Known): Promise<void> {
  const mine = ++reads;
  const read = await openFile(handle, { sheet, plan, remembered }, telling(serial, 'reading'));
  // A larger file may be read long after another was opened in its place.
  if (mine === reads) file = read;
  say({ kind: 'opened', serial, sight: read.see(plan, remembered, null) });
}

async function look({ serial, sheet, head, remembered }: Of<'look'>): Promise<void> {
  const known = new Map(remembered);
  if (file === null) return;
  if (file.sheets.length > 1 && file.sheet !== sheet) await readFile(serial, sheet, known);
  else say({ kind: 'opened', serial, sight: file.see(plan, known, head) });
}

async function run({ serial, roles, year, by }: Of<'run'>): Promise<void> {
  const version = standing?.rules.version ?? 0;
  giveUp();
  const going = pace(serial, 'run');
  people = null;
  tried = null;
  listing.forget();
  if (file === null || plan === null) {
    say({ kind: 'ran', serial, results: null, table: null });
    return;
  }
  going.tell(0, 1);
  const made = new People(plan, year, file, file.take(plan, roles));
  const done = await made.run(going);
  if (!done) {
    say({ kind: 'ran', serial, results: null, table: null });
    return;
  }
  people = made;
  const results = resultsOf(made, version);
  const key = results.groups.find((one) => one.key === by)?.key ?? results.group;
  say({ kind: 'ran', serial, results, table: key === null ? null : groupTable(made, key) });
}

async function tryOut({ serial, turned }: Of<'try'>): Promise<void> {
  const going = pace(serial, 'try');
  // What was tried before stays until this is known: it may be stopped.
  const put = (next: typeof tried): void => {
    tried = next;
    listing.forget();
  };
  const refuse = (zh: string, en: string): void => {
    put(null);
    say({ kind: 'tried', serial, trial: null, refused: { zh, en } });
  };
  const nothing = (): void => say({ kind: 'tried', serial, trial: null, refused: null });
  if (standing === null || people === null || plan === null || turned.length === 0) {
    put(null);
    return nothing();
  }
  const { document, view, layers, rules } = standing;
  const done = turnAll(document, view, layers, turned);
  if ('refused' in done) return refuse(editMessage(done.refused, 'zh'), editMessage(done.refused, 'en'));
  const entry = { ...rules.entry, text: done.text };
  const library = rules.library.map((one) => ({ ...one, text: done.below.get(one.file) ?? one.text }));
  const { plan: after, diagnostics } = compile(entry, { library, findings: 'errors' });
  if (after === null) {
    const wrong = diagnostics.find((one) => severityOf(one) === 'error');
    const why = (lang: 'zh' | 'en'): string => (wrong ? messageOf(wrong, lang) : '');
    return refuse(`这样改，规则就不成立了：${why('zh')}`, `the rules would not stand so: ${why('en')}`);
  }
  const judge = evaluator(after);
  const of = people;
  const outcomes = new Outcomes(after, of.outcomes.size);
  const touches = formsTouched(plan, after);
  const whole = await each(of.taken.entries, going, (_, at) => {
    if (((of.forms[at] ?? 0) & touches) === 0 && touches !== ALL_FORMS) outcomes.copy(at, of.outcomes);
    else outcomes.put(at, judge(of.person(at), of.year, { explain: true }).result);
  });
  if (!whole) return nothing();
  const way = wayOf(plan, after);
  const moved = movedBy(of.outcomes, outcomes, way);
  put({ outcomes, moved, plan: after });
  const edits = done.below.size === 0 ? done.edits : sameWritten(standing, done.edits, after);
  const says = (lang: 'zh' | 'en'): string =>
    done.says.map((one) => editMessage(one, lang)).join(lang === 'zh' ? '；' : '; ');
  say({
    kind: 'tried',
    serial,
    refused: null,
    trial: {
      way,
      before: figuresOf(of.outcomes),
      after: figuresOf(outcomes),
      counts: moved.counts,
      gained: moved.gained,
      lost: moved.lost,
      edits: edits ?? [],
      writable: edits !== null,
      says: { zh: says('zh'), en: says('en') },
    },
  });
}

/** What was tried below, where the file itself can say it and means the same by it. */
function sameWritten(
  { rules, document }: Standing,
  edits: readonly TextEdit[] | null,
  meant: Plan,
): readonly TextEdit[] | null {
  if (edits === null) return null;
  const entry = { ...rules.entry, text: writtenOut(document, edits) };
  const { plan: written } = compile(entry, { library: rules.library, findings: 'errors' });
  if (written === null) return null;
  const { changes } = compare(meant, written, { witnesses: false });
  return changes.every(({ effect }) => effect === 'neutral') ? edits : null;
}

/** What the comparison has proven of the change; where it points both ways, or nowhere, nothing is against its sense. */
function wayOf(before: Plan, after: Plan): Way {
  const effects = new Set(
    compare(before, after, { witnesses: false })
      .changes.map(({ effect }) => effect)
      .filter((effect) => effect !== 'neutral'),
  );
  const [only] = effects;
  return effects.size === 1 && (only === 'looser' || only === 'stricter') ? only : 'unclear';
}

function reckon({ serial, at, lang, masked, tried: underTrial }: Of<'reckon'>): void {
  if (people === null) {
    say({ kind: 'reckoned', serial, judged: null, label: '', chain: [] });
    return;
  }
  const of = people;
  const shown = (outcome: ReturnType<People['judged']>) => (masked ? of.mask(at, outcome) : outcome);
  const before = shown(of.judged(at, lang));
  const person = of.person(at);
  const after = tried && shown(evaluator(tried.plan)(person, of.year, { explain: true, lang }));
  const chain = tried && after ? chainOf([of.plan, tried.plan], [before.result, after.result]) : [];
  const outcome = underTrial && after ? after : before;
  const judgedBy = underTrial && tried ? tried.plan : of.plan;
  const { id, name, about } = of.said(at, masked);
  const label = [id, name, about].filter(Boolean).join(' · ');
  const judged = { result: outcome.result, faults: [], plan: judgedBy, person, year: of.year, readings: {} };
  say({ kind: 'reckoned', serial, judged, label, chain });
}

/** Everybody under two other rule sets, as `cme diff --data` judges them; and under each change by itself. */
async function impact({ serial, before, after, each: singly }: Of<'impact'>): Promise<void> {
  const going = pace(serial, singly === true ? 'each' : 'impact');
  const [old, now] = [planOf(before), planOf(after)];
  const nothing = { kind: 'impacted', serial, found: null, changes: [] } as const;
  if (people === null || old === null || now === null) {
    say(nothing);
    return;
  }
  const of = people;
  const impacts = new Impacts(old, now, singly === true);
  const whole = await each(of.taken.entries, going, (entry, at) =>
    impacts.add(entry.id ?? `#${at + 1}`, of.person(at), of.year),
  );
  say(whole ? { kind: 'impacted', serial, found: impacts.whole.found, changes: impacts.changes } : nothing);
}

const planOf = ({ entry, library }: RuleSet): Plan | null => compile(entry, { library, findings: 'errors' }).plan;

async function hear(data: ToRoster): Promise<void> {
  if (data.kind === 'rules') takeRules(data);
  else if (data.kind === 'stop') giveUp();
  else if (data.kind === 'open') await open(data);
  else if (data.kind === 'look') await look(data);
  else if (data.kind === 'run') await run(data);
  else if (data.kind === 'try') await tryOut(data);
  else if (data.kind === 'impact') await impact(data);
  else if (data.kind === 'reckon') reckon(data);
  else if (data.kind === 'group') {
    say({ kind: 'grouped', serial: data.serial, table: people && groupTable(people, data.key) });
  } else if (data.kind === 'people') {
    const page = people ? listing.page(people, tried, data) : { total: 0, rows: [] };
    say({ kind: 'people', serial: data.serial, ...page });
  } else {
    const { serial, what, lang, masked } = data;
    const going = pace(serial, 'export');
    const of = people;
    const wanted = async (done: number): Promise<boolean> => {
      going.tell(done, of?.outcomes.size ?? 0);
      await new Promise((resolve) => setTimeout(resolve));
      return going.wanted();
    };
    say({ kind: 'exported', serial, file: of && (await written(of, what, lang, masked, wanted)) });
  }
}

addEventListener('message', ({ data }: MessageEvent<ToRoster>) => {
  hear(data).catch((error: unknown) => {
    say({ kind: 'failed', serial: 'serial' in data ? data.serial : null, message: String(error) });
  });
});
