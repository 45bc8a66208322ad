/**
 * The versions of a file, in git. A repository that the folder lies in is used; none is made unless that is asked for. A
 * version holds the one file and leaves alone what else is staged.
 */
import fs from 'node:fs';
import { isAbsolute, relative, sep } from 'node:path';
import git from 'isomorphic-git';
import { withoutLinks } from '../disk/atomicFile.ts';
import { placeOf } from './paths.ts';
import { Problem } from './problem.ts';
import { type Revision, revisionsOf } from './revisions.ts';

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

/** Of a release: what was committed, and the tag on it. */
export interface Tagged {
  readonly id: string;
  readonly tag: string;
}

const MOST_VERSIONS = 200;
const MOST_TAGS = 5000;

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

  /** By the names that the history has for them. */
  async revisions(path: string): Promise<readonly Revision[]> {
    const { dir, filepath } = await this.place(path);
    return readable(revisionsOf(dir, filepath));
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
    const tree = await withFiles(dir, before, [{ names: filepath.split('/'), blob }]);
    if (tree === before) throw new Problem('nothingNew');
    const id = await git.commit({ fs, dir, message, author: who, tree, parent: parent === null ? [] : [parent] });
    await git.updateIndex({ fs, dir, filepath, oid: blob, add: true });
    const { commit } = await git.readCommit({ fs, dir, oid: id });
    return { id, message, author: who.name, date: new Date(commit.author.timestamp * 1000).toISOString() };
  }

  /**
   * Commits the files, and tags that. Files outside the repository are left out, and so is what it ignores. Null where
   * there is no repository.
   */
  async tag(
    files: readonly { readonly path: string; readonly bytes: Uint8Array }[],
    message: string,
    author: Author,
    tag: string,
  ): Promise<Tagged | null> {
    const dir = await this.repository();
    if (dir === null) return null;
    await this.refuseTag(tag);
    const parent = await headOf(dir);
    const before = parent === null ? null : await treeOf(dir, parent);
    const added: { readonly filepath: string; readonly oid: string }[] = [];
    for (const { path, bytes: blob } of files) {
      const filepath = await this.within(path);
      if (filepath === null || (await git.isIgnored({ fs, dir, filepath }))) continue;
      const oid = await git.writeBlob({ fs, dir, blob });
      added.push({ filepath, oid });
    }
    const tree = await withFiles(
      dir,
      before,
      added.map(({ filepath, oid: blob }) => ({ names: filepath.split('/'), blob })),
    );
    const changed = added.length > 0 && tree !== before ? tree : null;
    const own = { fs, dir, message, author, parent: parent === null ? [] : [parent] };
    const id = changed === null ? parent : await git.commit({ ...own, tree: changed });
    if (id === null) return null;
    await git.annotatedTag({ fs, dir, ref: tag, message, object: id, tagger: author });
    // The version stands, whatever becomes of the index; it is written once, since each writing is a moment to be stopped in.
    await git.add({ fs, dir, filepath: added.map(({ filepath }) => filepath), force: true }).catch(() => {});
    return { id, tag };
  }

  /** Asked before anything is made: what is tagged once keeps its tag. */
  async refuseTag(tag: string): Promise<void> {
    const dir = await this.repository();
    if (dir === null) return;
    const ref = `refs/tags/${tag}`;
    if (await git.resolveRef({ fs, dir, ref }).then(Boolean, () => false)) throw new Problem('tagThere', { tag });
  }

  /** Where a path lies in the repository; null where it does not. */
  async within(path: string): Promise<string | null> {
    const dir = await this.repository();
    if (dir === null) return null;
    const place = relative(withoutLinks(dir), withoutLinks(path)).split(sep).join('/');
    return isAbsolute(place) || place.startsWith('../') ? null : place;
  }

  /** What the tags under a name say, those that can be read. */
  async tagged(under: string): Promise<readonly { readonly tag: string; readonly message: string }[]> {
    const dir = await this.repository();
    if (dir === null) return [];
    const tags = (await git.listTags({ fs, dir })).filter((tag) => tag.startsWith(under)).slice(0, MOST_TAGS);
    const found: { tag: string; message: string }[] = [];
    for (const tag of tags) {
      try {
        const oid = await git.resolveRef({ fs, dir, ref: `refs/tags/${tag}` });
        found.push({ tag, message: (await git.readTag({ fs, dir, oid })).tag.message });
      } catch {
        // A tag that says nothing, or that somebody else has made.
      }
    }
    return found;
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

interface Placed {
  readonly names: readonly string[];
  readonly blob: string;
}

/** The tree with the files in their places; all else in it stays. */
async function withFiles(dir: string, tree: string | null, files: readonly Placed[]): Promise<string> {
  const entries = tree === null ? [] : (await git.readTree({ fs, dir, oid: tree })).tree;
  const placed: typeof entries = [];
  for (const [name, own] of Map.groupBy(files, ({ names }) => names[0] ?? '')) {
    const known = entries.find(({ path }) => path === name);
    const [first] = own;
    if (first?.names.length === 1) {
      const mode = known?.type === 'blob' ? known.mode : '100644';
      placed.push({ mode, path: name, oid: first.blob, type: 'blob' });
    } else {
      const below = own.map(({ names, blob }) => ({ names: names.slice(1), blob }));
      const oid = await withFiles(dir, known?.type === 'tree' ? known.oid : null, below);
      placed.push({ mode: '040000', path: name, oid, type: 'tree' });
    }
  }
  const kept = entries.filter(({ path }) => !placed.some((one) => one.path === path));
  return git.writeTree({ fs, dir, tree: [...kept, ...placed] });
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
