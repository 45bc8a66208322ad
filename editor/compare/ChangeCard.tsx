import type { ReactNode } from 'react';
import type { ImpactFound } from '../../src/index.ts';
import { comparisonSay, EFFECT_SIGNS, oddText, provenText, type ToldChange } from '../../src/print/index.ts';
import { visit } from '../state/visit.ts';
import { useLang, useSay } from '../words/index.ts';
import { type Marked, marked } from './marked.ts';
import { TouchedPeople } from './TouchedPeople.tsx';
import { Witness } from './Witness.tsx';

export const tones = {
  stricter: 'bad',
  looser: 'good',
  mixed: 'mixed',
  unknown: 'warn',
  neutral: 'none',
} as const satisfies Record<ToldChange['effect'], string>;

/** One change: which way it goes, where, both wordings, and for whom. */
export function ChangeCard(props: {
  readonly change: ToldChange;
  /** What it does by itself to the people of the open roster. */
  readonly touched: ImpactFound | undefined;
  /** The side after is the text in the editor, so that its lines can be gone to. */
  readonly here: boolean;
}): ReactNode {
  const { change, touched, here } = props;
  const say = useSay();
  const lang = useLang();
  const paper = comparisonSay(lang);
  const { effect, path, clause, witness, counter, lines } = change;
  const [title, ...around] = path.split('／').toReversed();
  const [proven, odd] = [provenText(change, lang), oddText(change, lang)];
  const line = here ? lines.after : null;
  return (
    <article className={`card chg ${tones[effect]}`}>
      <header>
        <span className={`tag solid ${tones[effect]}`}>
          <span aria-hidden="true">{EFFECT_SIGNS[effect]}</span>
          {paper(effect)}
        </span>
        <h2>
          {around.length > 0 && <span className="around">{around.toReversed().join(' · ')} · </span>}
          {title}
        </h2>
        {odd !== null && (
          <span className="tag warn">
            <span aria-hidden="true">!</span>
            {paper('odd')}
          </span>
        )}
        {clause !== null && <span className="tag ref">{clause}</span>}
      </header>
      <Wordings change={change} />
      {witness && <Witness of={witness} name={say('exampleLike')} />}
      {counter && <Witness of={counter} name={say('exampleCounter')} />}
      {[odd, proven].map(
        (told) =>
          told !== null && (
            <p key={told} className="told">
              {told}
            </p>
          ),
      )}
      {(touched || line !== null) && (
        <footer>
          {touched && <TouchedPeople of={touched} />}
          {line !== null && (
            <button type="button" className="link push" onClick={() => void visit('text', line)}>
              {say('seeLine', { line })}
            </button>
          )}
        </footer>
      )}
    </article>
  );
}

function Wordings({ change: { before, after, effect } }: { readonly change: ToldChange }): ReactNode {
  const say = useSay();
  const paper = comparisonSay(useLang());
  const nothing = <span className="c-3">{paper('nothing')}</span>;
  if (before === after) {
    return (
      <div className="ba still">
        <div>
          <span className="label">{paper('still')}</span>
          {before ?? nothing}
        </div>
      </div>
    );
  }
  const [old, now] = before !== null && after !== null ? marked(before, after) : [null, null];
  return (
    <div className="ba">
      <div>
        <span className="label">{say('nowStands')}</span>
        {old ? <Words of={old} as="del" /> : (before ?? nothing)}
      </div>
      <span className="arr" aria-hidden="true">
        →
      </span>
      <div className="after">
        <span className="label">{say('wouldStand')}</span>
        {now ? <Words of={now} as="ins" tone={tones[effect]} /> : (after ?? nothing)}
      </div>
    </div>
  );
}

function Words({
  of,
  as: Tag,
  tone,
}: {
  readonly of: Marked;
  readonly as: 'del' | 'ins';
  readonly tone?: string;
}): ReactNode {
  return (
    <>
      {of.head}
      {of.own !== '' && <Tag className={tone && `c-${tone}`}>{of.own}</Tag>}
      {of.tail}
    </>
  );
}
