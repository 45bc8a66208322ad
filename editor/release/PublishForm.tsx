import { type FormEvent, type ReactNode, useId } from 'react';
import type { Settled, SignOff } from '../../src/release/check.ts';
import { Sign } from '../parts/Sign.tsx';
import { session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { useLang, useSay } from '../words/index.ts';
import { publish, release } from './state.ts';

/** Who releases it and why; what still stands in the way is said beside the button. */
export function PublishForm(props: { readonly signOffs: readonly SignOff[]; readonly settled: Settled }): ReactNode {
  const { signOffs, settled } = props;
  const say = useSay();
  const lang = useLang();
  const all = useStore(release, (one) => one);
  const { file, dirty } = useStore(session, (one) => one);
  const wayId = useId();
  const { surveyed, looking, log, by, reason, mayBegin, begin, making } = all;
  const kept = log && file?.entry.from === 'server';
  const before = kept ? log.lines.find(({ folder }) => folder === surveyed?.folder) : undefined;
  const way = !kept ? 'publishGoesZip' : mayBegin && !begin ? 'publishGoesPlain' : 'publishGoes';
  const version = surveyed ? `${surveyed.label} ${surveyed.version}` : '';
  const left = (surveyed?.checks ?? []).filter(({ id }) => settled.left.includes(id)).map(({ label }) => label[lang]);
  const wanting =
    left.length > 0
      ? say('publishLeft', { list: left.join(lang === 'zh' ? '、' : ', ') })
      : kept && log.broken !== null
        ? say('auditBroken', { line: log.broken.line })
        : kept && dirty
          ? say('publishSaveFirst')
          : by.trim() === '' || reason.trim() === ''
            ? say('publishWho')
            : null;
  if (before) {
    return (
      <section className="card form">
        <p className="row">
          <Sign kind="ok" />
          <b>{say('publishedBefore', { version, by: before.by, when: before.at.slice(0, 10) })}</b>
        </p>
        <p>{say('publishLasts')}</p>
      </section>
    );
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (wanting === null && !looking && !making) void publish(signOffs);
  };
  return (
    <form className="card form" onSubmit={submit}>
      <h2>{say('publishDo', { version }).trimEnd()}</h2>
      <label>
        <span>{say('publisher')}</span>
        <input value={by} maxLength={200} onChange={(event) => release.set({ by: event.target.value })} />
      </label>
      <label>
        <span>{say('publishReason')}</span>
        <textarea
          value={reason}
          rows={2}
          maxLength={2000}
          placeholder={say('publishReasonHint')}
          onChange={(event) => release.set({ reason: event.target.value })}
        />
      </label>
      {mayBegin && (
        <label className="tick">
          <input type="checkbox" checked={begin} onChange={(event) => release.set({ begin: event.target.checked })} />
          {say('publishHistory')}
        </label>
      )}
      {surveyed && log !== undefined && <p className="c-3">{say(way, { folder: `发布/${surveyed.folder ?? ''}` })}</p>}
      <div className="row">
        <button
          type="submit"
          className="btn primary"
          aria-disabled={wanting !== null || looking || making}
          aria-describedby={wayId}
        >
          {making
            ? say('publishing')
            : kept || log === undefined
              ? say('publishDo', { version }).trimEnd()
              : say('publishZip')}
        </button>
        <span id={wayId} className="c-warn" role="status">
          {wanting}
        </span>
      </div>
    </form>
  );
}
