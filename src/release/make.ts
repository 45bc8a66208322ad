/** A release: the files of its folder with their check sums, and what the log is to say of it. */
import { type AuditEntry, sha256, sumsText } from '../audit/index.ts';
import type { MadeFile, Publisher } from './certificate.ts';
import { type CheckId, type SignOff, settle } from './check.ts';
import { fileNames, folderOf } from './names.ts';
import { partsOf } from './parts.ts';
import type { Survey } from './survey.ts';

/** The list of check sums, as `sha256sum -c` reads it. */
export const SUMS = '校验码.txt';

export interface ReleasedFile extends MadeFile {
  readonly sha256: string;
}

export interface Released {
  readonly folder: string;
  /** By name; the list of check sums last. */
  readonly files: readonly ReleasedFile[];
  /** SHA-256 of that list. */
  readonly sum: string;
  readonly entry: AuditEntry;
}

export type Refusal =
  /** Checks that are neither green nor signed off. */
  | { readonly refused: 'unready'; readonly left: readonly CheckId[] }
  /** Code or version cannot stand in the name of a folder. */
  | { readonly refused: 'unnamed'; readonly name: string };

/** `bytes`: the rule files as they stand on the disk, where these are no UTF-8. */
export async function releaseOf(
  survey: Survey,
  who: Publisher,
  signOffs: readonly SignOff[],
  bytes: ReadonlyMap<string, Uint8Array> = new Map(),
): Promise<Released | Refusal> {
  const { compiled, checks } = survey;
  const { left, signed } = settle(checks, signOffs);
  const { plan, sources } = compiled;
  if (left.length > 0 || plan === null) return { refused: 'unready', left };
  const { code, version } = plan;
  const folder = folderOf(code, version);
  if (folder === null) return { refused: 'unnamed', name: `${code}-${version}` };
  const names = fileNames(sources.map(({ file }) => file));
  const rules = sources.map(({ file, text }, at) => ({
    name: names[at] ?? '',
    bytes: bytes.get(file) ?? new TextEncoder().encode(text),
  }));
  const made = await partsOf({ survey, who, signed, plan, rules });
  const files = made
    .map((one) => ({ ...one, sha256: sha256(one.bytes) }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const list = new TextEncoder().encode(sumsText(files));
  const sum = sha256(list);
  const [own] = rules;
  const { at, by, reason } = who;
  return {
    folder,
    files: [...files, { name: SUMS, bytes: list, sha256: sum }],
    sum,
    entry: {
      at,
      by,
      did: 'release',
      ruleset: { code, version },
      file: { name: own?.name ?? '', sha256: sha256(own?.bytes ?? '') },
      folder,
      sum,
      signed,
      reason,
    },
  };
}
