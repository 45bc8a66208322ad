/**
 * The roster that is open in this tab, and what one looks at in it. The file itself is held by its handle alone; people are
 * the worker's. Other screens may read `file`, and ask `rosterDesk.impact` for what two rule sets mean to these people.
 */
import { crowd } from '../state/crowd.ts';
import { prefs } from '../state/prefs.ts';
import { session } from '../state/session.ts';
import { Store } from '../state/store.ts';
import type { GroupTable, Results, Sight, Trial } from '../worker/rosterProtocol.ts';
import { rosterDesk } from './desk.ts';
import type { Encoded, ExportKind } from './export.ts';
import type { Filter, Sort } from './filter.ts';
import type { Knob } from './knobs.ts';
import { learnt } from './match.ts';
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
  /** The rules: their version, and whether they mean something. */
  readonly rules: { readonly version: number; readonly sound: boolean; readonly year: number | null } | null;
  readonly knobs: readonly Knob[];
  readonly turned: readonly Turned[];
  readonly trying: boolean;
  readonly trial: Trial | null;
  readonly refused: { readonly zh: string; readonly en: string } | null;
  readonly exporting: boolean;
}

const closed = {
  stage: 'none',
  file: null,
  sight: null,
  roles: [],
  year: null,
  progress: null,
  results: null,
  table: null,
  looking: null,
  turned: [],
  trying: false,
  trial: null,
  refused: null,
  exporting: false,
} as const;

export const roster = new Store<RosterState>({ ...closed, rules: null, knobs: [] });

roster.subscribe(() => {
  const { sight, results } = roster.get();
  crowd.set({ open: sight !== null, people: results?.figures.people ?? null, year: results?.year ?? null });
});

rosterDesk.listen(
  ({ version, sound, knobs, year }) => {
    const before = roster.get();
    roster.set({ rules: { version, sound, year }, knobs, turned: [], trial: null, refused: null, looking: null });
    // What was counted is counted again by the rules as they are now.
    if (sound && (before.stage === 'done' || before.stage === 'running')) void run();
    else if (before.stage === 'match') void look(before.sight?.flat?.head ?? null);
  },
  ({ done, total }) => roster.set({ progress: { done, total } }),
);

let ruleFile: string | null = null;

/** To be called by a screen that shows the roster: follows the rules while it is there. */
export function follow(): () => void {
  const file = session.get().file?.entry.id ?? null;
  // Another rule file asks for other columns: what is open is looked at anew.
  if (ruleFile !== null && ruleFile !== file && roster.get().sight) roster.set({ stage: 'match', results: null });
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

let opens = 0;

/** Null: the sample that comes with the editor. */
export async function openRoster(file: File | null): Promise<void> {
  const mine = ++opens;
  roster.set({ ...closed, file, stage: 'reading' });
  await rosterDesk.rules();
  const answer = await rosterDesk.ask<'open'>({ kind: 'open', file, remembered: rememberedHeaders() });
  if (mine !== opens) return;
  if (answer) take(answer.sight);
  else roster.set({ ...closed });
}

/** Another row for the head. */
export async function look(head: number | null): Promise<void> {
  const sheet = roster.get().sight?.sheet ?? 0;
  const answer = await rosterDesk.ask<'look'>({ kind: 'look', sheet, head, remembered: rememberedHeaders() });
  if (answer) take(answer.sight);
}

export async function lookAtSheet(sheet: number): Promise<void> {
  roster.set({ stage: 'reading' });
  const answer = await rosterDesk.ask<'look'>({ kind: 'look', sheet, head: null, remembered: rememberedHeaders() });
  if (answer) take(answer.sight);
}

function take(sight: Sight): void {
  const roles = sight.flat?.columns.map(({ role }) => role) ?? [];
  roster.set({ sight, roles, stage: 'match', progress: null, year: sight.year ?? roster.get().rules?.year ?? null });
}

export function setRole(column: number, role: Role): void {
  const { roles } = roster.get();
  roster.set({ roles: roles.with(column, role) });
}

let runs = 0;

export async function run(): Promise<void> {
  const { sight, roles, year, rules } = roster.get();
  if (!sight || year === null || !rules?.sound) return;
  const flat = sight.flat;
  if (flat) remember(learnt(flat.columns, roles));
  const mine = ++runs;
  roster.set({ stage: 'running', progress: { done: 0, total: 1 }, trial: null, turned: [], looking: null });
  const answer = await rosterDesk.ask<'run'>({ kind: 'run', roles: flat ? roles : null, year });
  // Another one was begun meanwhile, or it was stopped.
  if (mine !== runs) return;
  const results = answer?.results ?? null;
  roster.set({ stage: results ? 'done' : 'match', results, progress: null });
  const key = roster.get().table?.key;
  const first = results?.groups.find((one) => one.key === key)?.key ?? results?.group ?? null;
  if (first !== null) await group(first);
}

export async function group(key: string): Promise<void> {
  const answer = await rosterDesk.ask<'group'>({ kind: 'group', key });
  if (answer) roster.set({ table: answer.table });
}

export function stop(): void {
  const { stage, results } = roster.get();
  runs++;
  if (stage === 'reading') {
    close();
    return;
  }
  exports++;
  rosterDesk.stop();
  roster.set({
    stage: results && stage !== 'running' ? 'done' : 'match',
    progress: null,
    trying: false,
    exporting: false,
  });
}

export function close(): void {
  opens++;
  roster.set({ ...closed });
  void rosterDesk.end();
}

export const show = (looking: Looking | null): void => roster.set({ looking });

let exports = 0;

/** Null also where it was stopped meanwhile. */
export async function exportAs(what: ExportKind): Promise<Encoded | null> {
  const { lang, masked } = prefs.get();
  const mine = ++exports;
  roster.set({ exporting: true });
  const answer = await rosterDesk.ask<'export'>({ kind: 'export', what, lang, masked });
  if (mine !== exports) return null;
  roster.set({ exporting: false, progress: null });
  return answer?.file ?? null;
}
