/** What can stand on a side of a comparison, and where its text is read. */
import type { FileEntry, Version } from '../files/files.ts';
import { files } from '../state/open.ts';
import { session } from '../state/session.ts';

/** INVARIANT: `id` tells sides apart; those of equal id are the same side. */
export type Side =
  /** The text as it stands in the editor. */
  | { readonly kind: 'draft'; readonly id: 'draft' }
  /** The file as it was opened or saved last. */
  | { readonly kind: 'saved'; readonly id: 'saved' }
  | { readonly kind: 'version'; readonly id: string; readonly version: Version }
  /** Of the folder, or one that comes with the editor. */
  | { readonly kind: 'file'; readonly id: string; readonly entry: FileEntry }
  /** Chosen or dropped for this comparison. */
  | { readonly kind: 'picked'; readonly id: string; readonly name: string; readonly text: string };

export const DRAFT: Side = { kind: 'draft', id: 'draft' };
export const SAVED: Side = { kind: 'saved', id: 'saved' };

export interface Choice {
  readonly versions: readonly Version[];
  readonly entries: readonly FileEntry[];
}

export const othersOf = ({
  versions,
  entries,
}: Choice): { readonly versions: readonly Side[]; readonly entries: readonly Side[] } => ({
  versions: versions.map((version) => ({ kind: 'version', id: `version:${version.id}`, version })),
  entries: entries.map((entry) => ({ kind: 'file', id: `file:${entry.id}`, entry })),
});

/** Saved versions, and the other files; what cannot be had now is left out. */
export async function choices(): Promise<Choice> {
  const { file } = session.get();
  const [history, entries] = await Promise.all([
    file ? files.history(file.entry).catch(() => null) : null,
    files.list().catch(() => []),
  ]);
  const shipped = (await import('../files/samples.ts')).samples.map(({ entry }) => entry);
  const known = new Set(entries.map(({ name }) => name));
  return {
    versions: history?.versions ?? [],
    entries: [...entries, ...shipped.filter(({ name }) => !known.has(name))],
  };
}

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
    case 'file':
      return { file: side.entry.name, text: (await files.open(side.entry)).text };
    case 'picked':
      return { file: side.name, text: side.text };
  }
}

/** How a command line names it; null where it has no name there. */
export function argumentOf(side: Side): string | null {
  const own = session.get().file?.entry.name ?? '';
  if (side.kind === 'version') return `${side.version.id.slice(0, 10)}:${own}`;
  if (side.kind === 'file') return side.entry.name;
  return side.kind === 'picked' ? side.name : own;
}
