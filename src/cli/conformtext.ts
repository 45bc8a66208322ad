/** The points of `cme conform` for people: what the baseline does not allow, what it allows, and how much agrees. */
import type { Conformity, Point } from '../index.ts';
import { EFFECT_SIGNS } from '../print/index.ts';
import { verdictText, type Words, whoLines } from './contrast.ts';
import { COLOURS, effectWord } from './difftext.ts';
import type { Shell } from './shell.ts';
import { printable } from './width.ts';

export interface ConformShown {
  readonly words: Words;
  /** Witnesses of what is allowed too, and what does nothing, one by one. */
  readonly all: boolean;
}

export function conformText(found: Conformity, { words, all }: ConformShown, shell: Shell): string {
  const { baseline, province, points, exhausted } = found;
  const names = { baseline: baseline.label, province: province.label };
  const refused = points.filter(({ allowed }) => !allowed);
  const granted = points.filter((point) => point.allowed && point.relation !== 'same');
  const mattering = granted.filter(({ effect }) => effect !== 'neutral');
  const same = points.filter(({ relation }) => relation === 'same');
  const noted = same.filter(({ note }) => note);
  const one = (point: Point, withWitness: boolean): string[] => [
    '',
    ...card(point, names, { words, withWitness }, shell),
  ];
  const counts = { refused: refused.length, granted: granted.length, same: same.length };
  const head = (id: 'conformRefused' | 'conformGranted' | 'conformNoted'): string[] => [
    '',
    shell.out.paint('bold', shell.say(id)),
  ];
  const silent = granted.length - mattering.length;
  const lines = [
    shell.say('conformSummary', {
      province: `${province.label} ${province.version}`,
      baseline: `${baseline.label} ${baseline.version}`,
      ...counts,
    }),
    ...(exhausted ? [] : [shell.say('diffNotExhausted')]),
    ...(refused.length > 0 ? [...head('conformRefused'), ...refused.flatMap((point) => one(point, true))] : []),
    ...(granted.length > 0 ? head('conformGranted') : []),
    ...(all ? granted : mattering).flatMap((point) => one(point, all)),
    ...(silent > 0 && !all ? ['', shell.say('conformSilent', { count: silent })] : []),
    ...(noted.length > 0 ? [...head('conformNoted'), ...noted.flatMap((point) => one(point, false))] : []),
  ];
  return `${lines.join('\n')}\n`;
}

type Names = { readonly baseline: string; readonly province: string };

function card(point: Point, names: Names, show: { words: Words; withWitness: boolean }, shell: Shell): string[] {
  const { path, clause, relation, effect, baseline, province, witness, note, allowed } = point;
  const alone = relation === 'added' || relation === 'missing';
  const sign = relation === 'added' ? '＋' : relation === 'missing' ? '－' : EFFECT_SIGNS[effect];
  const word = alone ? shell.say(`relation_${relation}`) : effectWord(effect, shell);
  const told = alone ? shell.say('conformWith', { word, effect: effectWord(effect, shell) }) : word;
  const cited = clause === null ? '' : shell.say('diffClause', { clause });
  const side = (name: string, line: string | null): string[] =>
    line === null ? [] : [shell.say('conformSide', { name, line })];
  const body = [
    ...side(names.baseline, baseline),
    ...side(names.province, province),
    ...(witness && show.withWitness
      ? [
          ...whoLines(witness, show.words, shell),
          shell.say('conformResults', {
            ...names,
            before: verdictText(witness.before, shell),
            after: verdictText(witness.after, shell),
          }),
        ]
      : []),
    ...(note ? [noteText(note, shell)] : []),
    ...(relation === 'looser' && effect !== 'looser' ? [shell.say('conformHeld')] : []),
    ...(allowed || relation === 'same' ? [] : [shell.say(`refused_${relation}`, names)]),
  ];
  return [
    `${shell.out.paint(COLOURS[effect], `${sign} ${told}`)}  ${printable(path)}${cited}`,
    ...body.map((line) => `    ${printable(line)}`),
  ];
}

function noteText(note: NonNullable<Point['note']>, shell: Shell): string {
  if (note.of !== 'reading') return shell.say(`note_${note.of}`);
  const { reading, option, effect } = note;
  return shell.say('note_reading', { reading, option, effect: effectWord(effect, shell) });
}
