import type { ReactNode } from 'react';
import type { Amounts, Stretch, Stretches, Why } from '../../src/index.ts';
import { type Say, useLang, useSay } from '../words/index.ts';

/** The reason as a picture, where it is one of amounts. Each says in words what it shows. */
export function WhyDrawn({ why, code }: { readonly why: Why; readonly code: string }): ReactNode {
  if (why.stretches) return <Axis of={why.stretches} gap={code === 'CME734'} />;
  return why.amounts ? <Bars of={why.amounts} /> : null;
}

const WIDTH = 860;
const LEFT = 210;
const BAR_LEFT = 120;
const ROW = 38;

type Between = { readonly from: number; readonly to: number } | null;

/** What all of them take. */
const overlapOf = (all: readonly Stretch[], end: number): Between => {
  const from = Math.max(...all.map((one) => one.from?.at ?? 0));
  const to = Math.min(...all.map((one) => one.to?.at ?? end));
  return from < to ? { from, to } : null;
};

/** What none of them takes about a number. */
const gapAt = (all: readonly Stretch[], at: number, end: number): Between => {
  const below = all.map((one) => one.to?.at ?? end).filter((one) => one <= at);
  const above = all.map((one) => one.from?.at ?? 0).filter((one) => one >= at);
  return { from: below.length > 0 ? Math.max(...below) : at, to: above.length > 0 ? Math.min(...above) : end };
};

const rangeWords = ({ from, to }: Pick<Stretch, 'from' | 'to'>, unit: string, say: Say): string => {
  const args = { from: from?.at ?? 0, to: to?.at ?? 0, unit };
  if (from && to) return say(to.closed ? 'fromTo' : 'fromBelow', args).trim();
  if (from) return say('fromOn', args);
  return to ? say(to.closed ? 'upTo' : 'below', args).trim() : say('anyAmount');
};

/** 「每 3 小时 1 学分」of 「授予 每 3 小时 1 学分 当 主讲人」. */
const short = (words: string): string => {
  const said = words
    .replace(/^授予表?\s*/, '')
    .split(' 当 ')[0]
    ?.trim();
  return said && said.length > 14 ? `${said.slice(0, 13)}…` : (said ?? '');
};

const stepFor = (end: number): number => {
  const rough = end / 8;
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? 10 * power;
};

/** Where there is room for words beside what is hatched. */
const free = (from: number, to: number, hatched: Between): readonly [number, number] => {
  if (!hatched) return [from, to];
  return hatched.from - from > to - hatched.to ? [from, hatched.from] : [hatched.to, to];
};

function Axis({ of, gap }: { readonly of: Stretches; readonly gap: boolean }): ReactNode {
  const say = useSay();
  const lang = useLang();
  const unit = of.unit?.[lang] ?? '';
  const ends = of.of.flatMap(({ from, to }) => [from?.at ?? 0, to?.at ?? 0]);
  const step = stepFor(Math.max(...ends, of.at ?? 0, 1) * 1.6);
  const end = step * 8;
  const x = (value: number): number => LEFT + ((WIDTH - LEFT - 30) * Math.min(value, end)) / end;
  const marked = gap && of.at !== null ? gapAt(of.of, of.at, end) : overlapOf(of.of, end);
  const bottom = of.of.length * ROW + 14;
  const ticks = Array.from({ length: 9 }, (_, at) => Number((at * step).toPrecision(6)));
  const near = (value: number): boolean =>
    [marked?.from, marked?.to].some((one) => one !== undefined && Math.abs(x(one) - x(value)) < 26);
  const sides = of.of.map((one) => say('axisLine', { line: one.line, range: rangeWords(one, unit, say) }));
  const both = marked && {
    from: { at: marked.from, closed: true },
    to: marked.to < end ? { at: marked.to, closed: false } : null,
  };
  const last =
    gap && of.at !== null
      ? say('axisGap', { at: of.at, unit })
      : both
        ? say('axisOverlap', { range: rangeWords(both, unit, say) })
        : '';
  const words = say('axisSays', {
    field: of.field,
    parts: [...sides, last].filter(Boolean).join(lang === 'zh' ? '；' : '; '),
  });
  return (
    <>
      <svg className="axis" viewBox={`0 0 ${WIDTH} ${bottom + 30}`} role="img" aria-label={words}>
        <defs>
          <pattern id="hatch-bad" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path d="M0 0V5" className="stripe" />
          </pattern>
        </defs>
        {marked && (
          <rect className="marked" x={x(marked.from)} y="2" width={x(marked.to) - x(marked.from)} height={bottom - 2} />
        )}
        {of.of.map((one, at) => {
          const [from, to] = [x(one.from?.at ?? 0), x(one.to?.at ?? end)];
          const top = 8 + at * ROW;
          const label = rangeWords(one, unit, say);
          const [left, right] = free(from, to, !gap && marked ? { from: x(marked.from), to: x(marked.to) } : null);
          const wide = right - left > label.length * 12;
          return (
            <g key={one.line}>
              <text className="t" x="0" y={top + 15}>
                {say('line', { line: one.line })}　{short(one.words)}
              </text>
              <rect
                className={at === 0 ? 'bar solid' : 'bar'}
                x={from}
                y={top}
                width={Math.max(2, to - from)}
                height="22"
              />
              {!gap &&
                marked &&
                ['marked', 'hatched'].map((look) => (
                  <rect
                    key={look}
                    className={look}
                    x={x(marked.from)}
                    y={top}
                    width={x(marked.to) - x(marked.from)}
                    height="22"
                  />
                ))}
              {wide && (
                <text className={at === 0 ? 'on' : 't'} x={(left + right) / 2} y={top + 15} textAnchor="middle">
                  {label}
                </text>
              )}
            </g>
          );
        })}
        <path className="line" d={`M${LEFT} ${bottom}H${WIDTH - 20}`} />
        {ticks.map((value) => (
          <g key={value}>
            <path className="line" d={`M${x(value)} ${bottom}v5`} />
            {!near(value) && (
              <text x={x(value)} y={bottom + 20} textAnchor="middle">
                {value}
                {value === ticks.at(-1) ? ` ${unit}` : ''}
              </text>
            )}
          </g>
        ))}
        {marked && (
          <>
            <text className="bt" x={x(marked.from)} y={bottom + 20} textAnchor="middle">
              {marked.from}
            </text>
            {marked.to < end && (
              <text className="bt" x={x(marked.to)} y={bottom + 20} textAnchor="middle">
                {marked.to}
              </text>
            )}
            {(x(marked.to) - x(marked.from) > 64 || marked.to >= end) && (
              <text className="bt" x={x((marked.from + marked.to) / 2)} y={bottom + 20} textAnchor="middle">
                {say(gap ? 'gap' : 'overlap')}
              </text>
            )}
          </>
        )}
      </svg>
      <p className="c-1">{words}</p>
    </>
  );
}

/** Two amounts, and hatched what one lacks of the other. */
function Bars({ of }: { readonly of: Amounts }): ReactNode {
  const say = useSay();
  const lang = useLang();
  const most = Math.max(...of.of.map(({ amount }) => amount), 0.01);
  const scale = (WIDTH - BAR_LEFT - 90) / most;
  const spoken = of.of
    .map(({ words, amount }) => `${words[lang]} ${amount} ${say('creditsUnit')}`)
    .join(lang === 'zh' ? '，' : ', ');
  return (
    <svg className="axis" viewBox={`0 0 ${WIDTH} ${of.of.length * 32 + 8}`} role="img" aria-label={spoken}>
      <defs>
        <pattern id="hatch-lost" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0V5" className="stripe" />
        </pattern>
      </defs>
      {of.of.map(({ words, amount }, at) => {
        const top = 4 + at * 32;
        const end = BAR_LEFT + amount * scale;
        return (
          <g key={words.zh}>
            <text className="t" x="0" y={top + 16}>
              {words[lang]}
            </text>
            <rect
              className={at === 0 ? 'bar solid' : 'bar'}
              x={BAR_LEFT}
              y={top}
              width={Math.max(2, amount * scale)}
              height="22"
            />
            {amount < most && (
              <rect
                className="lost"
                fill="url(#hatch-lost)"
                x={end}
                y={top}
                width={(most - amount) * scale}
                height="22"
              />
            )}
            <text className="t v" x={BAR_LEFT + most * scale + 10} y={top + 16}>
              {amount} {say('creditsUnit')}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
