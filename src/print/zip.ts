/** A zip file without the hour it was made in, so that the same contents are the same bytes. */

const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** 1980-01-01 00:00, the first moment that a zip file can name. */
const FIRST_DAY = 0x0021;

/** Every entry dated to the first day; the bytes handed in are changed. */
export const undated = (bytes: Uint8Array): Uint8Array => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END) end -= 1;
  if (end < 0) throw new Error('no zip file');
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let entry = 0; entry < count; entry++) {
    if (view.getUint32(at, true) !== CENTRAL) throw new Error('no entry where the zip file says one');
    const local = view.getUint32(at + 42, true);
    for (const dated of [at + 12, local + 10]) {
      view.setUint16(dated, 0, true);
      view.setUint16(dated + 2, FIRST_DAY, true);
    }
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return bytes;
};
