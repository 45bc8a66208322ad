import { Drawer } from 'antd';
import { type FormEvent, type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { differences } from '../../src/edit/index.ts';
import type { History, Version } from '../files/files.ts';
import { useReturn } from '../parts/useReturn.ts';
import { files, replaceBy, tell, wordsOf } from '../state/open.ts';
import { session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { useLang, useSay } from '../words/index.ts';
import { Sides } from './Sides.tsx';

/** Versions of the open file: kept, looked at against the text, and put back as one step that can be undone. */
export function Versions({ onClose }: { readonly onClose: () => void }): ReactNode {
  const say = useSay();
  const entry = useStore(session, (all) => all.file?.entry ?? null);
  useReturn();
  const [history, setHistory] = useState<History | null>(null);
  const read = useCallback(() => {
    if (entry === null) return;
    files.history(entry).then(setHistory, (error) => tell('bad', wordsOf(error)));
  }, [entry]);
  useEffect(read, [read]);
  return (
    <Drawer open onClose={onClose} size={720} title={say('versions')}>
      {history?.kept === 'none' && <p>{say('versionsNone')}</p>}
      {history?.kept === 'possible' && <p>{say('versionsBegin')}</p>}
      {history && history.kept !== 'none' && <KeepOne begin={history.kept === 'possible'} done={read} />}
      {history?.kept === 'yes' && history.versions.length === 0 && <p className="c-3">{say('versionsEmpty')}</p>}
      <ol className="versions">
        {history?.versions.map((version) => (
          <One key={version.id} version={version} onDone={onClose} />
        ))}
      </ol>
    </Drawer>
  );
}

const AUTHOR = 'cme.author';
const remembered = (): string => {
  try {
    return localStorage.getItem(AUTHOR) ?? '';
  } catch {
    return '';
  }
};

function KeepOne({ begin, done }: { readonly begin: boolean; readonly done: () => void }): ReactNode {
  const say = useSay();
  const { file, dirty } = useStore(session, (all) => all);
  const [words, setWords] = useState('');
  const [author, setAuthor] = useState(remembered);
  /** Asked twice, as by a double click, it is one version. */
  const busy = useRef(false);
  const keepIt = async (event: FormEvent) => {
    event.preventDefault();
    if (file === null || busy.current) return;
    busy.current = true;
    try {
      await files.keepVersion(file.entry, words.trim(), author.trim(), begin);
      tell('good', { zh: '已存为一版', en: 'kept as a version' });
      setWords('');
      done();
    } catch (error) {
      tell('bad', wordsOf(error));
    }
    busy.current = false;
    try {
      localStorage.setItem(AUTHOR, author.trim());
    } catch {
      // It is asked for again.
    }
  };
  return (
    <form className="keep-one" onSubmit={(event) => void keepIt(event)}>
      <label>
        {say('versionWords')}
        <input value={words} onChange={(event) => setWords(event.target.value)} maxLength={2000} required />
      </label>
      <label>
        {say('versionAuthor')}
        <input value={author} onChange={(event) => setAuthor(event.target.value)} maxLength={200} required />
      </label>
      <button type="submit" className="btn primary" disabled={dirty}>
        {say('keepVersion')}
      </button>
      {dirty && <span className="c-3">{say('keepVersionFirst')}</span>}
    </form>
  );
}

function One({ version, onDone }: { readonly version: Version; readonly onDone: () => void }): ReactNode {
  const say = useSay();
  const lang = useLang();
  const { file, text } = useStore(session, (all) => all);
  const [old, setOld] = useState<string | null>(null);
  const look = async () => {
    if (file === null) return;
    try {
      setOld(old === null ? await files.versionText(file.entry, version.id) : null);
    } catch (error) {
      tell('bad', wordsOf(error));
    }
  };
  const found = old === null || text === null ? [] : differences(old, text.text);
  return (
    <li>
      <div className="version-head">
        <b>{version.words}</b>
        <span className="c-3">
          {version.when.toLocaleString(lang === 'zh' ? 'zh-CN' : 'en')}　{version.author}
        </span>
        <button type="button" className="btn" aria-expanded={old !== null} onClick={() => void look()}>
          {say('look')}
        </button>
      </div>
      {old !== null && text !== null && (
        <>
          {found.length === 0 ? (
            <p className="c-3">{say('sameAsNow')}</p>
          ) : (
            <button
              type="button"
              className="btn primary"
              onClick={() => {
                replaceBy(text, old);
                onDone();
              }}
            >
              {say('putBack')}
            </button>
          )}
          {found.map(({ title, before, after }) => (
            <Sides
              key={title}
              title={title}
              sides={[
                { head: version.words, text: before },
                { head: say('mine'), text: after },
              ]}
            />
          ))}
        </>
      )}
    </li>
  );
}
