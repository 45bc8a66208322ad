/** `cme check --ranges`: the greatest that each category, item and cap can give in a year, and what an evaluation costs. */
import { type Compiled, type Cost, costOf, type Greatest, type Ranges, rangesOf } from '../index.ts';
import type { Shell } from './shell.ts';

export interface FileRanges {
  readonly file: string;
  readonly ranges: Ranges;
  readonly cost: Cost;
  readonly labelOf: (key: string) => string;
}

/** None where the file has errors. */
export const rangesOfFile = (file: string, { plan }: Compiled): readonly FileRanges[] => {
  if (!plan) return [];
  const labels = new Map([...plan.categories, ...plan.items].map(({ key, label }) => [key, label]));
  return [{ file, ranges: rangesOf(plan), cost: costOf(plan), labelOf: (key) => labels.get(key) ?? key }];
};

const credits = (hundredths: number | null): number | null => (hundredths === null ? null : hundredths / 100);
const reach = ({ greatest, attained }: Greatest) => ({ least: 0, greatest: credits(greatest), attained });

/** Credits; null: without end. */
export const rangesJson = (all: readonly FileRanges[]): readonly object[] =>
  all.map(({ file, ranges, cost, labelOf }) => ({
    file,
    ...reach(ranges),
    carried: credits(ranges.carried),
    categories: ranges.categories.map(({ key, items, ...range }) => ({
      code: key,
      label: labelOf(key),
      ...reach(range),
      items: items.map((item) => ({
        label: labelOf(item.key),
        ...reach(item),
        awards: item.lines.map(({ source, once }) => ({
          words: source.words,
          clause: source.clause,
          once: credits(once),
        })),
        deems: item.deems.map(({ source, credits: amount }) => ({
          words: source.words,
          clause: source.clause,
          credits: credits(amount),
        })),
      })),
    })),
    caps: ranges.caps.map(({ source, owner, per, limit, greatest }) => ({
      words: source.words,
      clause: source.clause,
      owner,
      per,
      limit: credits(limit),
      greatest: credits(greatest),
    })),
    cost,
  }));

export const rangesText = (all: readonly FileRanges[], shell: Shell): string =>
  all.map((one) => ofFile(one, shell)).join('\n');

function ofFile({ file, ranges, cost, labelOf }: FileRanges, shell: Shell): string {
  const said = ({ greatest, attained }: Greatest): string =>
    greatest === null
      ? shell.say('rangeEndless')
      : shell.say(attained ? 'rangeAttained' : 'rangeBound', { credits: greatest / 100 });
  const lines = ranges.categories.flatMap(({ key, items, ...range }) => [
    `  ${labelOf(key)} ${said(range)}`,
    ...items.map((item) => `    ${labelOf(item.key)} ${said(item)}`),
  ]);
  const { perRecord, perPerson, crossing } = cost;
  const costs = [shell.say('rangeCost', { records: perRecord, people: perPerson })];
  if (crossing.knots > 0) costs.push(shell.say('rangeCrossing', crossing));
  return `${[shell.say('rangeHead', { file, total: said(ranges) }), ...lines, ...costs.map((line) => `  ${line}`)].join('\n')}\n`;
}
