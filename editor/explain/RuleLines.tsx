import { type ReactNode, useEffect, useRef } from 'react';
import { Store, useStore } from '../state/store.ts';
import { useSay } from '../words/index.ts';
import { excerptOf } from './excerpt.ts';

export interface ShownRule {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  /** Of the open file, as it was before it had errors. */
  readonly before: boolean;
}

export const shownRule = new Store<{ readonly of: ShownRule | null }>({ of: null });

/** The rule behind a step, where it stands in no text that is open: read here, and not to be written in. */
export function RuleLines(): ReactNode {
  const of = useStore(shownRule, (all) => all.of);
  // It belongs to what is looked at: whoever goes elsewhere, and comes back, has not asked for it again.
  useEffect(() => () => shownRule.set({ of: null }), []);
  return of && <Lines key={`${of.file} ${of.line}`} of={of} />;
}

function Lines({ of }: { readonly of: ShownRule }): ReactNode {
  const say = useSay();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const { file, line, before } = of;
  return (
    <dialog
      ref={dialog}
      className="asking rulelines"
      aria-label={say('ruleIn', { file, line })}
      onClose={() => shownRule.set({ of: null })}
    >
      <h2>{say('ruleIn', { file, line })}</h2>
      <p>{say(before ? 'ruleBefore' : 'ruleOfBaseline')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long line scrolls, and the keyboard must get at its end. */}
      <section className="excerpt" aria-label={say('ruleText')} tabIndex={0}>
        <ol>
          {excerptOf(of.text, line).map(({ number, text, on }) => (
            <li key={number} value={number} aria-current={on || undefined}>
              <span aria-hidden="true">{number}</span>
              <code>{text}</code>
            </li>
          ))}
        </ol>
      </section>
      <span className="row">
        <button type="button" className="btn primary" onClick={() => dialog.current?.close()}>
          {say('closePane')}
        </button>
      </span>
    </dialog>
  );
}
