import { type CSSProperties, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { fetchPinyin, fitting } from '../grid/choose.ts';
import { useSay } from '../words/index.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly code?: string;
}

const MOST = 300;

/** One of a list, found by its words, its code or the first letters of its pinyin (gjj → 国家级). */
export function ChoiceBox(props: {
  readonly label: string;
  readonly options: readonly Option[];
  readonly value: string;
  readonly placeholder?: string;
  /** Nothing chosen is a choice too. */
  readonly empty?: boolean;
  readonly onChange: (value: string) => void;
}): ReactNode {
  const say = useSay();
  const { label, options, value, placeholder, empty = false, onChange } = props;
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [marked, setMarked] = useState(0);
  const [, redraw] = useState(0);
  const chosen = options.find((one) => one.value === value);
  const open = typed !== null;
  const fit: readonly Option[] = open
    ? [...(empty && typed === '' ? [{ value: '', label: say('noneChosen') }] : []), ...fitting(options, typed)].slice(
        0,
        MOST,
      )
    : [];
  useEffect(() => {
    if (open) list.current?.children[marked]?.scrollIntoView({ block: 'nearest' });
  }, [open, marked]);

  const show = (): void => {
    setTyped('');
    setMarked(Math.max(0, options.findIndex((one) => one.value === value) + (empty ? 1 : 0)));
    void fetchPinyin().then(() => redraw((n) => n + 1));
  };
  const pick = (one: Option | undefined): void => {
    setTyped(null);
    if (one && one.value !== value) onChange(one.value);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const { key } = event;
    if (!open) {
      if (key === 'ArrowDown' || key === 'ArrowUp' || key === 'Enter') {
        event.preventDefault();
        show();
      }
      return;
    }
    if (key === 'Escape') setTyped(null);
    else if (key === 'Enter') pick(fit[marked]);
    else if (key === 'Tab') {
      if (typed !== '') pick(fit[marked]);
      else setTyped(null);
      return;
    } else if (key === 'ArrowDown') setMarked(Math.min(fit.length - 1, marked + 1));
    else if (key === 'ArrowUp') setMarked(Math.max(0, marked - 1));
    else return;
    event.preventDefault();
  };
  return (
    <span className="choicebox">
      <input
        ref={box}
        role="combobox"
        aria-label={label}
        aria-expanded={open}
        aria-autocomplete="list"
        aria-controls={open ? `${id}-list` : undefined}
        aria-activedescendant={open && fit.length > 0 ? `${id}-${marked}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={open ? (chosen?.label ?? placeholder) : placeholder}
        value={typed ?? chosen?.label ?? value}
        onChange={(event) => {
          setTyped(event.target.value);
          setMarked(0);
        }}
        onClick={() => !open && show()}
        onBlur={() => setTyped(null)}
        onKeyDown={onKey}
      />
      <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d="m5 6.5 3 3 3-3" />
      </svg>
      {open && (
        <div
          ref={list}
          id={`${id}-list`}
          role="listbox"
          aria-label={label}
          className="choicelist"
          style={under(box.current)}
        >
          {fit.length === 0 && (
            <div role="option" tabIndex={-1} aria-selected="false" aria-disabled="true" className="c-3">
              {say('noChoice')}
            </div>
          )}
          {fit.map((one, at) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys go to the box
            <div
              key={one.value}
              id={`${id}-${at}`}
              role="option"
              tabIndex={-1}
              aria-selected={at === marked}
              onMouseEnter={() => setMarked(at)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => pick(one)}
            >
              {one.label}
            </div>
          ))}
        </div>
      )}
    </span>
  );
}

const TALL = 264;

/** Over the box where there is no room under it. */
function under(box: HTMLInputElement | null): CSSProperties {
  if (!box) return { visibility: 'hidden' };
  const { left, top, bottom, width } = box.getBoundingClientRect();
  const below = innerHeight - bottom > TALL + 8 || top < TALL;
  // A list that is wider than its box grows to the left where there is no room to the right.
  const side = left > innerWidth / 2 ? { right: Math.max(4, innerWidth - left - width) } : { left };
  return { ...side, minWidth: width, ...(below ? { top: bottom + 2 } : { bottom: innerHeight - top + 2 }) };
}
