/** A log beside what its lines made: a folder for each, whose files are as their check sums say. */
import type { AuditLine } from './line.ts';

/** A folder as it stands. */
export interface FoundFolder {
  readonly name: string;
  /** SHA-256 of its list of check sums; null where there is none. */
  readonly sum: string | null;
  /** What the list says of each file. */
  readonly listed: ReadonlyMap<string, string>;
  /** What each file is, the list itself apart. */
  readonly files: ReadonlyMap<string, string>;
}

export type EvidenceWhy =
  /** A folder that no line made: lines were cut off at the end, or somebody put it there. */
  | 'noLine'
  | 'noFolder'
  /** The list of check sums is not the one that the line names. */
  | 'otherSum'
  | 'fileChanged'
  | 'fileMissing'
  | 'fileAdded';

export interface Evidence {
  readonly why: EvidenceWhy;
  readonly folder: string;
  readonly file?: string;
  /** The number of the line. */
  readonly line?: number;
}

/** What does not fit, in the order of the log, then of the folders. */
export function besideFolders(lines: readonly AuditLine[], folders: readonly FoundFolder[]): readonly Evidence[] {
  const byName = new Map(folders.map((folder) => [folder.name, folder]));
  const named = new Set(lines.map(({ folder }) => folder));
  return [
    ...lines.flatMap(({ n, folder, sum }): Evidence[] => {
      const found = byName.get(folder);
      if (found === undefined) return [{ why: 'noFolder', folder, line: n }];
      return found.sum === sum ? [...filesIn(found)] : [{ why: 'otherSum', folder, line: n }];
    }),
    ...folders.flatMap(({ name }): Evidence[] => (named.has(name) ? [] : [{ why: 'noLine', folder: name }])),
  ];
}

const filesIn = ({ name: folder, listed, files }: FoundFolder): readonly Evidence[] => [
  ...[...listed].flatMap(([file, sum]): Evidence[] => {
    const found = files.get(file);
    if (found === undefined) return [{ why: 'fileMissing', folder, file }];
    return found === sum ? [] : [{ why: 'fileChanged', folder, file }];
  }),
  ...[...files.keys()].flatMap((file): Evidence[] => (listed.has(file) ? [] : [{ why: 'fileAdded', folder, file }])),
];

/** `<64 digits>  <name>` a line, as `sha256sum` writes and checks it. */
export const sumsText = (files: readonly { readonly name: string; readonly sha256: string }[]): string =>
  files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('');

export const readSums = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text.split('\n').flatMap((line): [string, string][] => {
      const [, sum, name] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
      return sum === undefined || name === undefined ? [] : [[name, sum]];
    }),
  );
