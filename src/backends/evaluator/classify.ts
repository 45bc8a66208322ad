/** Each record to the one item whose 形式 and 适用 hold, and into its year. */
import { messageOf } from '../../model/codes.ts';
import { approved } from './admit.ts';
import { type Entry, refuse } from './entry.ts';
import type { Facts } from './facts.ts';
import { placeIn, remarkMakeUp } from './place.ts';
import type { ItemProgram, Program } from './program.ts';
import type { ReadRecord } from './read.ts';
import type { Run } from './run.ts';
import { TRUE, UNKNOWN } from './truth.ts';
import { listed, say } from './words.ts';

export function entryOf({ index, id, facts }: ReadRecord): Entry {
  return {
    index,
    id,
    facts,
    day: 0,
    item: -1,
    category: null,
    here: false,
    visiting: false,
    madeUp: false,
    stay: null,
    undated: null,
    reason: null,
    detail: null,
    clause: null,
    line: -1,
    pool: null,
    deemed: false,
    raw: 0,
    credits: 0,
    added: 0,
  };
}

const none: readonly ItemProgram[] = [];

/** The items that a record of this form may be of. */
export const possibleItems = ({ byForm, items }: Program, form: unknown): readonly ItemProgram[] =>
  form === undefined ? items : (byForm?.items.get(form) ?? none);

/** Which items hold for a record: the first two of them, and those of which it cannot be told. */
export interface Candidates {
  readonly possible: readonly ItemProgram[];
  readonly first: ItemProgram | null;
  readonly second: ItemProgram | null;
  readonly unknown: readonly ItemProgram[];
}

export function candidates(run: Run, facts: Facts): Candidates {
  const at = run.at(facts);
  const { byForm } = run.program;
  const possible = possibleItems(run.program, byForm === null ? undefined : facts[byForm.form]);
  let first: ItemProgram | null = null;
  let second: ItemProgram | null = null;
  const unknown: ItemProgram[] = [];
  for (const program of possible) {
    const matches = program.match.test(at);
    if (matches === UNKNOWN) unknown.push(program);
    if (matches !== TRUE) continue;
    if (first === null) first = program;
    else second ??= program;
  }
  return { possible, first, second, unknown };
}

/** Gives a valid record its item and its place in the year, or the reason why it has none. */
export function classify(run: Run, entry: Entry): void {
  const { possible, first, second, unknown } = candidates(run, entry.facts);
  if (first !== null && second !== null) disputed(run, entry, first, second);
  else if (first !== null) settle(run, entry, first);
  else if (unknown.length > 0) undecided(run, entry, unknown);
  else unclassed(run, entry, possible);
}

function unclassed(run: Run, entry: Entry, possible: readonly ItemProgram[]): void {
  const place = placeIn(run, entry, null);
  remarkMakeUp(run, entry, place);
  if (place.kind === 'elsewhere') {
    away(run, entry, place.own);
    return;
  }
  refuse(entry, 'no_award', say(run.report.lang, 'noItem'));
  for (const { favoured, readings } of possible) {
    if (favoured?.test(run.at(entry.facts)) === TRUE) run.report.read(readings);
  }
}

function settle(run: Run, entry: Entry, program: ItemProgram): void {
  entry.item = program.place;
  entry.category = program.item.category;
  entry.clause = program.item.clause;
  const place = placeIn(run, entry, program);
  remarkMakeUp(run, entry, place);
  if (place.kind === 'elsewhere') away(run, entry, place.own);
  entry.undated = place.kind === 'undated' ? place.lacking : null;
}

function disputed(run: Run, entry: Entry, first: ItemProgram, second: ItemProgram): void {
  const args = { first: first.item.label, second: second.item.label };
  refuse(entry, 'invalid', messageOf(run.report.find('CME918', entry.index, null, args), run.report.lang));
}

/** It may be of one of these items, for all that is known. */
function undecided(run: Run, entry: Entry, items: readonly ItemProgram[]): void {
  const categories = new Set(items.map(({ item }) => item.category));
  entry.category = categories.size === 1 ? (items[0]?.item.category ?? null) : null;
  const places = items.map((program) => placeIn(run, entry, program));
  const [first] = places;
  if (first !== undefined) remarkMakeUp(run, entry, first);
  if (first?.kind === 'elsewhere' && places.every(({ kind }) => kind === 'elsewhere')) away(run, entry, first.own);
  else if (approved(run, entry)) {
    const labels = [...new Set(items.flatMap(({ match }) => match.missing(run.at(entry.facts))))];
    refuse(entry, 'incomplete', say(run.report.lang, 'incomplete', { fields: listed(run.report.lang, labels) }));
  }
}

function away(run: Run, entry: Entry, own: number): void {
  const what = entry.madeUp ? 'madeUpElsewhere' : 'otherYear';
  refuse(entry, 'out_of_period', say(run.report.lang, what, { own: String(own), year: String(run.year) }));
}
