/**
 * The last faults of the program itself, for who has to find them. Of each only its kind and the places in the program are
 * kept: what an error says may quote a rule or a person, and is not read.
 */
export interface Fault {
  readonly when: string;
  /** `TypeError`, or where it came from. */
  readonly kind: string;
  /** File, line and column, the innermost first. */
  readonly places: readonly string[];
}

const MOST = 20;
const DEEP = 8;
const seen: Fault[] = [];

export const faults = (): readonly Fault[] => seen;

export function note(error: unknown, from: string): void {
  const kind = error instanceof Error && /^\w{1,40}$/.test(error.name) ? error.name : from;
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const places = [...stack.matchAll(/([\w.-]+\.(?:js|ts|tsx)):(\d+):(\d+)/g)].map(([place]) => place);
  seen.push({ when: new Date().toISOString(), kind, places: places.slice(0, DEEP) });
  if (seen.length > MOST) seen.shift();
}

addEventListener('error', ({ error }) => note(error, 'error'));
addEventListener('unhandledrejection', ({ reason }) => note(reason, 'rejection'));
