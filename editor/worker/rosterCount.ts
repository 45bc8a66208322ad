/** What the page is told of the people: counts, tables, a page of them. */
import { type Filter, moves, people, type Sort } from '../roster/filter.ts';
import { groupRows } from '../roster/groups.ts';
import type { Moved } from '../roster/impact.ts';
import { type Outcomes, statuses } from '../roster/outcomes.ts';
import { capRows, categoryRows, figuresOf, heaviest, needsOf, spreadOf } from '../roster/tally.ts';
import { bilingual, isError } from './rosterFile.ts';
import type { People } from './rosterPeople.ts';
import type { GroupTable, NamedCap, PersonRow, Results } from './rosterProtocol.ts';

/** What is tried, and what it does. */
export interface Tried {
  readonly outcomes: Outcomes;
  readonly moved: Moved;
}

const FAULTS = 20;
const SPREADS = 4;
/** Caps that have columns of their own beside a group. */
const COLUMNS = 2;

export function resultsOf(of: People, version: number): Results {
  const { outcomes, plan, taken } = of;
  const caps = capRows(outcomes);
  const groups = of.groups.filter(({ key }) => (of.groupings.get(key)?.values.length ?? 0) > 1);
  // Where requirements differ, the table that tells them apart is the one to begin with.
  const telling = groups.find(({ key }) =>
    groupRows(outcomes, of.groupings.get(key) ?? null, []).every(
      ({ required, judged }) => required !== null || judged === 0,
    ),
  );
  const named = plan.caps.map(
    ({ owner, source }): NamedCap => ({
      owner,
      words: source.words,
      line: source.line,
      file: source.file,
      clause: source.clause,
    }),
  );
  return {
    version,
    year: of.year,
    figures: figuresOf(outcomes),
    spreads: needsOf(outcomes)
      .slice(0, SPREADS)
      .map(({ required }) => spreadOf(outcomes, required)),
    groups,
    group: telling?.key ?? groups[0]?.key ?? null,
    categories: categoryRows(outcomes).flatMap((row) => {
      const category = plan.categories[row.at];
      return category ? [{ label: category.label, row }] : [];
    }),
    caps: caps.flatMap((row) => {
      const cap = named[row.at];
      return cap && row.people > 0 ? [{ cap, row }] : [];
    }),
    rejected: of.rejected,
    faults: taken.findings.filter(isError).slice(0, FAULTS).map(bilingual),
  };
}

export function groupTable(of: People, key: string): GroupTable {
  const { outcomes, groupings, plan } = of;
  const caps = heaviest(outcomes, COLUMNS);
  const options = plan.personFields.find((field) => field.key === key)?.options.map(({ label }) => label);
  const [total] = groupRows(outcomes, null, caps);
  const empty = { at: 0, value: '', required: null, judged: 0, met: 0, unmet: 0, exempt: 0, median: null, caps: [] };
  const rows = groupRows(outcomes, groupings.get(key) ?? null, caps, options);
  return { key, rows, total: total ?? empty, caps };
}

export class Listing {
  private known: { readonly name: string; readonly found: Uint32Array } | null = null;

  page(
    of: People,
    tried: Tried | null,
    asked: {
      readonly filter: Filter;
      readonly sort: Sort;
      readonly from: number;
      readonly count: number;
      readonly masked: boolean;
    },
  ): { readonly total: number; readonly rows: readonly PersonRow[] } {
    const { filter, sort, from, count, masked } = asked;
    const name = JSON.stringify([filter, sort]);
    if (this.known?.name !== name) {
      const pool = {
        now: of.outcomes,
        groups: of.groupings,
        moved: tried?.moved.bits ?? null,
        change: tried?.moved.change ?? null,
      };
      this.known = { name, found: people(pool, filter, sort) };
    }
    const { found } = this.known;
    const rows = [...found.subarray(from, from + count)].map((at) => rowOf(of, tried, at, masked));
    return { total: found.length, rows };
  }

  forget(): void {
    this.known = null;
  }
}

function rowOf(of: People, tried: Tried | null, at: number, masked: boolean): PersonRow {
  const { outcomes } = of;
  const statusOf = (all: Outcomes) => statuses[all.status[at] ?? 0] ?? 'unmet';
  const bits = tried?.moved.bits[at] ?? 0;
  return {
    at,
    ...of.said(at, masked),
    status: statusOf(outcomes),
    credits: outcomes.credits[at] ?? 0,
    required: outcomes.required[at] ?? 0,
    shortfall: outcomes.shortfall[at] ?? 0,
    change: tried ? (tried.moved.change[at] ?? 0) : null,
    after: tried ? statusOf(tried.outcomes) : null,
    odd: (bits & (1 << moves.indexOf('odd'))) !== 0,
  };
}
