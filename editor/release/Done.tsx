import { type ReactNode, useEffect, useRef, useState } from 'react';
import { copyText } from '../explain/copy.ts';
import { Sign } from '../parts/Sign.tsx';
import { useStore } from '../state/store.ts';
import { useLang, useSay } from '../words/index.ts';
import { download, release } from './state.ts';

/** What was made: the folder with its files, its check sum, where it stands in the log and in the history. */
export function Done(): ReactNode {
  const say = useSay();
  const lang = useLang();
  const { done, zip, surveyed } = useStore(release, (all) => all);
  const head = useRef<HTMLHeadingElement>(null);
  const [copied, setCopied] = useState(false);
  // The button that was pressed is gone: the focus goes where the outcome is.
  useEffect(() => head.current?.focus(), []);
  const made = done ?? zip;
  if (made === null) return null;
  const folder = done?.folder ?? `${made.folder}.zip`;
  return (
    <section className="card done">
      <div className="row">
        <Sign kind="ok" />
        <h2 ref={head} tabIndex={-1}>
          {say(done ? 'published' : 'publishedZip', { version: `${surveyed?.label ?? ''} ${surveyed?.version ?? ''}` })}
        </h2>
        {zip && (
          <button type="button" className="btn push" onClick={() => download(zip)}>
            {say('downloadZip')}
          </button>
        )}
      </div>
      <table className="files">
        <caption>
          <b className="code">{folder}</b>{' '}
          <span className="c-3">{say('publishedFiles', { n: made.files.length })}</span>
        </caption>
        <tbody>
          {made.files.map(({ name, bytes }) => (
            <tr key={name}>
              <th scope="row" className={name.endsWith('-未导出.txt') ? 'c-warn' : ''}>
                {name}
              </th>
              <td className="num">{say('fileSize', { n: Math.ceil(bytes / 1024) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl>
        <dt>{say('publishedSum')}</dt>
        <dd>
          <code>{made.sum}</code>{' '}
          <button type="button" className="link" onClick={() => void copyText(made.sum).then(setCopied)}>
            {say('copySum')}
          </button>
          <output aria-live="polite">{copied ? say('copiedIt') : ''}</output>
        </dd>
        {done && (
          <>
            <dt>{say('publishedLine')}</dt>
            <dd>
              {say('publishedLineN', { n: done.line.n })} <code>{done.line.hash.slice(0, 16)}…</code>
            </dd>
            <dt>{say('publishedCommit')}</dt>
            <dd className={done.commit ? '' : 'c-warn'}>
              {done.commit ? (
                <code>{`${done.commit.id.slice(0, 12)} ${done.commit.tag}`}</code>
              ) : (
                done.uncommitted?.message[lang]
              )}
            </dd>
          </>
        )}
      </dl>
      <p className="c-3">{say(done ? 'publishLasts' : 'publishGoesZip')}</p>
    </section>
  );
}
