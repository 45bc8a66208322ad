/** What a side is called: short in a list, and whole in the sentence and on paper, where nothing around it says of what. */
import { useCallback } from 'react';
import { session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { useSay } from '../words/index.ts';
import type { Side } from './sides.ts';

export function useSideName(): (side: Side) => string {
  const say = useSay();
  const dirty = useStore(session, (all) => all.dirty);
  const about = useStore(session, (all) => all.about);
  return useCallback(
    (side) => {
      switch (side.kind) {
        case 'draft':
          return say(dirty ? 'sideDraftDirty' : 'sideDraft');
        case 'saved':
          return say('sideSaved');
        case 'version':
          return side.version.words;
        case 'revision':
          return say(side.revision.kind === 'tag' ? 'sideTag' : 'sideBranch', { name: side.revision.name });
        case 'released': {
          const { code, version } = side.released;
          return say('sideReleased', { name: `${code === about?.code ? about.label : code} ${version}` });
        }
        case 'file':
          return side.entry.title ?? side.entry.name;
        case 'picked':
          return side.name;
      }
    },
    [say, dirty, about],
  );
}

export function useFullName(): (side: Side) => string {
  const say = useSay();
  const nameOf = useSideName();
  const about = useStore(session, (all) => all.about);
  const file = useStore(session, (all) => all.file);
  const own = about?.label ? `${about.label} ${about.version}` : (file?.entry.title ?? file?.entry.name ?? '');
  return useCallback(
    (side) =>
      side.kind === 'file' || side.kind === 'picked' || side.kind === 'released'
        ? nameOf(side)
        : say('sideOfFile', { file: own, side: nameOf(side) }),
    [say, nameOf, own],
  );
}
