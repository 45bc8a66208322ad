/** Bytes to text: a byte order mark decides, else strict UTF-8, else GB18030 (which holds GBK and GB2312). */
import { LineMap } from '../model/span.ts';
import type { InputFinding } from './finding.ts';

export type Encoding = 'UTF-8' | 'GB18030' | 'UTF-16LE' | 'UTF-16BE';

/** More than this does not fit a JavaScript string once it is decoded. */
const LIMIT_MB = 400;

export interface Decoded {
  /** Without byte order mark; null where the bytes are no text. */
  readonly text: string | null;
  readonly encoding: Encoding;
  /** Why there is no text, or which encoding was taken where it is not UTF-8. */
  readonly findings: readonly InputFinding[];
}

export function decode(bytes: Uint8Array, file: string): Decoded {
  const refuse = (code: InputFinding['code'], args: Record<string, string> = {}, at = {}): Decoded => ({
    text: null,
    encoding: 'UTF-8',
    findings: [{ code, args, place: { file, ...at } }],
  });
  const told = (text: string, encoding: Encoding): Decoded => ({
    text,
    encoding,
    findings: encoding === 'UTF-8' ? [] : [{ code: 'CME954', args: { encoding }, place: { file } }],
  });

  if (bytes.length === 0) return refuse('CME950');
  const megabytes = Math.ceil(bytes.length / 2 ** 20);
  if (megabytes > LIMIT_MB) return refuse('CME955', { size: String(megabytes), limit: String(LIMIT_MB) });

  const marked = byMark(bytes);
  if (marked !== null) {
    const text = strictly(bytes, marked);
    return text === null || text.includes('\0') ? refuse('CME951', { what: marked }) : told(text, marked);
  }
  const zero = bytes.indexOf(0);
  if (zero >= 0) return refuse('CME951', { what: `NUL @ ${zero}` });

  const utf8 = strictly(bytes, 'UTF-8');
  if (utf8 !== null) return told(utf8, 'UTF-8');
  const broken = brokenUtf8(bytes);
  if (broken !== null) return refuse('CME952', {}, broken);
  const gb = strictly(bytes, 'GB18030');
  return gb === null || hasControls(gb) ? refuse('CME953') : told(gb, 'GB18030');
}

function byMark(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16LE';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16BE';
  return null;
}

function strictly(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * The line and column of the first broken byte of a text that is UTF-8 all the same. GB18030 would read most such bytes
 * too, as other characters: a text in which whole UTF-8 characters far outnumber the broken ones is not GB18030.
 */
function brokenUtf8(bytes: Uint8Array): { line: number; column: number } | null {
  const text = new TextDecoder().decode(bytes);
  let broken = 0;
  let whole = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0xfffd) broken++;
    else if (c >= 0x800) whole++;
  }
  if (whole < 4 * broken) return null;
  return new LineMap(text).position(text.indexOf('\ufffd'));
}

/** Characters that no text file holds: what random bytes become when read as GB18030. */
function hasControls(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c < 32 && c !== 9 && c !== 10 && c !== 12 && c !== 13) return true;
  }
  return false;
}
