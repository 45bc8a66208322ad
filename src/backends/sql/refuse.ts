/** What cannot be said exactly in SQL, or not in this dialect, in the words of the rule file. */
import type { Plan, Source } from '../../model/plan.ts';
import type { Dialect } from './dialect.ts';
import { sayable } from './rate.ts';
import { sharedFills } from './require.ts';
import { told } from './script.ts';

const POSTGRES_NAME = 63;

export function refusals(plan: Plan, dialect: Dialect | null): readonly string[] {
  const found: string[] = [];
  const refuse = (source: Source, why: string): void => {
    found.push(`${told(source)}（${why}）`);
  };
  if (plan.cycle !== null) found.push(`周期 ${plan.cycle.years} 年（跨年累计）`);
  for (const { crossing, source, owner } of plan.caps)
    if (crossing !== null) refuse(source, `${owner}：与别的上限交叉`);
  for (const item of plan.items)
    for (const line of item.lines) if (!sayable(line, item)) refuse(line.source, '按比例递减');
  for (const line of sharedFills(plan)) refuse(line.source, '几项抵充取自同一处');
  const periods = plan.requirements.flatMap(({ lines }) => lines).filter(({ period }) => period === 'cycle');
  if (plan.cycle === null) for (const line of periods) refuse(line.source, '跨年累计');
  return [...new Set([...found, ...refusedNames(plan, dialect)])];
}

/** Names of columns that the dialect would not keep apart, or not keep whole. */
export function refusedNames(plan: Plan, dialect: Dialect | null): readonly string[] {
  const found: string[] = [];
  for (const fields of [plan.personFields, plan.recordFields]) {
    const seen = new Map<string, string>();
    for (const { key } of fields) {
      const other = seen.get(key.toLowerCase());
      if (other !== undefined) found.push(`字段 ${other}、${key}（列名只差大小写）`);
      seen.set(key.toLowerCase(), key);
      if (dialect?.id === 'postgres' && new TextEncoder().encode(key).length > POSTGRES_NAME)
        found.push(`字段 ${key}（列名过长）`);
      if (dialect?.id === 'spark' && key.includes('${')) found.push(`字段 ${key}（列名含有 $）`);
    }
  }
  return found;
}
