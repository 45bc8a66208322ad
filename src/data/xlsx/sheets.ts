/** The names of a workbook's sheets, in their order, without reading any of them. */
import { packedBytes, zipEntries } from './zip.ts';

const LARGEST = 4 * 2 ** 20;

/** None where it is no workbook: what is wrong with it is for the reader to say. */
export async function sheetNames(bytes: Uint8Array): Promise<readonly string[]> {
  const entry = zipEntries(bytes)?.find(({ name }) => name === 'xl/workbook.xml');
  const packed = entry && packedBytes(bytes, entry);
  if (!entry || !packed || entry.size > LARGEST) return [];
  try {
    const text = entry.method === 0 ? new TextDecoder().decode(packed) : await inflated(packed);
    return [...text.matchAll(/<(?:\w+:)?sheet\b[^>]*?\sname\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, one, other]) =>
      unescaped(one ?? other ?? ''),
    );
  } catch {
    return [];
  }
}

async function inflated(packed: Uint8Array): Promise<string> {
  const stream = new Blob([packed as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let size = 0; size <= LARGEST; ) {
    const { done, value } = await reader.read();
    if (done) return text;
    size += value.length;
    text += decoder.decode(value, { stream: true });
  }
  await reader.cancel();
  return '';
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const unescaped = (text: string): string =>
  text.replaceAll(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex: string, digits: string, name: string) => {
    const code = hex ? Number.parseInt(hex, 16) : digits ? Number(digits) : null;
    if (code === null) return NAMED[name] ?? whole;
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
