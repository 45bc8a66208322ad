import { Fragment, type ReactNode, useState } from 'react';
import type { SaidFact, ShownPerson, Side } from '../../src/index.ts';
import { saveExample } from '../state/addExample.ts';
import { session } from '../state/session.ts';
import { said, useLang, useSay } from '../words/index.ts';
import type { BlockHead, Problem } from '../worker/protocol.ts';
import type { ProblemDetail } from '../worker/questions.ts';

/** 「见证记录」: who shows the finding, fact by fact, and what comes of it. */
export function WitnessCard(props: {
  readonly problem: Problem;
  readonly detail: ProblemDetail;
  readonly block: BlockHead | null;
}): ReactNode {
  const { detail, block } = props;
  const say = useSay();
  const { shown, sides } = detail.why;
  const clash = shown.length === 1 && sides.length > 1;
  const [busy, setBusy] = useState(false);
  const save = async (of: ShownPerson, side: Side) => {
    if (busy) return;
    setBusy(true);
    const facts = [...of.person, ...(of.records.at(-1) ?? [])].filter(({ value }) => !/^\d{4}-/.test(value));
    const about = { about: block?.title ?? '', facts: facts.map(({ shown: words }) => words.zh).join('、') };
    const name = await saveExample({
      name: said('witnessName', 'zh', about),
      year: String(of.year) === detail.usualYear ? null : String(of.year),
      person: of.person,
      records: of.records,
      credits: side.credits,
      status: side.status,
    });
    setBusy(false);
    if (name === null) return;
    const notice = (lang: 'zh' | 'en') => said('savedExample', lang, { name });
    session.set({ notice: { tone: 'good', zh: notice('zh'), en: notice('en') } });
  };
  return (
    <section className="card">
      <h2>{say('witnessHead')}</h2>
      <div className={shown.length > 1 ? 'witnesses' : ''}>
        {shown.map((one, at) => (
          <div key={at === 0 ? 'a' : 'b'}>
            <Person of={one} name={shown.length > 1 ? say(at === 0 ? 'witnessA' : 'witnessB') : null} />
            <table className="kv gets">
              <tbody>
                {(clash ? sides : sides.slice(at, at + 1)).map((side) => (
                  <tr key={side.line ?? 0}>
                    <th scope="row">{side.line === null ? say('itGets') : say('byLineN', { line: side.line })}</th>
                    <td>
                      <b>{side.credits}</b> {say('creditsUnit')}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            <p className="row leads">
              {(clash ? sides : sides.slice(at, at + 1)).map((side) => (
                <button
                  type="button"
                  className="link"
                  key={side.line ?? 0}
                  aria-disabled={busy}
                  onClick={() => void save(one, side)}
                >
                  {side.line === null ? say('saveExample') : say('saveExampleBy', { line: side.line })}
                </button>
              ))}
            </p>
          </div>
        ))}
      </div>
    </section>
  );
}

function Person({ of, name }: { readonly of: ShownPerson; readonly name: string | null }): ReactNode {
  const say = useSay();
  const { person, records } = of;
  return (
    <table className="kv">
      {name && <caption>{name}</caption>}
      <tbody>
        <Facts of={person} />
        {records.map((record, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a record is its place
          <Fragment key={at}>
            {records.length > 1 && (
              <tr>
                <th scope="rowgroup" colSpan={2} className="rec">
                  {say('recordN', { n: at + 1 })}
                </th>
              </tr>
            )}
            <Facts of={record} />
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function Facts({ of }: { readonly of: readonly SaidFact[] }): ReactNode {
  const lang = useLang();
  return of.map(({ field, shown }) => (
    <tr key={field}>
      <th scope="row">{field}</th>
      <td>{shown[lang]}</td>
    </tr>
  ));
}
