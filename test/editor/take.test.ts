/** A file that was dropped: it becomes a text, or a sentence says why not. */
import { expect, test } from 'vitest';
import { Refused } from '../../editor/files/files.ts';
import { type Taken, takenFrom } from '../../editor/files/taken.ts';

const take = (name: string, ...parts: readonly (string | Uint8Array)[]): Promise<Taken> => {
  const bytes = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
  return takenFrom({ name, size: bytes.length, arrayBuffer: async () => new Uint8Array(bytes).buffer });
};
const refusal = async (name: string, ...parts: readonly (string | Uint8Array)[]): Promise<string> => {
  const error = await take(name, ...parts).catch((one: unknown) => one);
  if (!(error instanceof Refused)) throw new Error(`${name} was taken, or fails without words: ${error}`);
  expect(error.said.en).toContain(name);
  return error.said.zh;
};

const rules = '规则 甲省 jia 版本 1\n  施行 2025-01-01\n';

test('text in UTF-8 with and without its mark, and an empty file', async () => {
  expect(await take('a.cme', rules)).toMatchObject({ text: rules, mark: false });
  expect(await take('a.cme', '\uFEFF', rules)).toMatchObject({ text: rules, mark: true });
  expect(await take('a.cme')).toMatchObject({ text: '', mark: false });
  expect((await take('a.cme', rules)).told).toBeUndefined();
});

test('another encoding is read, and what saving will do to it is said', async () => {
  const gbk = new Uint8Array([0xb9, 0xe6, 0xd4, 0xf2, 0x0a]);
  const { text, told } = await take('旧.cme', gbk);
  expect(text).toBe('规则\n');
  expect(told?.zh).toContain('GB18030');
  expect(told?.zh).toContain('UTF-8');
});

test('junk, a broken byte and bytes of no known encoding are refused, each with its reason', async () => {
  expect(await refusal('图.png', new Uint8Array([0x89, 0x50, 0, 1]))).toContain('不是文本文件');
  expect(await refusal('坏.cme', rules, new Uint8Array([0xff]), rules)).toMatch(/第 3 行第 1 列.*坏字节/);
  expect(await refusal('latin.cme', new Uint8Array([0x61, 0xe9, 0xe8, 0x20, 0xff]))).toContain('认不出文件的编码');
});

test('a file larger than any rules is refused, before it is read where its size says so', async () => {
  expect(await refusal('长.cme', '字'.repeat(2 ** 20 + 1))).toMatch(/有 3\.0 MB，没有打开/);
  const huge = { name: '大.cme', size: 5 * 2 ** 20, arrayBuffer: () => Promise.reject(new Error('it was read')) };
  await expect(takenFrom(huge)).rejects.toBeInstanceOf(Refused);
  expect((await take('满.cme', '字'.repeat(2 ** 20))).text).toHaveLength(2 ** 20);
});
