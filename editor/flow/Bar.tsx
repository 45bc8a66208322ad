import { type ReactNode, useId } from 'react';
import { scaleFor } from '../explain/RequirementBar.tsx';
import { openRule } from '../explain/rule.ts';
import { credits } from '../explain/short.ts';
import { useSay } from '../words/index.ts';
import { clipped, type Layout } from './layout.ts';
import { mostWords } from './most.ts';
import { Node } from './Node.tsx';
import type { Overlay } from './overlay.ts';
import type { FlowPicture } from './picture.ts';

export function Total(props: {
  readonly layout: Layout;
  readonly picture: FlowPicture;
  readonly overlay: Overlay | null;
}): ReactNode {
  const say = useSay();
  const { layout, picture, overlay } = props;
  const { x, y, width: wide, height } = layout.total;
  const middle = y + height / 2;
  const most = mostWords(picture.most, say) || '…';
  return (
    <g>
      <rect className="total" x={x} y={y} width={wide} height={height} rx="3" />
      <text className="sum" x={x + wide / 2} y={middle + 2} textAnchor="middle">
        {overlay ? credits(overlay.total) : most}
      </text>
      <text className="unit" x={x + wide / 2} y={middle + 20} textAnchor="middle">
        {say('creditsWord')}
      </text>
    </g>
  );
}

const shades = [1, 0.62, 0.82, 0.5, 0.72, 0.42] as const;

/** What is asked for, with what the person has of it, from the bottom up. */
export function Bar(props: {
  readonly layout: Layout;
  readonly picture: FlowPicture;
  readonly overlay: Overlay | null;
  readonly required: number | null;
}): ReactNode {
  const say = useSay();
  const hatch = useId();
  const { layout, picture, overlay, required } = props;
  const { x, y, width: wide, height } = layout.bar;
  const asked = picture.needs.map((need) => need.credits);
  const most = scaleFor(Math.max(100, ...asked, required ?? 0, overlay?.total ?? 0));
  const at = (amount: number): number => y + height - (amount / most) * height;
  const short = overlay && required !== null ? Math.max(0, required - overlay.total) : 0;
  const parts = overlay ? partsOf(layout, overlay, say('carriedIn')) : [];
  let sum = 0;
  const drawn = parts.map((part, index) => {
    const from = sum;
    sum += part.credits;
    return { ...part, top: at(sum), bottom: at(from), shade: shades[index % shades.length] ?? 1 };
  });
  const lines = picture.needs.map((need) => ({
    ...need,
    own: required === null ? need.name === null : need.credits === required,
    y: at(need.credits),
  }));
  const room = 1286 + layout.shift - x - wide - 10;
  const texts = apart([
    ...lines.map((line) => ({
      key: line.source.words + String(line.source.line),
      y: line.y - 6,
      words: `${credits(line.credits)} ${line.own && required !== null ? say('needOwn') : (line.name ?? say('needEveryone'))}`,
      look: line.own ? 'b' : 's',
    })),
    ...drawn
      .filter(({ top, bottom }) => bottom - top > 1)
      .map((part) => ({
        key: part.label,
        y: (part.top + part.bottom) / 2 + 4,
        words: `${part.label} ${credits(part.credits)}`,
        look: 't',
      })),
    ...(short > 0
      ? [{ key: 'short', y: at(sum) - 2, words: say('shortBy', { n: credits(short) }), look: 'badt' }]
      : []),
  ]);
  return (
    <g>
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path className="hatch" d="M0 0V6" />
        </pattern>
      </defs>
      <rect className="frame" x={x + 0.5} y={y + 0.5} width={wide - 1} height={height} rx="3" />
      {drawn.map(({ label, top, bottom, shade }) => (
        <rect
          key={label}
          className="own"
          x={x}
          y={top}
          width={wide}
          height={Math.max(1, bottom - top - 1)}
          fillOpacity={shade}
        />
      ))}
      {short > 0 && (
        <rect
          className="missing"
          x={x + 0.5}
          y={at(required ?? 0)}
          width={wide - 1}
          height={at(sum) - at(required ?? 0)}
          fill={`url(#${hatch})`}
        />
      )}
      {lines.map((line) => (
        <Node
          key={`${line.source.line} ${line.source.words}`}
          says={`${line.name ?? say('needEveryone')}：${line.source.words}`}
          line={line.source.line}
          onOpen={() => openRule(line.source)}
        >
          <rect className="catch" x={x - 8} y={line.y - 12} width={wide + 120} height="24" />
          <path className={line.own ? 'need own' : 'need'} d={`M${x - 8} ${line.y}h${wide + 16}`} />
        </Node>
      ))}
      {texts.map(({ key, y: top, words, look }) => (
        <text key={key} className={`${look} halo`} x={x + wide + 12} y={top}>
          {clipped(words, room)}
        </text>
      ))}
      <text className="s" x={x + wide / 2} y={y - 5} textAnchor="middle">
        {credits(most)}
      </text>
      <text className="s" x={x + wide / 2} y={y + height + 15} textAnchor="middle">
        0
      </text>
    </g>
  );
}

function partsOf({ categories }: Layout, overlay: Overlay, carriedWord: string) {
  const parts = categories.flatMap(({ part: { category } }) => {
    const counted = overlay.categories.get(category.key)?.counted ?? 0;
    return counted > 0 ? [{ label: category.label, credits: counted }] : [];
  });
  return overlay.carried > 0 ? [...parts, { label: carriedWord, credits: overlay.carried }] : parts;
}

/** Pushed from one another till none lies on another, from the bottom up. */
export function apart<T extends { readonly y: number }>(texts: readonly T[]): readonly T[] {
  let above = Number.POSITIVE_INFINITY;
  return texts
    .toSorted((a, b) => b.y - a.y)
    .map((text) => {
      const y = Math.min(text.y, above - 15);
      above = y;
      return { ...text, y };
    });
}
