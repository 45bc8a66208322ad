/** `cme audit verify`: whether a log of releases is as it was written, and the folders beside it as they were made. */
import { join } from 'node:path';
import { type Broken, besideFolders, type Evidence, verifyLog } from '../audit/index.ts';
import { checkLabel } from '../release/index.ts';
import { LOG, RELEASES, Releases, taggedLines } from '../server/index.ts';
import { isFile, isFolder, readBytes } from './files.ts';
import type { Shell } from './shell.ts';
import { type ExitCode, Stop } from './stop.ts';

export interface AuditOptions {
  readonly known: readonly string[];
  readonly format: 'text' | 'json';
}

export async function auditCommand(_: 'verify', place: string, options: AuditOptions, shell: Shell): Promise<ExitCode> {
  for (const hash of options.known) if (!/^[0-9a-f]{64}$/.test(hash)) throw new Stop('knownMalformed', { text: hash });
  const folder = folderAt(place);
  const releases = folder === null ? null : new Releases(folder);
  const file = folder === null ? place : join(folder, LOG);
  const text = folder !== null && !isFile(file) ? '' : new TextDecoder().decode(readBytes(file));
  const known = [...options.known, ...(releases === null ? [] : await taggedLines(releases))];
  const { lines, broken } = verifyLog(text, known);
  const evidence = releases === null ? [] : besideFolders(lines, releases.folders());
  // Behind a wrong line nothing is known, so that folders without a line say nothing.
  const found = broken === null ? evidence : evidence.filter(({ why }) => why !== 'noLine');
  const last = lines.at(-1) ?? null;
  if (options.format === 'json') {
    const told = { file, lines: lines.length, broken, evidence: found, last: last?.hash ?? null };
    shell.out.line(JSON.stringify(told, null, 2));
  } else {
    for (const { n, at, by, ruleset, reason, signed } of lines) {
      const name = `${ruleset.code} ${ruleset.version}`;
      shell.out.line(shell.say('auditLine', { n, at, by, name, reason: oneLine(reason) }));
      for (const one of signed)
        shell.out.line(
          `    ${shell.say('auditSigned', { check: checkLabel(one.check, shell.lang), reason: oneLine(one.reason) })}`,
        );
    }
    if (broken !== null) shell.out.line(shell.out.paint('red', brokenText(broken, shell)));
    for (const one of found) shell.out.line(shell.out.paint('red', evidenceText(one, shell)));
    if (broken === null && found.length === 0) {
      shell.out.line(
        last === null
          ? shell.say('auditEmpty')
          : shell.out.paint('green', shell.say('auditWhole', { count: lines.length, hash: last.hash })),
      );
      shell.tell(known.length > 0 || releases !== null ? 'auditFar' : 'auditNear');
    }
  }
  return broken !== null || found.length > 0 ? 1 : 0;
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');

/** The folder of releases; null where it is a file that is to be looked at by itself. */
function folderAt(place: string): string | null {
  if (!isFolder(place)) return null;
  for (const folder of [place, join(place, RELEASES)]) {
    if (
      isFile(join(folder, LOG)) ||
      (isFolder(folder) && new Releases(folder).folders().some(({ sum }) => sum !== null))
    ) {
      return folder;
    }
  }
  throw new Stop('noLog', { folder: place, file: LOG });
}

const brokenText = ({ line, why, from = 0, to = 0 }: Broken, shell: Shell): string =>
  shell.say(why === 'missing' && from === to ? 'auditBroken_missingOne' : `auditBroken_${why}`, { line, from, to });

const evidenceText = ({ why, folder, file = '', line = 0 }: Evidence, shell: Shell): string =>
  shell.say(`evidence_${why}`, { folder, file, line });
