import type { ReactNode } from 'react';
import type { AcrossWhy, Apart } from '../../src/index.ts';
import { unquoted } from '../explain/mask.ts';
import { prefs } from '../state/prefs.ts';
import { useStore } from '../state/store.ts';
import { useLang, useSay } from '../words/index.ts';
import type { ToldAcross } from '../worker/acrossProtocol.ts';
import { nameOf, signed } from './name.ts';

/** One rule set against the open one: how much more or less, and by which lines, activity by activity; the sum is seen. */
export function ApartCard({ apart, told }: { readonly apart: Apart; readonly told: ToldAcross }): ReactNode {
  const say = useSay();
  const lang = useLang();
  const { sides } = told.across;
  const [first, other] = [sides[0], sides[apart.side]].map((one) => (one ? nameOf(one.ruleset) : ''));
  const { credits, required, verdict, records, rest } = apart;
  const said = [
    credits === 0 ? say('acrossEqual') : say(credits > 0 ? 'acrossMore' : 'acrossLess', { n: Math.abs(credits) }),
    ...(required === 0 ? [] : [say(required > 0 ? 'acrossNeedMore' : 'acrossNeedLess', { n: Math.abs(required) })]),
  ];
  return (
    <section className="card apart">
      <div className="row head">
        <h2>{say('acrossApart', { first: first ?? '', other: other ?? '' })}</h2>
        <b>{said.join(lang === 'zh' ? '，' : ', ')}</b>
        {verdict && <span className="tag warn">{say('acrossTurns')}</span>}
      </div>
      {records.length === 0 && rest === 0 ? (
        <p>{say('acrossSame')}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{say('acrossActivity')}</th>
              <th scope="col">{first}</th>
              <th scope="col">{other}</th>
              <th scope="col" className="num">
                {say('acrossDiffers')}
              </th>
            </tr>
          </thead>
          <tbody>
            {records.map(({ index, record, credits: both, why }) => (
              <tr key={index}>
                <th scope="row">
                  {record} <span className="c-3">{told.activities[index]}</span>
                </th>
                {why.map((one, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: there are two, and they stay where they are.
                  <td key={at}>
                    <b className="figure">{both[at]}</b>
                    <Doings why={one} />
                  </td>
                ))}
                <td className="num">{signed(Math.round((both[1] - both[0]) * 100) / 100)}</td>
              </tr>
            ))}
            {rest !== 0 && (
              <tr>
                <th scope="row">{say('acrossRest')}</th>
                <td />
                <td />
                <td className="num">{signed(rest)}</td>
              </tr>
            )}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={3} className="num">
                {say('acrossSum')}
              </th>
              <td className="num">
                <b>{signed(credits)}</b>
              </td>
            </tr>
          </tfoot>
        </table>
      )}
    </section>
  );
}

function Doings({ why: { doings, refused } }: { readonly why: AcrossWhy }): ReactNode {
  const say = useSay();
  const masked = useStore(prefs, (all) => all.masked);
  return (
    <ul>
      {doings.map(({ clause, rule, credits }) => (
        <li key={`${clause} ${rule} ${credits}`}>
          <span className={credits < 0 ? 'c-bad' : ''}>{signed(credits)}</span> {rule}{' '}
          {clause !== null && <span className="tag ref">{clause}</span>}
        </li>
      ))}
      {refused !== null && <li className="c-3">{masked ? unquoted(refused) : refused}</li>}
      {doings.length === 0 && refused === null && <li className="c-3">{say('acrossNothing')}</li>}
    </ul>
  );
}
