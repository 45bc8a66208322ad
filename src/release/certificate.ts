/** What a release rests on, as data: who, when and why, what was checked and with what outcome, and of which texts. */
import { sha256 } from '../audit/index.ts';
import { clausesIn, messageOf, readingsOf, runExamples, severityOf } from '../index.ts';
import type { SignOff } from './check.ts';
import type { Survey } from './survey.ts';
import { hashOf } from './vectors.ts';

export interface Publisher {
  readonly by: string;
  readonly reason: string;
  /** ISO, in UTC. */
  readonly at: string;
  /** Of the program. */
  readonly program: string;
}

export interface MadeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Certified {
  readonly survey: Survey;
  readonly who: Publisher;
  readonly signed: readonly Pick<SignOff, 'check' | 'reason'>[];
  /** The rule file and its baselines as they stand, by the names that they have in the folder. */
  readonly rules: readonly MadeFile[];
}

export function certificateText({ survey, who, signed, rules }: Certified): string {
  const { compiled, base, comparison, checks } = survey;
  const { plan, diagnostics, accepted } = compiled;
  if (plan === null) throw new Error('rules with errors are not released');
  const clauses = clausesIn(compiled);
  const counted = (state: string): number => clauses.filter((one) => one.registered && one.state === state).length;
  const severe = (severity: string): number => diagnostics.filter((one) => severityOf(one) === severity).length;
  const { code, label, version, title, effective, until, language } = plan;
  const certificate = {
    format: 'cme-release',
    format_version: 1,
    program: who.program,
    language,
    ruleset: { code, label, version, title, effective, until, hash: hashOf(compiled) },
    texts: rules.map(({ name: file, bytes }) => ({ file, sha256: sha256(bytes) })),
    readings: readingsOf(plan),
    released: { by: who.by, at: who.at, reason: who.reason },
    checks: checks.map(({ id, label: name, state, told, mark }) => ({
      check: id,
      name: name.zh,
      green: state === 'green',
      told: told.zh,
      signed: signed.find((one) => one.check === id)?.reason ?? null,
      ...(mark !== undefined && { mark }),
    })),
    findings: { warnings: severe('warning'), infos: severe('info') },
    accepted: accepted.map(({ found, reason }) => ({ code: found.code, message: messageOf(found, 'zh'), reason })),
    examples: runExamples(compiled).summary,
    clauses: {
      registered: clauses.filter(({ registered }) => registered).length,
      encoded: counted('encoded') + counted('within'),
      uncomputed: counted('uncomputed'),
      open: counted('open'),
    },
    comparison:
      comparison === null || 'faults' in comparison
        ? null
        : {
            with: base?.name ?? '',
            equivalent: comparison.equivalent,
            exhausted: comparison.exhausted,
            changes: comparison.changes.map(({ effect, path, clause, before, after }) => ({
              effect,
              path,
              clause,
              before,
              after,
            })),
          },
  };
  return `${JSON.stringify(certificate, null, 2)}\n`;
}
