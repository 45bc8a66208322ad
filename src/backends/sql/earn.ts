/** Step 6: from a pool's running sum to what each record earns before any cap. */
import type { AwardLine, Basis } from '../../model/plan.ts';
import type { ByBasis } from '../backend.ts';
import { byLine } from './byLine.ts';
import { joined } from './condition.ts';
import { type Context, surely } from './context.ts';
import { growsOnly } from './pools.ts';
import { amount, type Growth, worth } from './rate.ts';
import { also, choice, type Script, told } from './script.ts';
import { measureOf } from './settle.ts';
import { joinStays } from './stays.ts';

/** The running sums of days and months, where a line measures these. */
function withStays(context: Context, script: Script): { from: string; sumOf: (line: AwardLine) => string } {
  const joinedOf = (line: AwardLine): 'days' | 'months' | null => {
    const of = measureOf(line)?.of;
    return of === 'days' || of === 'months' ? of : null;
  };
  const sumOf = (line: AwardLine): string => {
    const column = joinedOf(line);
    return column === null ? 'running_sum' : `running_${column}`;
  };
  const lines = context.plan.items.flatMap((item) => item.lines);
  if (lines.every((line) => joinedOf(line) === null)) return { from: 'running', sumOf };
  const days = byLine(context, (line) => (joinedOf(line) === null ? null : 'TRUE'), 'FALSE');
  const marked = script.step(
    'by_days',
    'Whether a line measures the days or months of stays.',
    also('running t', [['of_days', `(pays AND ${days})`]]),
  );
  const stays = joinStays(
    context,
    script,
    'pool_stays',
    ['person', 'pos'],
    [
      '  SELECT p.person, p.pos, j.stay_from, j.stay_to',
      `  FROM ${marked} p JOIN ${marked} j ON j.person = p.person AND j.pool = p.pool AND j.pos <= p.pos`,
      '  WHERE p.of_days AND j.pays AND j.stay_from <= j.stay_to',
    ].join('\n'),
    'The stays of a pool up to each record, joined where they overlap or touch.',
  );
  const from = script.step(
    'running_stays',
    'Their days and months up to each record.',
    also(`${marked} t LEFT JOIN ${stays} j ON j.person = t.person AND j.pos = t.pos`, [
      ['running_days', 'COALESCE(j.days, 0)'],
      ['running_months', 'COALESCE(j.months, 0)'],
    ]),
  );
  return { from, sumOf };
}

const RUNNING = 'PARTITION BY person, pool ORDER BY pos';
const SO_FAR = `${RUNNING} ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW`;

/** `timed`: something asks whether the whole pool of a record earned anything. */
export function earn(context: Context, script: Script, growth: Growth, timed: boolean): void {
  const { plan, sum } = context;
  const rowless = growsOnly(plan) ? byUnit(context, script, growth) : byMost(context, script, growth);
  const raw = byLine(
    context,
    (line, item) => {
      const own = amount(context, line, item, 'gain', growth);
      return own === 'gain' ? null : own;
    },
    'gain',
  );
  script.step(
    'earned',
    'Before 只计最高 and caps; one rounding where 递减 and 系数 leave a part of a hundredth.',
    also('gained t', [
      ['raw_0', `CAST(CASE WHEN pays THEN ${raw} ELSE 0 END AS BIGINT)`],
      ['rowless', rowless],
    ]),
  );
  const last = keepBest(context, script);
  script.step(
    'in_pools',
    'What the whole pool of a record earned.',
    also(`${last} t`, [
      ['raw', last === 'earned' ? 'raw_0' : `raw_${Math.max(...plan.items.map(({ best }) => best.length))}`],
    ]),
  );
  script.step(
    'summed',
    'Whether it earned anything.',
    also('in_pools t', [['pool_raw', timed ? sum('raw', 'PARTITION BY person, pool') : '0']]),
  );
}

const worthOf = (context: Context, growth: Growth, sumOf: (line: AwardLine) => string): string =>
  `CAST(${byLine(context, (line) => worth(context, line, sumOf(line), growth), '0')} AS BIGINT)`;

/** Where each sum is worth so much a unit, what a record gains is what the sum is worth with it less what without. */
function byUnit(context: Context, script: Script, growth: Growth): string {
  script.step(
    'valued',
    'What the running sum is worth with a record and before it, in hundredths of a credit.',
    also('running t', [
      ['worth', worthOf(context, growth, () => 'running_sum')],
      ['worth_before', worthOf(context, growth, () => '(running_sum - quantity)')],
    ]),
  );
  script.step('gained', 'What the pool gains by each record.', also('valued t', [['gain', 'worth - worth_before']]));
  return 'FALSE';
}

/** Where a table says what a sum is worth, more of it may be worth less: the most so far counts. */
function byMost(context: Context, script: Script, growth: Growth): string {
  const { from, sumOf } = withStays(context, script);
  script.step(
    'valued',
    'What the running sum is worth, in hundredths of a credit; null where no row of a table holds it.',
    also(`${from} t`, [['worth', worthOf(context, growth, sumOf)]]),
  );
  script.step(
    'reached',
    'The most that a pool was worth so far, and what it is worth in the end.',
    also('valued t', [
      ['most', `max(COALESCE(worth, 0)) OVER (${SO_FAR})`],
      [
        'worth_in_the_end',
        `last_value(worth) OVER (${RUNNING} ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)`,
      ],
    ]),
  );
  script.step(
    'gained',
    'What the pool gains by each record.',
    also('reached t', [['gain', `most - lag(most, 1, CAST(0 AS BIGINT)) OVER (${RUNNING})`]]),
  );
  return 'pays AND worth IS NULL AND worth_in_the_end IS NULL AND NOT is_deemed';
}

/** The key of a span; null where records stand alone. */
export function spanKeys({ names }: Context, basis: Basis): { project: string; day: string; alone: string } {
  const project = names.record('project');
  const table: ByBasis<{ project: string; day: string; alone: string }> = {
    record: { project: 'NULL', day: 'NULL', alone: 'pos' },
    project: { project, day: 'NULL', alone: `CASE WHEN ${project} IS NULL THEN pos END` },
    day: { project: 'NULL', day: 'day', alone: 'NULL' },
    year: { project: 'NULL', day: 'NULL', alone: 'NULL' },
    cycle: { project: 'NULL', day: 'NULL', alone: 'NULL' },
  };
  return table[basis];
}

/** 只计最高, those of an item one after the other. Gives the last step. */
function keepBest(context: Context, script: Script): string {
  const { plan, spell, byItem, dialect } = context;
  const most = Math.max(0, ...plan.items.map(({ best }) => best.length));
  let from = 'earned';
  for (let at = 0; at < most; at += 1) {
    const one = (
      of: (best: NonNullable<(typeof plan.items)[number]['best'][number]>) => string,
      last: string,
    ): string => {
      const branches = byItem((item) => {
        const best = item.best[at];
        return best === undefined ? null : of(best);
      });
      return choice(branches, last, 'item');
    };
    const says = plan.items.flatMap((item) => item.best.slice(at, at + 1).map(({ source }) => told(source)));
    const keys = (key: 'project' | 'day' | 'alone', as: string): string =>
      `CAST(${one((best) => spanKeys(context, best.per)[key], 'NULL')} AS ${as})`;
    const under = script.step(
      `best_${at + 1}_under`,
      says,
      also(`${from} t`, [
        [
          `best_${at + 1}`,
          one((best) => {
            const alone =
              best.per === 'record'
                ? 'FALSE'
                : best.per === 'project'
                  ? `${context.names.record('project')} IS NOT NULL`
                  : 'TRUE';
            return surely(joined([`raw_${at} > 0`, alone, best.when === null ? 'TRUE' : spell(best.when)], 'AND'));
          }, 'FALSE'),
        ],
        [`best_${at + 1}_project`, keys('project', dialect.text)],
        [`best_${at + 1}_day`, keys('day', 'DATE')],
      ]),
    );
    const ranked = script.step(
      `best_${at + 1}_ranked`,
      'Of equals the earlier stays.',
      also(`${under} t`, [
        [
          `best_${at + 1}_rank`,
          `row_number() OVER (PARTITION BY person, item, best_${at + 1}, best_${at + 1}_project, best_${at + 1}_day ORDER BY raw_${at} DESC, pos)`,
        ],
      ]),
    );
    from = script.step(
      `best_${at + 1}_kept`,
      'The others earn nothing.',
      also(`${ranked} t`, [
        [
          `raw_${at + 1}`,
          `CASE WHEN best_${at + 1} AND best_${at + 1}_rank > ${one(({ count }) => String(count), '0')} THEN 0 ELSE raw_${at} END`,
        ],
      ]),
    );
  }
  return from;
}
