import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { root, cme as run } from '../cli/cme.ts';

const folder = mkdtempSync(join(tmpdir(), 'cme-verify-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string): string => join(folder, name);
const cme = (...args: readonly string[]) => run(args, { cwd: root });

describe('cme export --to jsonlogic, cme verify', () => {
  test('an export agrees with itself, and tells how many vectors there were', async () => {
    expect(await cme('export', 'national', '--to', 'jsonlogic', '--out', file('rules.json'))).toMatchObject({
      code: 0,
    });
    const { code, stdout } = await cme('verify', file('rules.json'));
    expect(code).toBe(0);
    expect(stdout).toContain('一致');
    const envelope = JSON.parse(readFileSync(file('rules.json'), 'utf8'));
    expect(stdout).toContain(String(envelope.vectors.length));
    expect(envelope.ruleset.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('a rule that was changed is found, with the first difference', async () => {
    const text = readFileSync(file('rules.json'), 'utf8');
    writeFileSync(file('changed.json'), text.replaceAll('"min":', '"max":'));
    const { code, stdout } = await cme('verify', file('changed.json'));
    expect(code).toBe(1);
    expect(stdout).toContain('不一致');
  });

  const spoilt = async (change: (envelope: Record<string, Record<string, unknown>>) => void) => {
    const envelope = JSON.parse(readFileSync(file('rules.json'), 'utf8'));
    change(envelope);
    writeFileSync(file('spoilt.json'), JSON.stringify(envelope));
    return cme('verify', file('spoilt.json'));
  };

  // Filling the memory that they are given takes its time on a busy machine.
  test('rules that grow without end are stopped, in a sentence', { timeout: 120_000 }, async () => {
    const item = { merge: [{ var: ['accumulator'] }, { var: ['accumulator'] }] };
    const { code, stderr } = await spoilt(({ rules = {} }) => {
      rules.total = { reduce: [Array.from({ length: 40 }, (_, at) => at), item, 1] };
    });
    expect(code).toBe(2);
    expect(stderr).toContain('1 GB');
  });

  test.each<[string, (envelope: Record<string, Record<string, unknown>>) => void]>([
    ['a reading', ({ readings = {} }) => (readings.partial_unit = 'prorate')],
    ['whose rules they are', ({ ruleset = {} }) => (ruleset.hash = '0'.repeat(64))],
    ['what a fact may be', ({ input = {} }) => (input.title = 'x')],
    ['when a record is made up', (envelope) => Object.assign(envelope, { make_up: true })],
    ['the limit', (envelope) => Object.assign(envelope, { most: 1 })],
    ['every vector', (envelope) => Object.assign(envelope, { vectors: [] })],
  ])('of what no vector sees, the checksum does: %s', async (_, change) => {
    const { code, stdout } = await spoilt(change);
    expect(code).toBe(1);
    expect(stdout).toContain('校验码不符');
  });

  test('how the file is laid out is free', async () => {
    const envelope = JSON.parse(readFileSync(file('rules.json'), 'utf8'));
    writeFileSync(file('laid.json'), JSON.stringify(Object.fromEntries(Object.entries(envelope).reverse()), null, 2));
    expect(await cme('verify', file('laid.json'))).toMatchObject({ code: 0 });
  });

  test.each<[string, (envelope: Record<string, Record<string, unknown>>) => void]>([
    ['whose rules they are', (envelope) => delete envelope.ruleset],
    ['a category', ({ rules = {} }) => delete (rules.categories as Record<string, unknown>).projects],
    ['what is unreached', (envelope) => delete envelope.unreached],
    ['the checksum', (envelope) => delete envelope.checksum],
  ])('what lacks a part is no export: %s', async (_, change) => {
    expect(await spoilt(change)).toMatchObject({ code: 2, stderr: expect.stringContaining('重新导出') });
  });

  test('what is no export, or holds another operation, is not run', async () => {
    const text = readFileSync(file('rules.json'), 'utf8');
    writeFileSync(file('log.json'), text.replaceAll('"min":', '"log":'));
    writeFileSync(file('other.json'), '{"format": 1}');
    writeFileSync(file('broken.json'), '{');
    for (const name of ['log.json', 'other.json', 'broken.json'])
      expect(await cme('verify', file(name)), name).toMatchObject({ code: 2 });
  });

  test('a cycle is refused, with the reason', async () => {
    const { code, stderr } = await cme('export', 'rules/samples/five-year.cme', '--to', 'jsonlogic');
    expect(code).toBe(1);
    expect(stderr).toContain('周期');
  });

  test('readings are set, and shipped with the rules', async () => {
    const set = ['--set', 'partial_unit=prorate', '--set', 'class_hours=separate'];
    expect(await cme('export', 'national', '--to', 'jsonlogic', ...set, '--out', file('set.json'))).toMatchObject({
      code: 0,
    });
    expect(JSON.parse(readFileSync(file('set.json'), 'utf8')).readings).toMatchObject({ partial_unit: 'prorate' });
    expect(await cme('verify', file('set.json'))).toMatchObject({ code: 0 });
  });
});
