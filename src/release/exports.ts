/** The rules in other forms, each with what any engine can be tried with: as JsonLogic, and as SQL for one dialect. */
import { sha256 } from '../audit/index.ts';
import {
  backends,
  type Compiled,
  certificateOf,
  certified,
  type DialectId,
  envelopeOf,
  evaluator,
  incrementalSqlOf,
  inputSqlOf,
  type Plan,
  refusalText,
  refusedBy,
  resultsOf,
  sealed,
  sqlOf,
  sqlVectors,
  type Vector,
} from '../index.ts';
import { casesFor, hashOf } from './vectors.ts';
import type { Told } from './words.ts';

/** The text of the file, or what cannot be said exactly, by name. */
export type Exported = { readonly text: string } | { readonly refused: readonly Told[] };

export function jsonLogicExport(compiled: Compiled, plan: Plan): Exported {
  const made = backends.jsonlogic.make(plan);
  if ('refused' in made) {
    return { refused: made.refused.map((one) => ({ zh: refusalText(one, 'zh'), en: refusalText(one, 'en') })) };
  }
  const { cases, unreached } = casesFor(compiled, plan);
  const judge = evaluator(plan);
  const prepared = cases.flatMap((one) => {
    const input = made.logic.prepare(one.raw, one.year);
    return input === null ? [] : [{ ...one, input }];
  });
  const vectors = prepared.map(
    ({ name, raw, year, input }): Vector => ({ name, input, expect: resultsOf(plan, judge(raw, year).result) }),
  );
  const envelope = envelopeOf(plan, made.logic, { hash: hashOf(compiled), vectors, unreached: unreached(prepared) });
  return { text: `${JSON.stringify(sealed(envelope, sha256))}\n` };
}

/** The step that prepares what those rules read, as SQL, with what it makes of the same practitioners. */
export function inputExport(
  compiled: Compiled,
  plan: Plan,
  { dialect, year }: Omit<SqlWishes, 'incremental'>,
): Exported {
  const rules = backends.jsonlogic.make(plan);
  const made = inputSqlOf(plan, year, dialect);
  if ('refused' in made) return { refused: made.refused };
  if ('refused' in rules) throw new Error('there is an input for rules that are refused');
  const { cases, unreached } = casesFor(compiled, plan);
  const vectors = sqlVectors(plan, cases).map((one) => {
    const facts = (texts: Readonly<Record<string, string>>) => new Map(Object.entries(texts));
    const input = rules.logic.prepare({ facts: facts(one.person), records: one.records.map(facts) }, one.year);
    return { ...one, expect: [['input', input === null ? '-' : JSON.stringify(input)] as const] };
  });
  const certificate = certificateOf(
    plan,
    dialect,
    { hash: hashOf(compiled), unreached: unreached(cases) },
    'cme-jsonlogic-input',
  );
  return { text: certified(made.sql.text, certificate, vectors, sha256) };
}

export interface SqlWishes {
  readonly dialect: DialectId;
  readonly year: number;
  /** For runs that follow one another. */
  readonly incremental?: boolean;
}

export function sqlExport(compiled: Compiled, plan: Plan, { dialect, year, incremental = false }: SqlWishes): Exported {
  const refused = refusedBy(plan, dialect);
  if (refused.length > 0) return { refused: refused.map((one) => ({ zh: one, en: one })) };
  const { cases, unreached } = casesFor(compiled, plan);
  const hash = hashOf(compiled);
  const certificate = certificateOf(plan, dialect, { hash, unreached: unreached(cases) });
  const { text } = incremental
    ? incrementalSqlOf(plan, year, dialect, sha256(`${hash} ${JSON.stringify(certificate.readings)}`))
    : sqlOf(plan, year, dialect);
  return { text: certified(text, certificate, sqlVectors(plan, cases), sha256) };
}
