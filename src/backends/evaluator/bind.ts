/** Which lines of which requirements bind a practitioner. */
import type { Minimum, Source } from '../../model/plan.ts';
import type { Condition } from './condition.ts';
import type { RequirementProgram } from './program.ts';
import type { Run } from './run.ts';
import { TRUE, UNKNOWN } from './truth.ts';
import { listed, type Saying } from './words.ts';

/** A condition on the person; where it is unknown it does not hold, and that is said. */
export function holds(
  run: Run,
  when: Condition | null,
  source: Source,
  what: Saying,
  args: Readonly<Record<string, string>>,
): boolean {
  if (when === null) return true;
  const at = run.at([]);
  const held = when.test(at);
  if (held === UNKNOWN) {
    const fields = listed(run.report.lang, when.missing(at));
    run.report.notice(null, source.clause, what, { ...args, fields });
  }
  return held === TRUE;
}

export function binds(run: Run, { requirement, binds: when, readings, decided }: RequirementProgram): boolean {
  const { name, source } = requirement;
  const bound = holds(run, when, source, 'requirementUnknown', { name: name ?? source.words });
  if (decided?.(run.at([]))) run.report.read(readings);
  return bound;
}

/** The lines that bind, by what they speak of: those of a requirement with a condition replace those of one without. */
export function chosen(run: Run, binding: readonly RequirementProgram[]): readonly Minimum[] {
  const lines = new Map<string, Minimum>();
  const conditional = new Map<string, Minimum>();
  for (const { requirement, lines: conditions } of binding) {
    requirement.lines.forEach((line, place) => {
      if (!holds(run, conditions[place] ?? null, line.source, 'requirementUnknown', { name: line.name })) return;
      const other = requirement.binds === null ? undefined : conditional.get(line.key);
      if (other !== undefined) run.report.find('CME920', null, null, { first: other.name, second: line.name });
      else if (requirement.binds !== null) conditional.set(line.key, line);
      else lines.set(line.key, line);
    });
  }
  for (const [key, line] of conditional) lines.set(key, line);
  return [...lines.values()];
}

/** A line that asks for credits of the whole period. */
export const isTotal = ({ subject, unit, bound, amount }: Minimum): boolean =>
  subject === null && unit === 'credits' && bound === 'least' && amount.kind === 'amount';
