import { type ReactNode, useState } from 'react';
import { Sign } from '../parts/Sign.tsx';
import { useStore } from '../state/store.ts';
import { useLang, useSay } from '../words/index.ts';
import type { Sight } from '../worker/rosterProtocol.ts';
import { ColumnsTable } from './ColumnsTable.tsx';
import { clashes } from './match.ts';
import { holdsIds } from './roles.ts';
import { count } from './show.ts';
import { look, lookAtSheet, roster, run } from './state.ts';

/** Step two: what each column is, on the first rows of the file. */
export function MatchStep({ sight }: { readonly sight: Sight }): ReactNode {
  const say = useSay();
  const lang = useLang();
  const { roles, year, rules } = useStore(roster, (all) => all);
  const { flat, rows, encoding, sheets, sheet, faults, unreadable, choices } = sight;
  // A workbook says which cells were numbers; in a text an id is told by its look.
  const isWorkbook = sight.kind === 'xlsx';
  const twice = flat ? clashes(roles) : [];
  const missing = flat !== null && !roles.includes('owner');
  const lost = (flat?.lost ?? []).filter(({ column }) => {
    const role = roles[column] ?? 'none';
    return isWorkbook ? role !== 'none' : holdsIds(role, choices);
  });
  const counted = rows - Math.max(0, ...lost.map((one) => one.rows));
  const ready = !unreadable && !missing && twice.length === 0 && year !== null && rules?.sound === true && counted > 0;
  return (
    <div className="card rostermatch" data-step tabIndex={-1}>
      <div className="cardhead">
        <h2>{say(unreadable ? 'cannotRead' : 'matchTitle')}</h2>
        {encoding && <span className="tag">{say('encodingIs', { encoding })}</span>}
        {sheets.length > 1 && (
          <label className="row">
            <span className="label">{say('sheetIs')}</span>
            <select value={sheet} onChange={(event) => void lookAtSheet(Number(event.target.value))}>
              {sheets.map((name, at) => (
                <option key={name} value={at}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        {flat && (
          <label className="row">
            <span className="label">{say('headIs')}</span>
            <select value={flat.head} onChange={(event) => void look(Number(event.target.value))}>
              {flat.first.slice(0, 12).map((_, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a row is its number
                <option key={at} value={at}>
                  {at + 1}
                </option>
              ))}
            </select>
            <span className="label">{say('headRow')}</span>
          </label>
        )}
        <span className="push row">
          {!unreadable && <YearBox />}
          <button type="button" className="btn primary" disabled={!ready} onClick={() => void run()}>
            {say('runIt')}
          </button>
        </span>
      </div>
      <div className="rostersays" role="status">
        {!unreadable && <p>{say(flat ? 'matchSays' : 'matchPeople', { rows: count(rows) })}</p>}
        {missing && !unreadable && (
          <p className="c-bad">
            <Sign kind="err" /> {say('needOwner')}
          </p>
        )}
        {lost.map(({ column, rows: lostRows, first }) => (
          <p key={column} className="c-bad">
            <Sign kind="err" />{' '}
            {say(isWorkbook ? 'digitsLost' : 'idsSpoilt', {
              header: flat?.columns[column]?.header || say('colNumber', { n: column + 1 }),
              n: count(lostRows),
              rows: `${first.join('、')}${lostRows > first.length ? ' …' : ''}`,
            })}
          </p>
        ))}
        {twice.map(([first, second]) => (
          <p key={second} className="c-bad">
            <Sign kind="err" /> {say('roleTwice', { first, second })}
          </p>
        ))}
        {year === null && (
          <p className="c-bad">
            <Sign kind="err" /> {say('needYear')}
          </p>
        )}
        {faults.map((fault) => (
          <p key={fault.zh} className={unreadable ? 'c-bad' : 'c-warn'}>
            <Sign kind={unreadable ? 'err' : 'warn'} /> {fault[lang]}
          </p>
        ))}
      </div>
      {flat && <ColumnsTable flat={flat} choices={choices} />}
    </div>
  );
}

function YearBox(): ReactNode {
  const say = useSay();
  const year = useStore(roster, (all) => all.year);
  const [typed, setTyped] = useState(year === null ? '' : String(year));
  const [seen, setSeen] = useState(year);
  // It may come from the file, too; half a year that is being typed is none.
  if (seen !== year) {
    setSeen(year);
    if (year !== null) setTyped(String(year));
  }
  return (
    <label className="row">
      <span className="label">{say('yearIs')}</span>
      <input
        className="yearbox"
        inputMode="numeric"
        maxLength={4}
        value={typed}
        onChange={(event) => {
          const text = event.target.value.normalize('NFKC');
          setTyped(text);
          roster.set({ year: /^(?:19|[2-9]\d)\d\d$/.test(text) ? Number(text) : null });
        }}
      />
    </label>
  );
}
