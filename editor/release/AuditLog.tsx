import type { ReactNode } from 'react';
import { checkLabel } from '../../src/release/check.ts';
import type { ReleaseLog } from '../files/files.ts';
import { Sign } from '../parts/Sign.tsx';
import { useLang, useSay } from '../words/index.ts';

/** Who released what, when and why; and whether the log is as it was written. Newest first. */
export function AuditLog({ log }: { readonly log: ReleaseLog | null | undefined }): ReactNode {
  const say = useSay();
  const lang = useLang();
  return (
    <section className="card log">
      <div className="row">
        <h2>{say('auditLog')}</h2>
        {log && log.broken !== null && (
          <span className="c-bad row">
            <Sign kind="err" />
            {say('auditBroken', { line: log.broken.line })}
          </span>
        )}
        {log && log.broken === null && log.lines.length > 0 && (
          <span className="c-good row">
            <Sign kind="ok" />
            {say('auditWhole', { n: log.lines.length })}
          </span>
        )}
      </div>
      {(log === null || log?.lines.length === 0) && (
        <p className="c-3">{say(log === null ? 'auditNone' : 'auditEmpty')}</p>
      )}
      {log && log.lines.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
        <ol className="lines" tabIndex={0} aria-label={say('auditLog')}>
          {log.lines.toReversed().map(({ n, at, by, ruleset, reason, signed }) => (
            <li key={n}>
              <span className="c-3">{n}</span>
              <div>
                <b>{`${ruleset.code} ${ruleset.version}`}</b> {by}{' '}
                <time className="c-3" dateTime={at}>
                  {new Date(at).toLocaleString(lang === 'zh' ? 'zh-CN' : 'en-GB', {
                    dateStyle: 'medium',
                    timeStyle: 'short',
                  })}
                </time>
                <p>{reason}</p>
                {signed.map((one) => (
                  <p key={one.check} className="c-3">
                    {say('auditSigned', { check: checkLabel(one.check, lang), reason: one.reason })}
                  </p>
                ))}
              </div>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
