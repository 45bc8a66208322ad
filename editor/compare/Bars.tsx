import { type ReactNode, useId } from 'react';
import type { ToldContrast } from '../../src/print/index.ts';
import { useSay } from '../words/index.ts';

const WIDE = 98;
const FROM = 27;

/** Before and after against the requirement: solid where it is met, hatched where it is not. */
export function Bars({ before, after }: Pick<ToldContrast, 'before' | 'after'>): ReactNode {
  const say = useSay();
  const hatch = useId();
  const most = Math.max(before.credits, after.credits, before.required, after.required, 1) * 1.08;
  const x = (credits: number): number => (credits / most) * WIDE;
  const spoken = say('barsSay', {
    before: before.credits,
    needBefore: before.required,
    after: after.credits,
    needAfter: after.required,
  });
  return (
    <svg className="bars2" viewBox="0 0 204 44" width="204" height="44" role="img" aria-label={spoken}>
      <defs>
        <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="hatchground" width="5" height="5" />
          <path className="hatch" d="M0 0V5" />
        </pattern>
      </defs>
      {[before, after].map(({ credits, required, status }, at) => {
        const top = at * 21;
        const unmet = status === 'unmet';
        return (
          <g key={at === 0 ? 'before' : 'after'}>
            <text x="0" y={top + 16}>
              {say(at === 0 ? 'barBefore' : 'barAfter')}
            </text>
            <rect
              className={unmet ? 'bar short' : 'bar'}
              x={FROM + 0.5}
              y={top + 6.5}
              width={Math.max(1, x(credits) - 1)}
              height="9"
              fill={unmet ? `url(#${hatch})` : undefined}
            />
            <path className="need" d={`M${FROM + x(required)} ${top + 2}V${top + 20}`} />
            <text className="v" x="204" y={top + 16} textAnchor="end">
              {credits}
              <tspan className="of">/{required}</tspan>
            </text>
          </g>
        );
      })}
    </svg>
  );
}
