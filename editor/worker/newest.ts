/**
 * Works on the newest of what it is given: what came before and was not begun is dropped, and a long piece of work can ask
 * between its stages whether it is still wanted.
 */
export class Newest<T> {
  private waiting: T | null = null;
  private working = false;
  private readonly work: (task: T, wanted: () => Promise<boolean>) => Promise<void>;

  constructor(work: (task: T, wanted: () => Promise<boolean>) => Promise<void>) {
    this.work = work;
  }

  give(task: T): void {
    this.waiting = task;
    if (!this.working) void this.run();
  }

  private async run(): Promise<void> {
    this.working = true;
    for (let task = this.take(); task !== null; task = this.take()) {
      await this.work(task, async () => {
        // Lets messages in that have arrived meanwhile.
        await new Promise((resolve) => setTimeout(resolve));
        return this.waiting === null;
      });
    }
    this.working = false;
  }

  private take(): T | null {
    const task = this.waiting;
    this.waiting = null;
    return task;
  }
}
