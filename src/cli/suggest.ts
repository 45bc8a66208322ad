/** The name that a misspelt one was probably meant to be. */
import { nearest } from '../index.ts';
import type { Shell } from './shell.ts';

/** A question to put before a list of what there is, or nothing. */
export function suggestion(name: string, known: readonly string[], shell: Shell): string {
  const near = nearest(name, known);
  return near === null ? '' : `${shell.say('didYouMean', { name: near })} `;
}
