/** The folder of the local server, beside what the browser can open by itself. */
import { BrowserFiles } from './browser.ts';
import {
  type FileEntry,
  type Files,
  type History,
  type OpenFile,
  Refused,
  type ReleaseLog,
  type ReleaseMade,
  type Releasing,
  type Revision,
  type Saved,
} from './files.ts';
import { token } from './token.ts';

interface Folder {
  readonly name: string;
  readonly history: boolean;
  /** `hash` is null where a file cannot be read. */
  readonly files: readonly { path: string; hash: string | null; label: string | null; version: string | null }[];
}

const gone = {
  zh: '连不上本机的服务：它可能已经停止。修改留在草稿里，重新启动后再保存',
  en: 'the server of this computer does not answer: it may have ended. Drafts are kept; start it again and save',
};

export class ServerFiles implements Files {
  private readonly local = new BrowserFiles();
  private found: Promise<boolean> | null = null;
  private known: readonly { readonly file: string; readonly text: string }[] | null = null;

  async folder(): Promise<string | null> {
    return (await this.served()) ? (await this.read()).name : null;
  }

  async list(): Promise<readonly FileEntry[]> {
    if (!(await this.served())) return this.local.list();
    return (await this.read()).files.map(listed);
  }

  async open(entry: FileEntry): Promise<OpenFile> {
    if (entry.from !== 'server') return this.local.open(entry);
    const { text, hash } = (await this.ask('GET', `api/file?path=${encodeURIComponent(entry.name)}`)).body;
    return opened(entry, text, hash);
  }

  pick(): Promise<OpenFile | null> {
    return this.local.pick();
  }

  take(file: File): Promise<OpenFile> {
    return this.local.take(file);
  }

  async make(name: string, text: string): Promise<OpenFile> {
    if (!(await this.served())) return this.local.make(name, text);
    return { entry: entryOf(name, null), text, mark: false, hash: null };
  }

  async save(file: OpenFile, text: string): Promise<Saved> {
    const { entry, hash, mark } = file;
    if (entry.from !== 'server') return this.local.save(file, text);
    const condition = hash === null ? { 'if-none-match': '*' } : { 'if-match': `"${hash}"` };
    const written = mark ? `\uFEFF${text}` : text;
    const address = `api/file?path=${encodeURIComponent(entry.name)}`;
    const { status, body } = await this.ask('PUT', address, { text: written }, condition, [412]);
    if (status !== 412) return { done: 'saved', entry, hash: body.hash };
    if (body.current) return { done: 'changed', now: opened(entry, body.current.text, body.current.hash) };
    if (body.error === 'exists') return { done: 'changed', now: await this.open(entry) };
    return { done: 'gone' };
  }

  handOut(name: string, text: string): void {
    this.local.handOut(name, text);
  }

  async history(entry: FileEntry): Promise<History> {
    if (entry.from !== 'server') return this.local.history();
    if (!(await this.read()).history) return { kept: 'possible', versions: [] };
    const { versions } = (await this.ask('GET', `api/versions?path=${encodeURIComponent(entry.name)}`)).body;
    type Sent = { id: string; message: string; author: string; date: string };
    return {
      kept: 'yes',
      versions: versions.map(({ id, message, author, date }: Sent) => ({
        id,
        words: message,
        author,
        when: new Date(date),
      })),
    };
  }

  async revisions(entry: FileEntry): Promise<readonly Revision[]> {
    if (entry.from !== 'server' || !(await this.read()).history) return [];
    const { revisions } = (await this.ask('GET', `api/revisions?path=${encodeURIComponent(entry.name)}`)).body;
    type Sent = Omit<Revision, 'when'> & { date: string };
    return revisions.map(({ kind, name, id, date }: Sent) => ({ kind, name, id, when: new Date(date) }));
  }

  async versionText(entry: FileEntry, id: string): Promise<string> {
    return (await this.ask('GET', `api/version?path=${encodeURIComponent(entry.name)}&id=${id}`)).body.text;
  }

  async keepVersion(entry: FileEntry, words: string, author: string, begin: boolean): Promise<void> {
    if (begin) await this.ask('POST', 'api/history', {});
    const address = `api/versions?path=${encodeURIComponent(entry.name)}`;
    await this.ask('POST', address, { message: words, author: { name: author, email: '' } });
  }

  async releases(): Promise<ReleaseLog | null> {
    return (await this.served()) ? (await this.ask('GET', 'api/release')).body : null;
  }

  async release({ entry, hash }: OpenFile, { begin, ...asked }: Releasing): Promise<ReleaseMade> {
    if (begin) await this.ask('POST', 'api/history', {});
    const address = `api/release?path=${encodeURIComponent(entry.name)}`;
    return (await this.ask('POST', address, asked, { 'if-match': `"${hash ?? ''}"` })).body;
  }

  async library(): Promise<readonly { readonly file: string; readonly text: string }[]> {
    const samples = await this.local.library();
    if (!(await this.served())) return samples;
    // A server that has ended leaves what it gave last: who works on a file goes on with its baselines.
    const folder = await this.read().catch((error: unknown) => {
      if (this.known === null) throw error;
      return null;
    });
    if (folder === null) return this.known ?? samples;
    const readable = folder.files.filter(({ hash }) => hash !== null);
    const texts = await Promise.all(readable.map((one) => this.open(listed(one)).catch(() => null)));
    const own = texts.flatMap((one) => (one === null ? [] : [{ file: one.entry.name, text: one.text }]));
    const known = new Set(own.map(({ file }) => file));
    this.known = [...own, ...samples.filter(({ file }) => !known.has(file))];
    return this.known;
  }

  /** Whether this page was given out by a server of rule files; a static host has none. */
  private served(): Promise<boolean> {
    const marked = document.querySelector('meta[name="cme-server"]') !== null;
    this.found ??= marked
      ? this.ask('GET', 'api/folder', undefined, {}, [403, 404]).then(
          ({ status }) => status === 200,
          () => false,
        )
      : Promise.resolve(false);
    return this.found;
  }

  private async read(): Promise<Folder> {
    return (await this.ask('GET', 'api/folder')).body;
  }

  private async ask(
    method: string,
    path: string,
    body?: object,
    headers: Readonly<Record<string, string>> = {},
    expected: readonly number[] = [],
    // biome-ignore lint/suspicious/noExplicitAny: what our own server sends has the shape that it says.
  ): Promise<{ readonly status: number; readonly body: any }> {
    const own = token();
    const response = await fetch(path, {
      method,
      cache: 'no-store',
      headers: {
        ...(own !== null && { 'x-cme-token': own }),
        ...(body && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
    }).catch(() => {
      throw new Refused(gone);
    });
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    const read = isJson ? await response.json() : null;
    if ((response.ok && isJson) || expected.includes(response.status)) return { status: response.status, body: read };
    throw new Refused(read?.message ?? gone);
  }
}

const listed = ({ path, label, version }: Folder['files'][number]): FileEntry =>
  entryOf(path, label === null ? null : `${label} ${version ?? ''}`.trim());

const entryOf = (path: string, title: string | null): FileEntry => ({
  id: `server:${path}`,
  name: path,
  title,
  from: 'server',
});

const opened = (entry: FileEntry, text: string, hash: string): OpenFile => {
  const mark = text.startsWith('\uFEFF');
  return { entry, text: mark ? text.slice(1) : text, mark, hash };
};
