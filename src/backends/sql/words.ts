/**
 * For an engine that runs the statements itself: the words beside each record (clause and detail) as a query over the
 * working tables, before these are dropped. Invalid and incomplete records, and what was made up, are the evaluator's to
 * tell: their words quote the data.
 */
import type { Lang } from '../../model/diagnostic.ts';
import type { AwardLine, Plan } from '../../model/plan.ts';
import { type Saying, say } from '../evaluator/words.ts';
import { joined, meets } from './condition.ts';
import { type Context, contextOf, either } from './context.ts';
import { dialects } from './dialect.ts';
import { awardBy, categoryBy } from './results.ts';
import { type Branch, choice } from './script.ts';
import { measureOf } from './settle.ts';

/** Runs after the statements that make tables and before those that drop them. */
export interface Words {
  /**
   * A row a record, each of which has an id of its own: `person`, `id`, `category` (its key), `award`, `clause`, `raw` and `credits` in hundredths, `reason`,
   * `detail`, and `untold` where the words are the evaluator's to say.
   */
  readonly query: string;
}

export function wordsOf(plan: Plan, year: number, lang: Lang): Words {
  const context = contextOf(plan, dialects.duckdb);
  const id = context.names.record('id');
  const query = [
    'SELECT p.who AS person, r.id, r.raw, r.credits, r.reason,',
    `  ${categoryBy(context, 'r.category_number')} AS category,`,
    `  ${awardBy(context, 'r.item')} AS award,`,
    `  ${clause(context)} AS clause,`,
    `  ${detail(context, year, lang)} AS detail,`,
    "  COALESCE(r.reason IN ('invalid', 'incomplete', 'too_large'), FALSE) OR (t.item IS NULL AND t.items_open > 0) AS untold",
    'FROM cme_reckoned r',
    'JOIN cme_step_persons p ON p.person = r.person',
    `JOIN cme_step_admitted t ON t.person = r.person AND t.${id} = r.id`,
    `LEFT JOIN cme_step_chosen c ON c.person = r.person AND c.${id} = r.id`,
    'LEFT JOIN cme_step_kept k ON k.person = c.person AND k.pos = c.pos',
  ].join('\n');
  return { query };
}

const literal = (text: string | null): string => (text === null ? 'NULL' : dialects.duckdb.literal(text));

/** By the item of a record; what has none has no clause. */
const byItem = ({ byItem: each }: Context, of: Parameters<Context['byItem']>[0], last = 'NULL'): string =>
  choice(
    each(of).map(({ when, gives }) => ({ when, gives })),
    last,
    't.item',
  );

function clause(context: Context): string {
  const own = byItem(context, (item) => literal(item.clause));
  const gates = byItem(context, (item) =>
    gateOf(
      context,
      item.gates.map(({ source }) => literal(source.clause ?? item.clause)),
      item,
    ),
  );
  const lines = byItem(context, (item) => {
    const branches = item.lines.map((line, at) => ({
      when: String(at + 1),
      gives: clauseOfLine(line, line.source.clause ?? item.clause),
    }));
    return branches.length === 0 ? null : choice(branches, null, 'c.line');
  });
  // Of several that one record reaches the last is told.
  const deems = context.plan.items
    .flatMap((item) => item.deems.map(({ source }) => literal(source.clause ?? item.clause)))
    .map((gives, at): Branch => ({ when: `k.reaches_${at + 1}`, gives }))
    .toReversed();
  return choice(
    [
      { when: 't.item IS NULL', gives: 'NULL' },
      { when: "r.reason = 'gate'", gives: gates },
      { when: 'k.person IS NULL', gives: own },
      { when: 'c.line IS NOT NULL AND NOT COALESCE(k.lacks, FALSE)', gives: lines },
      ...deems,
    ],
    own,
  );
}

/** A table with a measured column has clauses of its own, row by row. */
function clauseOfLine({ rate, ...line }: AwardLine, own: string | null): string {
  if (rate.kind !== 'steps' || rate.rows.every(({ source }) => source.clause === null || source.clause === own))
    return literal(own);
  const joinedOf = measureOf({ rate, ...line })?.of;
  const sum = joinedOf === 'days' || joinedOf === 'months' ? `k.running_${joinedOf}` : 'k.running_sum';
  return choice(
    rate.rows.map(({ bounds, source }) => ({
      when: joined(
        bounds.map(({ by, to }) => meets(sum, by, to)),
        'AND',
      ),
      gives: literal(source.clause ?? own),
    })),
    literal(own),
  );
}

/** What the first gate gives that is false. */
function gateOf(
  { spell }: Context,
  gives: readonly string[],
  { gates }: Context['plan']['items'][number],
): string | null {
  const branches = gates.map(({ when, that }, at) => {
    const parts = when === null ? [] : [spell({ op: 'not', of: when }, { of: 't' })];
    return { when: `NOT (${either([...parts, spell(that, { of: 't' })])})`, gives: gives[at] ?? 'NULL' };
  });
  return branches.length === 0 ? null : choice(branches, null);
}

function detail(context: Context, year: number, lang: Lang): string {
  const { plan, names } = context;
  const words = (what: Saying, args: Readonly<Record<string, string>> = {}): string => literal(say(lang, what, args));
  const [before = '', after = ''] = say(lang, 'otherYear', { own: '\0', year: String(year) }).split('\0');
  const review = plan.recordFields.find(({ key }) => key === 'review');
  const reviews = (review?.options ?? []).map(({ key, label }) => ({
    when: literal(key),
    gives: words('review', { field: review?.label ?? '', value: label }),
  }));
  const gates = byItem(context, (item) =>
    gateOf(
      context,
      item.gates.map(({ source }) => words('gate', { gate: source.words })),
      item,
    ),
  );
  const rows = byItem(context, (item) =>
    choice(
      item.lines.map(({ source }, at) => ({ when: String(at + 1), gives: words('noRow', { line: source.words }) })),
      words('noLine', { item: item.label }),
      'c.line',
    ),
  );
  return choice(
    [
      {
        when: literal('out_of_period'),
        gives: `${literal(before)} || CASE WHEN t.item IS NULL THEN t.own_0 ELSE t.own END || ${literal(after)}`,
      },
      { when: literal('review'), gives: choice(reviews, null, `t.${names.record('review')}`) },
      { when: literal('gate'), gives: gates },
      { when: literal('no_award'), gives: `CASE WHEN t.item IS NULL THEN ${words('noItem')} ELSE ${rows} END` },
    ],
    null,
    'r.reason',
  );
}
