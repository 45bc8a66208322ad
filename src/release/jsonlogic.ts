/** The rules as JsonLogic, with vectors that any engine can be tried with. */
import { sha256 } from '../audit/index.ts';
import {
  backends,
  boundariesOf,
  type Compiled,
  casesOf,
  envelopeOf,
  evaluator,
  type Plan,
  refusalText,
  resultsOf,
  type Vector,
} from '../index.ts';
import type { Told } from './words.ts';

/** The text of the file, or what cannot be said exactly, by name. */
export type JsonLogicText = { readonly text: string } | { readonly refused: readonly Told[] };

export function jsonLogicText(compiled: Compiled, plan: Plan): JsonLogicText {
  const made = backends.jsonlogic.make(plan);
  if ('refused' in made) {
    return { refused: made.refused.map((one) => ({ zh: refusalText(one, 'zh'), en: refusalText(one, 'en') })) };
  }
  const boundaries = boundariesOf(compiled);
  const practitioners = [
    ...casesOf(compiled).map(({ name, person, records, year }) => ({ name, year, raw: { facts: person, records } })),
    ...boundaries.found.map(({ example: { name, person, records, year } }) => ({
      name,
      year,
      raw: { facts: person, records },
    })),
  ];
  const judge = evaluator(plan);
  const reached = new Set<string>();
  const vectors = practitioners.flatMap(({ name, year, raw }): Vector[] => {
    const input = made.logic.prepare(raw, year);
    if (input === null) return [];
    const onUse = ({ file, line, words }: { file: string; line: number; words: string }, what: string): void => {
      if (what !== 'failed' && what !== 'held') reached.add(`${file}:${line} ${words}`);
    };
    return [{ name, input, expect: resultsOf(plan, judge(raw, year, { onUse }).result) }];
  });
  const open = boundaries.left.map(({ line, words }) => `${compiled.ruleSet?.file ?? ''}:${line} ${words}`);
  const unreached = [...new Set([...elementsOf(plan).filter((one) => !reached.has(one)), ...open])];
  const envelope = envelopeOf(plan, made.logic, { hash: rulesHash(compiled), vectors, unreached });
  return { text: `${JSON.stringify(envelope)}\n` };
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
  return sources.map(({ file, line, words }) => `${file}:${line} ${words}`);
}

/** Of the texts that the rules were read from, the file before its baselines; line ends do not count. */
export const rulesHash = ({ sources }: Compiled): string =>
  sha256(sources.map(({ text }) => `${text.replaceAll('\r\n', '\n')}\0`).join(''));
