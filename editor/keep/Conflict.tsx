import { Modal } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import { merge } from '../../src/edit/index.ts';
import { Segmented } from '../parts/Segmented.tsx';
import { useReturn } from '../parts/useReturn.ts';
import { keep } from '../state/keep.ts';
import { files, settle, writeAnew } from '../state/open.ts';
import { session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { type Say, useSay } from '../words/index.ts';
import { Sides } from './Sides.tsx';

/** The file was changed by another since it was opened: three columns, by rule, and nothing overwritten unasked. */
export function Conflict(): ReactNode {
  const conflict = useStore(keep, (all) => all.conflict);
  const gone = useStore(keep, (all) => all.gone);
  if (gone !== null) return <Gone mine={gone} />;
  return conflict && <Dialog key={conflict.theirs.hash} {...conflict} />;
}

/** There is nothing to compare with, and nothing is taken for deleted that stands here. */
function Gone({ mine }: { readonly mine: string }): ReactNode {
  const say = useSay();
  const name = useStore(session, (all) => all.file?.entry.name ?? '');
  const cancel = () => keep.set({ gone: null });
  useReturn();
  return (
    <Modal
      open
      onCancel={cancel}
      title={say('goneTitle', { name })}
      footer={[
        <button key="aside" type="button" className="btn" onClick={() => files.handOut(name, mine)}>
          {say('saveMineAside')}
        </button>,
        <button key="cancel" type="button" className="btn" onClick={cancel}>
          {say('cancel')}
        </button>,
        <button key="save" type="button" className="btn primary" onClick={() => void writeAnew()}>
          {say('writeAnew')}
        </button>,
      ]}
    >
      <p>{say('goneWhat')}</p>
    </Modal>
  );
}

/** So many are named; the others are counted. */
const NAMED = 8;

function takenWords(taken: readonly string[], say: Say): string {
  const titles = taken.slice(0, NAMED).join('、') + (taken.length > NAMED ? '…' : '');
  return say('conflictNone', { n: taken.length, titles });
}

type Choice = 'mine' | 'theirs';

function Dialog({ base, mine, theirs }: NonNullable<ReturnType<typeof keep.get>['conflict']>): ReactNode {
  const say = useSay();
  const name = useStore(session, (all) => all.file?.entry.name ?? '');
  const [choices, setChoices] = useState<ReadonlyMap<number, Choice>>(new Map());
  const found = useMemo(() => merge({ base, mine, theirs: theirs.text }, choices), [base, mine, theirs, choices]);
  const cancel = () => keep.set({ conflict: null });
  useReturn();
  return (
    <Modal
      open
      onCancel={cancel}
      width={1180}
      title={say('conflictTitle')}
      footer={[
        <button key="aside" type="button" className="btn" onClick={() => files.handOut(name, mine)}>
          {say('saveMineAside')}
        </button>,
        <button key="cancel" type="button" className="btn" onClick={cancel}>
          {say('cancel')}
        </button>,
        <button key="save" type="button" className="btn primary" onClick={() => void settle(found.text)}>
          {say('saveMerged')}
        </button>,
      ]}
    >
      <p>{say('conflictWhat', { name })}</p>
      {found.taken.length > 0 && <p title={found.taken.join('、')}>{takenWords(found.taken, say)}</p>}
      {found.clashes.map(({ title, mine: own, theirs: other }, at) => {
        const choice = choices.get(at) ?? 'mine';
        return (
          <Sides
            key={title}
            title={title}
            sides={[
              { head: say('mine'), text: own },
              { head: say('theirs'), text: other },
              { head: say('result'), text: choice === 'mine' ? own : other },
            ]}
            foot={
              <Segmented<Choice>
                label={title}
                value={choice}
                options={[
                  { value: 'mine', label: say('takeMine') },
                  { value: 'theirs', label: say('takeTheirs') },
                ]}
                onChange={(value) => setChoices(new Map(choices).set(at, value))}
              />
            }
          />
        );
      })}
    </Modal>
  );
}
