/**
 * Gives a worker the text once one has stopped typing: late enough that a word is not worked on letter by letter, and in a
 * file that takes long as late as that takes. A worker that is always behind only takes the processor from the page.
 */
const LEAST_MS = 110;

export class Feed {
  private readonly give: () => void;
  private readonly most: number;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private took = 0;
  /** The version that it was given last, and since when it works on what it works on; null while it has nothing to do. */
  private given = 0;
  private since: number | null = null;

  /** `most`: the longest that it waits, in milliseconds. */
  constructor(give: () => void, most: number) {
    this.give = give;
    this.most = most;
  }

  /** While one types, each key puts it off. */
  soon(version: number): void {
    this.stop();
    this.timer = setTimeout(() => this.now(version), Math.max(LEAST_MS, Math.min(this.most, this.took)));
  }

  now(version: number): void {
    this.stop();
    this.given = version;
    this.since ??= performance.now();
    this.give();
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  /** Another file: it is on its way already, and nothing else is waited for. */
  open(): void {
    this.stop();
    this.given = 0;
    this.since = performance.now();
  }

  /** The worker is done with a version, and begins with the newest that has come meanwhile. */
  done(version: number): void {
    const now = performance.now();
    if (this.since !== null) this.took = now - this.since;
    this.since = version < this.given ? now : null;
  }
}
