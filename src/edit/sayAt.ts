import type { Place } from './desk.ts';
import { type Said, say } from './messages.ts';

/** What was done there: at the head of a section, or in one of its lines. */
export const sayAt = ({ block, row }: Place, id: 'set' | 'tookAway' | 'gained', args: Said['args']): Said =>
  row.kind === 'head'
    ? say(id, { where: block.title, ...args })
    : say(`${id}In`, { where: block.title, line: String(row.line), ...args });
