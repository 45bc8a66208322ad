import type { ReactNode } from 'react';
import { type Layout, widthOf } from './layout.ts';
import type { Overlay } from './overlay.ts';

/** Pixels for a hundredth of a credit: no band is taller than its row, nor all together than the total. */
export function scaleOf(overlay: Overlay | null): number {
  if (!overlay) return 0;
  const rows = Math.max(1, ...[...overlay.items.values()].map(({ gained }) => gained));
  const all = Math.max(1, ...[...overlay.categories.values()].map(({ gained }) => gained), overlay.total);
  return Math.min(0.0115, 20 / rows, 110 / all);
}

export const width = (amount: number, scale: number): number => (amount > 0 ? Math.max(1.5, amount * scale) : 0);

/** Every way that credits can take; where the person's own flow, their band stands instead. */
export function Wires({ layout, overlay }: { readonly layout: Layout; readonly overlay: Overlay | null }): ReactNode {
  const { columns, total, categories } = layout;
  const { forms, item, bend, category, year, last } = columns;
  const middle = total.y + total.height / 2;
  const end = last.x + layout.shift;
  const flows = (through: { readonly counted: number } | undefined): boolean => (through?.counted ?? 0) > 0;
  return (
    <g className="wires">
      {categories.map((at) => (
        <g key={at.part.category.key}>
          {at.items.map(({ part, middle: y, forms: words }) =>
            flows(overlay?.items.get(part.item.key)) ? null : (
              <path
                key={part.item.key}
                d={`M${formsEnd(words, forms.width)} ${y}H${item.x}M${item.x + item.width} ${y}H${bend.x}${curve(bend.x, y, category.x, at.middle)}`}
              />
            ),
          )}
          {at.items.length > 0 && !flows(overlay?.categories.get(at.part.category.key)) && (
            <path
              d={`M${category.x + category.width} ${at.middle}H${year.x}M${year.x + year.width} ${at.middle}H${end}${curve(end, at.middle, total.x, middle)}`}
            />
          )}
        </g>
      ))}
      <path
        className={overlay ? 'arrow on' : 'arrow'}
        d={`M${total.x + total.width} ${middle}H${layout.bar.x - 3}m-6 -4l6 4l-6 4`}
      />
    </g>
  );
}

const formsEnd = (words: string, room: number): number => Math.min(room + 4, widthOf(words) + 8);

const curve = (x: number, y: number, toX: number, toY: number): string => {
  const half = (x + toX) / 2;
  return `C${half} ${y} ${half} ${toY} ${toX} ${toY}`;
};

/** A ribbon whose edges bend alike. */
const ribbon = (x: number, y: number, toX: number, toY: number, thick: number): string => {
  const half = (x + toX) / 2;
  const [a, b] = [thick / 2, thick];
  return `M${x} ${y - a}C${half} ${y - a} ${half} ${toY} ${toX} ${toY}v${b}C${half} ${toY + b} ${half} ${y + a} ${x} ${y + a}Z`;
};

/** What flows of the person: as thick as it is much. At a category and at the total the bands lie one under another. */
export function Bands(props: {
  readonly layout: Layout;
  readonly overlay: Overlay;
  readonly scale: number;
}): ReactNode {
  const { layout, overlay, scale } = props;
  const { forms, item, pills, bend, category, year, last } = layout.columns;
  const { total } = layout;
  const end = last.x + layout.shift;
  let into = total.y + total.height / 2 - width(overlay.total, scale) / 2;
  const flat = (x: number, to: number, y: number, thick: number): string =>
    thick > 0 ? `M${x} ${y - thick / 2}H${to}v${thick}H${x}Z` : '';
  return (
    <g className="bands">
      {layout.categories.map((at) => {
        const through = overlay.categories.get(at.part.category.key);
        if (!through) return null;
        const counted = width(through.counted, scale);
        const gained = width(through.gained, scale);
        const passed = width(through.passed, scale);
        const bracket = layout.across[0]?.pill.x ?? end;
        let y =
          at.middle -
          at.items.reduce((sum, { part }) => sum + width(overlay.items.get(part.item.key)?.counted ?? 0, scale), 0) / 2;
        const rows = at.items.map((row) => {
          const own = overlay.items.get(row.part.item.key);
          if (!own || own.gained === 0) return '';
          const [before, after] = [width(own.gained, scale), width(own.counted, scale)];
          const from = formsEnd(row.forms, forms.width);
          const path =
            flat(from, item.x, row.middle, before) +
            flat(item.x + item.width, pills.x, row.middle, before) +
            flat(pills.x, bend.x, row.middle, after) +
            (after > 0 ? ribbon(bend.x, row.middle, category.x, y, after) : '');
          y += after;
          return path;
        });
        const start = into;
        into += counted;
        return (
          <path
            key={at.part.category.key}
            d={
              rows.join('') +
              flat(category.x + category.width, year.x, at.middle, gained) +
              flat(year.x, bracket, at.middle, passed) +
              flat(bracket, end, at.middle, counted) +
              (counted > 0 ? ribbon(end, at.middle, total.x, start, counted) : '')
            }
          />
        );
      })}
    </g>
  );
}
