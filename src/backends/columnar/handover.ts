/** Practitioners out of the columns and to the evaluator: for their numbers where a loop cannot tell, and for all words. */
import { messageOf } from '../../model/codes.ts';
import type { Credit, Plan, Value } from '../../model/plan.ts';
import type { DataFinding } from '../../model/result.ts';
import { isTotal } from '../evaluator/bind.ts';
import type { Facts } from '../evaluator/facts.ts';
import { type EvaluateOptions, type Judged, judged, type Outcome, outcomeOf } from '../evaluator/index.ts';
import { type Program, programOf } from '../evaluator/program.ts';
import type { ReadPerson, ReadRecord } from '../evaluator/read.ts';
import type { Report } from '../evaluator/report.ts';
import { shown } from '../evaluator/require.ts';
import { say } from '../evaluator/words.ts';
import { type Columns, factsAt } from './columns.ts';
import type { Gathered } from './gather.ts';
import { type Outcomes, statuses } from './outcomes.ts';
import { reasonCode } from './reason.ts';

/** What words say of a record: why it is invalid, and its id. */
interface Said {
  readonly invalid: (index: number) => string;
  readonly id: (row: number, facts: Facts) => Value | undefined;
}

/** As the evaluator reads them. */
function personAt(program: Program, columns: Columns, person: number, said: Said): ReadPerson {
  const facts = factsAt(columns.person, person);
  const from = columns.starts[person] as number;
  const to = columns.starts[person + 1] as number;
  const records: ReadRecord[] = [];
  for (let row = from; row < to; row += 1) {
    const own = factsAt(columns.record, row);
    const id = said.id(row, own);
    const invalid = columns.invalid[row] === 1 ? said.invalid(row - from) : null;
    records.push({ index: row - from, id: typeof id === 'string' ? id : null, facts: own, invalid });
  }
  const id = facts[program.personId];
  return { id: typeof id === 'string' ? id : null, facts, records };
}

const RANKS = 10;
const nameless = ({ rank }: Columns): Said => ({
  invalid: () => '',
  id: (row) => String(rank[row]).padStart(RANKS, '0'),
});

/** Reckons one practitioner by the evaluator, into the columns. Their texts may be elsewhere: ids stand for their order. */
export function handOver(program: Program, columns: Columns, person: number, year: number, out: Outcomes): void {
  judged(
    program,
    () => personAt(program, columns, person, nameless(columns)),
    year,
    (one) => store(program, one, person, columns.starts[person] as number, out),
  );
}

function store({ plan }: Program, { reckoning, madeUp }: Judged, person: number, from: number, out: Outcomes): void {
  const { entries, total, requirements, exempt, met } = reckoning;
  const categories = plan.categories.map(({ key }) => key);
  const own = person * categories.length;
  out.categoryRaw.fill(0, own, own + categories.length);
  out.categoryCredits.fill(0, own, own + categories.length);
  out.categoryHas.fill(0, own, own + categories.length);
  entries.forEach(({ raw, credits, reason, item, category, here, visiting }, index) => {
    const place = category === null ? -1 : categories.indexOf(category);
    out.raw[from + index] = raw;
    out.credits[from + index] = credits;
    out.reason[from + index] = reasonCode(reason);
    out.item[from + index] = item;
    out.category[from + index] = place;
    if (place < 0 || !(here || visiting)) return;
    out.categoryHas[own + place] = 1;
    out.categoryRaw[own + place] = (out.categoryRaw[own + place] as Credit) + raw;
    out.categoryCredits[own + place] = (out.categoryCredits[own + place] as Credit) + credits;
  });
  const totals = requirements.lines.filter(({ line }) => isTotal(line));
  const asked = totals.find(({ line }) => line.period === 'year') ?? totals[0];
  // All that may be too large, as a result in words would find.
  for (const { required, earned, line } of requirements.lines)
    for (const one of [required, earned]) shown(one, line.unit);
  const required = asked === undefined ? 0 : shown(asked.required, 'credits');
  const open = asked === undefined || exempt || asked.met || !asked.judged;
  out.total[person] = total;
  out.required[person] = required;
  out.shortfall[person] = open ? 0 : Math.max(0, required - shown(asked.earned, 'credits'));
  out.status[person] = statuses.indexOf(exempt ? 'exempt' : met ? 'met' : 'unmet');
  out.madeUp[person] = Number(madeUp);
}

/** Findings of reading that do not make a record, or a fact of the practitioner, invalid. */
const harmless: ReadonlySet<string> = new Set(['CME901', 'CME917']);

/** Makes the results of practitioners in words, as the evaluator says them. */
export function wording(
  plan: Plan,
): (from: Gathered, person: number, year: number, options?: EvaluateOptions) => Outcome {
  const program = programOf(plan);
  return ({ columns, findings }, person, year, options = {}) => {
    const found = findings.get(person) ?? [];
    const read = (report: Report): ReadPerson => {
      report.findings.push(...found);
      for (const { record, code, field, args } of found)
        if (record === null && !harmless.has(code))
          report.notice(null, null, 'factIgnored', { field: args.field ?? field ?? '' });
      return personAt(program, columns, person, {
        invalid: (index) => faultsOf(found, index, report),
        id: (_, facts) => facts[program.reserved.id],
      });
    };
    return judged(program, read, year, outcomeOf, options);
  };
}

/** A double id is said of a record that nothing else is wrong with. */
function faultsOf(found: readonly DataFinding[], index: number, { lang }: Report): string {
  const own = found.filter(({ record, code }) => record === index && !harmless.has(code));
  const faults = own.filter(({ code }) => code !== 'CME916');
  const said = faults.length > 0 ? faults : own;
  return said.map((fault) => messageOf(fault, lang)).join(say(lang, 'sentences'));
}
