import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { expect, onTestFinished, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const isHere = process.platform === 'linux' && process.arch === 'x64';

// As staff without npm have it: a zip, unpacked anywhere, started by its start file.
test.skipIf(!isHere)(
  'the desktop zip serves its editor over its rules, with nothing else on the machine',
  { timeout: 300_000 },
  async () => {
    const packed = spawnSync(process.execPath, ['scripts/pack-desktop.ts', '--only', 'linux-x64'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(packed.stderr).not.toMatch(/Error/);
    const zip = /^\S+\.zip/m.exec(packed.stdout)?.[0] ?? '';
    expect(existsSync(zip)).toBe(true);
    const home = mkdtempSync(join(tmpdir(), 'cme-desktop-test-'));
    onTestFinished(() => rmSync(home, { recursive: true, force: true }));
    for (const [path, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
      mkdirSync(dirname(join(home, path)), { recursive: true });
      writeFileSync(join(home, path), bytes);
      if (/\/(node|开始\.sh)$/.test(path)) chmodSync(join(home, path), 0o755);
    }
    expect(readdirSync(join(home, 'cme')).sort()).toEqual(
      [
        'LICENSE',
        'LICENSE-node',
        'dist',
        'node',
        'package.json',
        'rules',
        '开始.desktop',
        '开始.sh',
        '说明.txt',
      ].sort(),
    );
    const child = spawn(join(home, 'cme', '开始.sh'), ['--no-open', '--port', '0'], {
      cwd: '/',
      env: { HOME: home, PATH: '/usr/bin:/bin' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    onTestFinished(() => void child.kill());
    const [line] = await once(child.stdout.setEncoding('utf8'), 'data');
    const [, origin, token = ''] = /^(http:\/\/127\.0\.0\.1:\d+)\/#token=(\S+)/.exec(line) ?? [];
    const listed = await fetch(`${origin}/api/folder`, { headers: { 'x-cme-token': token } });
    expect(((await listed.json()) as { files: { path: string }[] }).files.map(({ path }) => path)).toContain(
      'hubei.cme',
    );
    // What has threads of its own finds them.
    const judged = spawnSync(
      join(home, 'cme', 'node'),
      ['dist/cli.js', 'eval', 'hubei', 'rules/samples/hubei-2025.csv', '--year', '2025', '--workers', '2'],
      { cwd: join(home, 'cme'), encoding: 'utf8' },
    );
    expect(judged.stderr).not.toMatch(/Error|node:internal/);
    expect(judged.stdout).toContain('300');
    expect((await fetch(`${origin}/`)).headers.get('content-security-policy')).toContain("default-src 'none'");
  },
);
