import { type ReactNode, useState } from 'react';
import {
  bySeverity,
  comparisonSay,
  countOf,
  EFFECT_SIGNS,
  SEVERITY,
  type ToldChange,
  type ToldComparison,
} from '../../src/print/index.ts';
import { useLang, useSay } from '../words/index.ts';
import { ChangeCard, tones } from './ChangeCard.tsx';
import type { Measured } from './people.ts';

type Effect = ToldChange['effect'];

/** Cards by severity; what changes no result is folded away. */
export function Changes(props: {
  readonly told: ToldComparison;
  readonly people: Measured | null;
  readonly here: boolean;
}): ReactNode {
  const { told, people, here } = props;
  const say = useSay();
  const lang = useLang();
  const paper = comparisonSay(lang);
  const [only, setOnly] = useState<Effect | null>(null);
  const [open, setOpen] = useState(false);
  const cards = bySeverity(told).filter(({ effect }) => effect !== 'neutral' && (only === null || effect === only));
  const neutral = told.changes.filter(({ effect }) => effect === 'neutral');
  const rewritten = neutral.length === 0 && told.rewritten && told.changes.length === 0 && told.equivalent;
  return (
    <>
      {told.changes.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out in a line with the words beside it
        <div className="effects" role="group" aria-label={say('filterEffects')}>
          <button type="button" className="chip" aria-pressed={only === null} onClick={() => setOnly(null)}>
            {say('allChanges', { n: told.changes.length })}
          </button>
          {SEVERITY.filter((effect) => countOf(told, effect) > 0).map((effect) => (
            <button
              key={effect}
              type="button"
              className="chip"
              aria-pressed={only === effect}
              onClick={() => {
                setOnly(effect);
                if (effect === 'neutral') setOpen(true);
              }}
            >
              <span className={`c-${tones[effect]}`} aria-hidden="true">
                {EFFECT_SIGNS[effect]}
              </span>{' '}
              {say('oneEffect', { effect: paper(effect), n: countOf(told, effect) })}
            </button>
          ))}
          <span className="label push">{say(people ? 'peopleNote' : 'witnessNote')}</span>
        </div>
      )}
      {cards.length > 0 && (
        <div className="cards2">
          {cards.map((change) => (
            <ChangeCard
              key={`${change.path} ${change.before} ${change.after}`}
              change={change}
              touched={people?.changes.get(told.changes.indexOf(change))}
              here={here}
            />
          ))}
        </div>
      )}
      {(neutral.length > 0 || rewritten) && (only === null || only === 'neutral') && (
        <section className="card neutral">
          <h2>
            <span aria-hidden="true">{EFFECT_SIGNS.neutral} </span>
            {neutral.length > 0 ? say('neutralCount', { n: neutral.length }) : paper('neutral')}
          </h2>
          <span className="c-3">{say(neutral.length > 0 ? 'neutralWhat' : 'neutralText')}</span>
          {neutral.length > 0 && (
            <button type="button" className="link push" aria-expanded={open} onClick={() => setOpen(!open)}>
              {say(open ? 'fold' : 'unfold')}
            </button>
          )}
          {open && neutral.length > 0 && <Neutral all={neutral} />}
        </section>
      )}
    </>
  );
}

function Neutral({ all }: { readonly all: readonly ToldChange[] }): ReactNode {
  const say = useSay();
  const paper = comparisonSay(useLang());
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{paper('place')}</th>
          <th scope="col">{say('nowStands')}</th>
          <th scope="col">{say('wouldStand')}</th>
        </tr>
      </thead>
      <tbody>
        {all.map(({ path, before, after }) => (
          <tr key={`${path} ${before} ${after}`}>
            <th scope="row">{path}</th>
            <td>{before ?? paper('nothing')}</td>
            <td>{after ?? paper('nothing')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
