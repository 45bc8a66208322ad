/**
 * Findings as wavy lines. What reading alone finds comes at the pause, what the deep check finds when it has found it; both
 * are of the version that stands, and what is known of an older one stays only where the newer may still have it.
 */
import type * as Monaco from 'monaco-editor/editor';
import { session } from '../state/session.ts';
import type { RuleText } from '../state/text.ts';
import type { Problem } from '../worker/protocol.ts';
import type { Answers } from '../worker/serviceProtocol.ts';
import { service } from './ask.ts';
import type { ModelText } from './holder.ts';
import { markersOf } from './markers.ts';

const PAUSE_MS = 110;
/** A key after so long a rest is often the only one: it is looked into at once, and what is found shown after the pause. */
const REST_MS = 500;

/** The deep check's own, by the hundreds of their numbers. */
const isDeep = ({ code }: Problem): boolean => /^CME7/.test(code);

interface Known {
  readonly version: number;
  readonly problems: readonly Problem[];
}

const none: Known = { version: -1, problems: [] };
const known = new WeakMap<Monaco.editor.ITextModel, Findings>();

export class Findings {
  private quick = none;
  private deep = none;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private last = 0;
  private readonly monaco: typeof Monaco;
  private readonly text: RuleText;
  private readonly held: ModelText;
  private readonly stops: readonly (() => void)[];

  constructor(monaco: typeof Monaco, text: RuleText, held: ModelText) {
    this.monaco = monaco;
    this.text = text;
    this.held = held;
    known.set(held.model, this);
    this.stops = [session.subscribe(() => this.hear()), text.subscribe(() => this.soon())];
    this.hear();
  }

  static of(model: Monaco.editor.ITextModel): Findings | undefined {
    return known.get(model);
  }

  /** Those of the version that stands. */
  get current(): readonly Problem[] {
    return [this.quick, this.deep].flatMap(({ version, problems }) => (version === this.text.version ? problems : []));
  }

  stop(): void {
    clearTimeout(this.timer);
    for (const stop of this.stops) stop();
  }

  private soon(): void {
    clearTimeout(this.timer);
    if (this.text.composing) return;
    const now = performance.now();
    const ahead = now - this.last > REST_MS ? service.ask(this.text, 'findings', {}) : null;
    this.last = now;
    this.timer = setTimeout(() => void this.look(ahead), PAUSE_MS);
  }

  private async look(ahead: Promise<Answers['findings'] | null> | null): Promise<void> {
    const { version } = this.text;
    const problems = await (ahead ?? service.ask(this.text, 'findings', {}));
    if (problems === null || session.get().checked === version) return;
    this.quick = { version, problems };
    // Where something is wrong nothing is proved, so that nothing is left of what was.
    if (problems.some(({ severity }) => severity === 'error')) this.deep = none;
    this.draw();
  }

  private hear(): void {
    const { problems, checked } = session.get();
    const { version } = this.text;
    if (this.text.composing || checked !== version || this.deep.version === version) return;
    this.quick = { version, problems: problems.filter((one) => !isDeep(one)) };
    this.deep = { version, problems: problems.filter(isDeep) };
    this.draw();
  }

  private draw(): void {
    const { model } = this.held;
    const file = session.get().file?.entry.name ?? '';
    const put = (owner: string, { version, problems }: Known) => {
      // Wavy lines of an older version have moved with the text, and are left where they are.
      if (version !== this.text.version && problems.length > 0) return;
      this.monaco.editor.setModelMarkers(model, owner, markersOf(this.monaco, problems, file, this.held));
    };
    put('cme', this.quick);
    put('cme-deep', this.deep);
  }
}
