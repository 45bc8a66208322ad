/** As much of a page as the state of a screen asks for, and workers that answer when a test says so. */
import { vi } from 'vitest';
import type { RuleSource } from '../../../src/index.ts';

const none = () => {};
for (const [name, value] of Object.entries({
  addEventListener: none,
  location: { hash: '#/roster', href: 'http://127.0.0.1/', origin: 'http://127.0.0.1' },
  matchMedia: () => ({ matches: false, addEventListener: none }),
  localStorage: { getItem: () => null, setItem: none },
}))
  vi.stubGlobal(name, value);

type Told = { readonly kind: string; readonly serial: number } & Record<string, unknown>;

/** A worker by its name: what the page has said to it, and a way to answer. */
export class Crew {
  private static readonly all: Crew[] = [];
  readonly name: string;
  readonly heard: Told[] = [];
  ended = false;
  private readonly listeners = new Map<string, (event: object) => void>();

  constructor(name: string) {
    this.name = name;
    Crew.all.push(this);
  }

  /** The one that was started last. */
  static of(name: string): Crew {
    const found = Crew.all.findLast((one) => one.name === name);
    if (!found) throw new Error(`${name} was not started`);
    return found;
  }

  postMessage(message: Told): void {
    this.heard.push(structuredClone(message));
  }

  addEventListener(kind: string, listener: (event: object) => void): void {
    this.listeners.set(kind, listener);
  }

  terminate(): void {
    this.ended = true;
  }

  async says(data: object): Promise<void> {
    this.listeners.get('message')?.({ data });
    await rest();
  }

  async breaks(): Promise<void> {
    this.listeners.get('error')?.({ message: 'out of memory', preventDefault: none });
    await rest();
  }

  all(kind: string): readonly Told[] {
    return this.heard.filter((one) => one.kind === kind);
  }

  last(kind: string): Told {
    const found = this.all(kind).at(-1);
    if (!found) throw new Error(`${this.name} was not asked: ${kind}`);
    return found;
  }
}

/** The folder of rule files, and what the user was told. */
export const folder: { library: () => Promise<readonly RuleSource[]>; readonly told: unknown[] } = {
  library: async () => [],
  told: [],
};

/** Stands in for editor/state/open.ts. */
export const openModule = () => ({
  files: { library: () => folder.library() },
  tell: (_: string, said: unknown) => folder.told.push(said),
  wordsOf: (error: unknown) => ({ zh: String(error), en: String(error) }),
});

/** Stands in for editor/trusted.ts. */
export const trustedModule = () => ({ startWorker: (_: string, name: string) => new Crew(name) });

/** Whatever has been promised is done. */
export const rest = () => new Promise<void>((done) => setTimeout(done));
