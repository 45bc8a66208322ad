/** The page's side of the worker of releases; it is started when the screen first needs it. */
import { startWorker } from '../trusted.ts';
import releaseUrl from '../worker/release.ts?worker&url';
import type { FromRelease, MadeZip, Surveyed, ToRelease } from '../worker/releaseProtocol.ts';

type Asking<T> = T extends unknown ? Omit<T, 'serial'> : never;
type Answer = Exclude<FromRelease, { kind: 'failed' }>;

class Desk {
  private worker: Worker | null = null;
  private serial = 0;
  private readonly waiting = new Map<number, { resolve(answer: Answer): void; reject(error: Error): void }>();

  /** By what each survey was asked for. */
  private readonly surveys = new WeakMap<Surveyed, number>();

  async survey(asked: Extract<ToRelease, { kind: 'survey' }>['asked']): Promise<Surveyed> {
    const answer = await this.ask({ kind: 'survey', asked });
    if (answer.kind !== 'surveyed') throw new Error(answer.kind);
    this.surveys.set(answer.surveyed, answer.serial);
    return answer.surveyed;
  }

  /** Null where another was surveyed meanwhile, or something is not signed off. */
  async make(
    of: Surveyed,
    said: Omit<Extract<ToRelease, { kind: 'make' }>, 'kind' | 'serial' | 'of'>,
  ): Promise<MadeZip | null> {
    const answer = await this.ask({ kind: 'make', of: this.surveys.get(of) ?? 0, ...said });
    if (answer.kind !== 'made') throw new Error(answer.kind);
    return answer.made;
  }

  private ask(message: Asking<ToRelease>): Promise<Answer> {
    this.worker ??= this.start();
    const serial = ++this.serial;
    this.worker.postMessage({ ...message, serial });
    return new Promise((resolve, reject) => this.waiting.set(serial, { resolve, reject }));
  }

  private start(): Worker {
    const worker = startWorker(releaseUrl, 'cme-release', (message) => {
      this.worker = null;
      for (const { reject } of this.waiting.values()) reject(new Error(message));
      this.waiting.clear();
    });
    worker.addEventListener('message', ({ data }: MessageEvent<FromRelease>) => {
      const asked = this.waiting.get(data.serial);
      this.waiting.delete(data.serial);
      if (data.kind === 'failed') asked?.reject(new Error(data.message));
      else asked?.resolve(data);
    });
    return worker;
  }
}

export const desk = new Desk();
