/** Runs the command line: within the test's own process, which is fast, or as a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { main } from '../../src/cli/main.ts';
import type { Target } from '../../src/cli/shell.ts';

export const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly input?: string | Uint8Array;
}

/** All of the command line but the dozen lines that tie it to the process. */
export async function cme(args: readonly string[], { cwd, input = '' }: RunOptions): Promise<Run> {
  const before = process.cwd();
  const [stdout, stderr] = [new Collected(), new Collected()];
  process.chdir(cwd);
  try {
    const code = await main(args, { stdin: oneChunk(input), stdout, stderr });
    return { code, stdout: stdout.text, stderr: stderr.text };
  } finally {
    process.chdir(before);
  }
}

class Collected implements Target {
  text = '';

  write(text: string): boolean {
    this.text += text;
    return true;
  }

  once(): void {}
}

async function* oneChunk(input: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield typeof input === 'string' ? new TextEncoder().encode(input) : input;
}

/** As a user does. */
export function start(args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): ChildProcess {
  return spawn(process.execPath, [join(root, 'src/cli.ts'), ...args], { cwd, env: { ...process.env, ...env } });
}

export function finished(child: ChildProcess, input: string | Uint8Array = ''): Promise<Run> {
  const texts = { stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk: Buffer) => {
    texts.stdout += chunk;
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    texts.stderr += chunk;
  });
  child.stdin?.on('error', () => {});
  child.stdin?.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...texts }));
  });
}

/** A folder that is gone after the test. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'cme-cli-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}
