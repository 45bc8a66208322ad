/**
 * The box that takes the keys. Idle it is empty and unseen; what is typed or composed in it opens the stop for editing, in
 * place of what it said. It is never set by React while it is open, or an input method would lose what it writes.
 */
import {
  type ClipboardEvent,
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  type RefObject,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { Choice } from '../../src/edit/index.ts';
import type { Stop } from '../sheets/model.ts';
import { session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import type { RuleText } from '../state/text.ts';
import { said, useSay } from '../words/index.ts';
import type { Actions, EditorHandle } from './actions.ts';
import { Choices } from './Choices.tsx';
import { fetchPinyin, fitting } from './choose.ts';
import { canType, clear, heldBy, listOf, set, takesMany } from './commit.ts';
import { toggled } from './many.ts';

interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** `over`: typed over what stood there, so that arrows leave the stop; `in`: opened, so that they move in the text. */
type Mode = 'idle' | 'over' | 'in';

/** What is being filled in. It stays that, whatever is chosen or drawn meanwhile, until the box is left. */
interface Held {
  readonly stop: Stop;
  readonly text: RuleText | null;
  /** What the box held when it was opened; null where it was typed over. */
  readonly opened: string | null;
}

/** The box was in a sheet that has made room for another: the keys go on in that one's. */
let handed = false;

const boxStyle = ({ left, top, width, height }: Place, mode: Mode): CSSProperties =>
  mode === 'idle'
    ? { left, top, width, height }
    : { left: left - 1, top: top - 1, minWidth: Math.max(72, width + 2), height: height + 2 };

export function Editor(props: {
  readonly ref: Ref<EditorHandle>;
  readonly stop: Stop | null;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly actions: Actions;
}): ReactNode {
  const { ref, stop, scroller, actions } = props;
  const say = useSay();
  const box = useRef<HTMLTextAreaElement>(null);
  /** The grid itself gives the focus, and knows where one is to stand. */
  const led = useRef(false);
  const list = useId();
  const [mode, setMode] = useState<Mode>('idle');
  const [held, setHeld] = useState<Held | null>(null);
  const [draft, setDraft] = useState('');
  const [marked, setMarked] = useState(0);
  const [place, setPlace] = useState<Place>({ left: 0, top: 0, width: 40, height: 24 });
  const [leaving, setLeaving] = useState(false);
  const lists = useStore(session, (all) => all.outline?.lists);
  const at = held && held.stop.id !== stop?.id ? held.stop : stop;
  const choices = (at && lists?.[listOf(at) ?? '']) ?? null;
  const many = at !== null && takesMany(at);
  const typed = many && mode !== 'idle' ? (draft.split(/[、,，]/).at(-1) ?? '') : draft;
  const fit = choices && mode !== 'idle' ? (isUntouched() ? choices : fitting(choices, typed)) : [];

  const listed = fit.length > 0;

  function isUntouched(): boolean {
    return mode === 'in' && draft === held?.opened;
  }

  // The box lies over the stop; it is not moved while something is composed in it.
  useLayoutEffect(() => {
    const put = () => {
      const found = at && scroller.current?.querySelector(`[data-stop="${CSS.escape(at.id)}"]`);
      if (!found || !scroller.current) return;
      const [here, frame] = [found.getBoundingClientRect(), scroller.current.getBoundingClientRect()];
      setPlace({
        left: here.left - frame.left + scroller.current.scrollLeft,
        top: here.top - frame.top + scroller.current.scrollTop,
        width: here.width,
        height: Math.max(24, here.height),
      });
    };
    put();
    const watch = new ResizeObserver(put);
    if (scroller.current) watch.observe(scroller.current);
    return () => watch.disconnect();
  }, [at, scroller]);

  useEffect(() => {
    if (choices) void fetchPinyin();
  }, [choices]);

  function reset(): void {
    if (box.current) box.current.value = '';
    setDraft('');
    setMode('idle');
    setHeld(null);
    setMarked(0);
  }

  function hold(of: Stop, to: Mode, opened: string | null): void {
    setMode(to);
    setHeld({ stop: of, text: session.get().text, opened });
  }

  function open(): void {
    if (!stop || !box.current || held) return;
    if (!canType(stop)) {
      if (stop.cell.kind === 'condition' && stop.cell.editable && !stop.row.stale && stop.cell.plain !== false)
        actions.panel(stop);
      else session.set({ notice: { tone: 'info', zh: said('locked', 'zh'), en: said('locked', 'en') } });
      return;
    }
    const value = heldBy(stop);
    box.current.value = value;
    setDraft(value);
    hold(stop, 'in', value);
    const place = choices?.findIndex((one) => one.value === value) ?? -1;
    setMarked(Math.max(0, place));
    box.current.focus();
    box.current.select();
  }

  function commit(choice?: Choice): void {
    if (!held || !at || !box.current) return;
    const text = box.current.value;
    reset();
    if (session.get().text !== held.text || (!choice && text === held.opened)) return;
    void set(at, choice ? (many ? toggled(text, choice.value) : choice.value) : text);
  }

  // A sheet that goes takes nothing with it: what was typed is taken, and where the keys went they still go.
  const leave = useRef(() => {});
  useLayoutEffect(() => {
    leave.current = () => {
      handed = document.activeElement === box.current;
      setTimeout(() => {
        handed = false;
      });
      commit(picked());
    };
  });
  useLayoutEffect(() => {
    if (handed) box.current?.focus({ preventScroll: true });
    return () => leave.current();
  }, []);

  useImperativeHandle(ref, () => ({
    focus: () => {
      led.current = true;
      box.current?.focus({ preventScroll: true });
      led.current = false;
    },
    open,
    commit: () => commit(picked()),
  }));

  /** The choice that Enter takes: none where the words typed are to be taken as they are. */
  function picked(): Choice | undefined {
    if (!choices || mode === 'idle') return undefined;
    // A name that is typed out stands there already, and taking it again would take it away.
    const isWhole = many && fit[marked]?.value === typed.trim();
    if (many) return typed !== '' && !isWhole && !isUntouched() ? fit[marked] : undefined;
    return isUntouched() &&
      marked ===
        Math.max(
          0,
          choices.findIndex((one) => one.value === draft),
        )
      ? undefined
      : fit[marked];
  }

  function onInput(): void {
    const text = box.current?.value ?? '';
    if (!held && (!stop || !canType(stop))) {
      if (box.current) box.current.value = '';
      if (stop && text.trim() !== '') open();
      return;
    }
    setDraft(text);
    setMarked(0);
    if (!held && stop) hold(stop, 'over', null);
  }

  function onKeyDown(event: KeyboardEvent): void {
    // What an input method is busy with is its own business.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const handled = mode === 'idle' ? idleKey(event) : openKey(event);
    if (handled) event.preventDefault();
  }

  function openKey({ key, shiftKey, altKey }: KeyboardEvent): boolean {
    switch (key) {
      case 'Enter':
        if (altKey) return false;
        commit(picked());
        actions.move(0, shiftKey ? -1 : 1);
        return true;
      case 'Tab':
        commit(picked());
        actions.move(shiftKey ? -1 : 1, 0, true);
        return true;
      case 'Escape':
        reset();
        return true;
      case 'ArrowDown':
      case 'ArrowUp': {
        const by = key === 'ArrowDown' ? 1 : -1;
        if (listed) setMarked((marked + by + fit.length) % fit.length);
        else if (mode === 'over') {
          commit();
          actions.move(0, by);
        } else return false;
        return true;
      }
      case 'ArrowLeft':
      case 'ArrowRight':
        if (mode !== 'over' || listed) return false;
        commit();
        actions.move(key === 'ArrowLeft' ? -1 : 1, 0);
        return true;
      default:
        return false;
    }
  }

  function idleKey(event: KeyboardEvent): boolean {
    const { key, shiftKey, altKey } = event;
    const ctrl = event.ctrlKey || event.metaKey;
    if (key !== 'Tab' && key !== 'Shift') setLeaving(false);
    switch (key) {
      case 'ArrowUp':
      case 'ArrowDown':
        if (altKey) actions.shift(key === 'ArrowUp' ? 'up' : 'down');
        else if (shiftKey) actions.extend(0, key === 'ArrowUp' ? -1 : 1);
        else if (ctrl) actions.edge(key === 'ArrowUp' ? 'start' : 'end');
        else actions.move(0, key === 'ArrowUp' ? -1 : 1);
        return true;
      case 'ArrowLeft':
      case 'ArrowRight':
        if (shiftKey) actions.extend(key === 'ArrowLeft' ? -1 : 1, 0);
        else if (ctrl) actions.edge(key === 'ArrowLeft' ? 'row start' : 'row end');
        else actions.move(key === 'ArrowLeft' ? -1 : 1, 0);
        return true;
      case 'Home':
        actions.edge(ctrl ? 'start' : 'row start');
        return true;
      case 'End':
        actions.edge(ctrl ? 'end' : 'row end');
        return true;
      case 'PageUp':
      case 'PageDown':
        actions.move(0, key === 'PageUp' ? -10 : 10);
        return true;
      case 'Tab':
        // After Esc, and past the last stop, Tab goes where it goes on any page.
        return !leaving && actions.move(shiftKey ? -1 : 1, 0, true);
      case 'Escape':
        setLeaving(true);
        return true;
      case 'Enter':
        if (altKey && stop?.cell.kind === 'condition') actions.panel(stop);
        else open();
        return true;
      case 'F2':
        open();
        return true;
      case 'Delete':
      case 'Backspace':
        if (stop && !stop.row.stale && stop.cell.editable && !stop.cell.absent) void clear(stop);
        return true;
      case 'ContextMenu':
        actions.menu();
        return true;
      case 'Insert':
        actions.above();
        return true;
      case 'a':
        if (ctrl) actions.all();
        return ctrl;
      case 'F10':
        if (shiftKey) actions.menu();
        return shiftKey;
      default:
        return false;
    }
  }

  function onCopy(event: ClipboardEvent): void {
    if (mode !== 'idle' || !stop) return;
    event.preventDefault();
    const block = actions.copied();
    event.clipboardData.setData('text/plain', block ?? heldBy(stop));
    if (event.type === 'cut' && block === null && stop.cell.editable && !stop.row.stale) void clear(stop);
  }

  function onPaste(event: ClipboardEvent): void {
    if (mode !== 'idle' || !stop) return;
    event.preventDefault();
    const text = event.clipboardData.getData('text/plain');
    if (!actions.paste(text) && canType(stop)) void set(stop, text.replace(/[\r\n]+$/, ''));
  }

  const name = at
    ? `${at.row.text.split(/\s/, 2).join(' ')}，${at.label}，${heldBy(at) || say('empty')}`
    : say('cellEditor');
  return (
    <>
      <textarea
        ref={box}
        className={`cellbox ${mode === 'idle' ? 'idle' : ''}`}
        data-idle={mode === 'idle'}
        aria-label={name}
        rows={1}
        spellCheck={false}
        autoComplete="off"
        style={boxStyle(place, mode)}
        {...(listed && {
          'aria-autocomplete': 'list',
          'aria-haspopup': 'listbox',
          'aria-controls': list,
          'aria-activedescendant': `${list}-${marked}`,
        })}
        onFocus={() => stop || led.current || actions.enter()}
        onInput={onInput}
        onCompositionStart={() => stop && canType(stop) && !held && hold(stop, 'over', null)}
        onKeyDown={onKeyDown}
        onCopy={onCopy}
        onCut={onCopy}
        onPaste={onPaste}
        onBlur={() => commit(picked())}
      />
      {mode !== 'idle' && choices && (
        <Choices
          id={list}
          label={at?.label ?? ''}
          fit={fit}
          marked={marked}
          under={box}
          chosen={many ? draft.split(/[、,，]/) : [draft]}
          onMark={setMarked}
          onPick={(choice) => {
            if (many && box.current) {
              const next = toggled(box.current.value, choice.value);
              box.current.value = next;
              setDraft(next);
              box.current.focus();
            } else {
              commit(choice);
              box.current?.focus();
            }
          }}
        />
      )}
      <output className="sr" aria-live="polite">
        {at ? name : ''}
      </output>
    </>
  );
}
