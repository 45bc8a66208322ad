import { type ReactNode, useState } from 'react';
import { Command } from '../parts/Command.tsx';
import { Segmented } from '../parts/Segmented.tsx';
import { session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { useSay } from '../words/index.ts';
import { Diagnostics } from './Diagnostics.tsx';
import { HowTo } from './HowTo.tsx';
import { Keys } from './Keys.tsx';
import { Settings } from './Settings.tsx';

const parts = { settings: Settings, howTo: HowTo, keys: Keys, diagnosis: Diagnostics };
type PartName = keyof typeof parts;
const names = Object.keys(parts) as PartName[];

/** S10 「设置与帮助」. */
export function HelpScreen(): ReactNode {
  const say = useSay();
  const [part, setPart] = useState<PartName>('settings');
  const code = useStore(session, (all) => all.about?.code ?? 'hubei');
  const Shown = parts[part];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must get at what is below.
    <section className="helpscreen" aria-label={say('help')} tabIndex={0}>
      <div className="helphead">
        <h1>{say('help')}</h1>
        <Segmented<PartName>
          label={say('help')}
          value={part}
          options={names.map((value) => ({ value, label: say(value) }))}
          onChange={setPart}
        />
      </div>
      <Shown />
      <div className="helpfoot">
        <Command
          line={part === 'diagnosis' ? 'cme --version' : part === 'howTo' ? `cme check ${code}` : 'cme --help'}
        />
      </div>
    </section>
  );
}

export default HelpScreen;
