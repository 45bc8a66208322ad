/**
 * Before a spreadsheet is opened: that it is one, and that it does not become more than a roster may be. A few kilobytes
 * of zip can hold terabytes; so the list of entries is looked at first, then what each sheet really inflates to, and how
 * many cells it spans, as it streams by and before a cell of it is built.
 */
import { packedBytes, type ZipEntry, zipEntries } from './zip.ts';

/** A roster of a million rows and thirty columns has some 300 MB of XML, packed to a tenth. */
export const limits = {
  entries: 2000,
  bytes: 800 * 2 ** 20,
  /** Of an entry that is no longer small. */
  ratio: 250,
  small: 4 * 2 ** 20,
  /** Rows times columns, empty ones within included. */
  cells: 40_000_000,
} as const;

export type Fault =
  | { readonly fault: 'form' }
  | { readonly fault: 'large'; readonly what: 'entries' | 'bytes' | 'ratio' | 'cells'; readonly found: number };

/** Nothing speaks against it. `numbers`: how many cells of its fullest sheet are no texts. */
export interface Sound {
  readonly fault: null;
  readonly numbers: number;
}

/** How far one is, as a part of the whole. */
export type Part = (part: number) => void;

/** Null where nothing speaks against it. */
export async function faultOf(bytes: Uint8Array): Promise<Fault | null> {
  const found = await inspected(bytes);
  return found.fault === null ? null : found;
}

const known = new WeakMap<Uint8Array, Sound | Fault>();

/** Once for bytes of which several sheets are read. */
export async function inspected(bytes: Uint8Array, onPart?: Part): Promise<Sound | Fault> {
  const found = known.get(bytes) ?? (await inspect(bytes, onPart));
  known.set(bytes, found);
  return found;
}

async function inspect(bytes: Uint8Array, onPart?: Part): Promise<Sound | Fault> {
  const entries = zipEntries(bytes);
  if (entries === null || !entries.some(({ name }) => name === 'xl/workbook.xml')) return { fault: 'form' };
  const large = tooLarge(entries);
  if (large !== null) return large;
  const whole = entries.reduce((sum, { size }) => sum + size, 0);
  let all = 0;
  let numbers = 0;
  for (const entry of entries) {
    if (!entry.name.endsWith('.xml') && !entry.name.endsWith('.rels')) continue;
    const packed = packedBytes(bytes, entry);
    if (packed === null || (entry.method !== 0 && entry.method !== 8)) return { fault: 'form' };
    const found = await look(packed, entry, limits.bytes - all, (read) => onPart?.((all + read) / whole));
    if ('fault' in found) return found;
    all += found.bytes;
    numbers = Math.max(numbers, found.numbers);
  }
  return { fault: null, numbers };
}

function tooLarge(entries: readonly ZipEntry[]): Fault | null {
  if (entries.length > limits.entries) return { fault: 'large', what: 'entries', found: entries.length };
  const bytes = entries.reduce((sum, { size }) => sum + size, 0);
  if (bytes > limits.bytes) return { fault: 'large', what: 'bytes', found: bytes };
  for (const { size, packed } of entries) {
    const ratio = Math.ceil(size / Math.max(packed, 1));
    if (size > limits.small && ratio > limits.ratio) return { fault: 'large', what: 'ratio', found: ratio };
  }
  return null;
}

interface Looked {
  readonly bytes: number;
  readonly numbers: number;
}

/** How many bytes the entry really has. What it said of itself must be so: the reader makes room by it. */
async function look(
  packed: Uint8Array,
  entry: ZipEntry,
  room: number,
  onRead: (bytes: number) => void,
): Promise<Looked | Fault> {
  const span = /^xl\/worksheets\/[^/]+\.xml$/.test(entry.name) ? new Span() : null;
  let bytes = 0;
  try {
    for await (const chunk of inflated(packed, entry.method)) {
      bytes += chunk.length;
      if (bytes > entry.size) return { fault: 'form' };
      if (bytes > room) return { fault: 'large', what: 'bytes', found: bytes };
      const cells = span?.add(chunk) ?? 0;
      if (cells > limits.cells) return { fault: 'large', what: 'cells', found: cells };
      onRead(bytes);
    }
  } catch {
    return { fault: 'form' };
  }
  return bytes === entry.size ? { bytes, numbers: span?.numbers ?? 0 } : { fault: 'form' };
}

async function* inflated(packed: Uint8Array, method: number): AsyncGenerator<Uint8Array> {
  if (method === 0) {
    yield packed;
    return;
  }
  const stream = new Blob([packed as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

const TAG = /<(?:\w+:)?(row|c)\b([^>]*)>/g;
/** What says that a cell is no number. */
const TYPED = /\bt\s*=\s*["'](?!n["'])/;
const PLACE = /\br\s*=\s*["']([A-Za-z]{0,3})(\d{1,7})["']/;

/** How many cells a sheet spans, from what its rows and cells say of their places. */
class Span {
  numbers = 0;
  readonly #decoder = new TextDecoder('latin1');
  #rest = '';
  #rows = 0;
  #columns = 0;
  #inRow = 0;

  add(chunk: Uint8Array): number {
    const text = this.#rest + this.#decoder.decode(chunk, { stream: true });
    const last = text.lastIndexOf('<');
    // A tag that has not ended waits for its end; one that is longer than any is no tag of a sheet.
    const cutAt = last >= 0 && text.indexOf('>', last) < 0 && text.length - last < 10_000 ? last : text.length;
    this.#rest = text.slice(cutAt);
    for (const [, name, attributes = ''] of text.slice(0, cutAt).matchAll(TAG)) {
      const [, letters = '', digits = ''] = PLACE.exec(attributes) ?? [];
      if (name === 'row') {
        this.#inRow = 0;
        this.#rows = Math.max(this.#rows + 1, Number(digits));
      } else {
        this.#inRow = letters === '' ? this.#inRow + 1 : Math.max(this.#inRow + 1, columnOf(letters));
        this.#columns = Math.max(this.#columns, this.#inRow);
        this.#rows = Math.max(this.#rows, Number(digits));
        if (!TYPED.test(attributes)) this.numbers++;
      }
    }
    return this.#rows * this.#columns;
  }
}

const columnOf = (letters: string): number =>
  [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
