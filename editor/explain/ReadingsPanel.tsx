import type { ReactNode } from 'react';
import { useStore } from '../state/store.ts';
import { useSay } from '../words/index.ts';
import { tryOption } from './gestures.ts';
import { person } from './person.ts';

/** The readings that mattered, and what each of their options would give. Trying one changes no file. */
export function ReadingsPanel(): ReactNode {
  const say = useSay();
  const { judged, others, chosen, plan } = useStore(person, (all) => all);
  if (!judged || !plan) return null;
  const used = plan.readings.filter(
    ({ code, options }) => options.length > 1 && (judged.result.readings.includes(code) || code in chosen),
  );
  if (used.length === 0) return <p className="sect c-3">{say('noReadings')}</p>;
  return (
    <div className="readings">
      <p className="sect c-3">{say('tryReading')}</p>
      {used.map(({ code, label, question, options, adopted }) => {
        const now = chosen[code] ?? adopted;
        return (
          <fieldset key={code}>
            <legend>{label}</legend>
            {question && <p className="c-3">{question}</p>}
            {options.map((option) => {
              const other = others.find((one) => one.reading === code && one.option === option.code);
              return (
                <label key={option.code} className={option.code === now ? 'on' : ''}>
                  <input
                    type="radio"
                    name={`reading-${code}`}
                    checked={option.code === now}
                    onChange={() => tryOption(code, option.code)}
                  />
                  <span>
                    {option.label}
                    {option.code === adopted && <small className="c-3"> {say('adoptedHere')}</small>}
                  </span>
                  {other && (
                    <span className="gives">
                      <b>{other.credits}</b>{' '}
                      <span className={other.status === 'unmet' ? 'c-bad' : 'c-good'}>
                        {other.status === 'unmet' && other.shortfall > 0
                          ? say('shortBy', { n: other.shortfall })
                          : say(`${other.status}Tag`)}
                      </span>
                    </span>
                  )}
                  {option.text && <small className="c-3">{option.text}</small>}
                </label>
              );
            })}
          </fieldset>
        );
      })}
    </div>
  );
}
