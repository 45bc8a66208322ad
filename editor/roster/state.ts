/**
 * The roster that is open in this tab, and what one looks at in it. The file itself is held by its handle alone; people are
 * the worker's. Other screens may read `file`, and ask `rosterDesk.impact` for what two rule sets mean to these people.
 */
import { crowd } from '../state/crowd.ts';
import { prefs } from '../state/prefs.ts';
import { session } from '../state/session.ts';
import { Store } from '../state/store.ts';
import type { GroupTable, Results, Sight, Trial } from '../worker/rosterProtocol.ts';
import { type OnProgress, rosterDesk } from './desk.ts';
import type { Encoded, ExportKind } from './export.ts';
import type { Filter, Sort } from './filter.ts';
import type { Knob } from './knobs.ts';
import { learnt, rolesAgain } from './match.ts';
import { remember, rememberedHeaders } from './remembered.ts';
import type { Role } from './roles.ts';
import type { Turned } from './spot.ts';

export interface Looking {
  readonly filter: Filter;
  readonly sort: Sort;
  /** What the list is of, in words. */
  readonly title: string;
}

export interface RosterState {
  readonly stage: 'none' | 'reading' | 'match' | 'running' | 'done';
  /** Null while none is open, and of the sample. */
  readonly file: File | null;
  readonly sight: Sight | null;
  readonly roles: readonly Role[];
  readonly year: number | null;
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly results: Results | null;
  readonly table: GroupTable | null;
  readonly looking: Looking | null;
  /** The rules that the worker has: their version and text, and whether they mean something. */
  readonly rules: {
    readonly version: number;
    readonly text: string;
    readonly sound: boolean;
    readonly year: number | null;
  } | null;
  readonly knobs: readonly Knob[];
  readonly turned: readonly Turned[];
  readonly trying: boolean;
  readonly trial: Trial | null;
  /** What the trial is of: what is turned may be further on. */
  readonly tried: readonly Turned[];
  readonly refused: { readonly zh: string; readonly en: string } | null;
  readonly exporting: boolean;
}

const untried = { turned: [], trying: false, trial: null, tried: [], refused: null } as const;
const closed = {
  ...untried,
  stage: 'none',
  file: null,
  sight: null,
  roles: [],
  year: null,
  progress: null,
  results: null,
  table: null,
  looking: null,
  exporting: false,
} as const;

/** How often each was begun or given up: an answer to an earlier one is of no use. */
let opens = 0;
let runs = 0;
let exports = 0;

export const roster = new Store<RosterState>({ ...closed, rules: null, knobs: [] });

roster.subscribe(() => {
  const { sight, results } = roster.get();
  crowd.set({ open: sight !== null, people: results?.figures.people ?? null, year: results?.year ?? null });
});

rosterDesk.listen(
  ({ version, sound, knobs, year }, text) => {
    const before = roster.get();
    roster.set({ ...untried, rules: { version, text, sound, year }, knobs, looking: null });
    // What was counted is counted again by the rules as they are now.
    if (sound && (before.stage === 'done' || before.stage === 'running')) void run();
    else if (before.stage === 'match') void look(before.sight?.flat?.head ?? null);
  },
  () => {
    giveUp();
    roster.set(closed);
  },
);

/** Answers to what was asked for before are of no use any more. */
function giveUp(): void {
  opens++;
  runs++;
  exports++;
}

let ruleFile: string | null = null;

/** To be called by a screen that shows the roster: follows the rules while it is there. */
export function follow(): () => void {
  const file = session.get().file?.entry.id ?? null;
  // Another rule file asks for other columns: what is open is looked at anew.
  if (ruleFile !== null && ruleFile !== file && roster.get().sight) {
    giveUp();
    rosterDesk.stop();
    roster.set({
      ...untried,
      stage: 'match',
      results: null,
      table: null,
      looking: null,
      progress: null,
      exporting: false,
    });
  }
  ruleFile = file;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let seen = session.get().version;
  void rosterDesk.rules();
  const stop = session.subscribe(() => {
    const { version, composing } = session.get();
    if (version === seen || composing) return;
    seen = version;
    clearTimeout(timer);
    timer = setTimeout(() => void rosterDesk.rules(), PAUSE_MS);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
const PAUSE_MS = 400;

const far: OnProgress = ({ done, total }) => roster.set({ progress: { done, total } });

/** Null: the sample that comes with the editor. */
export async function openRoster(file: File | null): Promise<void> {
  giveUp();
  const mine = opens;
  const reading = roster.get().stage === 'reading';
  roster.set({ ...closed, file, stage: 'reading' });
  // Reading cannot be talked to: what is still read ends with its worker.
  await (reading ? rosterDesk.end() : rosterDesk.rules());
  if (mine !== opens) return;
  const answer = await rosterDesk.ask<'open'>({ kind: 'open', file, remembered: rememberedHeaders() }, far);
  if (mine !== opens) return;
  if (answer) take(answer.sight, null);
  else roster.set(closed);
}

/** Another row for the head. */
export const look = (head: number | null): Promise<void> => see(roster.get().sight?.sheet ?? 0, head);

export async function lookAtSheet(sheet: number): Promise<void> {
  roster.set({ stage: 'reading' });
  await see(sheet, null);
}

let looks = 0;

async function see(sheet: number, head: number | null): Promise<void> {
  const [mine, of] = [++looks, opens];
  const question = { kind: 'look', sheet, head, remembered: rememberedHeaders() } as const;
  const answer = await rosterDesk.ask<'look'>(question, far);
  const { stage, sight: before } = roster.get();
  if (mine !== looks || of !== opens || (stage !== 'match' && stage !== 'reading')) return;
  if (answer) take(answer.sight, before?.sheet === answer.sight.sheet ? before : null);
  else roster.set({ stage: 'match', progress: null });
}

/** `before`: the same sheet as it was seen last. What was chosen by hand then holds, as far as it makes sense still. */
function take(sight: Sight, before: Sight | null): void {
  const { roles: last, year, rules } = roster.get();
  const { flat } = sight;
  const again = before !== null;
  const roles = flat ? rolesAgain(flat.columns, again ? before.flat : null, last, sight.choices) : [];
  const guessed = sight.year ?? rules?.year ?? null;
  roster.set({ sight, roles, stage: 'match', progress: null, year: again ? (year ?? guessed) : guessed });
}

export function setRole(column: number, role: Role): void {
  const { roles } = roster.get();
  roster.set({ roles: roles.with(column, role) });
}

export async function run(): Promise<void> {
  const { sight, roles, year, rules, table } = roster.get();
  if (!sight || year === null || !rules?.sound) return;
  const flat = sight.flat;
  if (flat) remember(learnt(flat.columns, roles));
  const mine = ++runs;
  exports++;
  roster.set({ ...untried, stage: 'running', progress: { done: 0, total: 1 }, looking: null, exporting: false });
  const question = { kind: 'run', roles: flat ? roles : null, year, by: table?.key ?? null } as const;
  const answer = await rosterDesk.ask<'run'>(question, (now) => mine === runs && far(now));
  // Another one was begun meanwhile, or it was stopped.
  if (mine !== runs) return;
  const results = answer?.results ?? null;
  roster.set({ stage: results ? 'done' : 'match', results, table: answer?.table ?? null, progress: null });
}

export async function group(key: string): Promise<void> {
  const of = runs;
  const answer = await rosterDesk.ask<'group'>({ kind: 'group', key });
  if (answer?.table && of === runs) roster.set({ table: answer.table });
}

export function stop(): void {
  const { stage, results, trial, tried } = roster.get();
  if (stage === 'reading') {
    close();
    return;
  }
  runs++;
  exports++;
  rosterDesk.stop();
  roster.set({
    stage: results && stage !== 'running' ? 'done' : 'match',
    progress: null,
    // What stands is what was tried before.
    turned: trial ? tried : [],
    trying: false,
    exporting: false,
  });
}

export function close(): void {
  giveUp();
  roster.set(closed);
  void rosterDesk.end();
}

export const show = (looking: Looking | null): void => roster.set({ looking });

/** Null also where it was stopped meanwhile. */
export async function exportAs(what: ExportKind): Promise<Encoded | null> {
  const { lang, masked } = prefs.get();
  const mine = ++exports;
  roster.set({ exporting: true });
  const answer = await rosterDesk.ask<'export'>(
    { kind: 'export', what, lang, masked },
    (now) => mine === exports && !roster.get().trying && far(now),
  );
  if (mine !== exports) return null;
  roster.set({ exporting: false, progress: null });
  return answer?.file ?? null;
}
