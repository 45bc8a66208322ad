import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { demo, raw, type World, world } from './serving.ts';

const host = ({ serving }: World): string => `Host: 127.0.0.1:${serving.port}`;
const token = ({ serving }: World): string => `X-CME-Token: ${serving.token}`;
const FORBIDDEN = expect.stringContaining(' 403 ');
// What is no name of a host at all is refused before us.
const REFUSED = expect.stringMatching(/ 40[03] /);

describe('a stranger is refused', () => {
  test.each([
    'evil.test',
    '127.0.0.1',
    '127.0.0.1:1',
    'localhost.evil.test:80',
    '',
    '[::1]:80',
    '127.0.0.1:80@evil.test',
  ])('under the host 「%s」', async (name) => {
    const made = await world();
    expect(await raw(made, ['GET /api/folder HTTP/1.1', `Host: ${name}`, token(made)])).toEqual(REFUSED);
    expect(await raw(made, ['GET / HTTP/1.1', `Host: ${name}`])).toEqual(REFUSED);
  });

  test.each(['http://evil.test', 'null', 'https://127.0.0.1', 'http://127.0.0.1:1', 'http://localhost'])(
    'from the page %s',
    async (origin) => {
      const made = await world();
      const asked = ['GET /api/folder HTTP/1.1', host(made), token(made), `Origin: ${origin}`];
      expect(await raw(made, asked)).toEqual(FORBIDDEN);
    },
  );

  test('which another page sent without saying where from', async () => {
    const made = await world();
    for (const site of ['cross-site', 'same-site']) {
      const asked = ['GET /api/folder HTTP/1.1', host(made), token(made), `Sec-Fetch-Site: ${site}`];
      expect(await raw(made, asked)).toEqual(FORBIDDEN);
    }
  });

  test.each([undefined, '', 'x', 'Bearer'])('with the token %s', async (given) => {
    const made = await world();
    const lines = given === undefined ? [] : [`X-CME-Token: ${given}`];
    expect(await raw(made, ['GET /api/folder HTTP/1.1', host(made), ...lines])).toEqual(FORBIDDEN);
  });

  test('with the cookie alone, unless its own page asks', async () => {
    const made = await world();
    const cookie = `Cookie: cme-${made.serving.port}=${made.serving.token}`;
    expect(await raw(made, ['GET /api/folder HTTP/1.1', host(made), cookie])).toEqual(FORBIDDEN);
    const own = ['GET /api/folder HTTP/1.1', host(made), cookie, 'Sec-Fetch-Site: same-origin'];
    expect(await raw(made, own)).toContain(' 200 ');
  });

  test('a form, or whatever is not JSON', async () => {
    const { ask, folder } = await world();
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'application/jsonx',
    ]) {
      const init = { method: 'PUT', body: '{"text":"x"}', headers: { 'content-type': type, 'if-none-match': '*' } };
      expect(await ask('/api/file?path=b.cme', init)).toMatchObject({ status: 415 });
    }
    expect(() => readFileSync(join(folder, 'b.cme'))).toThrow();
  });

  test('no answer lets another page read it', async () => {
    const { ask } = await world();
    const { headers } = await ask('/api/folder', {
      method: 'OPTIONS',
      headers: { 'content-type': 'application/json' },
    });
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

const BAD_PATHS = [
  '../secret.cme',
  '..%2fsecret.cme',
  '%2e%2e/secret.cme',
  '..\\secret.cme',
  './a.cme',
  'x/../a.cme',
  'x/../../secret.cme',
  '/etc/passwd',
  '/etc/x.cme',
  'C:\\x.cme',
  'C:x.cme',
  '\\\\server\\share\\x.cme',
  '／..／secret.cme',
  '..／secret.cme',
  '．．/secret.cme',
  'a.cme\u0000.txt',
  'a.cme:stream.cme',
  'con.cme',
  'NUL.cme',
  'lpt1.x.cme',
  'aux.cme',
  'a.cme.',
  'a.cme ',
  'a .cme/b.cme',
  '.hidden.cme',
  '.git/x.cme',
  'a.txt',
  '',
  '/',
  'a//b.cme',
  'a\u202ecme.cme',
  `${'x'.repeat(300)}.cme`,
  '1/2/3/4/5/6/7/8/9.cme',
  '~/x.cme',
  'GIT~1/x.cme',
  '发布~12.A/x.cme',
  'link.cme',
  'dangling.cme',
  'elsewhere/secret.cme',
  'folder.cme',
];

describe('a path leads nowhere but into the folder', () => {
  const made = async (): Promise<World> => {
    const one = await world({ 'a.cme': demo });
    symlinkSync(join(one.folder, '..', 'secret.cme'), join(one.folder, 'link.cme'));
    symlinkSync(join(one.folder, '..', 'new.cme'), join(one.folder, 'dangling.cme'));
    symlinkSync(join(one.folder, '..'), join(one.folder, 'elsewhere'));
    mkdirSync(join(one.folder, 'folder.cme'));
    return one;
  };

  test('neither read nor written', async () => {
    const { ask, folder } = await made();
    for (const path of BAD_PATHS) {
      for (const spelt of [encodeURIComponent(path), encodeURIComponent(encodeURIComponent(path))]) {
        const read = await ask(`/api/file?path=${spelt}`);
        expect([path, read.status]).toEqual([path, spelt.includes('%25') && read.status === 404 ? 404 : 403]);
        const saved = await ask(`/api/file?path=${spelt}`, {
          method: 'PUT',
          body: '{"text":"x"}',
          headers: { 'if-none-match': '*' },
        });
        if (!spelt.includes('%25')) expect([path, saved.status]).toEqual([path, 403]);
        else expect(saved.status).toBeLessThan(500);
        expect([path, (await ask(`/api/versions?path=${spelt}`)).status]).not.toEqual([path, 200]);
      }
    }
    expect(readFileSync(join(folder, '..', 'secret.cme'), 'utf8')).toBe('secret');
    expect(() => readFileSync(join(folder, '..', 'new.cme'))).toThrow();
  });

  test.each([
    '/..%2f..%2fsecret.cme',
    '/%2e%2e/secret.cme',
    '/../secret.cme',
    '/assets/..%5c..%5csecret.cme',
    '//etc/passwd',
  ])('nor by the address %s', async (path) => {
    const one = await world();
    expect(await raw(one, [`GET ${path} HTTP/1.1`, host(one)])).toMatch(/ (403|404) /);
  });
});

describe('whatever comes in, something sensible goes out', () => {
  const bodies = [
    '',
    '{',
    '[]',
    'null',
    '{"text":1}',
    '{"text":null}',
    '{"__proto__":{"text":"x"}}',
    '"x"',
    '{"text":"\\ud800"}',
  ];

  test.each(bodies)('a body 「%s」', async (body) => {
    const { ask } = await world();
    const init = { method: 'PUT', body, headers: { 'if-none-match': '*', 'content-type': 'application/json' } };
    const { status, body: said } = await ask('/api/file?path=b.cme', init);
    if (status !== 200) expect(said).toMatchObject({ message: { zh: expect.any(String), en: expect.any(String) } });
    expect(status === 200 || (status >= 400 && status < 500)).toBe(true);
  });

  test('what is no request of ours has no answer of ours', async () => {
    const one = await world();
    expect(await one.ask('/api/nothing')).toMatchObject({ status: 404 });
    expect(await one.ask('/api/folder', { method: 'DELETE', body: '{}' })).toMatchObject({ status: 404 });
    expect(await raw(one, ['GARBAGE'])).toMatch(/ 400 |^$/);
    expect(await raw(one, ['GET /api/folder HTTP/1.1', host(one), token(one)])).toContain(' 200 ');
  });

  test('a body larger than any rule file is not taken in', async () => {
    const { ask } = await world();
    const body = JSON.stringify({ text: 'x'.repeat(9 * 2 ** 20) });
    const sent = ask('/api/file?path=b.cme', { method: 'PUT', body, headers: { 'if-none-match': '*' } });
    expect(await sent).toMatchObject({ status: 413 });
  });
});
