import { type ReactNode, useEffect, useState } from 'react';
import { drops } from '../state/drops.ts';
import { files, openFrom, tell } from '../state/open.ts';
import { go } from '../state/route.ts';
import { session } from '../state/session.ts';
import { said, useSay } from '../words/index.ts';

/** A file may be dropped anywhere. */
export function DropZone(): ReactNode {
  const say = useSay();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const holdsFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const onOver = (event: DragEvent) => {
      if (!holdsFile(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    const onDrop = (event: DragEvent) => {
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      if (drops.take?.(file)) return;
      if (!isRoster(file.name)) void openDropped(file);
      else if (session.get().file !== null) void toRoster(file);
      else tell('info', rosterFirst(file));
    };
    addEventListener('dragover', onOver);
    addEventListener('dragleave', onLeave);
    addEventListener('drop', onDrop);
    return () => {
      removeEventListener('dragover', onOver);
      removeEventListener('dragleave', onLeave);
      removeEventListener('drop', onDrop);
    };
  }, []);
  return over ? <div className="dropzone">{say('dropHere')}</div> : null;
}

const isRoster = (name: string): boolean => /\.(?:csv|tsv|xlsx|json|ndjson|jsonl)$/i.test(name);

async function toRoster(file: File): Promise<void> {
  const { openRoster } = await import('../roster/state.ts');
  go('roster');
  await openRoster(file);
}

export const openDropped = (file: File): Promise<void> => openFrom(() => files.take(file), file.name);

const rosterFirst = ({ name }: File) => ({
  zh: said('rosterFirst', 'zh', { name }),
  en: said('rosterFirst', 'en', { name }),
});
