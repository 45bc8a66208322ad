import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { demo, type World, world } from './serving.ts';

const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

const store = ({ ask }: World, path: string, message: string) =>
  ask(`/api/versions?path=${encodeURIComponent(path)}`, {
    method: 'POST',
    body: JSON.stringify({ message, author: { name: '张某', email: '' } }),
  });

describe('versions of a file', () => {
  test('there are none before they are asked for, and asking makes a repository', async () => {
    const made = await world();
    expect(await made.ask('/api/versions?path=a.cme')).toMatchObject({ status: 409, body: { error: 'noRepository' } });
    expect(await made.ask('/api/history', { method: 'POST', body: '{}' })).toMatchObject({ status: 200 });
    expect((await made.ask('/api/folder')).body.history).toBe(true);
    expect((await made.ask('/api/versions?path=a.cme')).body).toEqual({ versions: [] });
  });

  test('are stored, listed newest first, and read again; git finds nothing to complain of', async () => {
    const made = await world({ '示例/甲.cme': demo, 'b.cme': demo });
    await made.ask('/api/history', { method: 'POST', body: '{}' });
    const first = await store(made, '示例/甲.cme', '第一版');
    writeFileSync(join(made.folder, '示例', '甲.cme'), `${demo}# 改\n`);
    expect(await store(made, '示例/甲.cme', '第二版')).toMatchObject({ status: 200 });
    expect(await store(made, 'b.cme', '另一个文件')).toMatchObject({ status: 200 });
    const { versions } = (await made.ask(`/api/versions?path=${encodeURIComponent('示例/甲.cme')}`)).body;
    expect(versions.map(({ message }: { message: string }) => message)).toEqual(['第二版', '第一版']);
    const old = await made.ask(`/api/version?path=${encodeURIComponent('示例/甲.cme')}&id=${first.body.id}`);
    expect(old.body.text).toBe(demo);
    expect(git(made.folder, 'fsck', '--strict')).toBe('');
    expect(git(made.folder, 'status', '--porcelain')).toBe('');
    expect(git(made.folder, 'log', '--format=%an %s')).toBe('张某 另一个文件\n张某 第二版\n张某 第一版\n');
  });

  test('go by the names of tags and branches that hold the file too', async () => {
    const made = await world({ 'a.cme': demo, 'b.cme': demo });
    expect(await made.ask('/api/revisions?path=a.cme')).toMatchObject({ status: 409 });
    await made.ask('/api/history', { method: 'POST', body: '{}' });
    const { id } = (await store(made, 'a.cme', '第一版')).body;
    const who = ['-c', 'user.name=甲', '-c', 'user.email=a@b.c'];
    git(made.folder, ...who, 'tag', '-a', '征求意见稿', '-m', '征求意见');
    git(made.folder, 'branch', 'draft');
    await store(made, 'b.cme', '另一个文件');
    git(made.folder, 'tag', 'later');
    const blob = git(made.folder, 'rev-parse', 'HEAD:a.cme').trim();
    git(made.folder, 'tag', 'no-commit', blob);
    const of = async (path: string) => (await made.ask(`/api/revisions?path=${path}`)).body.revisions;
    const found = await of('a.cme');
    expect(found.map(({ kind, name }: { kind: string; name: string }) => `${kind} ${name}`).sort()).toEqual([
      'branch draft',
      'tag later',
      'tag 征求意见稿',
    ]);
    expect(found.find(({ name }: { name: string }) => name === '征求意见稿')).toMatchObject({ id });
    expect((await of('b.cme')).map(({ name }: { name: string }) => name)).toEqual(['later']);
    const text = await made.ask(`/api/version?path=a.cme&id=${id}`);
    expect(text.body.text).toBe(demo);
  });

  test('leave alone what else is staged or changed', async () => {
    const made = await world({ 'a.cme': demo, 'other.cme': demo });
    git(made.folder, 'init', '-q', '-b', 'main');
    git(made.folder, 'add', '.');
    git(made.folder, '-c', 'user.name=甲', '-c', 'user.email=a@b.c', 'commit', '-qm', '起点');
    writeFileSync(join(made.folder, 'other.cme'), 'staged');
    git(made.folder, 'add', 'other.cme');
    writeFileSync(join(made.folder, 'a.cme'), 'changed');
    expect(await store(made, 'a.cme', '只这个')).toMatchObject({ status: 200 });
    expect(git(made.folder, 'show', '--name-only', '--format=', 'HEAD')).toBe('a.cme\n');
    expect(git(made.folder, 'status', '--porcelain')).toBe('M  other.cme\n');
  });

  test('the same again is no version, and nobody may store unnamed', async () => {
    const made = await world();
    await made.ask('/api/history', { method: 'POST', body: '{}' });
    await store(made, 'a.cme', '一');
    expect(await store(made, 'a.cme', '二')).toMatchObject({ status: 409, body: { error: 'nothingNew' } });
    writeFileSync(join(made.folder, 'a.cme'), 'new');
    const unnamed = await made.ask('/api/versions?path=a.cme', {
      method: 'POST',
      body: JSON.stringify({ message: '三', author: null }),
    });
    expect(unnamed).toMatchObject({ status: 422, body: { error: 'noAuthor' } });
    const odd = await made.ask('/api/version?path=a.cme&id=HEAD');
    expect(odd).toMatchObject({ status: 400 });
  });
});
