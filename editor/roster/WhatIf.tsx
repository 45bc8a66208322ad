import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { keywords } from '../../src/index.ts';
import { ChoiceBox } from '../explain/ChoiceBox.tsx';
import { session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { wish } from '../state/wish.ts';
import { useLang, useSay } from '../words/index.ts';
import type { Knob } from './knobs.ts';
import { spotName } from './spot.ts';
import { roster } from './state.ts';
import { TrialTable } from './TrialTable.tsx';
import { isWritable, putBack, turnKnob, writeTrial } from './trial.ts';

/** 「改一改看看」: a number or an option is turned, and what it does to these people stands beside what is. */
export function WhatIf(): ReactNode {
  const say = useSay();
  const lang = useLang();
  const { knobs, turned, trial, trying, refused } = useStore(roster, (all) => all);
  // The text may be another one with each version.
  useStore(session, (all) => all.version);
  useStore(session, (all) => all.composing);
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [adding, setAdding] = useState(false);
  // The one that was picked last: what it is to be is typed next.
  const fresh = useRef<string | null>(null);
  useEffect(() => {
    const { rows } = wish.get();
    const wished = knobs.filter(({ file, row }) => file === undefined && rows.includes(row)).map(spotName);
    if (wished.length === 0) return;
    wish.set({ rows: [] });
    setPicked((before) => [...new Set([...before, ...wished])]);
  }, [knobs]);
  const known = new Map(knobs.map((knob) => [spotName(knob), knob]));
  const names = [...new Set([...picked, ...turned.map(spotName)])].filter((name) => known.has(name));
  // What was pressed is gone, or will be: one goes on from the first box as soon as one can.
  const box = useRef<HTMLDivElement>(null);
  const gone = useRef<'one' | 'all' | null>(null);
  useEffect(() => {
    const at = document.activeElement;
    if (gone.current === null || box.current === null || box.current.closest('[inert]') !== null) return;
    if (gone.current === 'all' && names.length > 0) return;
    if (at === null || at === document.body || at.matches('[data-step]') || box.current.contains(at)) {
      box.current.querySelector<HTMLElement>('input, select')?.focus();
    }
    gone.current = null;
  });
  const options = knobs.map((knob) => ({
    value: spotName(knob),
    label: `${say(`knob_${knob.kind}`)}${knob.from ? say('tryFrom', { of: knob.from.label }) : ''} · ${knob.label}`,
  }));
  const writable = trial !== null && !trying && isWritable() && trial.edits.length > 0;
  return (
    <div className="card rtry">
      <div className="cardhead">
        <h2>{say('tryTitle')}</h2>
        {trial && <span className={`tag way ${trial.way}`}>{say(`way_${trial.way}`)}</span>}
        <span className="label push">{say('tryQuiet')}</span>
      </div>
      <div className="try" ref={box}>
        {names.map((name) => {
          const knob = known.get(name);
          if (!knob) return null;
          return (
            <Turn
              key={name}
              knob={knob}
              value={turned.find((one) => spotName(one) === name)?.value ?? knob.value}
              fresh={name === fresh.current}
              onAway={() => {
                gone.current = 'one';
                setPicked(picked.filter((one) => one !== name));
                turnKnob(knob, knob.value);
              }}
            />
          );
        })}
        {(names.length === 0 || adding) && (
          <ChoiceBox
            label={say('tryPick')}
            placeholder={say('tryPick')}
            options={options.filter(({ value }) => !names.includes(value))}
            value=""
            onChange={(value) => {
              fresh.current = value;
              setPicked([...picked, value]);
              setAdding(false);
            }}
          />
        )}
        {names.length === 0 && <p className="c-3">{say('tryInherited')}</p>}
        {refused && (
          <p className="c-bad" role="alert">
            {refused[lang]}
          </p>
        )}
        {trial && (
          <div className={trying ? 'stale' : undefined} aria-busy={trying}>
            <TrialTable trial={trial} />
          </div>
        )}
        {trial && !trial.writable && (
          <p className="c-warn" role="status">
            {say('tryUnwritable')}
          </p>
        )}
        {names.length > 0 && (
          <div className="row">
            {trial && (
              <button
                type="button"
                className="btn primary"
                aria-disabled={!writable}
                title={trial.says[lang]}
                onClick={() => {
                  if (!writable) return;
                  gone.current = 'all';
                  setPicked([]);
                  writeTrial();
                }}
              >
                {say('writeRules')}
              </button>
            )}
            <button
              type="button"
              className="btn quiet"
              onClick={() => {
                gone.current = 'all';
                setPicked([]);
                putBack();
              }}
            >
              {say('undoTrial')}
            </button>
            {!adding && (
              <button type="button" className="link push" onClick={() => setAdding(true)}>
                {say('tryAnother')}
              </button>
            )}
          </div>
        )}
      </div>
    </div>
  );
}

function Turn(props: {
  readonly knob: Knob;
  readonly value: string;
  readonly fresh: boolean;
  readonly onAway: () => void;
}): ReactNode {
  const say = useSay();
  const lang = useLang();
  const { knob, value, fresh, onAway } = props;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (fresh) box.current?.querySelector<HTMLElement>('input, select')?.focus();
  }, [fresh]);
  const unit = knob.unit && knob.unit in keywords ? keywords[knob.unit as keyof typeof keywords][lang] : '';
  const { from } = knob;
  const open = from && from.open !== 'freely' ? say(from.open === 'not' ? 'tryNotOpen' : 'tryStricter') : '';
  return (
    <div className="turn" ref={box}>
      <span className="what" title={knob.words}>
        {knob.label}
      </span>
      <span className="row">
        <del className="c-3">{knob.value}</del>
        <span className="c-3" aria-hidden="true">
          →
        </span>
        {knob.kind === 'reading' ? (
          <select aria-label={knob.label} value={value} onChange={(event) => turnKnob(knob, event.target.value)}>
            {knob.options.map((option) => (
              <option key={option}>{option}</option>
            ))}
          </select>
        ) : (
          <NumberBox label={knob.label} value={value} onChange={(typed) => turnKnob(knob, typed)} />
        )}
        <span>{unit}</span>
        <button
          type="button"
          className="btn icon quiet"
          aria-label={say('removeTurn')}
          title={say('removeTurn')}
          onClick={onAway}
        >
          ✕
        </button>
      </span>
      {from && (
        <span className="from c-3">
          {say('tryFromWhere', { of: from.label, line: knob.line })}
          {open && <span className="c-warn"> {open}</span>}
        </span>
      )}
    </div>
  );
}

/** Taken with Enter or when it is left; up and down by one. */
function NumberBox(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}): ReactNode {
  const { label, value, onChange } = props;
  const [typed, setTyped] = useState(value);
  const [seen, setSeen] = useState(value);
  // Put back, or taken: what stands is shown, and the focus stays.
  if (seen !== value) {
    setSeen(value);
    setTyped(value);
  }
  const take = (text: string): void => {
    const clean = text.normalize('NFKC').trim();
    if (/^\d+(?:\.\d+)?$/.test(clean) && clean !== value) onChange(clean);
    else setTyped(value);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') take(typed);
    else if (event.key === 'Escape') setTyped(value);
    else if ((event.key === 'ArrowUp' || event.key === 'ArrowDown') && /^\d+$/.test(typed)) {
      event.preventDefault();
      setTyped(String(Math.max(0, Number(typed) + (event.key === 'ArrowUp' ? 1 : -1))));
    }
  };
  return (
    <input
      aria-label={label}
      inputMode="decimal"
      value={typed}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => take(typed)}
      onKeyDown={onKey}
    />
  );
}
