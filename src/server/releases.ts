/**
 * The folder of releases: one folder a version, and the log of them. Under one lock a release is written beside its place,
 * then its line is added to the log, then it is put into its place: whoever is stopped in between leaves either nothing, or
 * a line whose folder is put into place by the next who comes. So a folder without its line is nobody's work of ours.
 */
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  type AuditLine,
  type FoundFolder,
  lineAfter,
  readSums,
  sha256,
  type Verified,
  verifyLog,
} from '../audit/index.ts';
import { locked } from '../disk/lock.ts';
import { addLine, FolderBeside, settled } from '../disk/whole.ts';
import { isPlain, type Released, SUMS } from '../release/index.ts';
import { Problem } from './problem.ts';

export { RELEASES } from './folder.ts';
export const LOG = '日志.jsonl';
export const ATTRIBUTES = '.gitattributes';
/** A checkout elsewhere would otherwise change the ends of lines, and no check sum would fit any more. */
const UNCHANGED = '* -text\n';
const LOCK = '.lock';
const MOST_MS = 60_000;
const MOST = { log: 64 * 2 ** 20, folders: 5000, files: 200, bytes: 64 * 2 ** 20 };

export interface Kept {
  readonly folder: string;
  readonly line: AuditLine;
}

export class Releases {
  /** The folder that holds them; it need not be there yet. */
  readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  /** `known`: hashes of lines that others have kept. */
  verified(known: readonly string[] = []): Verified {
    return verifyLog(this.log(), known);
  }

  /** One at a time, with what is done after it. */
  async keep<T>(made: Released, after: (kept: Kept) => Promise<T>): Promise<T> {
    mkdirSync(this.root, { recursive: true });
    if (!lstatSync(this.root).isDirectory()) throw new Problem('outside');
    try {
      return await locked(join(this.root, LOCK), MOST_MS, () => after(this.keepOne(made)));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ELOCKED')
        throw new Problem('busy', { file: LOCK });
      throw error;
    }
  }

  /** What has been released stays as it is. */
  refuseTwice(folder: string): void {
    const before = this.verified().lines.find((one) => one.folder.toLowerCase() === folder.toLowerCase());
    if (before) throw new Problem('released', { folder, at: before.at.slice(0, 10), by: before.by });
  }

  private keepOne({ folder, entry, files, sum }: Released): Kept {
    const { lines } = this.sound();
    this.finish(lines);
    this.refuseTwice(folder);
    const place = join(this.root, folder);
    if (existsSync(place)) throw new Problem('folderThere', { folder });
    const attributes = join(this.root, ATTRIBUTES);
    if (!existsSync(attributes)) writeFileSync(attributes, UNCHANGED);
    const beside = new FolderBeside(place, join(this.root, `.${folder}.tmp`), files);
    const text = this.log();
    const last = text.split('\n').at(-2);
    const line = lineAfter(last === undefined ? null : { n: lines.length, text: last }, entry);
    addLine(join(this.root, LOG), line);
    beside.settle();
    const added = verifyLog(this.log()).lines.at(-1);
    if (added?.sum !== sum) throw new Problem('failed', { why: LOG });
    return { folder: place, line: added };
  }

  /** A log that is not whole is not written on: what it says would be lost among what is added. */
  private sound(): Verified {
    const found = this.verified();
    if (found.broken !== null) {
      throw new Problem('logBroken', { file: LOG, line: String(found.broken.line) }, { broken: found.broken });
    }
    return found;
  }

  /** What was stopped in between is put into place where its line stands, and taken away where it does not. */
  private finish(lines: readonly AuditLine[]): void {
    for (const name of readdirSync(this.root)) {
      const [, folder] = /^\.(.+)\.tmp$/.exec(name) ?? [];
      if (folder === undefined || !isPlain(folder)) continue;
      const [beside, place] = [join(this.root, name), join(this.root, folder)];
      const line = lines.find((one) => one.folder === folder);
      if (line && !existsSync(place) && this.sumOf(beside) === line.sum) settled(beside, place);
      else rmSync(beside, { recursive: true, force: true });
    }
  }

  log(): string {
    const file = join(this.root, LOG);
    const known = lstatSync(file, { throwIfNoEntry: false });
    if (known === undefined) return '';
    if (!known.isFile()) throw new Problem('outside');
    if (known.size > MOST.log) throw new Problem('failed', { why: `${LOG} > ${MOST.log / 2 ** 20} MB` });
    return readFileSync(file, 'utf8');
  }

  /** What git is told of the folder; what somebody has added stays. */
  attributes(): string {
    return readFileSync(join(this.root, ATTRIBUTES), 'utf8');
  }

  private sumOf(folder: string): string | null {
    const file = join(folder, SUMS);
    return isFile(file) ? sha256(readFileSync(file)) : null;
  }

  /** Each folder as it stands. */
  folders(): readonly FoundFolder[] {
    return this.names().map((name) => {
      const folder = join(this.root, name);
      const sums = join(folder, SUMS);
      const all = readdirSync(folder).slice(0, MOST.files);
      const files = all
        .filter((file) => file !== SUMS)
        .map((file): [string, string] => [file, hashOf(join(folder, file))]);
      return {
        name,
        sum: this.sumOf(folder),
        listed: isFile(sums) ? readSums(readFileSync(sums, 'utf8')) : new Map(),
        files: new Map(files),
      };
    });
  }

  /** The rule files of the versions released, as texts to compare with; those that are as they were released. */
  texts(): readonly { readonly file: string; readonly text: string }[] {
    return this.verified().lines.flatMap(({ folder, file }) => {
      const path = join(this.root, folder, file.name);
      if (!isPlain(folder) || !isPlain(file.name) || hashOf(path) !== file.sha256) return [];
      return [{ file: `${basename(this.root)}/${folder}/${file.name}`, text: readFileSync(path, 'utf8') }];
    });
  }

  private names(): readonly string[] {
    if (!existsSync(this.root)) return [];
    const entries = readdirSync(this.root, { withFileTypes: true });
    return entries
      .filter((one) => one.isDirectory() && !one.name.startsWith('.'))
      .map(({ name }) => name)
      .toSorted()
      .slice(0, MOST.folders);
  }
}

const isFile = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isFile() === true;

/** What is no plain file, or is larger than anything that a release makes, is none of ours. */
function hashOf(path: string): string {
  const known = lstatSync(path, { throwIfNoEntry: false });
  return known?.isFile() && known.size <= MOST.bytes ? sha256(readFileSync(path)) : '';
}
