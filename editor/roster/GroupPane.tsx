import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef } from 'react';
import { useStore } from '../state/store.ts';
import { useSay } from '../words/index.ts';
import type { Results } from '../worker/rosterProtocol.ts';
import type { GroupRow } from './groups.ts';
import { Num } from './Num.tsx';
import { Scroll } from './Scroll.tsx';
import { creditsOf, one, rate } from './show.ts';
import { group, roster } from './state.ts';

/** Above so many rows only those in sight are drawn. */
const MANY = 60;
const ROW = 31;

/** The same figures for each value of what people are grouped by. */
export function GroupPane({ results }: { readonly results: Results }): ReactNode {
  const say = useSay();
  const table = useStore(roster, (all) => all.table);
  const frame = useRef<HTMLDivElement>(null);
  const rows = table?.rows ?? [];
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW,
    overscan: 8,
  });
  if (!table) return null;
  const caps = table.caps.map((at) => results.caps.find(({ row }) => row.at === at)?.cap);
  const many = rows.length > MANY;
  const drawn = many ? virtual.getVirtualItems().map(({ index }) => index) : rows.map((_, index) => index);
  const [first = 0, last = -1] = [drawn[0], drawn.at(-1)];
  const room = (height: number): ReactNode =>
    height > 0 && (
      <tr className="room">
        <td style={{ height, padding: 0, border: 0 }} colSpan={7 + caps.length} />
      </tr>
    );
  const title = results.groups.find(({ key }) => key === table.key)?.label ?? '';
  return (
    <Scroll className={many ? 'dframe many' : 'dframe'} frame={frame} label={say('byGroups')}>
      <table className="dtable" aria-label={title} aria-rowcount={rows.length + 2}>
        <thead>
          <tr>
            <th scope="col">
              <select
                className="groupby"
                aria-label={say('groupBy')}
                value={table.key}
                onChange={(event) => void group(event.target.value)}
              >
                {results.groups.map(({ key, label }) => (
                  <option key={key} value={key}>
                    {label}
                  </option>
                ))}
              </select>
            </th>
            {(['colRequired', 'colJudged', 'colMet', 'colUnmet'] as const).map((word) => (
              <th key={word} scope="col" className="num">
                {say(word)}
              </th>
            ))}
            <th scope="col" className="rate">
              {say('colRate')}
            </th>
            <th scope="col" className="num">
              {say('colMedian')}
            </th>
            {caps.map((cap, at) => (
              <th key={table.caps[at]} scope="col" className="num" title={cap?.words}>
                {say('colTouched', { cap: cap?.owner ?? '' })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {many && room(first * ROW)}
          {drawn.map((index) => {
            const row = rows[index];
            return row && <Row key={row.at} row={row} field={table.key} caps={table.caps} index={index} />;
          })}
          {many && room((rows.length - 1 - last) * ROW)}
        </tbody>
        <tfoot>
          <Row row={table.total} field={null} caps={table.caps} index={rows.length} />
        </tfoot>
      </table>
    </Scroll>
  );
}

function Row(props: {
  readonly row: GroupRow;
  /** Null: all of them together. */
  readonly field: string | null;
  readonly caps: readonly number[];
  readonly index: number;
}): ReactNode {
  const say = useSay();
  const { row, field, caps, index } = props;
  const { value, required, judged, met, unmet, median } = row;
  const name = field === null ? say('total') : value || say('noValue');
  const within = field === null ? {} : { group: { key: field, at: row.at } };
  const wide = 88;
  return (
    <tr className={field === null ? 'tot' : ''} aria-rowindex={index + 2}>
      <th scope="row">{name}</th>
      <td className="num">{required === null ? (field === null ? '' : say('various')) : creditsOf(required)}</td>
      <td className="num">
        <Num n={judged} of={name} filter={{ ...within, judged: true }} />
      </td>
      <td className="num">
        <Num n={met} of={`${name} · ${say('colMet')}`} filter={{ ...within, status: 'met' }} />
      </td>
      <td className="num">
        <Num n={unmet} of={`${name} · ${say('colUnmet')}`} filter={{ ...within, status: 'unmet' }} sort="near" />
      </td>
      <td className="rate">
        <svg width={wide} height="8" aria-hidden="true">
          <rect className="ground" width={wide} height="8" />
          <rect className="part" width={judged === 0 ? 0 : (met / judged) * wide} height="8" />
        </svg>
        {rate(met, judged)}
      </td>
      <td className="num">{median === null ? '—' : one(median / 100)}</td>
      {caps.map((cap, at) => (
        <td key={cap} className="num">
          <Num n={row.caps[at] ?? 0} of={`${name} · ${say('byCaps')}`} filter={{ ...within, cap }} />
        </td>
      ))}
    </tr>
  );
}
