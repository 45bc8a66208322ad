import type { ReactNode } from 'react';
import { Icon } from '../parts/Icon.tsx';
import { files, open } from '../state/open.ts';
import { session } from '../state/session.ts';
import { said, useSay } from '../words/index.ts';

/** S0 「开始」. */
export function StartScreen(): ReactNode {
  const say = useSay();
  return (
    <section className="start" aria-label={say('start')}>
      <h1>{say('startTitle')}</h1>
      <div className="ways">
        <Choice icon="file" title={say('openFile')} what={say('openFileWhat')} onClick={() => void pick()} />
        <Choice
          icon="book"
          title={say('seeSample')}
          what={say('seeSampleWhat')}
          onClick={() => void openSample('hubei.cme')}
        />
        <Choice
          icon="flag"
          title={say('seeNational')}
          what={say('seeNationalWhat')}
          onClick={() => void openSample('national.cme')}
        />
      </div>
      <p className="c-3">{say('dataLives')}</p>
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

async function pick(): Promise<void> {
  try {
    const picked = await files.pick();
    if (picked) await open(picked);
  } catch {
    const args = { name: '' };
    session.set({ notice: { tone: 'bad', zh: said('cannotOpen', 'zh', args), en: said('cannotOpen', 'en', args) } });
  }
}

async function openSample(name: string): Promise<void> {
  const entry = (await files.list()).find((one) => one.name === name);
  if (entry) await open(await files.open(entry));
}
