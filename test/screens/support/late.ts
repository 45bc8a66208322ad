/**
 * The state of the editor with its workers, without a browser. What the page and the tables say to each other lies in two
 * heaps until a test hands it over, so that an answer comes as late as the test will have it. The tables are the real
 * ones; of the checker only what a test says in its name is heard.
 */
import { vi } from 'vitest';
import type { Compiled, FromChecker, FromTables, Outline, Page, ToTables } from '../../../editor/worker/protocol.ts';
import { documentOf } from '../../../src/edit/index.ts';
import { compile } from '../../../src/index.ts';

type Listener = (event: { readonly data: unknown; readonly ports: readonly Port[] }) => void;

/** The checker's own way to the tables. */
class Port {
  listener: Listener | null = null;
  addEventListener(_type: string, listener: Listener): void {
    this.listener = listener;
  }
  start(): void {}
  postMessage(): void {}
}

export class Late {
  /** From the page to the tables, and back. */
  readonly asked: ToTables[] = [];
  readonly said: FromTables[] = [];
  private readonly page: Listener[] = [];
  private readonly checker: Listener[] = [];
  private tables: Listener | null = null;
  private readonly port = new Port();
  private opened = 0;

  /** Everything anew: the modules of the editor are asked for afterwards. */
  static async start(): Promise<Late> {
    const late = new Late();
    vi.resetModules();
    const listening = { addEventListener: () => {}, removeEventListener: () => {} };
    const { asked, page, checker } = late;
    class FakeWorker {
      private readonly name: string;
      constructor(_url: string, { name }: { readonly name: string }) {
        this.name = name;
      }
      addEventListener(_type: string, listener: Listener): void {
        (this.name === 'cme-tables' ? page : checker).push(listener);
      }
      postMessage(message: ToTables | { readonly kind: 'checker' }): void {
        if (this.name === 'cme-tables' && message.kind !== 'checker') asked.push(structuredClone(message));
      }
    }
    const location = { href: 'http://here/', origin: 'http://here', hash: '#/start', pathname: '/' };
    const store = { getItem: () => null, setItem: () => {}, removeItem: () => {} };
    const all = {
      ...listening,
      location,
      localStorage: store,
      sessionStorage: store,
      Worker: FakeWorker,
      MessageChannel: class {
        readonly port1 = new Port();
        readonly port2 = new Port();
      },
      matchMedia: () => ({ matches: false, ...listening }),
      document: { ...listening, querySelector: () => null, querySelectorAll: () => [], activeElement: null },
      requestAnimationFrame: (then: () => void) => setTimeout(then),
      HTMLTextAreaElement: class {},
      CSS: { escape: (text: string) => text },
    };
    for (const [name, value] of Object.entries(all)) vi.stubGlobal(name, value);
    // The worker's own globals, for as long as it is read.
    vi.stubGlobal('postMessage', (message: FromTables) => late.said.push(structuredClone(message)));
    vi.stubGlobal('addEventListener', (_type: string, listener: Listener) => {
      late.tables = listener;
    });
    await import('../../../editor/worker/tables.ts');
    vi.stubGlobal('addEventListener', () => {});
    late.tables?.({ data: { kind: 'checker' }, ports: [late.port] });
    return late;
  }

  /** The number of the file that is open. */
  get session(): number {
    return this.opened;
  }

  /** The tables hear what was asked of them. */
  hear(): void {
    for (const data of this.asked.splice(0)) {
      if (data.kind === 'open') this.opened = data.session;
      this.tables?.({ data, ports: [] });
    }
  }

  /** The page hears what the tables have said; `most` of it. */
  async tell(most = Number.POSITIVE_INFINITY): Promise<void> {
    for (const data of this.said.splice(0, most)) for (const one of this.page) one({ data, ports: [] });
    await new Promise((resolve) => setTimeout(resolve));
  }

  async both(): Promise<void> {
    do {
      this.hear();
      await this.tell();
    } while (this.asked.length + this.said.length > 0);
  }

  /** The checker hands the tables what it has compiled, of a file that they open so many files later. */
  compile(text: string, version: number, ahead = 0): void {
    const document = documentOf(compile({ file: 'rules.cme', text }, { library: [] }), version);
    this.port.listener?.({ data: { session: this.opened + ahead, document } satisfies Compiled, ports: [] });
  }

  check(data: FromChecker): void {
    for (const one of this.checker) one({ data, ports: [] });
  }
}

/** The row of a page whose text begins so. */
export function rowOf(page: Page | null, text: string) {
  for (const { head, rows } of page?.blocks ?? []) {
    for (const row of [head, ...rows.flatMap((one) => [one, ...(one.grid?.rows ?? [])])]) {
      if (row.text.startsWith(text)) return row;
    }
  }
  throw new Error(`no row ${text}`);
}

export function sheetOf(outline: Outline | null, title: string): string {
  const found = outline?.sheets.find((one) => one.title === title);
  if (!found) throw new Error(`no sheet ${title}`);
  return found.key;
}
