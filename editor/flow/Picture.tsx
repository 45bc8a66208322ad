import type { ReactNode } from 'react';
import { credits } from '../explain/short.ts';
import { useSay } from '../words/index.ts';
import { Bar, Total } from './Bar.tsx';
import type { Layout } from './layout.ts';
import { PillView } from './Node.tsx';
import type { Overlay } from './overlay.ts';
import { Category, Item } from './Parts.tsx';
import type { FlowPicture } from './picture.ts';
import { Bands, scaleOf, Wires } from './Wires.tsx';

/** The picture; each box, pill and line of the requirement leads to its rule. */
export function Picture(props: {
  readonly picture: FlowPicture;
  readonly layout: Layout;
  readonly overlay: Overlay | null;
  /** Of the person shown, in hundredths; null: nobody is shown, or nothing is required of them. */
  readonly required: number | null;
}): ReactNode {
  const say = useSay();
  const { picture, layout, overlay, required } = props;
  const { columns, shift } = layout;
  const scale = scaleOf(overlay);
  const headings = [
    [columns.forms.x, 'headForms'],
    [columns.item.x, 'headItem'],
    [columns.pills.x, 'headItemCap'],
    [columns.category.x, 'headCategory'],
    [columns.year.x, 'headYear'],
    ...(shift > 0 ? [[columns.year.x + columns.year.width + 38, 'headGroup'] as const] : []),
    [columns.total.x + shift - 10, 'headTotal'],
    [columns.bar.x + shift, 'headNeed'],
  ] as const;
  return (
    // biome-ignore lint/a11y/useSemanticElements: the picture is a group of links, which a fieldset is not
    <svg
      className="flowpicture"
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      style={{ minWidth: layout.width }}
      role="group"
      aria-label={say('flowSays')}
    >
      {headings.map(([x, word]) => (
        <text key={word} className="h" x={x} y="14">
          {say(word)}
        </text>
      ))}
      <g>
        <Wires layout={layout} overlay={overlay} />
        {overlay && <Bands layout={layout} overlay={overlay} scale={scale} />}
      </g>
      {layout.categories.map((at) => (
        <g key={at.part.category.key}>
          {at.items.map((item) => (
            <Item key={item.part.item.key} at={item} overlay={overlay} scale={scale} />
          ))}
          <Category at={at} overlay={overlay} scale={scale} />
        </g>
      ))}
      {layout.across.map(({ across, pill, from, to }) => (
        <g key={across.pill.key}>
          <path className="bracket" d={`M${pill.x - 10} ${from}h4V${to}h-4`} />
          <PillView at={pill} overlay={overlay} />
          {(overlay?.cut.get(across.pill.key) ?? 0) > 0 && (
            <text className="badt halo" x={pill.x + pill.width / 2} y={pill.y + 33} textAnchor="middle">
              {say('cutHere', { n: credits(overlay?.cut.get(across.pill.key) ?? 0) })}
            </text>
          )}
        </g>
      ))}
      <Total layout={layout} picture={picture} overlay={overlay} />
      <Bar layout={layout} picture={picture} overlay={overlay} required={required} />
    </svg>
  );
}
