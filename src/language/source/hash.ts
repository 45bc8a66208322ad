/**
 * A short mark of a text: FNV-1a of 64 bits over its UTF-16 units, in hex. It tells whether a text has changed since it was
 * last looked at; it does not keep anyone from making two texts of one mark, and is no proof of who wrote what.
 */
export const hash = (text: string): string => {
  // In four parts of 16 bits, so that each product stays exact.
  let [a, b, c, d] = [0x2325, 0x8422, 0x9ce4, 0xcbf2];
  for (let i = 0; i < text.length; i++) {
    a ^= text.charCodeAt(i);
    // Times 2^40 + 0x1b3.
    const p = a * 0x1b3;
    const q = b * 0x1b3 + (p >>> 16);
    const r = c * 0x1b3 + ((a << 8) & 0xffff00) + (q >>> 16);
    const s = d * 0x1b3 + ((b << 8) & 0xffff00) + Math.floor(r / 0x10000);
    [a, b, c, d] = [p & 0xffff, q & 0xffff, r & 0xffff, s & 0xffff];
  }
  return [d, c, b, a].map((part) => part.toString(16).padStart(4, '0')).join('');
};
