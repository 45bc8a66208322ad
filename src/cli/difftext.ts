/** The findings of `cme diff` for people: one sentence, then a card for each change that matters, then the roster. */
import type { Change, ChangeEffect, Comparison } from '../index.ts';
import { EFFECT_SIGNS, SEVERITY } from '../print/index.ts';
import { contrastLines, type Words } from './contrast.ts';
import type { Colour, Shell } from './shell.ts';
import { printable } from './width.ts';

export const COLOURS: Readonly<Record<ChangeEffect, Colour>> = {
  stricter: 'red',
  looser: 'green',
  mixed: 'yellow',
  neutral: 'dim',
  unknown: 'yellow',
};

export interface Shown {
  readonly words: Words;
  /** Neutral changes too, one by one. */
  readonly all: boolean;
}

export function diffText(found: Comparison, { words, all }: Shown, shell: Shell): string {
  const cards = SEVERITY.flatMap((effect) => found.changes.filter((one) => one.effect === effect));
  const shown = cards.filter(({ effect }) => all || effect !== 'neutral');
  const parts = [
    shell.out.paint('bold', headline(found, shell)),
    ...(found.exhausted ? [] : [shell.say('diffNotExhausted')]),
    ...shown.flatMap((change) => ['', ...card(change, words, shell)]),
  ];
  return `${parts.join('\n')}\n`;
}

/** `放宽 2 处、收紧 1 处，另有 12 处不影响结果`. */
export function headline({ changes, equivalent }: Comparison, shell: Shell): string {
  const count = (effect: ChangeEffect): number => changes.filter((one) => one.effect === effect).length;
  const kinds = (['looser', 'stricter', 'mixed', 'unknown'] as const).filter((effect) => count(effect) > 0);
  const list = kinds.map((effect) =>
    shell.say('diffCount', { effect: effectWord(effect, shell), count: count(effect) }),
  );
  const neutral = count('neutral');
  if (kinds.length > 0) {
    const told = list.join(shell.lang === 'zh' ? '、' : ', ');
    return neutral === 0 ? told : shell.say('diffAndNeutral', { told, neutral });
  }
  if (!equivalent) return shell.say('diffOpen', { neutral });
  return neutral === 0 ? shell.say('diffSame') : shell.say('diffNeutral', { neutral });
}

export const effectWord = (effect: ChangeEffect, shell: Shell): string => shell.say(`effect_${effect}`);

/** `▼ 收紧  类别 实践活动／上限 每年 15 学分（第十三条（五））`, and below it what was, what is, and for whom. */
function card(change: Change, words: Words, shell: Shell): string[] {
  const { effect, path, clause, before, after, witness, counter } = change;
  const sign = shell.out.paint(COLOURS[effect], `${EFFECT_SIGNS[effect]} ${effectWord(effect, shell)}`);
  const cited = clause === null ? '' : shell.say('diffClause', { clause });
  const gone = shell.say('diffNothing');
  const body = [
    ...(before === after
      ? [shell.say('diffStill', { line: before ?? gone })]
      : [shell.say('diffBefore', { line: before ?? gone }), shell.say('diffAfter', { line: after ?? gone })]),
    ...(witness ? contrastLines(witness, words, shell) : []),
    ...(counter ? [shell.say('diffCounter'), ...contrastLines(counter, words, shell)] : []),
    ...proven(effect, witness !== undefined, shell),
  ];
  return [`${sign}  ${printable(path)}${cited}`, ...body.map((line) => `    ${printable(line)}`)];
}

/** What no witness shows by itself: how far the proof goes. */
function proven(effect: ChangeEffect, shown: boolean, shell: Shell): string[] {
  if (effect === 'unknown') return [shell.say(shown ? 'diffUnknownShown' : 'diffUnknown')];
  if (shown || (effect !== 'stricter' && effect !== 'looser')) return [];
  return [shell.say(effect === 'stricter' ? 'diffNobodyGains' : 'diffNobodyLoses')];
}
