/**
 * The versions of a file, in git. A repository that the folder lies in is used; none is made unless that is asked for. A
 * version holds the one file and leaves alone what else is staged.
 */
import fs from 'node:fs';
import { relative, sep } from 'node:path';
import git from 'isomorphic-git';
import { withoutLinks } from '../disk/atomicFile.ts';
import { placeOf } from './paths.ts';
import { Problem } from './problem.ts';

export interface Version {
  readonly id: string;
  readonly message: string;
  readonly author: string;
  /** ISO, in UTC. */
  readonly date: string;
}

export interface Author {
  readonly name: string;
  readonly email: string;
}

const MOST_VERSIONS = 200;

export class History {
  private readonly root: string;

  constructor(root: string) {
    this.root = withoutLinks(root);
  }

  async exists(): Promise<boolean> {
    return (await this.repository()) !== null;
  }

  /** Only where the user has said so. */
  async make(): Promise<void> {
    if (!(await this.exists())) await git.init({ fs, dir: this.root, defaultBranch: 'main' });
  }

  /** Newest first. */
  async versions(path: string): Promise<readonly Version[]> {
    const { dir, filepath } = await this.place(path);
    if ((await headOf(dir)) === null) return [];
    const found = await readable(git.log({ fs, dir, filepath, depth: MOST_VERSIONS, force: true }));
    return found.map(({ oid, commit: { message, author } }) => ({
      id: oid,
      message: message.trimEnd(),
      author: author.name,
      date: new Date(author.timestamp * 1000).toISOString(),
    }));
  }

  async text(path: string, id: string): Promise<string> {
    const { dir, filepath } = await this.place(path);
    if (!/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(id)) throw new Problem('malformed', { why: 'version' });
    const { blob } = await readable(git.readBlob({ fs, dir, oid: id, filepath }));
    return new TextDecoder().decode(blob);
  }

  async store(path: string, message: string, author: Author | null): Promise<Version> {
    const { dir, filepath } = await this.place(path);
    const who = author ?? (await configured(dir));
    if (who === null) throw new Problem('noAuthor');
    const parent = await headOf(dir);
    const blob = await git.writeBlob({ fs, dir, blob: fs.readFileSync(placeOf(this.root, path)) });
    const before = parent === null ? null : await treeOf(dir, parent);
    const tree = await withFile(dir, before, filepath.split('/'), blob);
    if (tree === before) throw new Problem('nothingNew');
    const id = await git.commit({ fs, dir, message, author: who, tree, parent: parent === null ? [] : [parent] });
    await git.updateIndex({ fs, dir, filepath, oid: blob, add: true });
    const { commit } = await git.readCommit({ fs, dir, oid: id });
    return { id, message, author: who.name, date: new Date(commit.author.timestamp * 1000).toISOString() };
  }

  private async repository(): Promise<string | null> {
    try {
      return await git.findRoot({ fs, filepath: this.root });
    } catch {
      return null;
    }
  }

  private async place(path: string): Promise<{ readonly dir: string; readonly filepath: string }> {
    const dir = await this.repository();
    if (dir === null) throw new Problem('noRepository');
    const real = withoutLinks(placeOf(this.root, path));
    return { dir, filepath: relative(withoutLinks(dir), real).split(sep).join('/') };
  }
}

async function headOf(dir: string): Promise<string | null> {
  try {
    return await git.resolveRef({ fs, dir, ref: 'HEAD' });
  } catch {
    return null;
  }
}

const treeOf = async (dir: string, commit: string): Promise<string> =>
  (await git.readCommit({ fs, dir, oid: commit })).commit.tree;

/** The tree with the file in its place; all else in it stays. */
async function withFile(dir: string, tree: string | null, names: readonly string[], blob: string): Promise<string> {
  const [name = '', ...rest] = names;
  const entries = tree === null ? [] : (await git.readTree({ fs, dir, oid: tree })).tree;
  const known = entries.find(({ path }) => path === name);
  const below = rest.length > 0 ? await withFile(dir, known?.type === 'tree' ? known.oid : null, rest, blob) : null;
  const entry =
    below === null
      ? ({ mode: known?.type === 'blob' ? known.mode : '100644', path: name, oid: blob, type: 'blob' } as const)
      : ({ mode: '040000', path: name, oid: below, type: 'tree' } as const);
  return git.writeTree({ fs, dir, tree: [...entries.filter(({ path }) => path !== name), entry] });
}

async function configured(dir: string): Promise<Author | null> {
  const [name, email] = await Promise.all(
    ['user.name', 'user.email'].map((path) => git.getConfig({ fs, dir, path }) as Promise<string | undefined>),
  );
  return name === undefined || name === '' ? null : { name, email: email ?? '' };
}

async function readable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new Problem('unreadableHistory', { why: error instanceof Error ? error.message : String(error) });
  }
}
