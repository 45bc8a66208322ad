import type { ReactNode, RefObject } from 'react';

/** What scrolls by itself: the keyboard must reach it, and it has a name there. */
export function Scroll(props: {
  readonly className: string;
  readonly label: string;
  readonly frame?: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}): ReactNode {
  const { className, label, frame, children } = props;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is moved by the keys
    <section className={className} ref={frame} tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
