/**
 * A checksum over the whole of an export. Vectors see a changed rule; only this sees a changed reading, hash, schema or
 * limit, or a number in a rule that no vector lies on. It is of what the file says, not of how it is laid out: a platform
 * may store it indented, or with its keys in another order.
 */
import type { Envelope } from './envelope.ts';

type Digest = (text: string) => string;

export const sealed = (envelope: Omit<Envelope, 'checksum'>, digest: Digest): Envelope => ({
  ...envelope,
  checksum: digest(canonical(envelope)),
});

export const isIntact = ({ checksum, ...rest }: Envelope, digest: Digest): boolean =>
  checksum === digest(canonical(rest));

function canonical(data: unknown): string {
  if (Array.isArray(data)) return `[${data.map(canonical).join(',')}]`;
  if (typeof data !== 'object' || data === null) return JSON.stringify(data) ?? 'null';
  const parts = Object.entries(data)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${JSON.stringify(key)}:${canonical(value)}`);
  return `{${parts.join(',')}}`;
}
