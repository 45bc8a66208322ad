/** 提示: what the rule file has to say of the records of a year. */
import { type Entry, nameOf } from './entry.ts';
import type { NoticeProgram } from './program.ts';
import type { Run } from './run.ts';
import { TRUE } from './truth.ts';

/** `entries`: the valid records that belong to the year, in order. */
export function giveNotices(run: Run, entries: readonly Entry[]): void {
  for (const program of run.program.notices) {
    const speak = (record: string | null, message: string): void => {
      const { source } = program.notice;
      run.report.notices.push({ record, clause: source.clause, message });
      run.report.use(source, 'spoke');
    };
    const { text } = program.notice;
    const holds = (entry: Entry): boolean => program.when === null || program.when.test(run.at(entry.facts)) === TRUE;
    if (program.ofPerson) {
      if (program.when === null || program.when.test(run.at([])) === TRUE) speak(null, text);
    } else if (program.same === null) {
      for (const entry of entries) if (holds(entry)) speak(nameOf(entry), text);
    } else {
      for (const [first, ...others] of alike(program.same, entries.filter(holds))) {
        if (first === undefined || others.length === 0) continue;
        speak(nameOf(first), `${text}（${[first, ...others].map(nameOf).join('、')}）`);
      }
    }
  }
}

/** The entries that have all these facts, by what they are. */
function alike(places: NonNullable<NoticeProgram['same']>, entries: readonly Entry[]): Iterable<readonly Entry[]> {
  if (entries.length < 2) return [];
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const facts = places.map((place) => entry.facts[place]);
    if (facts.includes(undefined)) continue;
    const key = JSON.stringify(facts);
    const group = groups.get(key) ?? [];
    group.push(entry);
    groups.set(key, group);
  }
  return groups.values();
}
