/** Step 10: what the requirement asks of a practitioner, what was earned towards it, and whether it is met. */
import { ratio } from '../../model/credit.ts';
import type { Minimum, Plan, Requirement } from '../../model/plan.ts';
import { type ByReduction, pick } from '../backend.ts';
import { isTotal } from '../evaluator/bind.ts';
import { joined } from './condition.ts';
import { type Context, either, surely } from './context.ts';
import { half } from './rate.ts';
import { also, choice, type Script, told } from './script.ts';
import { type Earnings, keyOf, partsOf } from './subject.ts';

/** One of the lines that may speak of a thing. */
export interface Alternative {
  readonly line: Minimum;
  /** Number of its requirement, and when it binds. */
  readonly binds: string;
}

/** What lines of one key speak of; the first that binds does. */
export interface Part {
  readonly number: number;
  readonly first: Minimum;
  readonly alternatives: readonly Alternative[];
}

/** Lines of a requirement with a condition replace those of one without; of these the later stands. */
export function partsIn({ plan, spell }: Context): readonly Part[] {
  const conditional = new Map<string, Alternative[]>();
  const plain = new Map<string, Alternative[]>();
  plan.requirements.forEach(({ binds, lines }, at) => {
    for (const line of lines) {
      const held = surely(joined([`binds_${at + 1}`, line.when === null ? 'TRUE' : spell(line.when)], 'AND'));
      if (held === 'FALSE') continue;
      const list = binds === null ? plain : conditional;
      const known = list.get(line.key) ?? [];
      if (binds === null) known.unshift({ line, binds: held });
      else known.push({ line, binds: held });
      list.set(line.key, known);
    }
  });
  const keys = new Set([...plain.keys(), ...conditional.keys()]);
  return [...keys].flatMap((key, at) => {
    const alternatives = [...(conditional.get(key) ?? []), ...(plain.get(key) ?? [])];
    const [first] = alternatives;
    return first === undefined ? [] : [{ number: at + 1, first: first.line, alternatives }];
  });
}

const scales: Readonly<Record<Minimum['unit'], number>> = { credits: 100, classHours: 1_000_000, times: 1 };

/** Rounded half up to whole steps. */
function stepped(context: Context, over: string, under: bigint, step: number, unit: Minimum['unit']): string {
  const size = unit === 'times' ? 1 : (step * scales[unit]) / 100;
  const rounded = half(context, over, { n: 1, d: under * BigInt(size) });
  return size === 1 ? rounded : `${rounded} * ${size}`;
}

/** The steps over `people`, which has the person's facts, `year`, and what they earned. */
export function judge(context: Context, script: Script, parts: readonly Part[], earnings: Earnings): string {
  const { plan, spell } = context;
  const { requirements } = plan;
  const exceptions = plan.exceptions.map(({ when }) => surely(spell(when)));
  script.step(
    'bound',
    [
      'Which requirements bind a practitioner, and who is out of scope.',
      ...plan.exceptions.map(({ source }) => told(source)),
    ],
    also('people t', [
      ['out_of_scope', either(exceptions)],
      ...requirements.map(({ binds }, at): [string, string] => [
        `binds_${at + 1}`,
        binds === null ? 'TRUE' : surely(spell(binds)),
      ]),
    ]),
  );
  let from = script.step(
    'speaking',
    'The line that speaks of each thing; null where none does.',
    also(
      'bound t',
      parts.map(({ number, alternatives }): [string, string] => [
        `part_${number}`,
        choice(
          alternatives.map(({ line, binds }, at) => ({
            when: binds,
            gives: String(at + 1),
            says: `${line.name}：${told(line.source)}`,
          })),
          null,
        ),
      ]),
    ),
  );
  let round = 0;
  const ask = (part: Part, at = round): string => `ask_${part.number}_${at}`;
  const say = (says: string | readonly string[], of: (part: Part) => string): void => {
    const columns = parts.map((part): [string, string] => [`ask_${part.number}_${round + 1}`, of(part)]);
    from = script.step(`asked_${round + 1}`, says, also(`${from} t`, columns));
    round += 1;
  };
  say(
    'What each asks for: hundredths of a credit, millionths of a class hour, or records.',
    ({ number, alternatives }) => {
      const amounts = alternatives.flatMap(({ line: { amount } }, at) =>
        amount.kind === 'amount' ? [{ when: String(at + 1), gives: String(amount.value) }] : [],
      );
      return `CAST(${amounts.length === 0 ? 'NULL' : choice(amounts, null, `part_${number}`)} AS BIGINT)`;
    },
  );
  for (const [at, one] of requirements.entries()) prorate(context, one, at, ask, say);
  const waived: string[] = [];
  for (const [at, one] of requirements.entries()) reduce(context, one, at, { ask, say, waived });
  shares(context, parts, ask, say);
  return stand(context, script, from, { parts, ask, earnings, waived });
}

type Ask = (part: Part) => string;
type Say = (says: string | readonly string[], of: (part: Part) => string) => void;

/** 折算: by the months from the date to the end of the year, a begun one counted. */
function prorate(context: Context, { since, source }: Requirement, at: number, ask: Ask, say: Say): void {
  if (since === null) return;
  const date = context.names.person(since.field);
  const part = (what: string): string => `CAST(EXTRACT(${what} FROM ${date}) AS BIGINT)`;
  const months = `LEAST(12, GREATEST(0, (year - ${part('YEAR')}) * 12 + 13 - ${part('MONTH')}))`;
  say(told(source), (one) => {
    const less = stepped(context, `${ask(one)} * ${months}`, 12n, since.step, one.first.unit);
    return `CASE WHEN binds_${at + 1} AND ${date} IS NOT NULL THEN ${less} ELSE ${ask(one)} END`;
  });
}

/** 减免, never below 0. */
function reduce(
  context: Context,
  { reductions }: Requirement,
  at: number,
  { ask, say, waived }: { ask: Ask; say: Say; waived: string[] },
): void {
  const { spell, names, dialect } = context;
  for (const { source, by, subject, when } of reductions) {
    const held = surely(joined([`binds_${at + 1}`, when === null ? 'TRUE' : spell(when)], 'AND'));
    if (by.kind === 'all' && subject === null) {
      waived.push(held);
      continue;
    }
    say(told(source), (part) => {
      if (part.first.unit !== 'credits' || keyOf(part.first.subject) !== keyOf(subject)) return ask(part);
      const before = ask(part);
      const table: ByReduction<string> = {
        credits: ({ value }) => String(value),
        per: ({ field, per, credits }) => {
          const units = ratio(per.d, per.n);
          const many = dialect.quotient(`(COALESCE(${names.person(field)}, 0) * ${units.n})`, String(units.d));
          return half(context, many, credits);
        },
        share: ({ ratio: share }) => half(context, before, share),
        all: () => before,
      };
      return `CASE WHEN ${held} THEN GREATEST(0, ${before} - ${pick(table, by.kind, by)}) ELSE ${before} END`;
    });
  }
}

const totalsOf = (parts: readonly Part[]): readonly { readonly part: Part; readonly bound: string }[] =>
  parts.flatMap((part) => {
    const places = part.alternatives.flatMap(({ line }, at) => (isTotal(line) ? [at + 1] : []));
    return places.length === 0 ? [] : [{ part, bound: `part_${part.number} IN (${places.join(', ')})` }];
  });

/** Shares, of the total that is asked for as it then stands, or of the credits earned. */
function shares(context: Context, parts: readonly Part[], ask: Ask, say: Say): void {
  if (!parts.some(({ alternatives }) => alternatives.some(({ line }) => line.amount.kind === 'share'))) return;
  const required = choice(
    totalsOf(parts).map(({ part, bound }) => ({ when: bound, gives: ask(part) })),
    '0',
  );
  // Rounded to the step of the last proration that binds.
  const steps = context.plan.requirements
    .flatMap(({ since }, at) => (since === null ? [] : [{ step: since.step, held: `binds_${at + 1}` }]))
    .reverse();
  say('Shares of what is asked for or earned.', (part) => {
    const branches = part.alternatives.flatMap(({ line: { amount } }, at) => {
      if (amount.kind !== 'share') return [];
      const whole = amount.of === 'required' ? `(${required})` : 'total';
      const rounded = (step: number): string =>
        stepped(context, `${whole} * ${amount.ratio.n}`, BigInt(amount.ratio.d), step, 'credits');
      const gives = choice(
        steps.map(({ step, held }) => ({ when: held, gives: rounded(step) })),
        rounded(1),
      );
      return [{ when: String(at + 1), gives }];
    });
    return branches.length === 0 ? ask(part) : choice(branches, ask(part), `part_${part.number}`);
  });
}

/** What was earned, with what fills it from elsewhere; met or not. */
function stand(
  context: Context,
  script: Script,
  from: string,
  { parts, ask, earnings, waived }: { parts: readonly Part[]; ask: Ask; earnings: Earnings; waived: readonly string[] },
): string {
  script.step(
    'earning',
    'What was earned towards each, and what others fill.',
    also(
      `${from} t`,
      parts.flatMap((part): [string, string][] => [
        [`need_${part.number}`, `COALESCE(${ask(part)}, 0)`],
        [
          `have_${part.number}`,
          part.first.subject === null && part.first.unit === 'credits'
            ? 'total'
            : earnings.of(part.first.subject, part.first.unit),
        ],
      ]),
    ),
  );
  script.step(
    'filled',
    '抵充: up to what is lacking, and up to its limit.',
    also(
      'earning t',
      parts.map((part): [string, string] => [`got_${part.number}`, filled(context, parts, part, earnings)]),
    ),
  );
  const met = parts.map(({ number, alternatives, first }): [string, string] => {
    const need = first.unit === 'classHours' ? `need_${number} * ${partsOf(context.plan)}` : `need_${number}`;
    const branches = alternatives.map(({ line }, at) => ({
      when: String(at + 1),
      gives: line.bound === 'least' ? `got_${number} >= ${need}` : `got_${number} <= ${need}`,
    }));
    return [`met_${number}`, `(deemed_whole OR ${choice(branches, 'TRUE', `part_${number}`)})`];
  });
  script.step('met', 'Whether each is met; a deeming without an amount meets them all.', also('filled t', met));
  const totals = totalsOf(parts);
  return script.step(
    'standing',
    'The status, and what of the total is asked for and missing.',
    also('met t', [
      ['exempt', either([...new Set(['out_of_scope', ...waived])])],
      [
        'all_met',
        joined(
          parts.map(({ number }) => `met_${number}`),
          'AND',
        ),
      ],
      [
        'required',
        choice(
          totals.map(({ part, bound }) => ({ when: bound, gives: `need_${part.number}` })),
          '0',
        ),
      ],
      [
        'short',
        choice(
          totals.map(({ part: { number }, bound }) => ({
            when: bound,
            gives: `CASE WHEN met_${number} THEN 0 ELSE GREATEST(0, need_${number} - got_${number}) END`,
          })),
          '0',
        ),
      ],
    ]),
  );
}

function filled(context: Context, parts: readonly Part[], { number, alternatives }: Part, earnings: Earnings): string {
  const have = `have_${number}`;
  const branches = alternatives.flatMap(({ line: { fillable, unit, period } }, at) => {
    if (fillable === null || unit !== 'credits') return [];
    const spare = [...new Map(fillable.from.map((subject) => [keyOf(subject), subject])).values()].map((subject) => {
      const own = parts.find(
        ({ first: line }) =>
          line.unit === 'credits' &&
          line.bound === 'least' &&
          line.period === period &&
          keyOf(line.subject) === keyOf(subject),
      );
      const minimum =
        own === undefined ? '0' : `CASE WHEN part_${own.number} IS NULL THEN 0 ELSE need_${own.number} END`;
      return `GREATEST(0, ${earnings.of(subject, 'credits')} - ${minimum})`;
    });
    const lacking = `GREATEST(0, need_${number} - ${have})`;
    const open =
      fillable.limit === null ? lacking : `LEAST(${lacking}, ${half(context, `need_${number}`, fillable.limit)})`;
    return [{ when: String(at + 1), gives: `${have} + LEAST(${open}, ${spare.join(' + ')})` }];
  });
  return branches.length === 0 ? have : choice(branches, have, `part_${number}`);
}

/** Two lines that may be filled from one place share it: which comes first is not said here. */
export function sharedFills({ requirements }: Plan): readonly Minimum[] {
  const seen = new Map<string, Minimum>();
  const found = new Set<Minimum>();
  for (const line of requirements.flatMap(({ lines }) => lines))
    for (const subject of line.fillable?.from ?? []) {
      const other = seen.get(keyOf(subject));
      if (other !== undefined && other.key !== line.key) for (const one of [other, line]) found.add(one);
      seen.set(keyOf(subject), line);
    }
  return [...found];
}
