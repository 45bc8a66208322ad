/** What a zip archive says of itself: its list of entries, read without inflating anything. */

export interface ZipEntry {
  readonly name: string;
  /** Bytes in the archive, and what they are said to become. */
  readonly packed: number;
  readonly size: number;
  /** 0 stored, 8 deflated; others are none of a spreadsheet's. */
  readonly method: number;
  /** Where its own head stands, before its bytes. */
  readonly head: number;
}

const END = 0x06054b50;
const LISTED = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const LISTED_SIZE = 46;
const LOCAL_SIZE = 30;
/** A comment after the end may be so long. */
const COMMENT = 0xffff;
/** What stands where the true number needs 64 bits: no sheet of a spreadsheet does. */
const LARGE = 0xffff_ffff;

/** Null where this is no archive, or one that is cut short or split or larger than 4 GB. */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let number = 0; number < count; number += 1) {
    if (at + LISTED_SIZE > end || view.getUint32(at, true) !== LISTED) return null;
    const [packed, size, head] = [20, 24, 42].map((offset) => view.getUint32(at + offset, true)) as [
      number,
      number,
      number,
    ];
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ];
    if ([packed, size, head].includes(LARGE) || at + LISTED_SIZE + name > end) return null;
    const words = new TextDecoder().decode(bytes.subarray(at + LISTED_SIZE, at + LISTED_SIZE + name));
    entries.push({ name: words, packed, size, method: view.getUint16(at + 10, true), head });
    at += LISTED_SIZE + name + extra + comment;
  }
  return entries;
}

/** The packed bytes of an entry; null where its head is not where the list says. */
export function packedBytes(bytes: Uint8Array, { head, packed }: ZipEntry): Uint8Array | null {
  if (head + LOCAL_SIZE > bytes.length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(head, true) !== LOCAL) return null;
  const from = head + LOCAL_SIZE + view.getUint16(head + 26, true) + view.getUint16(head + 28, true);
  return from + packed > bytes.length ? null : bytes.subarray(from, from + packed);
}

function endOf(view: DataView): number | null {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= Math.max(0, last - COMMENT); at -= 1) if (view.getUint32(at, true) === END) return at;
  return null;
}
