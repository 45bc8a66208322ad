import type { ReactNode } from 'react';
import { useSay } from '../words/index.ts';
import type { ToldAcross } from '../worker/acrossProtocol.ts';
import { nameOf } from './name.ts';

/** The verdict, the credits and what is required, one column a rule set. */
export function Verdicts({ told }: { readonly told: ToldAcross }): ReactNode {
  const say = useSay();
  const { sides } = told.across;
  const figures = [
    ['acrossCredits', 'credits'],
    ['acrossRequired', 'required'],
    ['acrossShort', 'shortfall'],
  ] as const;
  return (
    <div className="card verdicts">
      <table>
        <thead>
          <tr>
            <th scope="col">{say('acrossWhat')}</th>
            {sides.map(({ ruleset }, at) => (
              <th key={told.files[at]} scope="col" className="num">
                {nameOf(ruleset)}
                {at === 0 && <span className="c-3">{say('acrossOwn')}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{say('acrossVerdict')}</th>
            {sides.map(({ result: { status } }, at) => (
              <td key={told.files[at]} className="num">
                <span className={`tag ${status === 'unmet' ? 'bad' : 'good'}`}>
                  {status === 'unmet' ? '✕' : status === 'met' ? '✓' : '○'} {say(`${status}Tag`)}
                </span>
              </td>
            ))}
          </tr>
          {figures.map(([word, key]) => (
            <tr key={word}>
              <th scope="row">{say(word)}</th>
              {sides.map(({ result }, at) => (
                <td key={told.files[at]} className="num">
                  {result[key]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
