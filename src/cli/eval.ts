/** `cme eval`: a roster against a rule set. Practitioners are evaluated and written one by one. */
import { Counter, fieldNamed, Grouper, hiddenKeys, type Tail } from '../data/index.ts';
import type { PersonResult, Plan } from '../index.ts';
import { sameFile } from './files.ts';
import { judging, telling, type Use } from './judging.ts';
import type { Output } from './output.ts';
import { outKind, outputsFor } from './outputs.ts';
import { type DataOptions, prepare } from './prepare.ts';
import { evalAtScale, type ScaleOptions, scaled } from './scale/index.ts';
import type { Shell } from './shell.ts';
import { type ExitCode, Stop } from './stop.ts';
import { suggestion } from './suggest.ts';
import { walk } from './walk.ts';
import { walkTogether, workersFor } from './workers/index.ts';

export interface EvalOptions extends DataOptions, ScaleOptions {
  readonly out?: string;
  readonly by?: string;
  readonly workers?: string;
}

export async function evalCommand(rules: string, data: string, options: EvalOptions, shell: Shell): Promise<ExitCode> {
  checkOut(data, options);
  const named = await scaled(data, options);
  if (named !== null) {
    const grouped = (plan: Plan) => (options.by === undefined ? null : grouperFor(options.by, plan, options, shell));
    return evalAtScale(rules, named, options, grouped, shell);
  }
  const prepared = await prepare(rules, data, options, shell);
  const grouper = options.by === undefined ? null : grouperFor(options.by, prepared.plan, options, shell);
  const counter = new Counter();
  const outputs = await outputsFor(prepared, options, shell);

  const { plan, year, roster, report } = prepared;
  const use: Use = (result, entry, shown) => {
    counter.add(result);
    grouper?.add(entry.person().facts, result);
    return writeRow(outputs, shown);
  };
  const judged = { plan, year, report, mask: options.mask ?? false };
  const records = roster.entries.reduce((sum, { size }) => sum + size, 0);
  const workers = workersFor(records, options.workers);
  if (workers > 1) await walkTogether(roster.entries, { plan, year, workers }, shell, telling(judged, shell, use));
  else await walk(roster.entries, shell, judging(judged, shell, use));
  report.end();
  const by = grouper?.groups;
  const tail: Tail = { summary: counter.summary, ...(by && { by }) };
  for (const output of outputs) await output.end(tail);
  if (options.out !== undefined) shell.tell('written', { file: options.out });
  return report.errors > 0 || counter.summary.invalid_records > 0 ? 1 : 0;
}

/** Before anything is read: a name that cannot be written to should not cost the wait. */
function checkOut(data: string, { out, practitioners }: EvalOptions): void {
  if (out === undefined) return;
  outKind(out);
  for (const input of [data, practitioners]) {
    if (input !== undefined && sameFile(out, input)) throw new Stop('outIsInput', { file: out });
  }
}

/** Awaits only where a reader is slow: a promise a practitioner would cost more than the evaluation. */
async function writeRow(outputs: readonly Output[], result: PersonResult): Promise<void> {
  for (const output of outputs) {
    const waiting = output.row(result);
    if (waiting !== undefined) await waiting;
  }
}

function grouperFor(name: string, plan: Plan, { mask }: EvalOptions, shell: Shell): Grouper {
  const field = fieldNamed(plan.personFields, name);
  if (mask && field !== undefined && hiddenKeys(plan).includes(field.key)) throw new Stop('byHidden', { name });
  if (field !== undefined) return new Grouper(field);
  const known = shell.list(plan.personFields.map(({ key, label }) => `${key} ${label}`));
  const names = plan.personFields.flatMap(({ key, label }) => [key, label]);
  throw new Stop('fieldUnknown', { name, suggestion: suggestion(name, names, shell), known });
}
