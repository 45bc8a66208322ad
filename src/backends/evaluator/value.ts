/** One fact as the data spells it, read by the type of its field. */
import type { CodeId } from '../../model/codes.ts';
import { parseMicro } from '../../model/credit.ts';
import { parseDate, yearOf } from '../../model/date.ts';
import type { Field, FieldType, Value } from '../../model/plan.ts';
import type { RawValue } from '../../model/roster.ts';

/** Why a value is invalid; `field` and `value` are added to the arguments by who knows them. */
export interface Fault {
  readonly code: CodeId;
  readonly args: Readonly<Record<string, string>>;
}

export const isFault = (read: Value | undefined | Fault): read is Fault => typeof read === 'object';

/** Gives the value, `undefined` for an absent one, or a fault. */
export type Reader = (raw: RawValue) => Value | undefined | Fault;

const fault = (code: CodeId, raw: RawValue, args: Readonly<Record<string, string>> = {}): Fault => ({
  code,
  args: { value: excerpt(raw), ...args },
});

/** A value as a message shows it. */
function excerpt(raw: RawValue): string {
  const text = typeof raw === 'object' ? '…' : String(raw).trim();
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

const MICRO = 1_000_000;
const micros = { form: 'CME904', negative: 'CME905', decimals: 'CME906', large: 'CME907' } as const;

const wide = /[０-９．]/;
const halfWidth = (text: string): string =>
  !wide.test(text) ? text : text.replace(/[０-９．]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));

function readDecimal(raw: RawValue): number | Fault {
  if (typeof raw !== 'string' && typeof raw !== 'number') return fault(micros.form, raw);
  const text = halfWidth(String(raw));
  // A JavaScript number stands for its shortest decimal; one with an exponent is longer or larger than a fact may be.
  if (typeof raw === 'number' && text.includes('e'))
    return fault(text.includes('e-') ? micros.decimals : micros.large, raw);
  const read = parseMicro(text);
  return typeof read === 'number' ? read : fault(micros[read], raw);
}

function readWhole(raw: RawValue): number | Fault {
  const read = readDecimal(raw);
  return typeof read === 'number' && read % MICRO !== 0 ? fault('CME908', raw) : read;
}

function readYear(raw: RawValue): number | Fault {
  const text = typeof raw === 'number' || typeof raw === 'string' ? halfWidth(String(raw)) : '';
  return /^\d{4}$/.test(text) ? Number(text) : fault('CME912', raw);
}

function readDate(raw: RawValue): number | Fault {
  const day = typeof raw === 'string' ? parseDate(halfWidth(raw)) : 'form';
  if (day === 'form') return fault('CME909', raw);
  if (day === 'day') return fault('CME910', raw);
  const year = yearOf(day);
  return year >= 1900 && year <= 2199 ? day : fault('CME911', raw);
}

function readText(raw: RawValue): string | Fault {
  if (typeof raw === 'string') return raw;
  return typeof raw === 'number' ? String(raw) : fault('CME913', raw);
}

const answers: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['yes', true],
  ['是', true],
  ['false', false],
  ['no', false],
  ['否', false],
]);

function readAnswer(raw: RawValue): boolean | Fault {
  if (typeof raw === 'boolean') return raw;
  return (typeof raw === 'string' ? answers.get(raw.toLowerCase()) : undefined) ?? fault('CME903', raw);
}

function choiceReader(field: Field): Reader {
  const keys = new Map(field.options.map((option) => [option.label, option.key]));
  for (const option of field.options) keys.set(option.key, option.key);
  const options = field.options.map((option) => option.label).join('、');
  return (raw) =>
    (typeof raw === 'string' || typeof raw === 'number' ? keys.get(String(raw)) : undefined) ??
    fault('CME902', raw, { options });
}

const readers = {
  text: () => readText,
  yesno: () => readAnswer,
  whole: () => readWhole,
  decimal: () => readDecimal,
  date: () => readDate,
  year: () => readYear,
  choice: choiceReader,
} satisfies Record<FieldType, (field: Field) => Reader>;

/** Rosters say the same few things over and over; so many spellings of a field are remembered. */
const REMEMBERED = 4096;

/** Reads the values of a field. Space around a text means nothing; an empty one is an absent fact. */
export function readerOf(field: Field): Reader {
  const read = readers[field.type](field);
  const reader: Reader = (raw) => {
    if (raw === null || raw === undefined) return undefined;
    if (typeof raw === 'object') return fault('CME913', raw);
    const value = typeof raw === 'string' ? raw.trim() : raw;
    return value === '' ? undefined : read(value);
  };
  if (field.type === 'text') return reader;
  const known = new Map<RawValue, Value>();
  return (raw) => {
    const before = known.get(raw);
    if (before !== undefined) return before;
    const value = reader(raw);
    if (value !== undefined && !isFault(value) && known.size < REMEMBERED) known.set(raw, value);
    return value;
  };
}
