import { type ReactNode, useRef, useState } from 'react';
import { copyText } from '../explain/copy.ts';
import { files } from '../state/open.ts';
import { useSay } from '../words/index.ts';
import { written } from './diagnosis.ts';

/** 「诊断信息」: everything that would be handed out stands here first, and nothing else is. */
export function Diagnostics(): ReactNode {
  const say = useSay();
  const [text, setText] = useState(written);
  const [copied, setCopied] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <div className="card diagnosis">
      <p>{say('diagnosisWhat')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must get at what is below. */}
      <section tabIndex={0} aria-label={say('diagnosis')}>
        <pre>{text}</pre>
      </section>
      <p className="row">
        <button
          ref={button}
          type="button"
          className="btn"
          onClick={() => {
            void copyText(text).then((done) => {
              setCopied(done);
              button.current?.focus();
            });
          }}
        >
          {say('copyIt')}
        </button>
        <button type="button" className="btn" onClick={() => files.handOut('cme-diagnosis.json', text)}>
          {say('downloadIt')}
        </button>
        <button type="button" className="btn quiet" onClick={() => setText(written())}>
          {say('lookAgain')}
        </button>
        <output aria-live="polite">{copied ? say('copiedIt') : ''}</output>
      </p>
    </div>
  );
}
