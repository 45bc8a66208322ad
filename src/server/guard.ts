/**
 * Who may ask: only the page that this server gave out, in this user's browser. The host must be our own by name (another
 * name that leads here would be a stranger's), so must the page that asks, and the token that the command printed must come
 * along. There is no CORS, so that no other page reads an answer.
 */
import { timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { Problem } from './problem.ts';

export const TOKEN = 'x-cme-token';

const NAMES = ['127.0.0.1', 'localhost'];

/** For every request, pages and their parts too. */
export const ownHost = (port: () => number): MiddlewareHandler => {
  return async (c, next) => {
    const hosts = NAMES.map((name) => `${name}:${port()}`);
    if (!hosts.includes(c.req.header('host') ?? '')) throw new Problem('foreignHost');
    const origin = c.req.header('origin');
    if (origin !== undefined && !hosts.some((host) => origin === `http://${host}`)) throw new Problem('foreignOrigin');
    const site = c.req.header('sec-fetch-site');
    const isVisit = c.req.header('sec-fetch-mode') === 'navigate';
    if (site !== undefined && site !== 'same-origin' && site !== 'none' && !isVisit) throw new Problem('foreignOrigin');
    await next();
  };
};

/** For whatever reads or writes files. A later tab has no token, but the cookie of the first one, which no page can read. */
export const withToken = (token: string, port: () => number): MiddlewareHandler => {
  return async (c, next) => {
    const cookie = `cme-${port()}`;
    const own = c.req.header('sec-fetch-site') === 'same-origin';
    const given = c.req.header(TOKEN) ?? (own ? getCookie(c, cookie) : undefined);
    if (given === undefined || !equal(given, token)) throw new Problem('noToken');
    setCookie(c, cookie, token, { path: '/api', httpOnly: true, sameSite: 'Strict' });
    c.header('cache-control', 'no-store');
    await next();
  };
};

/** What writes says that it is JSON: a form of another page cannot. */
export const onlyJson: MiddlewareHandler = async (c, next) => {
  const type = c.req.header('content-type') ?? '';
  const reads = c.req.method === 'GET' || c.req.method === 'HEAD';
  if (!reads && !/^application\/json(;|$)/i.test(type)) throw new Problem('notJson');
  await next();
};

function equal(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}
