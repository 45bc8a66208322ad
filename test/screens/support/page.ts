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
  static readonly all: Crew[] = [];
  readonly name: string;
  readonly heard: Told[] = [];
  ended = false;
  private readonly lost: (message: string) => void;
  private listener: (event: object) => void = none;

  constructor(name: string, lost: (message: string) => void = none) {
    this.name = name;
    this.lost = lost;
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

  addEventListener(_: 'message', listener: (event: object) => void): void {
    this.listener = listener;
  }

  terminate(): void {
    this.ended = true;
  }

  async says(data: object): Promise<void> {
    this.listener({ data });
    await rest();
  }

  async breaks(): Promise<void> {
    this.lost('out of memory');
    await rest();
  }

  asked(kind: string): readonly Told[] {
    return this.heard.filter((one) => one.kind === kind);
  }

  last(kind: string): Told {
    const found = this.asked(kind).at(-1);
    if (!found) throw new Error(`${this.name} was not asked: ${kind}`);
    return found;
  }
}

/** The folder of rule files, and what the user was told. A test may put another answer in its place. */
const usual = {
  library: async (): Promise<readonly RuleSource[]> => [],
  history: async (): Promise<unknown> => ({ kept: 'none', versions: [] }),
  revisions: async () => [],
  releases: async (): Promise<unknown> => null,
  release: async (): Promise<unknown> => null,
  list: async () => [],
};
export const folder = { ...usual, told: [] as { readonly zh: string }[] };
export const anew = (): void => void Object.assign(folder, usual, { told: [] });

/** Stands in for editor/state/open.ts. */
export const openModule = () => ({
  files: folder,
  tell: (_: string, said: { readonly zh: string }) => folder.told.push(said),
  wordsOf: (error: unknown) => ({ zh: String(error), en: String(error) }),
});

/** Stands in for editor/trusted.ts. */
export const trustedModule = () => ({
  startWorker: (_: string, name: string, lost?: (message: string) => void) => new Crew(name, lost),
});

/** Whatever has been promised is done. */
export const rest = () => new Promise<void>((done) => setTimeout(done));
