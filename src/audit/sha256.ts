/**
 * SHA-256, in 64 small hexadecimal digits; a text is taken as UTF-8. By a library, since a page on plain `http://内网` has no
 * `crypto.subtle`, and a log has to be written and checked by the same reckoning wherever it is.
 */
import { sha256 as digest } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

export const sha256 = (content: Uint8Array | string): string =>
  bytesToHex(digest(typeof content === 'string' ? utf8ToBytes(content) : content));
