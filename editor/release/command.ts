/** The same release on a command line. */
import type { SignOff } from '../../src/release/check.ts';
import type { Release } from './state.ts';

/** Between quotation marks where a shell would part it, or take it for more than words. */
const quoted = (text: string): string =>
  /^[\p{L}\p{N}_.,/:@=+-]+$/u.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;

export function commandFor({ by, reason }: Release, signOffs: readonly SignOff[], file: string): string {
  const who = [by, reason].map((text) => text.trim());
  return [
    `cme release ${quoted(file)}`,
    ...(who[0] ? [`--by ${quoted(who[0])}`] : []),
    ...(who[1] ? [`--reason ${quoted(who[1])}`] : []),
    ...signOffs.map((one) => `--sign-off ${quoted(`${one.check}=${one.reason}`)}`),
    ...(who[0] && who[1] ? [] : ['--dry-run']),
  ].join(' ');
}
