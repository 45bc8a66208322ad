/** One release from beginning to end: surveyed, written with its line in the log, then committed and tagged. */
import { dirname, join } from 'node:path';
import type { AuditLine } from '../audit/index.ts';
import {
  type Asked,
  type Check,
  folderOf,
  releaseOf,
  type SignOff,
  type Survey,
  surveyOf,
  tagOf,
} from '../release/index.ts';
import { History } from './history.ts';
import { Problem } from './problem.ts';
import { ATTRIBUTES, LOG, type Releases } from './releases.ts';

export interface Publishing extends Omit<Asked, 'today'> {
  readonly by: string;
  readonly reason: string;
  readonly signOffs: readonly SignOff[];
  /** Of the program: `cme 0.1.0`. */
  readonly program: string;
  readonly now: Date;
  /** The rule file on the disk with those of its baselines that are to be committed, by the names of their sources. */
  readonly paths: ReadonlyMap<string, string>;
  /** As they stand on the disk, where these are no UTF-8. */
  readonly bytes?: ReadonlyMap<string, Uint8Array>;
}

export interface Published {
  readonly folder: string;
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
  readonly sum: string;
  readonly line: AuditLine;
  readonly checks: readonly Check[];
  /** The commit and its tag; null where it is in no history, for the reason beside it. */
  readonly commit: { readonly id: string; readonly tag: string } | null;
  readonly uncommitted: Problem['body'] | null;
}

/** The day as it is written here. */
export const dayOf = (now: Date): string =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');

export const surveyFor = (asked: Omit<Asked, 'today'>, now: Date): Survey => surveyOf({ ...asked, today: dayOf(now) });

export async function publish(releases: Releases, asked: Publishing): Promise<Published> {
  const { by, reason, signOffs, program, now, bytes } = asked;
  const survey = surveyFor(asked, now);
  const { code = '', version = '' } = survey.compiled.ruleSet ?? {};
  releases.refuseTwice(folderOf(code, version) ?? '');
  const who = { by, reason, at: now.toISOString(), program };
  const path = asked.paths.get(asked.entry.file);
  if (path !== undefined) await new History(dirname(path)).refuseTag(tagOf(folderOf(code, version) ?? ''));
  const made = await releaseOf(survey, who, signOffs, bytes);
  if ('refused' in made) throw refusal(made, survey);
  const files = made.files.map(({ name, bytes: { length }, sha256 }) => ({ name, bytes: length, sha256 }));
  return releases.keep(made, async ({ folder, line }) => {
    const rules = survey.compiled.sources.flatMap(({ file, text }) => {
      const path = asked.paths.get(file);
      return path === undefined ? [] : [{ path, bytes: bytes?.get(file) ?? Buffer.from(text) }];
    });
    const evidence = made.files.map((one) => ({ path: join(folder, one.name), bytes: one.bytes }));
    const stored = await stores(releases, asked, line, [...rules, ...evidence]);
    return { folder, files, sum: made.sum, line, checks: survey.checks, ...stored };
  });
}

function refusal(made: Exclude<Awaited<ReturnType<typeof releaseOf>>, { sum: string }>, { checks }: Survey): Problem {
  if (made.refused === 'unnamed') return new Problem('unnamed', { name: made.name });
  const names = checks.filter(({ id }) => made.left.includes(id)).map(({ label }) => label.zh);
  return new Problem('unready', { names: names.join('、') }, { checks, left: made.left });
}

/** The tag holds the hash of the line and where its log is, so that a log that is cut off behind it is found out. */
const LINE = /^日志 sha256:([0-9a-f]{64}) (.+)$/gm;

/** The release stands, whether it can be committed or not. */
async function stores(
  releases: Releases,
  { entry, by, reason, paths }: Publishing,
  line: AuditLine,
  files: Parameters<History['tag']>[0],
): Promise<Pick<Published, 'commit' | 'uncommitted'>> {
  const path = paths.get(entry.file);
  const { ruleset, folder, sum, hash } = line;
  try {
    if (path === undefined) throw new Problem('noRepository');
    const history = new History(dirname(path));
    const file = join(releases.root, LOG);
    const log = await history.within(file);
    const anchor = log === null ? '' : `日志 sha256:${hash} ${log}\n`;
    const about = `发布 ${ruleset.code} ${ruleset.version}\n\n${reason}\n\n校验码 sha256:${sum}\n${anchor}`;
    const kept = { path: join(releases.root, ATTRIBUTES), bytes: Buffer.from(releases.attributes()) };
    const all = [...files, kept, { path: file, bytes: Buffer.from(releases.log()) }];
    const commit = await history.tag(all, about, { name: by, email: '' }, tagOf(folder));
    return { commit, uncommitted: commit === null ? new Problem('noRepository').body : null };
  } catch (error) {
    const known = error instanceof Problem ? error : new Problem('unreadableHistory', { why: String(error) });
    return { commit: null, uncommitted: known.body };
  }
}

/** The hashes of this log's lines that the tags of a history hold. */
export async function taggedLines({ root }: Releases): Promise<readonly string[]> {
  const history = new History(root);
  const log = await history.within(join(root, LOG));
  if (log === null) return [];
  return (await history.tagged(tagOf(''))).flatMap(({ message }) => {
    // A reason may hold such a line too, but stands before it.
    const [, hash, of] = [...message.matchAll(LINE)].at(-1) ?? [];
    return hash !== undefined && of === log ? [hash] : [];
  });
}
