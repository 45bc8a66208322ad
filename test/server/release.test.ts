import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { besideFolders, readSums, sha256, verifyLog } from '../../src/audit/index.ts';
import { taggedLines } from '../../src/server/publish.ts';
import { ATTRIBUTES, LOG, Releases } from '../../src/server/releases.ts';
import { first, second, version } from '../release/rules.ts';
import { type World, world } from './serving.ts';

const islands = { 'island-2030.cme': first.text, 'island-2031.cme': second.text };
const all = ['compared', 'effective'].map((check) => ({ check, reason: '已核对' }));

interface Asking {
  readonly by?: string;
  readonly reason?: string;
  readonly base?: string | null;
  readonly signOffs?: readonly object[];
  readonly hash?: string;
}

async function release(made: World, path: string, { hash, ...body }: Asking = {}) {
  const read = await made.ask(`/api/file?path=${encodeURIComponent(path)}`);
  return made.ask(`/api/release?path=${encodeURIComponent(path)}`, {
    method: 'POST',
    body: JSON.stringify({ by: '王芳', reason: '讲座封顶', signOffs: all, ...body }),
    headers: { 'if-match': `"${hash ?? read.body.hash}"` },
  });
}

const at = ({ folder }: World, ...names: string[]): string => join(folder, '发布', ...names);
const logOf = (made: World): string => readFileSync(at(made, LOG), 'utf8');
const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

describe('a release', () => {
  test('is one folder with its line in the log, committed and tagged', async () => {
    const made = await world(islands);
    await made.ask('/api/history', { method: 'POST', body: '{}' });
    const { status, body } = await release(made, 'island-2031.cme');
    expect(body).toMatchObject({ folder: '发布/island-2031', line: { n: 1, by: '王芳' }, uncommitted: null });
    expect(status).toBe(200);
    const listed = readdirSync(at(made, 'island-2031'));
    expect(listed.sort()).toEqual(body.files.map(({ name }: { name: string }) => name).sort());
    const sums = readFileSync(at(made, 'island-2031', '校验码.txt'));
    expect(sha256(sums)).toBe(body.sum);
    for (const [name, sum] of readSums(sums.toString())) {
      expect(sha256(readFileSync(at(made, 'island-2031', name)))).toBe(sum);
    }
    expect(readFileSync(at(made, 'island-2031', 'island-2031.cme'), 'utf8')).toBe(second.text);
    expect(verifyLog(logOf(made))).toMatchObject({ broken: null, lines: [{ sum: body.sum, signed: all.slice(0, 1) }] });
    expect(git(made.folder, 'tag', '-n9', '--list')).toContain('release/island-2031');
    expect(git(made.folder, 'log', '--format=%an %s')).toBe('王芳 发布 island 2031\n');
    expect(git(made.folder, '-c', 'core.quotepath=off', 'show', '--name-only', '--format=', 'HEAD')).toContain(
      '发布/日志.jsonl',
    );
    expect(git(made.folder, 'status', '--porcelain')).toBe('?? island-2030.cme\n');
    expect(git(made.folder, 'fsck', '--strict')).toBe('');
    // The line is in the log, and its hash in the tag: cut off, it is missed.
    const releases = new Releases(at(made));
    const known = await taggedLines(releases);
    expect(releases.verified(known).broken).toBeNull();
    expect(verifyLog('', known).broken).toEqual({ line: 1, why: 'cut' });
    expect((await made.ask('/api/folder')).body.files.map(({ path }: { path: string }) => path)).toEqual(
      Object.keys(islands),
    );
    const told = await made.ask('/api/release');
    expect(told.body).toMatchObject({
      broken: null,
      lines: [{ n: 1 }],
      texts: [{ file: '发布/island-2031/island-2031.cme' }],
    });
  });

  test('is not made where its tag is taken; git leaves the ends of its lines alone', async () => {
    const made = await world(islands);
    await made.ask('/api/history', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } });
    await release(made, 'island-2030.cme');
    const other = ['-c', 'core.autocrlf=true', 'clone', '-q', '.', 'elsewhere'];
    git(made.folder, ...other);
    expect(readFileSync(join(made.folder, 'elsewhere/发布/日志.jsonl'), 'utf8')).toBe(logOf(made));
    git(made.folder, 'tag', 'release/island-2031');
    expect(await release(made, 'island-2031.cme')).toMatchObject({ status: 409, body: { error: 'tagThere' } });
    expect(existsSync(at(made, 'island-2031'))).toBe(false);
  });

  test('stands without a history too, which is said', async () => {
    const made = await world(islands);
    expect((await release(made, 'island-2031.cme')).body).toMatchObject({
      commit: null,
      uncommitted: { error: 'noRepository' },
    });
    expect(existsSync(at(made, 'island-2031', '证书.json'))).toBe(true);
  });

  test('waits for what is not green, and nothing is written', async () => {
    const made = await world(islands);
    const { status, body } = await release(made, 'island-2031.cme', { signOffs: [] });
    expect({ status, ...body }).toMatchObject({ status: 409, error: 'unready', left: ['compared'] });
    expect(body.checks).toHaveLength(5);
    expect(existsSync(at(made))).toBe(false);
    const stale = [{ check: 'compared', reason: '已读', mark: 'of another' }];
    expect((await release(made, 'island-2031.cme', { signOffs: stale })).body).toMatchObject({ left: ['compared'] });
  });

  test('is of the file that was looked at, and happens once', async () => {
    const made = await world(islands);
    expect(await release(made, 'island-2031.cme', { hash: '00' })).toMatchObject({ status: 412 });
    expect(await release(made, 'island-2031.cme')).toMatchObject({ status: 200 });
    expect(await release(made, 'island-2031.cme')).toMatchObject({ status: 409, body: { error: 'released' } });
    expect(verifyLog(logOf(made)).lines).toHaveLength(1);
    const put = { method: 'PUT', body: JSON.stringify({ text: 'x' }), headers: { 'if-none-match': '*' } };
    expect(await made.ask(`/api/file?path=${encodeURIComponent('发布/island-2031/x.cme')}`, put)).toMatchObject({
      status: 403,
    });
  });

  test('many at once: each has its line, and none is lost', async () => {
    const names = Array.from({ length: 4 }, (_, n) => String(2040 + n));
    const files = names.map((name) => [`${name}.cme`, version(name, `${name}-01-01`)] as const);
    const made = await world(Object.fromEntries(files));
    await made.ask('/api/history', { method: 'POST', body: '{}' });
    const answers = await Promise.all([...names, ...names].map((name) => release(made, `${name}.cme`, { base: null })));
    expect(answers.map(({ status }) => status).sort()).toEqual([...names.map(() => 200), ...names.map(() => 409)]);
    const { lines, broken } = verifyLog(logOf(made));
    expect(broken).toBeNull();
    expect(lines.map(({ folder }) => folder).sort()).toEqual(names.map((name) => `island-${name}`));
    expect(besideFolders(lines, new Releases(at(made)).folders())).toEqual([]);
    expect(git(made.folder, 'log', '--format=%s').trim().split('\n')).toHaveLength(names.length);
    expect(git(made.folder, 'tag').trim().split('\n')).toHaveLength(names.length);
    expect(readdirSync(at(made)).filter((name) => name.startsWith('.'))).toEqual([ATTRIBUTES]);
  });
});

describe('what must not happen', () => {
  test.each(['../../x', '..', '/etc', 'a\\b', 'a:b', 'x'.repeat(300)])(
    'a version named %s leads nowhere',
    async (name) => {
      const made = await world({ 'a.cme': second.text.replace('版本 2031', `版本 「${name}」`) });
      const { status } = await release(made, 'a.cme', {
        base: null,
        signOffs: [{ check: 'errors', reason: 'x' }, ...all],
      });
      expect([409, 422]).toContain(status);
      expect(readdirSync(join(made.folder, '..')).sort()).toEqual(['editor', 'rules', 'secret.cme']);
      expect(readdirSync(made.folder)).toEqual(['a.cme']);
    },
  );

  test('a reason without end, nobody, or what is no request', async () => {
    const made = await world(islands);
    const long = await release(made, 'island-2031.cme', { reason: '因'.repeat(5000) });
    expect(long).toMatchObject({ status: 400, body: { error: 'malformed' } });
    expect(await release(made, 'island-2031.cme', { reason: '因'.repeat(2 ** 23) })).toMatchObject({ status: 413 });
    expect(await release(made, 'island-2031.cme', { by: ' ' })).toMatchObject({ status: 400 });
    expect(await release(made, 'island-2031.cme', { base: '../secret.cme' })).toMatchObject({ status: 404 });
    const odd = [{ check: '__proto__', reason: 'x' }];
    expect(await release(made, 'island-2031.cme', { signOffs: odd })).toMatchObject({ status: 400 });
    expect(existsSync(at(made))).toBe(false);
  });

  test('a log that was tampered with is written on no more', async () => {
    const made = await world(islands);
    await release(made, 'island-2030.cme', { base: null });
    writeFileSync(at(made, LOG), logOf(made).replace('王芳', '李四'));
    const { status, body } = await release(made, 'island-2031.cme');
    expect({ status, ...body }).toMatchObject({ status: 409, error: 'logBroken', broken: { line: 1, why: 'changed' } });
    expect(verifyLog(logOf(made)).broken).toEqual({ line: 1, why: 'changed' });
    expect(existsSync(at(made, 'island-2031'))).toBe(false);
    appendFileSync(at(made, LOG), '{"n":2');
    expect((await release(made, 'island-2031.cme')).status).toBe(409);
  });

  test('a folder or a log that leads elsewhere', async () => {
    const made = await world(islands);
    symlinkSync(join(made.folder, '..'), at(made));
    expect(await release(made, 'island-2031.cme')).toMatchObject({ status: 403 });
    const other = await world(islands);
    mkdirSync(at(other));
    symlinkSync(join(other.folder, '..', 'secret.cme'), at(other, LOG));
    expect(await release(other, 'island-2031.cme')).toMatchObject({ status: 403 });
    expect(readFileSync(join(other.folder, '..', 'secret.cme'), 'utf8')).toBe('secret');
  });

  test('a release that was stopped half way is finished by the next, where its line stands', async () => {
    const made = await world({ ...islands, 'c.cme': version('2032', '2032-01-01') });
    await release(made, 'island-2030.cme', { base: null });
    renameSync(at(made, 'island-2030'), at(made, '.island-2030.tmp'));
    mkdirSync(at(made, '.island-2031.tmp'));
    writeFileSync(at(made, '.island-2031.tmp', 'half'), 'half');
    // Larger than any number of a process.
    writeFileSync(at(made, '.lock'), `4194399 ${hostname()} 1\n`);
    expect(await release(made, 'c.cme', { base: null })).toMatchObject({ status: 200 });
    const { lines } = verifyLog(logOf(made));
    expect(besideFolders(lines, new Releases(at(made)).folders())).toEqual([]);
    expect(readdirSync(at(made)).sort()).toEqual(['island-2030', 'island-2032', ATTRIBUTES, LOG].sort());
  });
});
