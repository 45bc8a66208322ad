import type { ReactNode } from 'react';
import type { NestedCap } from '../../src/edit/index.ts';
import { useSay } from '../words/index.ts';

const WIDTH = 336;
const BAR = 18;

interface Bar {
  readonly cap: NestedCap;
  readonly amount: number;
}

const amountOf = ({ limit }: NestedCap): number => Number.parseFloat(limit.normalize('NFKC'));
const barsOf = (caps: readonly NestedCap[]): readonly Bar[] =>
  caps.map((cap) => ({ cap, amount: amountOf(cap) })).filter(({ amount }) => amount > 0);

/** Limits drawn to scale against what a year asks for: the limit of the category, and in it those of its items. */
export function NestedCaps({
  nest,
  need,
}: {
  readonly nest: readonly NestedCap[];
  readonly need: number | null;
}): ReactNode {
  const say = useSay();
  const own = barsOf(nest.filter(({ key }) => key.startsWith('category:')))[0];
  const inner = barsOf(own ? own.cap.within : nest).slice(0, 3);
  const most = Math.max(need ?? 0, own?.amount ?? 0, ...inner.map(({ amount }) => amount));
  if (most === 0 || (!own && inner.length === 0)) {
    return (
      <figure className="limit none" aria-label={say('noNesting')}>
        <span className="label">{say('nesting')}</span>
        <span className="open">{say('noNesting')}</span>
      </figure>
    );
  }
  const x = (amount: number): number => (amount / most) * (WIDTH - 2);
  const height = Math.max(30, inner.length * BAR + 10);
  const words = ({ cap }: Bar): string => `${cap.of} ${say('per')}${cap.per}${cap.when ? `（${cap.when}）` : ''}`;
  const spoken = [...(own ? [own] : []), ...inner].map((bar) => `${words(bar)} ${bar.cap.limit}`).join('；');
  return (
    <figure className="limit">
      <svg viewBox={`0 0 ${WIDTH} ${height + 46}`} width={WIDTH} height={height + 46} role="img" aria-label={spoken}>
        <title>{spoken}</title>
        <text x="0" y="12">
          {say('nesting')}
        </text>
        {need !== null && (
          <text x={WIDTH - 2} y="12" textAnchor="end">
            {say('yearNeed')} <tspan className="v">{need}</tspan>
          </text>
        )}
        <rect className="frame" x=".5" y="20.5" width={x(most)} height={height} rx="3" />
        {own && <rect className="own" x=".5" y="20.5" width={x(own.amount)} height={height} rx="3" />}
        {inner.map((bar, at) => {
          const top = 25.5 + at * ((height - 10) / inner.length);
          const tall = (height - 10) / inner.length - (inner.length > 1 ? 2 : 0);
          const wide = Math.max(14, x(bar.amount) - 10);
          const room = (own ? x(own.amount) : x(most)) - wide - 20;
          const beside = [words(bar), `${say('per')}${bar.cap.per}`].find((text) => textWidth(text) < room);
          return (
            <g key={bar.cap.key}>
              <rect className="inner" x="5.5" y={top} width={wide} height={tall} rx="2" />
              <text className="on" x={5.5 + wide / 2} y={top + tall / 2 + 4} textAnchor="middle">
                {bar.amount}
              </text>
              {beside && (
                <text className="beside" x={wide + 12} y={top + tall / 2 + 4}>
                  {beside}
                </text>
              )}
            </g>
          );
        })}
        <path
          d={`M.5 ${height + 24}v5M${x(most) + 0.5} ${height + 24}v5${own ? `M${x(own.amount) + 0.5} ${height + 24}v5` : ''}`}
          className="ends"
        />
        <text x="0" y={height + 42}>
          0
        </text>
        {own && own.amount < most * 0.9 && (
          <text className="v" x={Math.max(40, x(own.amount))} y={height + 42} textAnchor="middle">
            {say('categoryPer', { per: own.cap.per, amount: own.amount })}
          </text>
        )}
        <text x={WIDTH - 2} y={height + 42} textAnchor="end">
          {most}
        </text>
      </svg>
    </figure>
  );
}

/** Han take 12 pixels, others about 7. */
const textWidth = (text: string): number => [...text].reduce((sum, char) => sum + (char > '\u2fff' ? 12 : 7), 0);
