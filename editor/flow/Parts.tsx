import type { ReactNode } from 'react';
import { openCategory, openItem } from '../explain/rule.ts';
import { credits } from '../explain/short.ts';
import { useSay } from '../words/index.ts';
import { type CategoryAt, columns, type ItemAt } from './layout.ts';
import { mostWords } from './most.ts';
import { Node, PillView } from './Node.tsx';
import type { Overlay } from './overlay.ts';
import { width } from './Wires.tsx';

export function Item(props: {
  readonly at: ItemAt;
  readonly overlay: Overlay | null;
  readonly scale: number;
}): ReactNode {
  const say = useSay();
  const { at, overlay, scale } = props;
  const { part, x, y, width: wide, height, middle } = at;
  const own = overlay?.items.get(part.item.key);
  const on = (own?.gained ?? 0) > 0;
  const lost = own ? own.gained - own.counted : 0;
  const most = mostWords(part.most, say);
  const spoken = [`${part.forms} → ${part.item.label}`, part.award, mostWords(part.most, say, true)]
    .filter(Boolean)
    .join('，');
  return (
    <g>
      <text className={on ? 't' : 's'} x="0" y={middle + 4}>
        <title>{part.forms}</title>
        {at.forms}
      </text>
      <Node
        says={spoken}
        line={(part.item.lines[0] ?? part.item.deems[0])?.source.line ?? 0}
        onOpen={() => openItem(part.item)}
      >
        <rect className={on ? 'box on' : 'box'} x={x + 0.5} y={y + 0.5} width={wide - 1} height={height - 1} rx="3" />
        <text className={on ? 'b' : 't'} x={x + 10} y={middle + 4}>
          {at.label}
        </text>
        <text className="s" x={x + wide - 10} y={middle + 4} textAnchor="end">
          {at.award}
        </text>
      </Node>
      {at.pills.map((pill) => (
        <PillView key={pill.pill.key} at={pill} overlay={overlay} />
      ))}
      {on && own && (
        <text className="acc halo" x={x + wide + 8} y={middle - width(own.gained, scale) / 2 - 3} textAnchor="middle">
          {credits(own.gained)}
        </text>
      )}
      {lost > 0 && own ? (
        <text
          className="badt halo"
          x={columns.pills.x + columns.pills.width + 4}
          y={middle - width(own.counted, scale) / 2 - 4}
        >
          {say('cutHere', { n: credits(lost) })}
        </text>
      ) : (
        !on && (
          <text className="s halo" x={columns.pills.x + columns.pills.width + 6} y={middle - 3}>
            {most}
          </text>
        )
      )}
    </g>
  );
}

export function Category(props: {
  readonly at: CategoryAt;
  readonly overlay: Overlay | null;
  readonly scale: number;
}): ReactNode {
  const say = useSay();
  const { at, overlay, scale } = props;
  const { part, x, y, width: wide, height, middle, pills } = at;
  const own = overlay?.categories.get(part.category.key);
  const on = (own?.gained ?? 0) > 0;
  const lost = own ? own.gained - own.passed : 0;
  const tall = height >= 40;
  const most = mostWords(part.most, say);
  const spoken = [part.category.label, mostWords(part.most, say, true)].filter(Boolean).join('，');
  return (
    <g>
      <Node says={spoken} line={part.category.source.line} onOpen={() => openCategory(part.category)}>
        <rect className={on ? 'cat on' : 'cat'} x={x + 0.5} y={y + 0.5} width={wide - 1} height={height - 1} rx="3" />
        <text className={on ? 'b' : 't'} x={x + 10} y={tall && on ? middle - 4 : middle + 4}>
          {at.label}
        </text>
        {on && tall && own && (
          <text className="acc" x={x + 10} y={middle + 13}>
            {credits(own.gained)} {say('creditsWord')}
          </text>
        )}
      </Node>
      {pills.map((pill) => (
        <PillView key={pill.pill.key} at={pill} overlay={overlay} />
      ))}
      {pills.length === 0 && part.items.length > 0 && (
        <text
          className="s halo"
          x={columns.year.x + columns.year.width / 2}
          y={on ? middle - width(own?.passed ?? 0, scale) / 2 - 4 : middle + 4}
          textAnchor="middle"
        >
          {say('noYearCapShort')}
        </text>
      )}
      {on && own && pills.length > 0 && (
        <text
          className="acc halo"
          x={columns.year.x - 11}
          y={middle - width(own.gained, scale) / 2 - 3}
          textAnchor="middle"
        >
          {credits(own.gained)}
        </text>
      )}
      {on && own ? (
        <text
          className="acc halo"
          x={columns.year.x + columns.year.width + 4}
          y={middle - width(own.passed, scale) / 2 - 3}
        >
          {credits(own.passed)}
        </text>
      ) : (
        part.items.length > 0 && (
          <text className="s halo" x={columns.year.x + columns.year.width + 4} y={middle - 3}>
            {most}
          </text>
        )
      )}
      {lost > 0 && pills.length > 0 && (
        <text
          className="badt halo"
          x={columns.year.x + columns.year.width / 2}
          y={(pills.at(-1)?.y ?? middle) + 33}
          textAnchor="middle"
        >
          {say('cutHere', { n: credits(lost) })}
        </text>
      )}
    </g>
  );
}
