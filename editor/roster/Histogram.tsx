import { type ReactNode, useId } from 'react';
import { Bar, BarChart, LabelList, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { useSay } from '../words/index.ts';
import { openPeople } from './open.ts';
import { count, creditsOf } from './show.ts';
import { rangeWords } from './spreadWords.ts';
import type { Spread } from './tally.ts';

/** How many have how much: hatched below the requirement, solid from it on. The table beside it says the same. */
export default function Histogram({ spread }: { readonly spread: Spread }): ReactNode {
  const say = useSay();
  const hatch = useId();
  const { required, width, bins, people } = spread;
  const below = bins.reduce((sum, bin) => sum + (bin.from < required ? bin.people : 0), 0);
  const need = creditsOf(required);
  // Each bar stands over the middle of its step, so that edges and the requirement have their own marks between.
  const data = bins.map((bin) => ({ ...bin, at: bin.from + width / 2, short: bin.from < required }));
  const ticks = bins.flatMap(({ from }, at) => (at % 2 === 0 && from !== required ? [from] : []));
  const last = bins.at(-1)?.from ?? 0;
  const tickWords = (tick: number): string =>
    tick === 0
      ? `0 ${say('creditsWord')}`
      : tick === last
        ? say('spreadOpen', { from: creditsOf(tick) })
        : creditsOf(tick);
  const open = ({ from, below: to }: (typeof data)[number]): void =>
    openPeople(`${say('spreadTitle')} · ${rangeWords({ from, below: to }, say)}`, {
      judged: true,
      required,
      from,
      below: to,
    });
  return (
    <figure
      className="hist"
      role="img"
      aria-label={say('spreadAlt', { n: need, people: count(people), below: count(below) })}
    >
      <div className="histsides" aria-hidden="true">
        <b className="c-bad">{say('spreadShort', { n: need, people: count(below) })} ◂</b>
        <b className="ahead">▸ {say('spreadReached', { n: need, people: count(people - below) })}</b>
      </div>
      <ResponsiveContainer width="100%" height="100%">
        <BarChart
          data={data}
          margin={{ top: 40, right: 16, bottom: 2, left: 28 }}
          barCategoryGap={4}
          accessibilityLayer={false}
        >
          <defs>
            <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect className="hatchground" width="5" height="5" />
              <path className="hatch" d="M0 0V5" />
            </pattern>
          </defs>
          <XAxis
            dataKey="at"
            type="number"
            domain={[0, last + width]}
            ticks={ticks}
            tickFormatter={tickWords}
            interval={0}
            tickLine={{ stroke: 'var(--line-strong)' }}
            axisLine={{ stroke: 'var(--line-strong)' }}
            height={24}
          />
          <YAxis hide domain={[0, 'dataMax']} />
          <Bar
            dataKey="people"
            isAnimationActive={false}
            shape={({ x, y, width: wide, height, index }) => {
              const bin = data[index];
              if (!bin) return null;
              return (
                // biome-ignore lint/a11y/noStaticElementInteractions: the table beside it has the same as buttons
                <rect
                  className={bin.short ? 'bar short' : 'bar'}
                  x={x}
                  y={y}
                  width={wide}
                  height={height}
                  fill={bin.short ? `url(#${hatch})` : 'var(--accent)'}
                  fillOpacity={bin.short ? 1 : 0.82}
                  onClick={() => open(bin)}
                />
              );
            }}
          >
            <LabelList dataKey="people" position="top" formatter={(n) => (Number(n) > 0 ? count(Number(n)) : '')} />
          </Bar>
          {required > 0 && (
            <ReferenceLine
              x={required}
              className="need"
              label={{ value: say('needMark', { n: need }), position: 'insideBottom', dy: 22 }}
            />
          )}
        </BarChart>
      </ResponsiveContainer>
    </figure>
  );
}
