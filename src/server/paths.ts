/**
 * Paths confined to one folder. A path is names parted by `/`; what any of the systems that a folder may be shared with
 * would read as something else than a name is refused, and what is there is looked at without links.
 */
import { lstatSync, realpathSync } from 'node:fs';
import nodePath, { dirname, join, type PlatformPath } from 'node:path';
import { Problem } from './problem.ts';

export const ENDING = '.cme';

/** Names that Windows takes for devices, whatever their ending. */
const DEVICES = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\..*)?$/i;
/** What Windows calls a folder beside its own name, in eight letters: 「GIT~1」 is `.git`. */
const SHORT = /^(?=.{3,12}$)[^.]+~\d+(\.[^.]{1,3})?$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not come in.
const MARKS = /[\u0000-\u001f\u007f<>:"|?*\\/\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;

/** Whether every system reads it as the one name of one file, also after it has made full-width letters plain. */
const isName = (name: string): boolean => {
  const plain = name.normalize('NFKC');
  const spellings = [name, plain];
  return (
    name.length > 0 &&
    Buffer.byteLength(name) <= 200 &&
    spellings.every((one) => !MARKS.test(one) && !one.startsWith('.') && !/[. ]$/.test(one) && !DEVICES.test(one))
  );
};

/** Where the rule file of this path is or would be; throws where it is no rule file within the folder. */
export function placeOf(root: string, path: string): string {
  const names = path.split('/');
  if (names.length > 8 || !path.endsWith(ENDING) || !names.every(isName)) throw new Problem('outside');
  if (names.slice(0, -1).some((name) => SHORT.test(name))) throw new Problem('outside');
  const place = join(root, ...names);
  if (!isWithin(root, dirname(place))) throw new Problem('outside');
  const known = lstatSync(place, { throwIfNoEntry: false });
  // A link that leads nowhere would be followed when it is written.
  if (known?.isSymbolicLink() && !isWithin(root, place)) throw new Problem('outside');
  if (known && !known.isSymbolicLink() && !known.isFile()) throw new Problem('outside');
  return place;
}

/** Whether what is there lies in the folder, links followed; nothing there: it does not. */
function isWithin(root: string, place: string): boolean {
  try {
    return isBelow(realpathSync(root), realpathSync(place));
  } catch {
    return false;
  }
}

/** Whether one path is the other or leads to something in it; both are absolute, and either may be a drive. */
export function isBelow(whole: string, place: string, { relative, isAbsolute, sep }: PlatformPath = nodePath): boolean {
  const way = relative(whole, place);
  return !isAbsolute(way) && way !== '..' && !way.startsWith(`..${sep}`);
}
