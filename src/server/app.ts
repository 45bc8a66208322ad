/**
 * What the editor may ask of a folder of rule files. Answers are JSON; a save says by `If-Match` which version it is of,
 * by `If-None-Match: *` that the file is new.
 *
 *   GET  /api/folder                       {name, files: [{path, hash, label, code, version, modified}], history: bool}
 *   GET  /api/file?path=                   {path, text, hash}
 *   PUT  /api/file?path=      {text}       {path, hash}; 412 with {current: {text, hash} | null}
 *   GET  /api/versions?path=               {versions: [{id, message, author, date}]}
 *   GET  /api/version?path=&id=            {text}
 *   GET  /api/revisions?path=              {revisions: [{kind, name, id, date}]}: tags and branches that hold the file
 *   POST /api/versions?path=  {message, author: {name, email} | null}   the version
 *   POST /api/history         {}           makes a repository: only where the user has said so
 *   GET  /api/release                      {lines, broken, texts: [{file, text}]}: the log, and the versions released
 *   POST /api/release?path=   {by, reason, base, signOffs}   the release; `If-Match` says which version of the file
 */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { z } from 'zod';
import type { RuleSource } from '../index.ts';
import { assets, closed } from './assets.ts';
import { Folder } from './folder.ts';
import { onlyJson, ownHost, withToken } from './guard.ts';
import { History } from './history.ts';
import { Problem } from './problem.ts';
import { release } from './releaseRoutes.ts';
import { bodyOf, editedVersion, line, MOST_TEXT, pathIn, refuse } from './request.ts';

export interface AppOptions {
  /** The folder of rule files. */
  readonly root: string;
  /** The built editor. */
  readonly editor: string;
  readonly token: string;
  /** Known once the server listens. */
  readonly port: () => number;
  /** Rule files that come with the program: a baseline may be among them. */
  readonly shipped?: readonly RuleSource[];
  /** Its name and version, for what is released. */
  readonly program?: string;
}

/** A rule file has at most 1 MB; JSON may write each of its characters as six. */
const MOST_BYTES = 8 * 2 ** 20;

const saved = z.object({ text: z.string().max(MOST_TEXT) });
const version = z.object({
  message: line,
  author: z.object({ name: line, email: z.string().trim().max(300) }).nullable(),
});

export function app({ root, editor, token, port, shipped = [], program = 'cme' }: AppOptions): Hono {
  const folder = new Folder(root);
  const history = new History(root);
  const made = new Hono();

  made.onError((error, c) => {
    const known = error instanceof Problem ? error : new Problem('failed', { why: error.message });
    return c.json(known.body, known.status as ContentfulStatusCode);
  });
  made.notFound((c) => c.json(new Problem('notFound').body, 404));
  made.use(closed, ownHost(port));
  made.use('/api/*', withToken(token, port), onlyJson);
  made.use('/api/*', bodyLimit({ maxSize: MOST_BYTES, onError: () => refuse('tooLarge') }));

  made.get('/api/folder', async (c) =>
    c.json({ name: folder.name, files: folder.list(), history: await history.exists() }),
  );
  made.get('/api/file', (c) => {
    const text = folder.read(pathIn(c));
    c.header('etag', `"${text.hash}"`);
    return c.json(text);
  });
  made.put('/api/file', async (c) => {
    const { text } = await bodyOf(c, saved);
    const { path, hash } = folder.save(pathIn(c), text, editedVersion(c));
    c.header('etag', `"${hash}"`);
    return c.json({ path, hash });
  });
  made.get('/api/versions', async (c) => c.json({ versions: await history.versions(pathIn(c)) }));
  made.get('/api/version', async (c) => c.json({ text: await history.text(pathIn(c), c.req.query('id') ?? '') }));
  made.get('/api/revisions', async (c) => c.json({ revisions: await history.revisions(pathIn(c)) }));
  made.post('/api/versions', async (c) => {
    const { message, author } = await bodyOf(c, version);
    return c.json(await history.store(pathIn(c), message, author));
  });
  made.post('/api/history', async (c) => {
    await bodyOf(c, z.object({}));
    await history.make();
    return c.json({ history: true });
  });
  release(made, { folder, shipped, program });
  made.all('/api/*', () => refuse('notFound'));
  made.get('*', assets(editor));
  return made;
}
