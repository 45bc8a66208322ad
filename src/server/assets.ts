/** The built editor, as files; with it the headers that keep a page to itself. */
import { readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { MiddlewareHandler } from 'hono';
import { policy } from '../policy.ts';
import { Problem } from './problem.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.cme': 'text/plain; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

/** A worker has the policy of its own file. */
const SCRIPT = "default-src 'none'; script-src 'self'; connect-src 'self'";

export const closed: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('x-content-type-options', 'nosniff');
  c.header('referrer-policy', 'no-referrer');
  c.header('cross-origin-opener-policy', 'same-origin');
  c.header('cross-origin-resource-policy', 'same-origin');
  c.header('x-frame-options', 'DENY');
};

/** Names with a hash in them never change what they hold. */
const LASTING = /-[\w-]{8}\.(js|css|ttf|woff2|svg|png)$/;

/** The page is told that a server of rule files gave it out, so that on any other host it need not ask for one. */
const marked = (page: string): string => page.replace('<head>', '<head><meta name="cme-server" />');

export const assets = (folder: string): MiddlewareHandler => {
  return async (c) => {
    const path = new URL(c.req.url).pathname;
    const names = path === '/' ? ['index.html'] : path.slice(1).split('/');
    // What the build gives out has plain names: no need to decode, and nothing to climb with.
    if (!names.every((name) => /^[\w-][\w.-]*$/.test(name))) throw new Problem('outside');
    const place = join(folder, ...names);
    const type = TYPES[extname(place)];
    if (type === undefined || !statSync(place, { throwIfNoEntry: false })?.isFile()) throw new Problem('notFound');
    c.header('content-type', type);
    c.header('content-security-policy', type.startsWith('text/html') ? policy.header : SCRIPT);
    c.header('cache-control', LASTING.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
    const bytes = readFileSync(place);
    return c.body(names[0] === 'index.html' ? marked(bytes.toString()) : new Uint8Array(bytes));
  };
};
