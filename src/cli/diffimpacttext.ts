/** The effect on a roster, for people. */
import type { ImpactFound } from '../index.ts';
import { verdictText } from './contrast.ts';
import type { Shell } from './shell.ts';
import { type TableColumn, table } from './table.ts';

export function impactText(found: ImpactFound, year: number, shell: Shell): string {
  const lines = [
    '',
    shell.out.paint('bold', shell.say('impactHead', { year, practitioners: found.practitioners })),
    counts(found, shell),
    ...(found.other_verdicts > 0 ? [shell.say('impactOther', { count: found.other_verdicts })] : []),
    ...bands(found, shell),
  ];
  return `${lines.join('\n')}\n${most(found, shell)}`;
}

function counts({ bands: _, most_affected: named, ...found }: ImpactFound, shell: Shell): string {
  return shell.say(named.length === 0 ? 'impactNone' : 'impactCounts', found);
}

function bands({ bands: all }: ImpactFound, shell: Shell): string[] {
  return all
    .filter(({ practitioners }) => practitioners > 0)
    .map(({ change, from, below, practitioners }) => {
      const id = below === null ? 'bandOver' : from === 0 ? 'bandUnder' : 'bandBetween';
      const amount = shell.say(id, { from, below: below ?? '' });
      return `  ${shell.say(change === 'lost' ? 'impactLost' : 'impactGained', { amount, practitioners })}`;
    });
}

function most({ most_affected: all }: ImpactFound, shell: Shell): string {
  if (all.length === 0) return '';
  const columns: TableColumn[] = (['practitioner', 'impactBefore', 'impactAfter'] as const).map((id) => ({
    title: shell.say(id),
    align: 'left',
  }));
  const rows = all.map(({ practitioner, before, after }) => [
    practitioner,
    verdictText(before, shell),
    verdictText(after, shell),
  ]);
  return `\n${shell.say('impactMost')}\n\n${table(columns, rows)}`;
}
