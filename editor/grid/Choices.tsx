import {
  type CSSProperties,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { Choice } from '../../src/edit/index.ts';
import { useSay } from '../words/index.ts';

/** The choices that fit, under the box; it is never focused, the keys go to the box. */
export function Choices(props: {
  readonly id: string;
  readonly label: string;
  readonly fit: readonly Choice[];
  readonly marked: number;
  readonly chosen: readonly string[];
  readonly under: RefObject<HTMLElement | null>;
  readonly onMark: (at: number) => void;
  readonly onPick: (choice: Choice) => void;
}): ReactNode {
  const say = useSay();
  const { id, label, fit, marked, chosen, under, onMark, onPick } = props;
  const [place, setPlace] = useState<CSSProperties>({ visibility: 'hidden' });
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[marked]?.scrollIntoView({ block: 'nearest' });
  }, [marked]);
  // Over the box where there is no room under it.
  useLayoutEffect(() => {
    const box = under.current?.getBoundingClientRect();
    const height = list.current?.offsetHeight ?? 0;
    if (!box || fit.length < 0) return;
    const top = box.bottom + 2 + height > innerHeight && box.top > height ? box.top - height - 2 : box.bottom + 2;
    setPlace({ left: Math.min(box.left, innerWidth - 240), top });
  }, [under, fit.length]);
  return (
    <div
      ref={list}
      id={id}
      className="choices"
      style={place}
      {...(fit.length > 0 && { role: 'listbox', 'aria-label': label })}
    >
      {fit.length === 0 && <div className="none">{say('noChoice')}</div>}
      {fit.map((choice, at) => (
        <div
          id={`${id}-${at}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === marked}
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
        </div>
      ))}
    </div>
  );
}
