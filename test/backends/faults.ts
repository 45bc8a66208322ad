/** Faults as they are made: a plan in which one operation means something else than it should. */
import type { Plan } from '../../src/index.ts';
import type { AwardLine, Cap, Expr, Item, Minimum, Requirement } from '../../src/model/plan.ts';

const items =
  (change: (item: Item) => Item) =>
  (plan: Plan): Plan => ({ ...plan, items: plan.items.map(change) });
const lines = (change: (line: AwardLine) => AwardLine) => items((item) => ({ ...item, lines: item.lines.map(change) }));
const minima =
  (change: (line: Minimum) => Minimum) =>
  (plan: Plan): Plan => ({
    ...plan,
    requirements: plan.requirements.map((one): Requirement => ({ ...one, lines: one.lines.map(change) })),
  });

/** Every condition in a plan, wherever it stands. */
const conditions =
  (change: (expr: Expr) => Expr) =>
  (plan: Plan): Plan => {
    const walk = (node: unknown): unknown => {
      if (typeof node !== 'object' || node === null) return node;
      if (Array.isArray(node)) return node.map(walk);
      const inner = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, walk(value)]));
      return typeof inner.op === 'string' ? change(inner as unknown as Expr) : inner;
    };
    return walk(plan) as Plan;
  };

const other = { '>=': '>', '>': '>=', '<=': '<', '<': '<=', '=': '!=', '!=': '=' } as const;

/** By what a reader of the test would call them. */
export const faults: Readonly<Record<string, (plan: Plan) => Plan>> = {
  'a comparison holds at its bound, or does not': conditions((expr) =>
    expr.op === 'compare' || expr.op === 'total' ? { ...expr, by: other[expr.by] } : expr,
  ),
  'a yes/no is read as its opposite': conditions((expr) => (expr.op === 'yes' ? { op: 'not', of: expr } : expr)),
  'of several keys the last is not seen': conditions((expr) =>
    expr.op === 'among' && expr.keys.length > 1 ? { ...expr, keys: expr.keys.slice(0, -1) } : expr,
  ),
  'a unit is a millionth longer': lines((line) =>
    line.rate.kind === 'per'
      ? { ...line, rate: { ...line.rate, per: { ...line.rate.per, n: line.rate.per.n + line.rate.per.d } } }
      : line,
  ),
  'a flat amount is a hundredth more': lines((line) =>
    line.rate.kind === 'flat'
      ? {
          ...line,
          rate: { kind: 'flat', credits: { ...line.rate.credits, n: line.rate.credits.n + line.rate.credits.d } },
        }
      : line,
  ),
  'what is begun counts as a whole unit': lines((line) =>
    line.rate.kind === 'per' && line.rate.rounding.to === 'floor'
      ? { ...line, rate: { ...line.rate, rounding: { to: 'ceil' } } }
      : line,
  ),
  'projects are not added up': lines((line) => (line.basis === 'project' ? { ...line, basis: 'record' } : line)),
  'no gate turns anything away': items((item) => ({ ...item, gates: [] })),
  'no factor multiplies': items((item) => ({ ...item, factors: [] })),
  'nothing is deemed': items((item) => ({ ...item, deems: [] })),
  'a cap lets a hundredth more through': (plan) => ({
    ...plan,
    caps: plan.caps.map((cap): Cap => ({ ...cap, limit: cap.limit + 1 })),
  }),
  'a cap of a project is one of the year': (plan) => ({
    ...plan,
    caps: plan.caps.map((cap): Cap => (cap.per === 'project' ? { ...cap, per: 'year' } : cap)),
  }),
  'a requirement asks for a hundredth more': minima((line) =>
    line.amount.kind === 'amount' ? { ...line, amount: { kind: 'amount', value: line.amount.value + 1 } } : line,
  ),
  'nobody is out of scope': (plan) => ({ ...plan, exceptions: [] }),
  'nothing is made up': (plan) => ({ ...plan, makeUp: null }),
  'nothing is carried over': (plan) => ({ ...plan, carry: null }),
};
