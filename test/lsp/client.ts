/** A client that speaks to a server in its own process, as an editor does: one request after the other. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Position {
  readonly line: number;
  readonly character: number;
}

export class Client {
  readonly uri: string;
  private readonly child: ChildProcess;
  private readonly connection: MessageConnection;
  private version = 1;
  private text: string;
  private readonly published: { diagnostics: { code: string; message: string }[] }[] = [];
  private heard: () => void = () => {};

  constructor(path: string, text: string, lang: 'zh' | 'en' = 'zh') {
    this.uri = pathToFileURL(`${root}${path}`).href;
    this.text = text;
    this.child = spawn(process.execPath, ['src/cli.ts', 'lsp', '--lang', lang], {
      cwd: root,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const { stdin, stdout } = this.child;
    if (!stdin || !stdout) throw new Error('no pipes');
    this.connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.connection.onNotification('textDocument/publishDiagnostics', (params) => {
      this.published.push(params as (typeof this.published)[number]);
      this.heard();
    });
    this.connection.listen();
    onTestFinished(() => {
      this.connection.dispose();
      this.child.kill();
    });
  }

  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers as they know them to be.
  ask(method: string, params: object = {}): Promise<any> {
    return this.connection.sendRequest(method, { textDocument: { uri: this.uri }, ...params });
  }

  async open(): Promise<void> {
    await this.connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
    await this.connection.sendNotification('initialized', {});
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: this.uri, languageId: 'cme', version: this.version, text: this.text },
    });
  }

  async replace(from: string, to: string): Promise<void> {
    const start = this.positionOf(from);
    const end = this.positionAt(this.text.indexOf(from) + from.length);
    this.text = this.text.replace(from, () => to);
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.uri, version: ++this.version },
      contentChanges: [{ range: { start, end }, text: to }],
    });
  }

  /** The next findings that the server sends. */
  async diagnostics(): Promise<{ code: string; message: string }[]> {
    while (this.published.length === 0) {
      await new Promise<void>((resolve) => {
        this.heard = resolve;
      });
    }
    return this.published.shift()?.diagnostics ?? [];
  }

  /** Behind the text, or in it where `|` stands. */
  positionOf(needle: string): Position {
    const plain = needle.replace('|', '');
    const inside = Math.max(0, needle.indexOf('|'));
    return this.positionAt(this.text.indexOf(plain) + inside);
  }

  async end(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => this.child.once('exit', resolve));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    return ended;
  }

  private positionAt(offset: number): Position {
    const lines = this.text.slice(0, offset).split('\n');
    return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  }
}
