/**
 * Finds rule sets: by path, by code or label in the rules folder (`hubei`, `hubei@2025`), or in git (`REV:path`). The rules
 * folder is `--rules-dir`, else `./rules`; the package's own comes last.
 */
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Described, describe, inForce, type RuleSource } from '../index.ts';
import { isFile, isFolder, realPath } from './files.ts';
import { gitName, gitNeighbours } from './git.ts';
import { packageRules } from './package.ts';
import { type RuleFile, readGitRuleFile, readRuleFile, shownPath } from './rulefile.ts';
import type { Shell } from './shell.ts';
import { Stop } from './stop.ts';
import { suggestion } from './suggest.ts';

const ENDING = '.cme';

interface Version extends Described {
  readonly ruleFile: RuleFile;
}

export class RuleShelf {
  private readonly shell: Shell;
  private readonly folders: readonly string[];
  private readonly read = new Map<string, RuleFile>();

  constructor(shell: Shell, rulesDir: string | undefined) {
    this.shell = shell;
    if (rulesDir !== undefined && !isFolder(rulesDir)) throw new Stop('folderMissing', { folder: rulesDir });
    this.folders = once([rulesDir ?? 'rules', packageRules()].filter(isFolder));
  }

  /** The rule files that the names stand for, a folder for those in it; without names, the whole rules folder. */
  async all(names: readonly string[]): Promise<RuleFile[]> {
    if (names.length === 0) return this.filesIn(this.folders[0] ?? 'rules');
    const found: RuleFile[] = [];
    for (const name of names) found.push(...(await this.standingFor(name)));
    const known = new Set<string>();
    return found.filter(({ file }) => !known.has(file) && known.add(file));
  }

  /** The one rule set to judge a year by; without a year, the latest. A path is used whatever its dates. */
  async one(name: string, year: number | null): Promise<RuleFile> {
    const versions = this.versionsOf(name);
    if (versions !== null) return this.choose(name, versions, year);
    const found = await this.byPath(name);
    if (year !== null) this.noteForce(found, year);
    return found;
  }

  /** Where the baselines of a rule file are looked for: beside it, then in the rules folders. */
  async library(entry: Pick<RuleFile, 'path' | 'git'>): Promise<RuleSource[]> {
    const beside = entry.git ? await this.fromGit(entry) : this.filesIn(dirname(entry.path ?? ''), true);
    const known = new Set<string>();
    return [...beside, ...this.folders.flatMap((folder) => this.filesIn(folder, true))].filter((one) => {
      const key = one.path === null ? one.file : realPath(one.path);
      return !known.has(key) && known.add(key);
    });
  }

  private async standingFor(name: string): Promise<RuleFile[]> {
    const versions = this.versionsOf(name);
    if (versions !== null) {
      return name.includes('@') ? [this.choose(name, versions, null)] : versions.map(({ ruleFile }) => ruleFile);
    }
    return isFolder(name) ? this.filesIn(name) : [await this.byPath(name)];
  }

  /** Null where the name can be no code, or no rule set has it and something else may. */
  private versionsOf(name: string): Version[] | null {
    const [code = ''] = name.split('@', 1);
    if (/[\\/:.]/.test(code)) return null;
    for (const folder of this.folders) {
      const found = this.describedIn(folder).filter((one) => one.code === code || one.label === code);
      if (found.length > 0) return found;
    }
    return null;
  }

  private choose(name: string, versions: readonly Version[], year: number | null): RuleFile {
    const [code = '', wanted] = name.split('@', 2);
    const found = this.shell.list(versions.map((one) => `${one.file} (${one.version}, ${one.effective ?? '—'})`));
    const standing = year === null ? latest(versions) : inForce(versions, year);
    if (wanted === undefined) {
      if (standing === null) throw new Stop('noneInForce', { name: code, year: year ?? '', found });
      return alone(standing, versions).ruleFile;
    }
    const named = versions.find(({ version }) => version === wanted);
    const chosen = named ?? (/^\d{4}$/.test(wanted) ? inForce(versions, Number(wanted)) : null);
    if (chosen === null) throw new Stop('versionUnknown', { name: code, version: wanted, found });
    if (year !== null) this.noteForce(chosen.ruleFile, year);
    return alone(chosen, versions).ruleFile;
  }

  /** Whoever asks for one version gets it, and is told where another holds in that year. */
  private noteForce(found: RuleFile, year: number): void {
    const header = describe(found);
    if (header === null || header.effective === null) return;
    const beside = found.path === null ? [] : this.describedIn(dirname(found.path));
    const standing = inForce([header, ...beside.filter(({ code }) => code === header.code)], year);
    if (standing?.file !== found.file)
      this.shell.tell('notInForce', { file: found.file, year, effective: header.effective });
  }

  private async byPath(name: string): Promise<RuleFile> {
    if (isFile(name)) return this.fromDisk(name);
    if (isFolder(name)) throw new Stop('fileIsFolder', { file: name });
    const inGit = gitName(name);
    if (inGit !== null) return readGitRuleFile(inGit, this.shell.lang);
    if (/[\\/]/.test(name) || name.endsWith(ENDING)) throw new Stop('fileMissing', { file: name, cwd: process.cwd() });
    throw this.unknown(name);
  }

  private unknown(name: string): Stop {
    const described = this.folders.flatMap((folder) => this.describedIn(folder));
    const names = described.flatMap(({ code, label }) => [code, label]);
    const found = this.shell.list(once(described.map(({ code, version }) => `${code}@${version}`)));
    return new Stop('ruleSetUnknown', {
      name,
      suggestion: suggestion(name.split('@', 1)[0] ?? name, names, this.shell),
      folders: this.shell.list(this.folders.map(shownPath)) || './rules',
      found: found || this.shell.say('none'),
    });
  }

  private describedIn(folder: string): Version[] {
    return this.filesIn(folder, true).flatMap((ruleFile) => {
      const header = describe(ruleFile);
      return header === null ? [] : [{ ...header, ruleFile }];
    });
  }

  /** `lenient`: files that cannot be read are passed over, since nobody asked for them by name. */
  private filesIn(folder: string, lenient = false): RuleFile[] {
    const names = isFolder(folder) ? readdirSync(folder).filter((name) => name.endsWith(ENDING)) : [];
    if (names.length === 0 && !lenient) throw new Stop('noRuleFiles', { folder });
    return names.sort().flatMap((name) => {
      try {
        return isFolder(join(folder, name)) ? [] : [this.fromDisk(join(folder, name))];
      } catch (error) {
        if (lenient && error instanceof Stop) return [];
        throw error;
      }
    });
  }

  private fromDisk(path: string): RuleFile {
    const known = this.read.get(path);
    if (known !== undefined) return known;
    const found = readRuleFile(path, this.shell.lang);
    if (found.encoding !== 'UTF-8') this.shell.tell('readAs', { file: found.file, encoding: found.encoding });
    this.read.set(path, found);
    return found;
  }

  private async fromGit(entry: Pick<RuleFile, 'git'>): Promise<RuleFile[]> {
    const names = entry.git === null ? [] : await gitNeighbours(entry.git);
    return Promise.all(names.map((name) => readGitRuleFile(name, this.shell.lang)));
  }
}

/** Two files that say they are the same version leave it open which is meant. */
function alone(chosen: Version, versions: readonly Version[]): Version {
  const twin = versions.find((one) => one !== chosen && one.version === chosen.version);
  if (twin === undefined) return chosen;
  throw new Stop('ruleSetTwice', { code: chosen.code, version: chosen.version, first: chosen.file, second: twin.file });
}

const latest = (versions: readonly Version[]): Version =>
  versions.reduce((last, one) => ((one.effective ?? '') >= (last.effective ?? '') ? one : last));

const once = (items: readonly string[]): string[] => {
  const known = new Set<string>();
  return items.filter((item) => !known.has(realPath(item)) && known.add(realPath(item)));
};
