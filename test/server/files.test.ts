import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { demo, world } from './serving.ts';

const put = (text: string, condition: Record<string, string>) => ({
  method: 'PUT',
  body: JSON.stringify({ text }),
  headers: condition,
});

describe('a folder of rule files', () => {
  test('is listed, folders within it too, with what their headers say', async () => {
    const { ask } = await world({ 'a.cme': demo, '示例/乙.cme': demo.replace('甲 a', '乙 b'), 'notes.txt': 'no' });
    const { status, body } = await ask('/api/folder');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      name: 'rules',
      history: false,
      files: [
        { path: 'a.cme', label: '甲', code: 'a', version: '1' },
        { path: '示例/乙.cme', label: '乙', code: 'b' },
      ],
    });
  });

  test('a file is read with the hash that a save must name', async () => {
    const { ask } = await world();
    const { headers, body } = await ask('/api/file?path=a.cme');
    expect(body).toEqual({ path: 'a.cme', text: demo, hash: expect.stringMatching(/^[0-9a-f]{32}$/) });
    expect(headers.get('etag')).toBe(`"${body.hash}"`);
  });

  test('bytes come back as they were: BOM, CRLF, no newline at the end', async () => {
    const text = '\ufeff规则 甲 a 版本 1\r\n\t语言 1';
    const { ask, folder } = await world({ 'a.cme': text });
    const { body } = await ask('/api/file?path=a.cme');
    expect(body.text).toBe(text);
    await ask('/api/file?path=a.cme', put(`${body.text} `, { 'if-match': `"${body.hash}"` }));
    expect(readFileSync(join(folder, 'a.cme'), 'utf8')).toBe(`${text} `);
  });

  test('a save over the version that was read is written, and leaves nothing beside it', async () => {
    const { ask, folder } = await world();
    const { body: read } = await ask('/api/file?path=a.cme');
    const saved = await ask('/api/file?path=a.cme', put('新\n', { 'if-match': `"${read.hash}"` }));
    expect(saved.status).toBe(200);
    expect(readFileSync(join(folder, 'a.cme'), 'utf8')).toBe('新\n');
    expect(readdirSync(folder)).toEqual(['a.cme']);
    const again = await ask('/api/file?path=a.cme', put('更新\n', { 'if-match': saved.headers.get('etag') ?? '' }));
    expect(again.status).toBe(200);
  });

  test('a save over a file that another has changed is refused with what stands there now', async () => {
    const { ask, folder } = await world();
    const { body: read } = await ask('/api/file?path=a.cme');
    writeFileSync(join(folder, 'a.cme'), '别人的\n');
    const { status, body } = await ask('/api/file?path=a.cme', put('我的\n', { 'if-match': `"${read.hash}"` }));
    expect(status).toBe(412);
    expect(body).toMatchObject({ error: 'changed', current: { text: '别人的\n' } });
    expect(readFileSync(join(folder, 'a.cme'), 'utf8')).toBe('别人的\n');
  });

  test('a new file says that it is new, and does not take the place of another', async () => {
    const { ask } = await world();
    expect(await ask('/api/file?path=b.cme', put('新\n', { 'if-none-match': '*' }))).toMatchObject({ status: 200 });
    expect(await ask('/api/file?path=b.cme', put('又\n', { 'if-none-match': '*' }))).toMatchObject({
      status: 412,
      body: { error: 'exists' },
    });
    expect(await ask('/api/file?path=gone.cme', put('x', { 'if-match': '"00"' }))).toMatchObject({
      status: 412,
      body: { error: 'changed', current: null },
    });
  });

  test('a save that names no version is refused', async () => {
    const { ask } = await world();
    expect(await ask('/api/file?path=a.cme', put('x', {}))).toMatchObject({ status: 428 });
  });

  test('what is no text, or is too long, is refused in words', async () => {
    const { ask } = await world({ 'gbk.cme': new Uint8Array([0xb9, 0xe6, 0xd4, 0xf2]) });
    expect(await ask('/api/file?path=gbk.cme')).toMatchObject({ status: 415, body: { error: 'notText' } });
    // It is in the list, so that whoever looks for it is told why.
    const { files } = (await ask('/api/folder')).body;
    expect(files).toContainEqual(expect.objectContaining({ path: 'gbk.cme', hash: null, label: null }));
    const long = await ask('/api/file?path=b.cme', put('字'.repeat(2 ** 20 + 1), { 'if-none-match': '*' }));
    expect(long).toMatchObject({ status: 413, body: { error: 'tooLarge' } });
    expect(await ask('/api/file?path=none.cme')).toMatchObject({ status: 404, body: { error: 'missing' } });
  });

  test('the editor comes with headers that keep it to itself', async () => {
    const { ask } = await world();
    const page = await ask('/');
    expect(page.status).toBe(200);
    expect(page.body).toContain('<meta name="cme-server"');
    expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(page.headers.get('content-security-policy')).not.toMatch(/unsafe-eval|https?:/);
    expect(page.headers.get('access-control-allow-origin')).toBeNull();
    const part = await ask('/assets/main-abcdefgh.js');
    expect(part.headers.get('cache-control')).toContain('immutable');
    expect(part.headers.get('x-content-type-options')).toBe('nosniff');
  });
});
