/** Any static host: files of a folder on 127.0.0.1, with the policy that a careful host sends. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { policy } from '../../../src/policy.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.ttf': 'font/ttf',
  '.svg': 'image/svg+xml',
};

export interface Host {
  /** Under a path, as on a host with other pages. */
  readonly url: string;
  close(): void;
}

export async function serve(folder: string): Promise<Host> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://host').pathname.replace(/^\/rules\//, '/');
    const file = normalize(path.endsWith('/') ? `${path}index.html` : path);
    readFile(join(folder, file)).then(
      (body) => {
        const type = types[extname(file)] ?? 'application/octet-stream';
        response.writeHead(200, { 'content-type': type, 'content-security-policy': policy.header });
        response.end(body);
      },
      () => response.writeHead(404).end('nothing is here'),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/rules/`, close: () => server.close() };
}
