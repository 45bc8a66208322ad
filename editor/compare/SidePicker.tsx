import { type ReactNode, useEffect } from 'react';
import { files } from '../state/open.ts';
import { session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { useLang, useSay } from '../words/index.ts';
import { useSideName } from './names.ts';
import { type Choice, DRAFT, othersOf, SAVED, type Side } from './sides.ts';
import { comparing, lookAround, pickUp, swap, take } from './state.ts';

/** Which two are compared. */
export function SidePickers(): ReactNode {
  const say = useSay();
  const { before, after } = useStore(comparing, (all) => all);
  const text = useStore(session, (all) => all.text);
  const choice = useStore(comparing, (all) => all.choice);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew where another file is open
  useEffect(() => void lookAround(), [text]);
  return (
    <div className="sides2">
      <Picker at="before" side={before} choice={choice} />
      <button
        type="button"
        className="btn icon quiet"
        title={say('swapSides')}
        aria-label={say('swapSides')}
        onClick={swap}
      >
        <span aria-hidden="true">⇄</span>
      </button>
      <Picker at="after" side={after} choice={choice} />
    </div>
  );
}

function Picker(props: { readonly at: 'before' | 'after'; readonly side: Side; readonly choice: Choice }): ReactNode {
  const { at, side, choice } = props;
  const say = useSay();
  const lang = useLang();
  const nameOf = useSideName();
  const picked = useStore(comparing, (all) => all.picked);
  const { versions, revisions, released, entries } = othersOf(choice);
  const groups: readonly { readonly label: string; readonly sides: readonly Side[] }[] = [
    { label: say('sidesThis'), sides: [DRAFT, SAVED] },
    { label: say('sidesVersions'), sides: versions },
    { label: say('sidesRevisions'), sides: revisions },
    { label: say('sidesReleased'), sides: released },
    { label: say('sidesFiles'), sides: entries },
    { label: say('sidesPicked'), sides: picked },
  ];
  const all = groups.flatMap(({ sides }) => sides);
  const whenOf = (one: Side): string => {
    const when = one.kind === 'version' ? one.version.when : one.kind === 'revision' ? one.revision.when : null;
    if (when === null) return '';
    return lang === 'zh' ? `（${when.toLocaleDateString('zh-CN')}）` : ` (${when.toLocaleDateString('en')})`;
  };
  return (
    <span className="row picker">
      <select
        className="box"
        aria-label={say(at === 'before' ? 'compareBefore' : 'compareAfter')}
        value={side.id}
        onChange={({ target }) => {
          const chosen = all.find(({ id }) => id === target.value);
          if (chosen) take(at, chosen);
        }}
      >
        {groups.map(
          ({ label, sides }) =>
            sides.length > 0 && (
              <optgroup key={label} label={label}>
                {sides.map((one) => (
                  <option key={one.id} value={one.id}>
                    {nameOf(one)}
                    {whenOf(one)}
                  </option>
                ))}
              </optgroup>
            ),
        )}
      </select>
      <button
        type="button"
        className="btn quiet"
        title={say(at === 'before' ? 'sidePickBefore' : 'sidePickAfter')}
        onClick={() => void pickUp(() => files.pick(), at)}
      >
        {say('sidePick')}
      </button>
    </span>
  );
}

const MOST_OFFERED = 5;

/** Where both sides are one text: what else they could be compared with. */
export function OtherSides(): ReactNode {
  const say = useSay();
  const nameOf = useSideName();
  const { before, after, choice, picked } = useStore(comparing, (all) => all);
  const { versions, released, entries } = othersOf(choice);
  const own = useStore(session, (all) => all.file?.entry.id);
  // The open file stands there already, as it was saved.
  const files = entries.filter((one) => one.kind !== 'file' || one.entry.id !== own);
  const others = [...released, ...versions, ...files, ...picked].filter(
    ({ id }) => id !== before.id && id !== after.id,
  );
  return (
    <div className="card same">
      <span>{say('sameBoth')}</span>
      {others.slice(0, MOST_OFFERED).map((one) => (
        <button key={one.id} type="button" className="chip" onClick={() => take('before', one)}>
          {nameOf(one)}
        </button>
      ))}
      <span className="c-3">{say('sideDrop')}</span>
    </div>
  );
}
