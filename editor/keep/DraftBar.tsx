import { Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { differences } from '../../src/edit/index.ts';
import type { Draft } from '../files/drafts.ts';
import { Sign } from '../parts/Sign.tsx';
import { keep, keeper } from '../state/keep.ts';
import { changesIn, files, restore } from '../state/open.ts';
import { session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { useLang, useSay } from '../words/index.ts';
import { Sides } from './Sides.tsx';

/** What stands in no file yet: an earlier draft to decide on, or a browser that keeps none. */
export function DraftBar(): ReactNode {
  const found = useStore(keep, (all) => all.found);
  const refused = useStore(keep, (all) => all.refused);
  const [first, ...more] = found;
  return (
    <>
      {refused && <RefusedBar />}
      {first && <Found key={first.key} draft={first} more={more.length} />}
    </>
  );
}

function RefusedBar(): ReactNode {
  const say = useSay();
  const { file, text } = useStore(session, (all) => all);
  return (
    <div className="bar warn" role="alert">
      <Sign kind="warn" />
      <span>{say('refusedStorage')}</span>
      {file && text && (
        <button type="button" className="btn" onClick={() => files.handOut(file.entry.name, text.text)}>
          {say('downloadNow')}
        </button>
      )}
    </div>
  );
}

function Found({ draft, more }: { readonly draft: Draft; readonly more: number }): ReactNode {
  const say = useSay();
  const lang = useLang();
  const saved = useStore(session, (all) => all.saved);
  const [looking, setLooking] = useState(false);
  const when = draft.when.toLocaleString(lang === 'zh' ? 'zh-CN' : 'en', { dateStyle: 'short', timeStyle: 'short' });
  return (
    <div className="bar" role="status">
      <Sign kind="info" />
      <span>
        {say('draftFound', { when, n: changesIn(saved, draft.text) })}
        {more > 0 && `　${say('draftMore', { n: more })}`}
      </span>
      <button type="button" className="btn" onClick={() => setLooking(true)}>
        {say('look')}
      </button>
      <button type="button" className="btn primary" onClick={() => restore(draft)}>
        {say('restore')}
      </button>
      <button type="button" className="btn quiet" onClick={() => keeper.drop(draft.key)}>
        {say('discard')}
      </button>
      <Modal open={looking} onCancel={() => setLooking(false)} footer={null} width={1000} title={say('compareDraft')}>
        {looking &&
          differences(saved, draft.text).map(({ title, before, after }) => (
            <Sides
              key={title}
              title={title}
              sides={[
                { head: say('inFile'), text: before },
                { head: say('inDraft'), text: after },
              ]}
            />
          ))}
      </Modal>
    </div>
  );
}
