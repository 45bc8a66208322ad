import { type ReactNode, useRef, useState } from 'react';
import { copyText } from '../explain/copy.ts';
import { useSay } from '../words/index.ts';

/** 「等价命令」: what to type for the same result on a command line. */
export function Command({ line }: { readonly line: string }): ReactNode {
  const say = useSay();
  const [done, setDone] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const copy = async () => {
    setDone(await copyText(line));
    // The old way of copying takes the focus away.
    button.current?.focus();
  };
  return (
    <div className="command">
      <span>{say('sameCommand')}</span> <code>{line}</code>
      <button ref={button} type="button" className="link" onBlur={() => setDone(false)} onClick={() => void copy()}>
        {say('copyIt')}
      </button>
      <output aria-live="polite">{done ? say('copiedIt') : ''}</output>
    </div>
  );
}
