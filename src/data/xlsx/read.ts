/** A sheet to rows of texts, as a CSV of it would have them: dates as `YYYY-MM-DD`, numbers as they are shown. */
import { readSheet, SheetNotFoundError } from 'read-excel-file/universal';
import type { Rows } from '../csv.ts';
import type { InputFinding } from '../finding.ts';
import { Lost } from '../lost.ts';
import { type Fault, inspected, limits, type Part } from './guard.ts';

/** A number of a spreadsheet has fifteen digits; of an id of eighteen the last three are lost. */
const DIGITS = 15;

/** Looking over what it holds takes such a part of the time. */
const LOOKING = 0.2;
/** Numbers between two words about how far one is. */
const OFTEN = 1 << 13;

/** `sheet`: its name; the first unless said. How far it is in reading is known by the cells that are numbers. */
export async function readXlsx(bytes: Uint8Array, file: string, sheet: string | null, onPart?: Part): Promise<Rows> {
  const refused = (code: InputFinding['code'], args: Record<string, string> = {}): Rows => ({
    file,
    cells: null,
    findings: [{ code, args, place: { file } }],
  });
  const found = await inspected(bytes, (part) => onPart?.(part * LOOKING));
  if (found.fault === 'form') return refused('CME957');
  if (found.fault === 'large') return refused('CME958', inWords(found));
  let read = 0;
  const numbers = Math.max(1, found.numbers);
  try {
    const copy = bytes.slice().buffer as ArrayBuffer;
    const rows = (await readSheet(copy, sheet ?? 1, {
      parseNumber: (text) => {
        if (++read % OFTEN === 0) onPart?.(LOOKING + (1 - LOOKING) * Math.min(1, read / numbers));
        return new Digits(text);
      },
      trim: false,
    })) as Cell[][];
    return textsOf(rows, file);
  } catch (error) {
    if (!(error instanceof SheetNotFoundError)) return refused('CME957');
    const known = 'sheets' in error && Array.isArray(error.sheets) ? error.sheets.join('、') : '';
    return refused('CME959', { sheet: String(sheet), known });
  }
}

/** In signs that both languages read. */
const inWords = ({ what, found }: Extract<Fault, { fault: 'large' }>): Record<string, string> => {
  const shown: Readonly<Record<typeof what, (number: number) => string>> = {
    entries: (number) => `zip × ${number}`,
    bytes: (number) => `${Math.ceil(number / 2 ** 20)} MB`,
    ratio: (number) => `${number} : 1`,
    cells: (number) => `□ × ${number}`,
  };
  return { found: shown[what](found), limit: shown[what](limits[what]) };
};

/** A number as the file has it, before it is made a double. */
class Digits {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Cell = string | boolean | Date | Digits | null;

function textsOf(rows: readonly (readonly Cell[])[], file: string): Rows {
  const lost = new Lost();
  const cells = rows.map((row, at) =>
    row.map((cell, index) => {
      if (!(cell instanceof Digits)) return textOf(cell);
      const text = numberText(cell.text);
      if (text === null) lost.add(at, index);
      return text ?? cell.text;
    }),
  );
  return cells.length > 0 ? { file, cells, findings: [], lost } : { file, cells: null, findings: [empty(file)] };
}

const empty = (file: string): InputFinding => ({ code: 'CME950', args: {}, place: { file } });

function textOf(cell: Exclude<Cell, Digits>): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'boolean') return String(cell);
  if (!(cell instanceof Date)) return cell;
  if (Number.isNaN(cell.getTime())) return '';
  const [day = '', time = ''] = cell.toISOString().split('T');
  return time === '00:00:00.000Z' ? day : `${day} ${time.slice(0, 8)}`;
}

/** As the spreadsheet shows it, without an exponent where it can be; null where digits are lost. */
function numberText(text: string): string | null {
  const number = Number(text);
  if (!Number.isFinite(number)) return text;
  if (Math.abs(number) >= 10 ** DIGITS) return null;
  return String(Number(number.toPrecision(DIGITS)));
}
