import type { MouseEvent, ReactNode } from 'react';
import { openRule } from '../explain/rule.ts';
import { hrefOf } from '../state/route.ts';
import { useSay } from '../words/index.ts';
import type { PillAt } from './layout.ts';
import type { Overlay } from './overlay.ts';

/** Something of the picture that leads to its rule. */
export function Node(props: {
  readonly says: string;
  readonly line: number;
  readonly onOpen: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const say = useSay();
  const { says, line, onOpen, children } = props;
  const open = (event: MouseEvent): void => {
    event.preventDefault();
    onOpen();
  };
  const words = line > 0 ? say('nodeSays', { what: says, line }) : says;
  return (
    <a href={hrefOf('edit')} data-rule={line} onClick={open}>
      <title>{words}</title>
      {children}
    </a>
  );
}

export function PillView({ at, overlay }: { readonly at: PillAt; readonly overlay: Overlay | null }): ReactNode {
  const { pill, x, y, width: wide, height, words } = at;
  const hit = overlay?.reached.has(pill.key) ?? false;
  return (
    <Node says={pill.source.words} line={pill.source.line} onOpen={() => openRule(pill.source)}>
      <rect
        className={`pill ${pill.kind}${hit ? ' hit' : ''}`}
        x={x + 0.5}
        y={y + 0.5}
        width={wide - 1}
        height={height - 1}
        rx={pill.kind === 'deem' ? 3 : 9.5}
      />
      <text
        className={hit ? 'onhit' : pill.kind === 'deem' ? 's' : 'acc'}
        x={x + wide / 2}
        y={y + 14.5}
        textAnchor="middle"
      >
        {words}
      </text>
    </Node>
  );
}
