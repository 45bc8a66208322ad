/** What an export is tried with: every 用例 of the file, practitioners made to reach what none of them does, and their neighbours on both sides of each number. */
import { sha256 } from '../audit/index.ts';
import {
  boundariesOf,
  type Compiled,
  casesOf,
  does,
  edgeCases,
  evaluator,
  keyOf,
  type Plan,
  type RawPerson,
  reachingCases,
} from '../index.ts';

export interface Cases {
  readonly cases: readonly { readonly name: string; readonly year: number; readonly raw: RawPerson }[];
  /** Lines of the rules that no case makes do anything, and numbers that none lies on. */
  readonly unreached: (of: readonly { readonly year: number; readonly raw: RawPerson }[]) => readonly string[];
}

export function casesFor(compiled: Compiled, plan: Plan): Cases {
  const boundaries = boundariesOf(compiled);
  const written = [...casesOf(compiled), ...boundaries.found.map(({ example }) => example)];
  const reached = new Set(reachedBy(plan, written.map(asCase)));
  const year = Number(plan.effective?.slice(0, 4) ?? written[0]?.year ?? 2025);
  const examples = [...written, ...reachingCases(plan, year, reached)];
  const cases = [...examples, ...edgeCases(plan, examples)].map(asCase);
  const open = boundaries.left.map(({ line, words }) => `${compiled.ruleSet?.file ?? ''}:${line} ${words}`);
  return {
    cases,
    unreached: (of) => {
      const reached = reachedBy(plan, of);
      const left = [...elementsOf(plan), ...open].filter((one) => !reached.has(one));
      return [...new Set(left.map((one) => withoutFolder(one, compiled)))];
    },
  };
}

/** By the name of its file alone: the same rules are exported alike, wherever they lie. */
function withoutFolder(place: string, { sources }: Compiled): string {
  const file = sources.map((one) => one.file).find((one) => place.startsWith(`${one}:`)) ?? '';
  return place.slice(file.search(/[^\\/]*$/));
}

type Example = Pick<ReturnType<typeof casesOf>[number], 'name' | 'year' | 'person' | 'records'>;

const asCase = ({ name, year, person, records }: Example): Cases['cases'][number] => ({
  name,
  year,
  raw: { facts: person, records },
});

function reachedBy(plan: Plan, of: readonly { readonly year: number; readonly raw: RawPerson }[]): ReadonlySet<string> {
  const judge = evaluator(plan);
  const reached = new Set<string>();
  for (const { raw, year } of of)
    judge(raw, year, {
      onUse: (source, what) => {
        if (does(plan, source, what)) reached.add(keyOf(source));
      },
    });
  return reached;
}

/** Awards, deemings, caps and requirement lines: what the vectors should make do something. */
function elementsOf({ items, caps, requirements }: Plan): readonly string[] {
  const sources = [
    ...items.flatMap(({ lines, deems }) => [
      ...lines.flatMap(({ rate, source }) => (rate.kind === 'steps' ? rate.rows.map((row) => row.source) : [source])),
      ...deems.map(({ source }) => source),
    ]),
    ...caps.map(({ source }) => source),
    ...requirements.flatMap(({ lines }) => lines.map(({ source }) => source)),
  ];
  return sources.map(keyOf);
}

/** Of the texts that the rules were read from, the file before its baselines; line ends do not count. */
export const hashOf = ({ sources }: Compiled): string =>
  sha256(sources.map(({ text }) => `${text.replaceAll('\r\n', '\n')}\0`).join(''));
