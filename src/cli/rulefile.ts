/** One rule file as text, from the disk or from git, with the reasons why it may not be read. */
import { relative } from 'node:path';
import { decode } from '../data/index.ts';
import { helpOf, type Lang, messageOf, type RuleSource } from '../index.ts';
import { readBytes } from './files.ts';
import { type GitName, gitFile } from './git.ts';
import { Stop } from './stop.ts';

/** More is refused before it is read as rules. */
const LARGEST = 2 ** 20;

export interface RuleFile extends RuleSource {
  /** On the disk; null where it comes from git. */
  readonly path: string | null;
  readonly git: GitName | null;
  readonly bytes: Uint8Array;
  readonly encoding: string;
}

export function readRuleFile(path: string, lang: Lang): RuleFile {
  return ruleFile(shownPath(path), readBytes(path), lang, { path, git: null });
}

export async function readGitRuleFile(name: GitName, lang: Lang): Promise<RuleFile> {
  return ruleFile(`${name.revision}:${name.path}`, await gitFile(name), lang, { path: null, git: name });
}

function ruleFile(file: string, bytes: Uint8Array, lang: Lang, from: Pick<RuleFile, 'path' | 'git'>): RuleFile {
  if (bytes.length > LARGEST) throw new Stop('rulesTooLarge', { file, size: Math.ceil(bytes.length / 1024) });
  const { text, encoding, findings } = decode(bytes, file);
  const [found] = findings;
  if (text === null) {
    const why = found === undefined ? '' : [messageOf(found, lang), helpOf(found, lang)].filter(Boolean).join('；');
    throw new Stop('rulesNotText', { file, why });
  }
  return { file, text, bytes, encoding, ...from };
}

/** From the current folder where it lies there, as it is typed. */
export function shownPath(path: string): string {
  const near = relative(process.cwd(), path);
  return near === '' || near.startsWith('..') ? path : near;
}
