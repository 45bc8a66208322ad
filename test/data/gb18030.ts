/** Text to GB18030, which the platform can only read: the two-byte characters by a table made from its own decoder. */
const table = new Map<string, readonly [number, number]>();
const decoder = new TextDecoder('gb18030', { fatal: true });
for (let lead = 0x81; lead <= 0xfe; lead++) {
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    if (trail === 0x7f) continue;
    const text = decoder.decode(Uint8Array.of(lead, trail));
    if (!table.has(text)) table.set(text, [lead, trail]);
  }
}

/** Characters that it can write beside ASCII. */
export const inGb18030 = (c: string): boolean => table.has(c);

export function toGb18030(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const c of text) bytes.push(...(c < '\x80' ? [c.charCodeAt(0)] : (table.get(c) ?? [0x3f])));
  return Uint8Array.from(bytes);
}
