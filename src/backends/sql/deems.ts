/** 视同完成: which records are in the sum of one that held, and the record that reaches it. */
import type { Deem } from '../../model/plan.ts';
import { joined } from './condition.ts';
import { type Context, either, surely } from './context.ts';
import { also, kept, type Script, told } from './script.ts';
import { joinStays } from './stays.ts';
import { Sums } from './totals.ts';

export interface Deeming {
  readonly deem: Deem;
  /** Number of its item. */
  readonly item: number;
  /** Place among the deemings of its item. */
  readonly place: number;
  /** A step with `person`, `pos`, `reached` of the records in its sum. */
  readonly step: string;
}

/** The deemings of all items. */
export function judgeDeems(context: Context, script: Script): readonly Deeming[] {
  const found = context.plan.items.flatMap(({ deems }, at) =>
    deems.map((deem, place) => ({ deem, item: at + 1, place })),
  );
  return found.map((one, at) => ({ ...one, step: judge(context, script, one, `deem_${at + 1}`) }));
}

function judge(context: Context, script: Script, { deem, item }: Omit<Deeming, 'step'>, name: string): string {
  const { spell, sum } = context;
  const sums = new Sums(context, [deem.when], 'sum_');
  const own = script.step(
    `${name}_records`,
    told(deem.source),
    `SELECT t.*\nFROM ${kept('chosen')} t\nWHERE item = ${item}`,
  );
  const pick = `SELECT person, pos, pos = min(CASE WHEN __ THEN pos END) OVER (PARTITION BY person) AS reached`;
  if (sums.all.length === 0) {
    const held = surely(joined(['NOT disputed', spell(deem.when)], 'AND'));
    return script.step(
      name,
      'The first that fulfils it reaches it.',
      `${pick.replace('__', 'TRUE')}\nFROM ${own}\nWHERE ${held}`,
    );
  }
  let from = own;
  const each = sums.all.filter(({ of }) => of.each !== null);
  if (each.length > 0) {
    from = script.step(
      `${name}_running`,
      'Its sums up to each record.',
      also(
        `${own} t`,
        each.map(({ name: column, of, counts }): [string, string] => [
          column,
          sum(
            `CASE WHEN ${counts} THEN ${of.each} ELSE 0 END`,
            'PARTITION BY person ORDER BY pos ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW',
          ),
        ]),
      ),
    );
  }
  const byWhere = Map.groupBy(
    sums.all.filter(({ of }) => of.joined !== null),
    ({ counts }) => counts,
  );
  let at = 0;
  for (const [counts, group] of byWhere) {
    at += 1;
    const source = [
      '  SELECT p.person, p.pos, j.stay_from, j.stay_to',
      `  FROM ${own} p JOIN (SELECT person, pos, stay_from, stay_to FROM ${own} WHERE ${counts}) j`,
      '    ON j.person = p.person AND j.pos <= p.pos',
    ].join('\n');
    const stays = joinStays(
      context,
      script,
      `${name}_stays_${at}`,
      ['person', 'pos'],
      source,
      'The stays up to each record, joined where they overlap or touch.',
    );
    from = script.step(
      `${name}_sums_${at}`,
      'Their days or months up to each record.',
      also(
        `${from} t LEFT JOIN ${stays} j ON j.person = t.person AND j.pos = t.pos`,
        group.map(({ name: column, of }): [string, string] => [column, `COALESCE(j.${of.joined}, 0)`]),
      ),
    );
  }
  const inSum = either(sums.all.map(({ counts }) => counts));
  const whole = script.step(
    `${name}_whole`,
    'Whether a record is in a sum, and the sums of the whole year.',
    also(`${from} t`, [
      ['in_sum', `NOT disputed AND ${inSum}`],
      ...sums.all.map(({ name: column }): [string, string] => [
        `whole_${column}`,
        `first_value(${column}) OVER (PARTITION BY person ORDER BY pos DESC)`,
      ]),
    ]),
  );
  const reached = script.step(
    `${name}_reached`,
    'The first record with which it holds for one of those so far.',
    [
      'SELECT p.person, min(p.pos) AS pos',
      `FROM ${whole} p JOIN ${whole} t ON t.person = p.person AND t.pos <= p.pos`,
      `WHERE NOT p.disputed AND t.in_sum AND ${surely(spell(deem.when, { of: 't', total: (total) => `p.${sums.nameOf(total)}` }))}`,
      'GROUP BY p.person',
    ].join('\n'),
  );
  const counted = script.step(
    `${name}_counted`,
    'Those in its sum, where it holds over the whole year.',
    `SELECT person, pos, disputed, ${surely(joined(['in_sum', spell(deem.when, { total: (total) => `whole_${sums.nameOf(total)}` })], 'AND'))} AS counts\nFROM ${whole}`,
  );
  return script.step(
    name,
    'They, and the record that reaches it.',
    [
      'SELECT t.person, t.pos, t.pos = COALESCE(r.pos, t.first_pos) AS reached',
      `FROM (SELECT c.*, min(CASE WHEN counts THEN pos END) OVER (PARTITION BY person) AS first_pos FROM ${counted} c) t`,
      `LEFT JOIN ${reached} r ON r.person = t.person`,
      'WHERE t.first_pos IS NOT NULL AND (t.counts OR t.pos = COALESCE(r.pos, t.first_pos))',
    ].join('\n'),
  );
}
