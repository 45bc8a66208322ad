/**
 * A rename that is tried again. Windows refuses one for as long as somebody holds the file, and scanners for viruses hold
 * each new one for a moment. What is held for longer is told as `EBUSY`, by whatever code the system calls it.
 */
import { renameSync } from 'node:fs';

/** From 10 ms on, each twice the one before: 1.3 s in all. */
const TRIES = 8;

export interface System {
  readonly platform: string;
  readonly rename: (from: string, to: string) => void;
  readonly wait: (ms: number) => void;
}

const own: System = { platform: process.platform, rename: renameSync, wait: pause };

export function renamed(from: string, to: string, { platform, rename, wait }: System = own): void {
  for (let tried = 1; ; tried++) {
    try {
      rename(from, to);
      return;
    } catch (error) {
      if (platform !== 'win32' || !isHeld(error)) throw error;
      if (tried === TRIES) throw Object.assign(new Error(`${to} is held`, { cause: error }), { code: 'EBUSY' });
      wait(5 * 2 ** tried);
    }
  }
}

const isHeld = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['EPERM', 'EACCES', 'EBUSY'].includes(String(error.code));

function pause(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
