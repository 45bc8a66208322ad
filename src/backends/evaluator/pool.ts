/** What the records of one item earn, before 只计最高 and any cap. */
import { part, type Ratio, ratioTimes, toCredit } from '../../model/credit.ts';
import type { Basis, Source } from '../../model/plan.ts';
import { fallen } from './amount.ts';
import { type Entry, refuse } from './entry.ts';
import { explainAward } from './explain.ts';
import type { ItemProgram, LineProgram } from './program.ts';
import { earns } from './rate.ts';
import type { Run } from './run.ts';
import { type Pooled, Running } from './running.ts';
import { TRUE } from './truth.ts';
import { say } from './words.ts';

// A span is a day, a project's number, or 0: far less than this either way.
const SPANS = 2 ** 32;
const TRUTHS = 3;

/** The pools of one item, by line, span, and the conditions that tell records apart. */
class Pools {
  readonly #byLine: readonly Map<number, Running>[];
  // Answers to the conditions that tell records apart, one after the other, as a number: the same answers, the same number.
  readonly #answers: Map<number, number>;
  readonly #run: Run;
  readonly #program: ItemProgram;

  constructor(run: Run, program: ItemProgram) {
    this.#run = run;
    this.#program = program;
    this.#answers = run.past.answersOf(program);
    this.#byLine = program.lines.map(() => new Map());
  }

  of(entry: Entry, basis: Basis, rate: Pooled): Running {
    const span = this.#run.spanOf(entry, basis);
    if (span === null) return new Running(rate);
    const key = this.#apart(entry) * SPANS + span;
    const byLine = basis === 'cycle' ? this.#run.past.poolsOf(this.#program) : this.#byLine;
    const pools = byLine[entry.line] as Map<number, Running>;
    const pool = pools.get(key) ?? new Running(rate);
    pools.set(key, pool);
    return pool;
  }

  #apart(entry: Entry): number {
    const at = this.#run.at(entry.facts);
    let known = 0;
    for (const condition of this.#program.apart) {
      const key = known * TRUTHS + condition.test(at);
      known = this.#answers.get(key) ?? this.#answers.size + 1;
      this.#answers.set(key, known);
    }
    return known;
  }
}

/** Gives each record that has a line its raw credits, pool by pool, in order. */
export function earn(run: Run, program: ItemProgram, entries: readonly Entry[]): void {
  const pools = new Pools(run, program);
  const rowless: [Entry, Running][] = [];
  for (const entry of entries) {
    const line = program.lines[entry.line];
    if (entry.reason !== null || line === undefined) continue;
    entry.clause = line.line.source.clause ?? entry.clause;
    if (!earns(line.rate, entry)) continue;
    run.report.read(program.readings);
    run.report.read(line.line.source.readings);
    if (line.rate.kind === 'alone') {
      entry.pool = { raw: 0 };
      pay(run, program, line, entry, line.rate.worth(entry));
      explainAward(run, program, line, entry, null);
    } else {
      const pool = pools.of(entry, line.line.basis, line.rate);
      entry.pool = pool;
      pay(run, program, line, entry, { n: pool.gain(entry), d: 1 });
      explainAward(run, program, line, entry, pool.sum);
      noteRow(run, line.rate.row(pool.sum), entry);
      if (pool.worth === null) rowless.push([entry, pool]);
    }
    if (entry.raw > 0) run.report.use(line.line.source, 'granted');
  }
  for (const [entry, { worth }] of rowless) {
    if (worth !== null || entry.deemed) continue;
    const words = program.lines[entry.line]?.line.source.words ?? '';
    refuse(entry, 'no_award', say(run.report.lang, 'noRow', { line: words }));
  }
}

/** 递减, then 系数, then one rounding. */
function pay(run: Run, { factors }: ItemProgram, { line, rank }: LineProgram, entry: Entry, gain: Ratio): void {
  let amount = gain;
  if (line.falling !== null && rank !== null) amount = fallen(amount, line.falling, entry.facts[rank] as number);
  for (const { factor, when } of factors) {
    if (when !== null && when.test(run.at(entry.facts)) !== TRUE) continue;
    amount = ratioTimes(amount, factor.by);
    run.report.use(factor.source, 'held');
    run.report.read(factor.source.readings);
  }
  entry.raw = toCredit(part(1, amount, 'half'));
  entry.credits = entry.raw;
}

function noteRow(run: Run, row: Source | null, entry: Entry): void {
  if (row === null) return;
  entry.clause = row.clause ?? entry.clause;
  run.report.read(row.readings);
  if (entry.raw > 0) run.report.use(row, 'granted');
}
