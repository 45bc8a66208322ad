import { Component, type ReactNode, useEffect, useRef } from 'react';
import { Sign } from '../parts/Sign.tsx';
import { go } from '../state/route.ts';
import { session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { useSay } from '../words/index.ts';

/**
 * A screen that cannot be fetched, or breaks down, takes nothing else with it: the frame stands, and the text, which can be
 * saved from there.
 */
export class Standing extends Component<{ readonly children: ReactNode }, { readonly fallen: boolean }> {
  override state = { fallen: false };

  static getDerivedStateFromError(): { readonly fallen: boolean } {
    return { fallen: true };
  }

  override render(): ReactNode {
    return this.state.fallen ? <Fallen /> : this.props.children;
  }
}

function Fallen(): ReactNode {
  const say = useSay();
  const file = useStore(session, (all) => all.file);
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  return (
    <section className="fallen card" role="alert">
      <h1 ref={head} tabIndex={-1}>
        <Sign kind="err" /> {say('fallenTitle')}
      </h1>
      <p>{say('fallenWhat')}</p>
      <p className="row">
        <button type="button" className="btn primary" onClick={() => go(file ? 'edit' : 'start')}>
          {say(file ? 'fallenBack' : 'closeFile')}
        </button>
        <button type="button" className="btn" onClick={() => location.reload()}>
          {say('fallenAgain')}
        </button>
      </p>
    </section>
  );
}
