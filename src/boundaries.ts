/**
 * Examples that a file still lacks: for each line that none of its 用例 makes do anything, a practitioner for whom it does;
 * and for each threshold in a condition a record that lies exactly on it. All are near the examples there are, or made of
 * what an item asks for, and each has been put to the evaluator.
 */
import type { Compiled } from './compile.ts';
import { type Covered, caseJudge, runExamples } from './examples.ts';
import type { ExampleCase } from './language/lower/example.ts';
import { variants } from './language/vary.ts';
import { lower } from './lower.ts';
import { microText } from './model/credit.ts';
import type { Expr, Item, Plan } from './model/plan.ts';
import type { PersonResult } from './model/result.ts';
import type { RawFacts, RawValue } from './model/roster.ts';

export interface Boundary {
  /** A line that nothing tried, or a number that no record lies on. */
  readonly of: { readonly kind: Covered['kind'] } | { readonly field: string; readonly value: string };
  readonly line: number;
  readonly words: string;
  readonly clause: string | null;
  readonly example: Pick<ExampleCase, 'name' | 'year' | 'chosen' | 'person' | 'records'>;
  readonly result: PersonResult;
}

export interface Boundaries {
  readonly found: readonly Boundary[];
  /** Lines and thresholds for which nothing was found within the bound. */
  readonly left: readonly { readonly line: number; readonly words: string }[];
}

/** So many evaluations a search for one line may take, and all of them together. */
const MOST_EACH = 1500;
const MOST_ALL = 12_000;

const MICRO = 1e6;

const telling: Partial<Readonly<Record<Covered['kind'], readonly string[]>>> = {
  award: ['granted'],
  gate: ['held', 'refused'],
  cap: ['cut'],
  deem: ['deemed'],
  exception: ['exempt'],
  requirement: ['bound', 'exempt', 'counted'],
  makeup: ['held', 'failed'],
  carry: ['counted'],
  notice: ['spoke'],
};

export const boundariesOf = (compiled: Compiled): Boundaries => {
  const { plan, ruleSet } = compiled;
  if (!plan || !ruleSet) return { found: [], left: [] };
  return new Search(compiled, plan).all();
};

class Search {
  readonly #compiled: Compiled;
  readonly #plan: Plan;
  readonly #judge: ReturnType<typeof caseJudge>;
  readonly #cases: readonly ExampleCase[];
  /** Made of what each item asks for, for files that have few examples. */
  readonly #seeds: readonly ExampleCase[];
  readonly #seen = new Set<string>();
  readonly #names: Set<string>;
  #tries = 0;

  constructor(compiled: Compiled, plan: Plan) {
    this.#compiled = compiled;
    this.#plan = plan;
    this.#judge = caseJudge(plan);
    const { ruleSet, maps } = compiled;
    const all = ruleSet ? lower(ruleSet, new Map(), maps).examples : [];
    this.#names = new Set(all.map(({ name }) => name));
    this.#cases = all.filter(({ chosen }) => chosen.size === 0);
    const year = Number(plan.effective?.slice(0, 4) ?? all[0]?.year ?? 2025);
    this.#seeds = plan.items.flatMap((item) => seedsOf(item, plan).map((record) => asCase(record, year)));
  }

  all(): Boundaries {
    const found: Boundary[] = [];
    const left: { line: number; words: string }[] = [];
    const file = this.#compiled.ruleSet?.file;
    const thresholds = this.#thresholds();
    for (const one of runExamples(this.#compiled, { coverage: true }).coverage ?? []) {
      const wanted = one.covered || one.file !== file ? undefined : telling[one.kind];
      if (!wanted) continue;
      const made = this.#using(one, wanted);
      if (made) found.push(made);
      else left.push({ line: one.line, words: one.words });
    }
    for (const one of thresholds) {
      const made = this.#on(one);
      if (made) found.push(made);
      else left.push({ line: one.line, words: `${one.words}：${one.label} ${one.value}` });
    }
    return { found: found.sort((a, b) => a.line - b.line), left };
  }

  /** A practitioner for whom the line does what it never did. */
  #using({ kind, line, words, clause }: Covered, wanted: readonly string[]): Boundary | null {
    const bases = [...this.#near(line), ...this.#seeds];
    const numbers = words.match(/\d+(?:\.\d+)?/g) ?? [];
    const rules = this.#compiled.ruleSet;
    if (!rules) return null;
    for (const one of this.#bounded([...bases, ...variants([...this.#seeds, ...bases].slice(0, 30), rules, numbers)])) {
      if (one.chosen.size > 0) continue;
      let newly = false;
      const result = this.#judge(one, (source, what) => {
        if (source.line !== line || source.file !== rules.file || source.words !== words) return;
        newly ||= wanted.includes(what) && !this.#seen.has(`${line} ${what}`);
      });
      if (newly && sound(result)) return this.#boundary({ kind }, { line, words, clause }, one, words, result);
    }
    return null;
  }

  /** A record of the item that lies exactly on the number. */
  #on({ item, key, label, value, line, words, clause }: Threshold): Boundary | null {
    const of = { field: label, value };
    for (const one of this.#bounded([...this.#near(line), ...this.#cases, ...this.#seeds])) {
      const at = one.records.findIndex((record) => record.has(key));
      const record = one.records[at];
      if (!record) continue;
      const set = { ...one, records: one.records.with(at, new Map([...record, [key, value]])) };
      const result = this.#judge(set);
      if (result.records[at]?.award !== item || !sound(result)) continue;
      return this.#boundary(of, { line, words, clause }, set, `${item}：${label}恰好 ${value}`, result);
    }
    return null;
  }

  #boundary(
    of: Boundary['of'],
    place: Pick<Boundary, 'line' | 'words' | 'clause'>,
    example: ExampleCase,
    title: string,
    result: PersonResult,
  ): Boundary {
    const plain = title.replaceAll(/[「」]/g, '').slice(0, 60);
    let name = plain;
    for (let n = 2; this.#names.has(name); n++) name = `${plain}（${n}）`;
    this.#names.add(name);
    const { year, chosen, person, records } = example;
    return { of, ...place, example: { name, year, chosen, person, records }, result };
  }

  *#bounded(all: Iterable<ExampleCase>): Generator<ExampleCase> {
    let tries = 0;
    for (const one of all) {
      if (tries++ > MOST_EACH || this.#tries++ > MOST_ALL) return;
      yield one;
    }
  }

  /** Examples that use lines close by, the closest first. */
  #near(line: number): readonly ExampleCase[] {
    const file = this.#compiled.ruleSet?.file;
    const far = this.#cases.map((one) => ({ one, by: Number.POSITIVE_INFINITY }));
    for (const each of far) {
      const uses = this.#usesOf(each.one);
      for (const used of uses) if (used.file === file) each.by = Math.min(each.by, Math.abs(used.line - line));
    }
    return far.sort((a, b) => a.by - b.by || a.one.records.length - b.one.records.length).map(({ one }) => one);
  }

  readonly #uses = new Map<ExampleCase, readonly { readonly file: string; readonly line: number }[]>();
  #usesOf(one: ExampleCase): readonly { readonly file: string; readonly line: number }[] {
    const known = this.#uses.get(one);
    if (known) return known;
    const found: { file: string; line: number }[] = [];
    this.#judge(one, ({ file, line }, what) => {
      if (what !== 'failed' && what !== 'bound') found.push({ file, line });
      this.#seen.add(`${line} ${what}`);
    });
    this.#uses.set(one, found);
    return found;
  }

  /** Numbers that conditions compare with, and that no record of an example lies on. */
  #thresholds(): readonly Threshold[] {
    const file = this.#compiled.ruleSet?.file;
    const reached = new Set<string>();
    for (const one of this.#cases) {
      this.#usesOf(one);
      const { records } = this.#judge(one);
      for (const [at, record] of one.records.entries()) {
        for (const [key, value] of record) reached.add(`${records[at]?.award} ${key} ${value}`);
      }
    }
    const found = new Map<string, Threshold>();
    for (const item of this.#plan.items) {
      const conditions = [
        ...item.lines.map(({ when, source }) => ({ when, source })),
        ...item.gates.flatMap(({ when, that, source }) =>
          [that, ...(when ? [when] : [])].map((each) => ({ when: each, source })),
        ),
      ];
      for (const { when, source } of conditions) {
        if (source.file !== file) continue;
        for (const { key, to } of comparesIn(when)) {
          const field = this.#plan.recordFields.find((one) => one.key === key);
          if (!field || (field.type !== 'decimal' && field.type !== 'whole') || to.d !== 1) continue;
          const value = microText(to.n);
          const name = `${item.label} ${key} ${value}`;
          if (reached.has(name) || found.has(name)) continue;
          const { line, words, clause } = source;
          found.set(name, { item: item.label, key, label: field.label, value, line, words, clause });
        }
      }
    }
    return [...found.values()];
  }
}

interface Threshold extends Pick<Boundary, 'line' | 'words' | 'clause'> {
  /** Its label, and key and label of the field. */
  readonly item: string;
  readonly key: string;
  readonly label: string;
  readonly value: string;
}

const sound = ({ records }: PersonResult): boolean =>
  records.every(({ reason }) => reason !== 'invalid' && reason !== 'incomplete');

function* comparesIn(expr: Expr): Generator<{ readonly key: string; readonly to: { n: number; d: number } }> {
  if (expr.op === 'and' || expr.op === 'or') for (const one of expr.of) yield* comparesIn(one);
  else if (expr.op === 'not') yield* comparesIn(expr.of);
  else if (expr.op === 'compare' && expr.field.on === 'record') yield { key: expr.field.key, to: expr.to };
}

/** A record for each line of an item: what the item, its gates and the line ask for, so far as it can be read off them. */
const seedsOf = (item: Item, plan: Plan): readonly RawFacts[] =>
  item.lines.map(({ when, rate }) => {
    const facts = new Map<string, RawValue>();
    for (const expr of [item.match, ...item.gates.map(({ that }) => that), when]) asked(expr, plan, facts);
    if (rate.kind === 'per' && rate.measure.of === 'field' && !facts.has(rate.measure.key) && rate.per.d === 1)
      facts.set(rate.measure.key, microText(rate.per.n));
    return facts;
  });

const asked = (expr: Expr, plan: Plan, into: Map<string, RawValue>): void => {
  if (expr.op === 'and') for (const one of expr.of) asked(one, plan, into);
  else if (expr.op === 'or' && expr.of[0]) asked(expr.of[0], plan, into);
  else if (expr.op === 'yes' && expr.field.on === 'record') into.set(expr.field.key, true);
  else if (expr.op === 'among' && expr.field.on === 'record') into.set(expr.field.key, expr.keys[0]);
  else if (expr.op === 'compare' && expr.field.on === 'record') {
    const field = plan.recordFields.find(({ key }) => key === expr.field.key);
    if ((field?.type !== 'decimal' && field?.type !== 'whole') || expr.to.d !== 1) return;
    // Beyond a threshold that is not in it by a whole unit, as people would write it.
    const { n } = expr.to;
    const below = n > MICRO ? n - MICRO : 0;
    const value = { '>=': n, '<=': n, '=': n, '<': below, '>': n + MICRO, '!=': n + MICRO }[expr.by];
    into.set(expr.field.key, microText(value));
  }
};

const asCase = (record: RawFacts, year: number): ExampleCase => ({
  name: '',
  file: '',
  line: 0,
  year,
  person: new Map([['id', '人员']]),
  records: [new Map<string, RawValue>([...record, ['id', '活动001'], ['date', `${year}-01-01`]])],
  chosen: new Map(),
  expected: {},
});
