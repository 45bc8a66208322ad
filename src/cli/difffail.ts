/** `--fail-on 收紧`: which effects end `cme diff` with 1. */
import type { ChangeEffect, Comparison } from '../index.ts';
import type { Shell } from './shell.ts';
import { Stop } from './stop.ts';
import { suggestion } from './suggest.ts';

const words: Readonly<Record<string, ChangeEffect>> = {
  收紧: 'stricter',
  放宽: 'looser',
  有增有减: 'mixed',
  无法判定: 'unknown',
  不影响结果: 'neutral',
};

/**
 * What a name stands for. Somebody loses by 有增有减, and by 无法判定 nobody has shown that nobody does: whoever asks to be
 * told of a 收紧 is told of both. Who gains asks for no such care, so that 放宽 leaves 无法判定 aside.
 */
const covers: Readonly<Record<ChangeEffect, readonly ChangeEffect[]>> = {
  stricter: ['stricter', 'mixed', 'unknown'],
  looser: ['looser', 'mixed'],
  mixed: ['mixed'],
  unknown: ['unknown'],
  neutral: ['neutral'],
};

/** Without a name, every difference in meaning. */
const ALL: readonly ChangeEffect[] = ['stricter', 'looser', 'mixed', 'unknown'];

export function failing(names: readonly string[], shell: Shell): ReadonlySet<ChangeEffect> {
  const wanted = names.flatMap((text) => text.split(/[,，、]/)).map((name) => name.trim());
  if (names.length === 0) return new Set(ALL);
  const known = [...Object.keys(words), ...Object.values(words)];
  return new Set(
    wanted.flatMap((name) => {
      const effect = words[name] ?? Object.values(words).find((one) => one === name);
      if (effect === undefined) {
        throw new Stop('failOnUnknown', {
          name,
          suggestion: suggestion(name, known, shell),
          known: shell.list(known),
        });
      }
      return covers[effect];
    }),
  );
}

/** Rules that are not proven equal, though nothing was found to differ, may differ all the same. */
export function fails({ changes, equivalent }: Comparison, named: ReadonlySet<ChangeEffect>): boolean {
  const open = !equivalent && changes.every(({ effect }) => effect === 'neutral');
  return changes.some(({ effect }) => named.has(effect)) || (open && named.has('unknown'));
}
