/** What else a history names: its tags, and the branches that are not worked on, as far as they hold a file. */
import fs from 'node:fs';
import git from 'isomorphic-git';

export interface Revision {
  readonly kind: 'tag' | 'branch';
  readonly name: string;
  /** Of the commit. */
  readonly id: string;
  /** ISO, in UTC. */
  readonly date: string;
}

const MOST = { names: 1000, revisions: 40 };

/** Newest first. What cannot be read is left out. */
export async function revisionsOf(dir: string, filepath: string): Promise<readonly Revision[]> {
  const [current, branches, tags] = await Promise.all([
    git.currentBranch({ fs, dir }).catch(() => undefined),
    git.listBranches({ fs, dir }),
    git.listTags({ fs, dir }),
  ]);
  const names = [
    ...branches.filter((name) => name !== current).map((name) => ({ kind: 'branch', name, under: 'heads' }) as const),
    // Names go up with versions, as a rule: of very many, the last are looked at.
    ...tags.toReversed().map((name) => ({ kind: 'tag', name, under: 'tags' }) as const),
  ];
  const found: Revision[] = [];
  for (const { kind, name, under } of names.slice(0, MOST.names)) {
    try {
      const ref = await git.resolveRef({ fs, dir, ref: `refs/${under}/${name}` });
      const { oid, commit } = await git.readCommit({ fs, dir, oid: ref });
      found.push({ kind, name, id: oid, date: new Date(commit.author.timestamp * 1000).toISOString() });
    } catch {
      // It names no commit.
    }
  }
  const holding: Revision[] = [];
  for (const one of found.toSorted((a, b) => (a.date < b.date ? 1 : -1))) {
    if (holding.length === MOST.revisions) break;
    const holds = await git.readBlob({ fs, dir, oid: one.id, filepath }).then(
      () => true,
      () => false,
    );
    if (holds) holding.push(one);
  }
  return holding;
}
