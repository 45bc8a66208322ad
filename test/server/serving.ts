/** A server over a folder made for one test, and requests as a browser or as a stranger would send them. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Serving, serve } from '../../src/server.ts';

export interface World {
  readonly folder: string;
  readonly serving: Serving;
  /** As the page does: with the token, and JSON where there is a body. */
  ask(path: string, init?: RequestInit): Promise<Answer>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into it as they know it to be.
  readonly body: any;
}

export const demo = '规则 甲 a 版本 1\n  语言 1\n  施行 2030-01-01\n';

export async function world(files: Readonly<Record<string, string | Uint8Array>> = { 'a.cme': demo }): Promise<World> {
  const top = mkdtempSync(join(tmpdir(), 'cme-serve-'));
  const [folder, editor] = [join(top, 'rules'), join(top, 'editor')];
  const all = Object.entries(files).map(([name, content]) => [join(folder, name), content] as const);
  for (const [file, content] of [
    ...all,
    [join(editor, 'index.html'), '<!doctype html><head><title>editor</title></head>'] as const,
    [join(editor, 'assets', 'main-abcdefgh.js'), '1;'] as const,
    [join(top, 'secret.cme'), 'secret'] as const,
  ]) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  const serving = await serve({ folder, editor, port: null });
  onTestFinished(async () => {
    await serving.close();
    rmSync(top, { recursive: true, force: true });
  });
  const origin = `http://127.0.0.1:${serving.port}`;
  return {
    folder,
    serving,
    ask: async (path, init = {}) => {
      const response = await fetch(`${origin}${path}`, {
        ...init,
        headers: {
          'x-cme-token': serving.token,
          ...(init.body !== undefined && { 'content-type': 'application/json' }),
          ...(init.headers as Record<string, string>),
        },
      });
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.includes('json');
      return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
    },
  };
}

/** The bytes as they are: a library would make a path plain before it is sent. Gives the status line. */
export function raw({ serving }: World, lines: readonly string[], body = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(serving.port, '127.0.0.1');
    let answer = '';
    socket.setTimeout(5000, () => socket.destroy(new Error('no answer')));
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(answer.split('\r\n')[0] ?? ''));
    socket.write(`${[...lines, 'Connection: close', '', body].join('\r\n')}`);
  });
}
