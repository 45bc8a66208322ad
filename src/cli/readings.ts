/** `--set READING=OPTION`, by code or by label. */
import type { PlanReading } from '../index.ts';
import type { Shell } from './shell.ts';
import { Stop } from './stop.ts';
import { suggestion } from './suggest.ts';

/** Code of the reading → code of the option. */
export function chosenReadings(
  wanted: readonly string[],
  readings: readonly PlanReading[],
  shell: Shell,
): Record<string, string> {
  const chosen = new Map<string, string>();
  // A reading with a single option is a decision on record, and not to be set.
  const open = readings.filter(({ options }) => options.length > 1);
  for (const text of wanted) {
    const [, name, option] = /^\s*([^=＝]+?)\s*[=＝]\s*(.+?)\s*$/.exec(text) ?? [];
    if (name === undefined || option === undefined) throw new Stop('setMalformed', { text });
    const reading = named(open, name);
    if (reading === undefined) throw new Stop('readingUnknown', { name, ...offer(name, open, shell) });
    const found = named(reading.options, option);
    if (found === undefined) {
      throw new Stop('optionUnknown', {
        reading: reading.label,
        name: option,
        ...offer(option, reading.options, shell),
      });
    }
    if (chosen.has(reading.code)) throw new Stop('setTwice', { name });
    chosen.set(reading.code, found.code);
  }
  return Object.fromEntries(chosen);
}

interface Named {
  readonly code: string;
  readonly label: string;
}

const named = <T extends Named>(all: readonly T[], name: string): T | undefined =>
  all.find(({ code, label }) => code === name || label === name);

const offer = (name: string, all: readonly Named[], shell: Shell) => ({
  suggestion: suggestion(
    name,
    all.flatMap(({ code, label }) => [code, label]),
    shell,
  ),
  known: shell.list(all.map(({ code, label }) => (code === label ? code : `${code} ${label}`))) || shell.say('none'),
});
