/** `cme release`: the checks, and where they are green or signed off, one folder with its line in the log. */
import { dirname, join } from 'node:path';
import type { RuleSource } from '../index.ts';
import { checkNamed, otherVersions, type SignOff, settle, versionBefore } from '../release/index.ts';
import { Problem, type Published, publish, RELEASES, Releases, surveyFor } from '../server/index.ts';
import { explained, isFile } from './files.ts';
import { version } from './package.ts';
import { checklistText, publishedText } from './releasetext.ts';
import type { RuleFile } from './rulefile.ts';
import { RuleShelf } from './rulesets.ts';
import type { Shell } from './shell.ts';
import { type ExitCode, Stop } from './stop.ts';

export interface ReleaseOptions {
  readonly by?: string;
  readonly reason?: string;
  readonly out?: string;
  readonly base?: string;
  readonly signOff: readonly string[];
  readonly dryRun?: boolean;
  readonly format: 'text' | 'json';
  readonly rulesDir?: string;
}

/** As long as the server takes. */
const LONGEST = { by: 200, reason: 2000 };

export async function releaseCommand(rules: string, options: ReleaseOptions, shell: Shell): Promise<ExitCode> {
  const signOffs = options.signOff.map((text) => signOffIn(text));
  const shelf = new RuleShelf(shell, options.rulesDir);
  const entry = await shelf.one(rules, null);
  const { path } = entry;
  if (path === null) throw new Stop('releaseFromGit', { file: entry.file });
  const out = options.out ?? join(dirname(path), RELEASES);
  if (isFile(out)) throw new Stop('folderMissing', { folder: out });
  const releases = new Releases(out);
  const library = (await shelf.library(entry)).filter(({ file }) => file !== entry.file);
  const others = [...otherVersions(entry, library), ...otherVersions(entry, releases.texts())];
  const base = await baseFor(options.base, entry, others, shelf);
  const asked = { entry, library, base, others, now: new Date() };
  if (options.dryRun === true) return told(asked, signOffs, options, shell);
  const by = said(options.by, '--by', LONGEST.by);
  const reason = said(options.reason, '--reason', LONGEST.reason);
  const files = [entry, ...library].flatMap((one) => (isRead(one) ? [one] : []));
  const published = await orStop(
    publish(releases, {
      ...asked,
      by,
      reason,
      signOffs,
      program: `cme ${version()}`,
      paths: new Map(files.flatMap(({ file, path: at }) => (at === null ? [] : [[file, at] as const]))),
      bytes: new Map(files.map(({ file, bytes }) => [file, bytes])),
    }),
    options,
    shell,
  );
  if (published === null) return 1;
  if (options.format === 'json') shell.out.line(JSON.stringify({ released: true, ...published }, null, 2));
  else shell.out.write(publishedText(published, shell));
  if (published.uncommitted) shell.tell('releaseUncommitted', { why: published.uncommitted.message[shell.lang] });
  return 0;
}

const isRead = (source: RuleSource): source is RuleFile => 'bytes' in source;

/** The checks alone; nothing is written. */
function told(
  asked: Parameters<typeof surveyFor>[0] & { readonly now: Date },
  signOffs: readonly SignOff[],
  { format }: ReleaseOptions,
  shell: Shell,
): ExitCode {
  const { checks } = surveyFor(asked, asked.now);
  const { left } = settle(checks, signOffs);
  if (format === 'json') shell.out.line(JSON.stringify({ released: false, checks, left }, null, 2));
  else shell.out.write(checklistText(checks, left, shell));
  return left.length > 0 ? 1 : 0;
}

/** Null where the checks are not all green or signed off, which is told. */
async function orStop(
  work: Promise<Published>,
  { format, out = '' }: ReleaseOptions,
  shell: Shell,
): Promise<Published | null> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof Problem)) throw explained(error, out);
    const { body } = error;
    if (body.error !== 'unready') {
      throw new Stop('releaseRefused', { why: body.message[shell.lang] }, body.error === 'logBroken' ? 1 : 2);
    }
    const { checks, left } = body as unknown as Parameters<typeof unready>[0];
    unready({ checks, left }, format, shell);
    return null;
  }
}

function unready(
  found: { readonly checks: Parameters<typeof checklistText>[0]; readonly left: Parameters<typeof checklistText>[1] },
  format: ReleaseOptions['format'],
  shell: Shell,
): void {
  if (format === 'json') shell.out.line(JSON.stringify({ released: false, ...found }, null, 2));
  else shell.out.write(checklistText(found.checks, found.left, shell));
}

function said(text: string | undefined, name: string, longest: number): string {
  const words = text?.trim() ?? '';
  if (words === '') throw new Stop('releaseUnsaid', { name });
  if (words.length > longest) throw new Stop('releaseTooLong', { name, longest });
  return words;
}

function signOffIn(text: string): SignOff {
  const [, name = '', reason = ''] = /^([^=＝]+)[=＝](.+)$/s.exec(text) ?? [];
  const check = checkNamed(name.trim());
  if (check === undefined || reason.trim() === '') throw new Stop('signOffMalformed', { text });
  if (reason.length > LONGEST.reason) throw new Stop('releaseTooLong', { name: '--sign-off', longest: LONGEST.reason });
  return { check, reason: reason.trim() };
}

/** As `cme diff` names its old side; unless named, the last version to have come into force before. */
async function baseFor(
  named: string | undefined,
  entry: RuleFile,
  others: readonly RuleSource[],
  shelf: RuleShelf,
): Promise<RuleSource | null> {
  return named === undefined ? versionBefore(entry, others) : shelf.one(named, null);
}
