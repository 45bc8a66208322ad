/** The screens of the editor, as their registry has them: a new one is tried with no word said. */
import { readFileSync } from 'node:fs';

const registry = readFileSync(new URL('../../../editor/screens/index.ts', import.meta.url), 'utf8');

/** `place`: it stands in the top bar. */
export const screens = [...registry.matchAll(/\bid: '(\w+)'.*?place: (true|false)/gs)].map(([, id = '', place]) => ({
  id,
  place: place === 'true',
}));
