import { type ReactNode, useId } from 'react';
import { useSay } from '../words/index.ts';
import { credits } from './short.ts';

export interface Part {
  readonly label: string;
  /** In hundredths. */
  readonly credits: number;
}

const WIDE = 960;
const shades = [1, 0.62, 0.82, 0.5, 0.72, 0.42] as const;

/** What counts towards the requirement, by category, solid; what is missing, hatched; the requirement, a line. */
export function RequirementBar(props: {
  readonly parts: readonly Part[];
  /** In hundredths; 0: nothing is required. */
  readonly required: number;
  readonly needWord: string;
  readonly met: boolean;
}): ReactNode {
  const say = useSay();
  const hatch = useId();
  const { parts, required, needWord, met } = props;
  const total = parts.reduce((sum, one) => sum + one.credits, 0);
  const most = scaleFor(Math.max(total, required));
  const x = (amount: number): number => (amount / most) * WIDE;
  const short = met ? 0 : Math.max(0, required - total);
  const need = x(required);
  const atEnd = need > WIDE - 110;
  const needText = `${credits(required)} ${needWord}`;
  const needFrom = atEnd ? need - 6 - textWidth(needText) : need + 8;
  const drawn = placed(parts, x, required > 0 ? [needFrom, needFrom + textWidth(needText)] : [WIDE, WIDE]);
  const spoken = [
    say('barSays', { credits: credits(total), required: credits(required) }),
    ...parts.map((part) => `${part.label} ${credits(part.credits)}`),
    ...(short > 0 ? [say('shortBy', { n: credits(short) })] : []),
  ].join('，');
  return (
    <svg className="needbar" viewBox={`0 0 ${WIDE} 56`} role="img" aria-label={spoken}>
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path className="hatch" d="M0 0V6" />
        </pattern>
      </defs>
      <rect className="frame" x=".5" y="14.5" width={WIDE - 1} height="22" rx="3" />
      {drawn.map(({ part, from, width, inside, shade }) => (
        <g key={part.label}>
          <rect className="own" x={from} y="14" width={Math.max(1, width - 1)} height="23" fillOpacity={shade} />
          {inside && (
            <text className="on" x={from + width / 2} y="30" textAnchor="middle">
              {part.label} {credits(part.credits)}
            </text>
          )}
        </g>
      ))}
      {drawn
        .filter(({ under }) => under !== null)
        .map(({ part, under }) => (
          <text key={part.label} className="v" x={under ?? 0} y="52" textAnchor="middle">
            {part.label} {credits(part.credits)}
          </text>
        ))}
      {short > 0 && (
        <rect
          className="missing"
          x={x(total) + 0.5}
          y="14.5"
          width={Math.max(2, x(short) - 1)}
          height="22"
          fill={`url(#${hatch})`}
        />
      )}
      {required > 0 && (
        <>
          <path className="need" d={`M${need} 6V41`} />
          <text className="v" x={atEnd ? need - 6 : need + 8} y="52" textAnchor={atEnd ? 'end' : 'start'}>
            {needText}
          </text>
          {short > 0 && (
            <text className="short" x={need - 32} y="9" textAnchor="end">
              {say('shortBy', { n: credits(short) })}
            </text>
          )}
        </>
      )}
      <text x="0" y="52">
        0
      </text>
      {(required === 0 || need < WIDE - 160) && (
        <text x={WIDE} y="52" textAnchor="end">
          {credits(most)}
        </text>
      )}
    </svg>
  );
}

/** A round number over it. */
export function scaleFor(amount: number): number {
  const wanted = Math.max(100, amount * 1.12);
  const step = wanted > 6000 ? 2000 : wanted > 2000 ? 500 : 100;
  return Math.ceil(wanted / step) * step;
}

const textWidth = (text: string): number => [...text].reduce((sum, char) => sum + (char > '\u2fff' ? 12.5 : 7), 0);

/** Words stand in the bar where they fit, else under it where there is room, else in the table below alone. */
function placed(
  parts: readonly Part[],
  x: (amount: number) => number,
  [needFrom, needTo]: readonly [from: number, to: number],
) {
  let from = 0;
  let taken = 16;
  return parts.map((part, at) => {
    const width = x(part.credits);
    const words = textWidth(`${part.label} ${credits(part.credits)}`);
    const shade = shades[at % shades.length] ?? 1;
    // On a pale part neither ink stands out enough.
    const inside = shade > 0.8 && words + 12 < width;
    const middle = Math.max(words / 2, from + width / 2);
    const apart = middle + words / 2 < needFrom - 8 || middle - words / 2 > needTo + 8;
    const fits = !inside && apart && middle - words / 2 > taken + 8;
    if (fits) taken = middle + words / 2;
    const made = { part, from, width, inside, under: fits ? middle : null, shade };
    from += width;
    return made;
  });
}
