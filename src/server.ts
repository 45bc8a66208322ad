/** Serves the editor over a folder of rule files, to this machine alone. */
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import open from 'open';
import { type AppOptions, app } from './server/app.ts';

export interface ServeOptions {
  /** The folder of rule files; it exists. */
  readonly folder: string;
  /** The folder that the editor was built into. */
  readonly editor: string;
  /** Null: any that is free. */
  readonly port: number | null;
  /** Rule files that come with the program. */
  readonly shipped?: AppOptions['shipped'];
  /** Its name and version. */
  readonly program?: string;
  /** Given by a test; else a new one each time. */
  readonly token?: string;
}

export interface Serving {
  /** With the token behind `#`, which browsers keep to themselves. */
  readonly address: string;
  readonly port: number;
  readonly token: string;
  close(): Promise<void>;
}

const HOST = '127.0.0.1';

/** Rejects with the error of `node:net` where the port is taken. */
export async function serve(options: ServeOptions): Promise<Serving> {
  const token = options.token ?? randomBytes(24).toString('base64url');
  let port = 0;
  const { folder: root, editor, shipped = [], program = 'cme' } = options;
  const { fetch } = app({ root, editor, token, port: () => port, shipped, program });
  const server = createAdaptorServer({ fetch });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, HOST, resolve);
  });
  port = (server.address() as AddressInfo).port;
  return {
    address: `http://${HOST}:${port}/#token=${token}`,
    port,
    token,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

/** In the user's own browser; where there is none, the address that was printed has to do. */
export async function openInBrowser(address: string): Promise<void> {
  const child = await open(address).catch(() => null);
  child?.once('error', () => {});
}
