import { type ReactNode, useEffect, useRef } from 'react';
import type { Choice } from '../../src/edit/index.ts';
import { useSay } from '../words/index.ts';

/** The choices that fit, under the box; it is never focused, the keys go to the box. */
export function Choices(props: {
  readonly fit: readonly Choice[];
  readonly marked: number;
  readonly chosen: readonly string[];
  readonly place: { readonly left: number; readonly top: number; readonly height: number };
  readonly onMark: (at: number) => void;
  readonly onPick: (choice: Choice) => void;
}): ReactNode {
  const say = useSay();
  const { fit, marked, chosen, place, onMark, onPick } = props;
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => list.current?.children[marked]?.scrollIntoView({ block: 'nearest' }), [marked]);
  return (
    <ul ref={list} className="choices" style={{ left: place.left, top: place.top + place.height + 2 }}>
      {fit.length === 0 && <li className="none">{say('noChoice')}</li>}
      {fit.map((choice, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys go to the box
        <li
          key={choice.value}
          className={at === marked ? 'on' : ''}
          data-chosen={chosen.includes(choice.value)}
          onMouseEnter={() => onMark(at)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(choice)}
        >
          <span>{choice.label}</span>
          {choice.code && choice.code !== choice.label && <span className="code">{choice.code}</span>}
          {choice.text && <small>{choice.text}</small>}
        </li>
      ))}
    </ul>
  );
}
