/** Names of folders, files and tags, made of what a rule file says of itself: never a way out of the folder. */

/** What every system, and git, takes for the one name of one folder. */
const PLAIN = /^[\p{L}\p{N}_][\p{L}\p{N}_.-]*$/u;
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const LONGEST = 60;

export const isPlain = (name: string): boolean =>
  name.length <= LONGEST &&
  name === name.normalize('NFKC') &&
  PLAIN.test(name) &&
  !name.includes('..') &&
  !/\.(lock)?$/i.test(name) &&
  !DEVICES.test(name);

/** `hubei-2025`; null where code or version cannot stand in a name. */
export const folderOf = (code: string, version: string): string | null => {
  const name = `${code}-${version}`;
  return isPlain(code) && isPlain(version) && isPlain(name) ? name : null;
};

/** The tag in git of a version released in this folder. */
export const tagOf = (folder: string): string => `release/${folder}`;

/** What stands behind the last mark that parts a path. */
const baseName = (path: string): string => path.split(/[\\/:]/).at(-1) ?? path;

/** Names of files in one folder, each once, for the paths of rule files. */
export function fileNames(paths: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return paths.map((path, at) => {
    const own = baseName(path);
    const plain = own.endsWith('.cme') && isPlain(own) ? own : `rules-${at + 1}.cme`;
    const name = taken.has(plain.toLowerCase()) ? `${at + 1}-${plain}` : plain;
    taken.add(name.toLowerCase());
    return name;
  });
}
