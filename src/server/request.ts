/** What a request says, or the problem with it. */
import type { Context } from 'hono';
import { z } from 'zod';
import { Problem } from './problem.ts';

export const MOST_TEXT = 2 ** 20;

/** Somebody's name, or a sentence. */
export const line = z.string().trim().min(1).max(2000);

export function refuse(...args: ConstructorParameters<typeof Problem>): never {
  throw new Problem(...args);
}

export const pathIn = (c: Context): string => c.req.query('path') ?? refuse('malformed', { why: 'path' });

/** The hash of the version that was edited; null for a new file. */
export function editedVersion(c: Context): string | null {
  const [, hash] = /^"([0-9a-f]+)"$/.exec(c.req.header('if-match') ?? '') ?? [];
  if (hash !== undefined) return hash;
  return c.req.header('if-none-match') === '*' ? null : refuse('unconditional');
}

export async function bodyOf<T>(c: Context, shape: z.ZodType<T>): Promise<T> {
  const body = await c.req.json().catch(() => refuse('malformed', { why: 'JSON' }));
  const read = shape.safeParse(body);
  if (read.success) return read.data;
  const tooLong = read.error.issues.some(({ code, path }) => code === 'too_big' && path[0] === 'text');
  return tooLong ? refuse('tooLarge') : refuse('malformed', { why: z.prettifyError(read.error) });
}
