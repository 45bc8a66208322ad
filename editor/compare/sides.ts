/** What can stand on a side of a comparison, and where its text is read. */
import type { FileEntry, ReleaseLog, Revision, Version } from '../files/files.ts';
import { files } from '../state/open.ts';
import { session } from '../state/session.ts';

/** INVARIANT: `id` tells sides apart; those of equal id are the same side. */
export type Side =
  /** The text as it stands in the editor. */
  | { readonly kind: 'draft'; readonly id: 'draft' }
  /** The file as it was opened or saved last. */
  | { readonly kind: 'saved'; readonly id: 'saved' }
  | { readonly kind: 'version'; readonly id: string; readonly version: Version }
  /** Of the history: a tag or a branch. */
  | { readonly kind: 'revision'; readonly id: string; readonly revision: Revision }
  | { readonly kind: 'released'; readonly id: string; readonly released: Released }
  /** Of the folder, or one that comes with the editor. */
  | { readonly kind: 'file'; readonly id: string; readonly entry: FileEntry }
  /** Chosen or dropped for this comparison. */
  | { readonly kind: 'picked'; readonly id: string; readonly name: string; readonly text: string };

export const DRAFT: Side = { kind: 'draft', id: 'draft' };
export const SAVED: Side = { kind: 'saved', id: 'saved' };

/** A version that was released, as the log names it. */
export interface Released {
  readonly file: string;
  readonly text: string;
  readonly code: string;
  readonly version: string;
}

export interface Choice {
  readonly versions: readonly Version[];
  readonly revisions: readonly Revision[];
  readonly released: readonly Released[];
  readonly entries: readonly FileEntry[];
}

export const noChoice: Choice = { versions: [], revisions: [], released: [], entries: [] };

export const othersOf = (all: Choice): { readonly [K in keyof Choice]: readonly Side[] } => ({
  versions: all.versions.map((version) => ({ kind: 'version', id: `version:${version.id}`, version })),
  revisions: all.revisions.map((one) => ({ kind: 'revision', id: `${one.kind}:${one.name}`, revision: one })),
  released: all.released.map((one) => ({ kind: 'released', id: `released:${one.file}`, released: one })),
  entries: all.entries.map((entry) => ({ kind: 'file', id: `file:${entry.id}`, entry })),
});

/** Saved versions, what the history names, what was released, and the other files; what cannot be had now is left out. */
export async function choices(): Promise<Choice> {
  const { file } = session.get();
  const [history, revisions, log, entries] = await Promise.all([
    file ? files.history(file.entry).catch(() => null) : null,
    file ? files.revisions(file.entry).catch(() => []) : [],
    files.releases().catch(() => null),
    files.list().catch(() => []),
  ]);
  const shipped = (await import('../files/samples.ts')).samples.map(({ entry }) => entry);
  const known = new Set(entries.map(({ name }) => name));
  return {
    versions: history?.versions ?? [],
    revisions,
    released: log === null ? [] : releasedOf(log).toReversed(),
    entries: [...entries, ...shipped.filter(({ name }) => !known.has(name))],
  };
}

const releasedOf = ({ lines, texts }: ReleaseLog): readonly Released[] =>
  texts.flatMap((one) => {
    const line = lines.find(({ folder }) => one.file.split('/').includes(folder));
    return line === undefined ? [] : [{ ...one, ...line.ruleset }];
  });

/** The name in findings, and the text. */
export async function textOf(side: Side): Promise<{ readonly file: string; readonly text: string }> {
  const { file, text, saved } = session.get();
  const own = file?.entry.name ?? '';
  switch (side.kind) {
    case 'draft':
      return { file: own, text: text?.text ?? '' };
    case 'saved':
      return { file: own, text: saved };
    case 'version':
      return { file: own, text: file ? await files.versionText(file.entry, side.version.id) : '' };
    case 'revision':
      return { file: own, text: file ? await files.versionText(file.entry, side.revision.id) : '' };
    case 'released':
      return { file: side.released.file, text: side.released.text };
    case 'file':
      return { file: side.entry.name, text: (await files.open(side.entry)).text };
    case 'picked':
      return { file: side.name, text: side.text };
  }
}

/** How a command line in the folder names it, wherever in its repository that lies; null where it has no name there. */
export function argumentOf(side: Side): string | null {
  const own = session.get().file?.entry.name ?? '';
  if (side.kind === 'version') return `${side.version.id.slice(0, 10)}:./${own}`;
  if (side.kind === 'revision') return `${side.revision.name}:./${own}`;
  if (side.kind === 'released') return side.released.file;
  if (side.kind === 'file') return side.entry.name;
  return side.kind === 'picked' ? side.name : own;
}
