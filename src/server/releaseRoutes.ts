/** What the editor may ask about releases: the log with the versions released, and a release. */
import { join } from 'node:path';
import type { Hono } from 'hono';
import { z } from 'zod';
import type { RuleSource } from '../index.ts';
import { type CheckId, checkIds, otherVersions, type SignOff, versionBefore } from '../release/index.ts';
import type { Folder } from './folder.ts';
import { placeOf } from './paths.ts';
import { publish } from './publish.ts';
import { RELEASES, Releases } from './releases.ts';
import { bodyOf, editedVersion, line, pathIn, refuse } from './request.ts';

export interface ReleaseRoutes {
  readonly folder: Folder;
  readonly shipped: readonly RuleSource[];
  readonly program: string;
}

const signOff = z.object({
  check: z.enum(checkIds as readonly [CheckId, ...CheckId[]]),
  reason: line,
  mark: z.string().max(100).optional(),
});
const asked = z.object({
  by: line.max(200),
  reason: line,
  /** A rule file of the folder or of its releases; null: the first version; absent: the one that it follows. */
  base: z.string().max(2000).nullable().optional(),
  signOffs: z.array(signOff).max(20),
});

export function release(made: Hono, { folder, shipped, program }: ReleaseRoutes): void {
  const releases = new Releases(join(folder.root, RELEASES));

  made.get('/api/release', (c) => c.json({ ...releases.verified(), texts: releases.texts() }));

  made.post('/api/release', async (c) => {
    const path = pathIn(c);
    const { by, reason, base, signOffs } = await bodyOf(c, asked);
    const entry = sourceOf(folder, path);
    const { hash } = folder.read(path);
    if (hash !== editedVersion(c)) refuse('changed', { path }, { current: { text: entry.text, hash } });
    const own = folder.list().flatMap((one) => (one.path === path ? [] : [sourceOf(folder, one.path)]));
    const known = new Set([path, ...own.map(({ file }) => file)]);
    const library = [...own, ...shipped.filter(({ file }) => !known.has(file))];
    const others = [...otherVersions(entry, library), ...otherVersions(entry, releases.texts())];
    const before = base === undefined ? versionBefore(entry, others) : chosen(base, others);
    const paths = new Map([entry, ...own].map(({ file }) => [file, placeOf(folder.root, file)]));
    const bytes = new Map([entry, ...own].map(({ file }) => [file, folder.bytesOf(file)]));
    const published = await publish(releases, {
      ...{ entry, library, base: before, others, by, reason, program, paths, bytes },
      signOffs: signOffs as SignOff[],
      now: new Date(),
    });
    return c.json({ ...published, folder: `${RELEASES}/${published.line.folder}` });
  });
}

/** As the editor reads it: a mark at the beginning is none of the text. */
const sourceOf = (folder: Folder, path: string): RuleSource => ({
  file: path,
  text: folder.read(path).text.replace(/^\uFEFF/, ''),
});

const chosen = (base: string | null, others: readonly RuleSource[]): RuleSource | null =>
  base === null ? null : (others.find(({ file }) => file === base) ?? refuse('missing', { path: base }));
