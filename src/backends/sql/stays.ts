/** Stays joined into spans where they overlap or touch: a day counts once, and months are whole calendar months of a span. */
import type { Context } from './context.ts';
import type { Script } from './script.ts';

const part = (what: string, date: string): string => `CAST(EXTRACT(${what} FROM ${date}) AS BIGINT)`;

/** From a day to the day before the same day number, or to the month's last day where it has no such day. */
export function months({ dialect }: Context, from: string, to: string): string {
  const last = `${part('DAY', dialect.plusDays(to, 1))} = 1`;
  const apart = `12 * (${part('YEAR', to)} - ${part('YEAR', from)}) + ${part('MONTH', to)} - ${part('MONTH', from)}`;
  return `GREATEST(0, ${apart} + CASE WHEN ${part('DAY', from)} = 1 AND ${last} THEN 1 WHEN ${part('DAY', to)} >= ${part('DAY', from)} - 1 OR ${last} THEN 0 ELSE -1 END)`;
}

/**
 * `source`: a query with the columns `keys`, `stay_from` and `stay_to`, of stays that have a day. Makes the step `name` with
 * `keys`, `days` and `months`.
 */
export function joinStays(
  context: Context,
  script: Script,
  name: string,
  keys: readonly string[],
  source: string,
  says: string,
): string {
  const { dialect } = context;
  const list = keys.join(', ');
  const before = script.step(
    `${name}_before`,
    says,
    `SELECT ${list}, stay_from, stay_to,\n  max(stay_to) OVER (PARTITION BY ${list} ORDER BY stay_from, stay_to ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reached\nFROM (\n${source}\n) s`,
  );
  const spans = script.step(
    `${name}_spans`,
    'A stay that neither overlaps nor touches those before it begins a span.',
    `SELECT ${list}, stay_from, stay_to,\n  sum(CASE WHEN reached IS NULL OR stay_from > ${dialect.plusDays('reached', 1)} THEN 1 ELSE 0 END)\n    OVER (PARTITION BY ${list} ORDER BY stay_from, stay_to ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS span\nFROM ${before}`,
  );
  const joined = script.step(
    `${name}_joined`,
    'Each span from its first day to its last.',
    `SELECT ${list}, min(stay_from) AS span_from, max(stay_to) AS span_to\nFROM ${spans}\nGROUP BY ${list}, span`,
  );
  const days = dialect.daysBetween('span_from', 'span_to');
  return script.step(
    name,
    'Days and whole months of the spans, added up.',
    `SELECT ${list},\n  ${context.sum(`${days} + 1`)} AS days,\n  ${context.sum(months(context, 'span_from', 'span_to'))} AS months\nFROM ${joined}\nGROUP BY ${list}`,
  );
}
