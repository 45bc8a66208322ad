import type { ReactNode } from 'react';
import { useStore } from '../state/store.ts';
import { useSay } from '../words/index.ts';
import { person } from './person.ts';

/** The readings that mattered, and what another option of each would have given. */
export function UsedReadings({ onReadings }: { readonly onReadings: () => void }): ReactNode {
  const say = useSay();
  const { judged, others, plan, chosen } = useStore(person, (all) => all);
  const used = plan?.readings.filter(({ code }) => judged?.result.readings.includes(code)) ?? [];
  if (!judged || used.length === 0) return null;
  return (
    <section className="used">
      <h3>
        <button type="button" className="link plain" onClick={onReadings}>
          {say('usedReadings')}
        </button>
      </h3>
      {used.map(({ code, label, options, adopted }) => {
        const now = chosen[code] ?? adopted;
        const rest = others.filter((one) => one.reading === code && one.option !== now);
        return (
          <p key={code}>
            <span className="tag">
              {label} {options.find((one) => one.code === now)?.label}
            </span>
            {rest.map((one) => (
              <span key={one.option}>
                {say('insteadGives', {
                  option: options.find(({ code: own }) => own === one.option)?.label ?? one.option,
                  n: one.credits,
                  verdict: one.shortfall > 0 ? say('shortBy', { n: one.shortfall }) : say(`${one.status}Tag`),
                })}
              </span>
            ))}
          </p>
        );
      })}
    </section>
  );
}
