import type { ReactNode } from 'react';
import { useSay } from '../words/index.ts';

export interface Side {
  readonly head: string;
  readonly text: string | null;
}

/** One rule as several sides have it, beside one another. Rule text is shown as text. */
export function Sides({
  title,
  sides,
  foot,
}: {
  readonly title: string;
  readonly sides: readonly Side[];
  readonly foot?: ReactNode;
}): ReactNode {
  const say = useSay();
  return (
    <section className="sides" aria-label={title}>
      <h3>{title}</h3>
      <div className="sides-row" style={{ gridTemplateColumns: `repeat(${sides.length}, minmax(0, 1fr))` }}>
        {sides.map(({ head, text }) => (
          <div key={head}>
            <h4>{head}</h4>
            {text === null ? <p className="c-3">{say('notThere')}</p> : <Lines text={text} others={sides} />}
          </div>
        ))}
      </div>
      {foot}
    </section>
  );
}

/** Lines that some other side lacks are marked by weight and ground. */
function Lines({ text, others }: { readonly text: string; readonly others: readonly Side[] }): ReactNode {
  const sets = others.map((side) => new Set((side.text ?? '').split(/\r\n|\r|\n/)));
  const lines = text.replace(/^\s*\n|\s+$/g, '').split(/\r\n|\r|\n/);
  return (
    <pre>
      {lines.map((line, at) => {
        const isOwn = line.trim() !== '' && sets.some((set) => !set.has(line));
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name, and are never moved.
          <span key={at} className={isOwn ? 'own' : undefined}>
            {`${line}\n`}
          </span>
        );
      })}
    </pre>
  );
}
