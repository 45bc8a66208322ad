import { type ReactNode, useEffect, useState } from 'react';
import { drafts } from '../files/drafts.ts';
import type { FileEntry } from '../files/files.ts';
import { samples } from '../files/samples.ts';
import { NewProvince } from '../keep/NewProvince.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Sign } from '../parts/Sign.tsx';
import { files, openFrom, tell, wordsOf } from '../state/open.ts';
import { recent } from '../state/recent.ts';
import { useSay } from '../words/index.ts';

interface Known {
  readonly entry: FileEntry;
  readonly errors: number;
  readonly draft: boolean;
}

/** S0 「开始」. */
export function StartScreen(): ReactNode {
  const say = useSay();
  const [making, setMaking] = useState(false);
  return (
    <section className="start" aria-label={say('start')}>
      <h1>{say('startTitle')}</h1>
      <div className="ways">
        <Choice
          icon="file"
          title={say('openFile')}
          what={say('openFileWhat')}
          onClick={() => void openFrom(() => files.pick())}
        />
        <Choice icon="flag" title={say('newProvince')} what={say('newProvinceWhat')} onClick={() => setMaking(true)} />
        <Choice
          icon="book"
          title={say('seeSample')}
          what={say('seeSampleWhat')}
          onClick={() => void openSample('hubei.cme')}
        />
      </div>
      <KnownFiles />
      <p className="c-3">
        {say('dataLives')}
        {'　'}
        <button type="button" className="link" onClick={() => void openSample('national.cme')}>
          {say('seeNational')}
        </button>
      </p>
      {making && <NewProvince onClose={() => setMaking(false)} />}
    </section>
  );
}

function Choice(props: {
  readonly icon: 'file' | 'book' | 'flag';
  readonly title: string;
  readonly what: string;
  readonly onClick: () => void;
}): ReactNode {
  return (
    <button type="button" className="choice card" onClick={props.onClick}>
      <Icon name={props.icon} />
      <b>{props.title}</b>
      <span>{props.what}</span>
    </button>
  );
}

/** The folder's files, else those opened lately that can be opened again, each with what is unfinished in it. */
function KnownFiles(): ReactNode {
  const say = useSay();
  const [folder, setFolder] = useState<string | null>(null);
  const [known, setKnown] = useState<readonly Known[]>([]);
  useEffect(() => {
    let here = true;
    void find().then((found) => {
      if (!here) return;
      setFolder(found.folder);
      setKnown(found.known);
    });
    return () => {
      here = false;
    };
  }, []);
  if (known.length === 0) return null;
  return (
    <section className="known card" aria-labelledby="known-files">
      <h2 id="known-files">{folder === null ? say('recent') : say('inFolder', { name: folder })}</h2>
      <ul>
        {known.map(({ entry, errors, draft }) => (
          <li key={entry.id}>
            <button type="button" onClick={() => void openEntry(entry)}>
              <b>{entry.title ?? entry.name}</b>
              {entry.title !== null && <span className="c-3">{entry.name}</span>}
              {errors > 0 && (
                <span className="c-bad">
                  <Sign kind="err" /> {say('unfinished', { n: errors })}
                </span>
              )}
              {draft && (
                <span className="c-warn">
                  <Sign kind="warn" /> {say('hasDraft')}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

async function find(): Promise<{ readonly folder: string | null; readonly known: readonly Known[] }> {
  const seen = recent.all();
  const kept = new Set((await drafts.all().catch(() => [])).map(({ entry }) => entry.id));
  try {
    const folder = await files.folder();
    const entries =
      folder === null ? seen.flatMap(({ entry }) => (entry.from === 'sample' ? [entry] : [])) : await files.list();
    const known = entries.map((entry) => ({
      entry,
      errors: seen.find((one) => one.entry.id === entry.id)?.errors ?? 0,
      draft: kept.has(entry.id),
    }));
    return { folder, known };
  } catch (error) {
    tell('bad', wordsOf(error));
    return { folder: null, known: [] };
  }
}

const openEntry = (entry: FileEntry): Promise<void> => openFrom(() => files.open(entry), entry.name);

/** Of the samples that come with the editor, whatever the folder holds. */
async function openSample(name: string): Promise<void> {
  const sample = samples.find(({ entry }) => entry.name === name);
  if (sample) await openEntry(sample.entry);
}
