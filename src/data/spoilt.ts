/**
 * Ids that a spreadsheet has spoilt before they came here: `4.20106E+17` where eighteen digits stood, `####` where a column
 * was narrow, `#N/A` where a formula found nothing. Such a text is one for many people, so that nobody is told by it: what
 * hangs on it is left out and said, never reckoned for whoever else was written so.
 */
import type { Field } from '../model/plan.ts';
import type { Columns } from './columns.ts';
import type { InputFinding } from './finding.ts';
import { recordIdKeys } from './names.ts';
import type { Entry, Vocabulary } from './roster.ts';

/** As every engine reads them: classes, groups and bounds alone, letters of either case. */
const EXPONENT = '[0-9]([.,][0-9]+)?[eE][+][0-9]{1,3}|[0-9][.,][0-9]+[eE][0-9]{1,3}';
const MARK =
  '##+|#([nN]/[aA]|([rR][eE][fF]|[vV][aA][lL][uU][eE]|[nN][uU][lL]{2}|[nN][uU][mM]|[dD][iI][vV]/0)!|[nN][aA][mM][eE][?])';
export const SPOILT = `${EXPONENT}|${MARK}`;

const exponent = new RegExp(`^(?:${EXPONENT})$`);
const mark = new RegExp(`^(?:${MARK})$`);

/** Why a text is no id; null: it may be one. */
export function spoiltBy(text: string): 'CME982' | 'CME988' | null {
  const first = text.charCodeAt(0);
  if (first === HASH) return mark.test(text) ? 'CME988' : null;
  // Nearly every id is told by its first two characters, which costs nothing.
  return first >= ZERO && first <= NINE && SECOND.includes(text.charAt(1)) && exponent.test(text) ? 'CME982' : null;
}
const HASH = 35;
const ZERO = 48;
const NINE = 57;
const SECOND = '.,eE';

export const spoiltFinding = (id: string, place: InputFinding['place']): InputFinding => ({
  code: spoiltBy(id) ?? 'CME982',
  args: { id },
  place,
});

/** Whether a field of a record holds ids: its own, or what its text tells it by, such as a project's. */
const isId = (field: Field | undefined): boolean => field === undefined || field.type === 'text';

/** Columns of a flat file by which people, records and projects are told apart. */
export const idColumns = ({ owner, record }: Columns): Columns['record'] => [
  owner,
  ...record.filter(({ field }) => isId(field)),
];

/** Without the practitioners and records of a JSON text that have such ids. */
export function spared(
  entries: readonly Entry[],
  words: Vocabulary,
): { readonly entries: readonly Entry[]; readonly findings: readonly InputFinding[] } {
  const findings: InputFinding[] = [];
  const texts = words.recordFields.filter(isId).flatMap(({ key, label }) => [key, label]);
  const keys = [...new Set([...recordIdKeys(words), ...texts])];
  const kept = entries.flatMap((entry): readonly Entry[] => {
    const id = entry.id?.trim() ?? '';
    if (spoiltBy(id) !== null) {
      findings.push(spoiltFinding(id, entry.place(null, null)));
      return [];
    }
    const sound: number[] = [];
    for (const [at, record] of entry.person().records.entries()) {
      const key = keys.find((one) => isSpoilt(record.get(one)));
      if (key === undefined) sound.push(at);
      else findings.push(spoiltFinding(String(record.get(key)).trim(), entry.place(at, key)));
    }
    return [sound.length === entry.size ? entry : withRecords(entry, sound)];
  });
  return { entries: kept, findings };
}

export const isSpoilt = (value: unknown): boolean => typeof value === 'string' && spoiltBy(value.trim()) !== null;

/** These of its records alone, each where it stood. */
const withRecords = (entry: Entry, sound: readonly number[]): Entry => ({
  id: entry.id,
  size: sound.length,
  person() {
    const { facts, records } = entry.person();
    return { facts, records: sound.flatMap((at) => records[at] ?? []) };
  },
  place: (record, field) => entry.place(record === null ? null : (sound[record] ?? null), field),
});
