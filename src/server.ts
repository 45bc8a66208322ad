/** Serves the editor over a folder of rule files, to this machine alone. */
import { type ChildProcess, spawn } from 'node:child_process';
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

/**
 * In the user's own browser; where there is none, the address that was printed has to do. `address` is our own and holds no
 * sign that cmd.exe reads: on Windows that is what opens it, since PowerShell, by which `open` would, is locked on many
 * machines of offices.
 */
export async function openInBrowser(address: string): Promise<void> {
  const child = process.platform === 'win32' ? started(address) : await open(address).catch(() => null);
  child?.once('error', () => {});
}

const started = (address: string): ChildProcess =>
  spawn('cmd.exe', ['/d', '/s', '/c', `"start "" "${address}""`], {
    stdio: 'ignore',
    windowsHide: true,
    windowsVerbatimArguments: true,
  });
