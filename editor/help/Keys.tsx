import type { ReactNode } from 'react';
import { useLang, useSay } from '../words/index.ts';
import { keyGroups } from './keys.ts';

/** 「快捷键」, to be read and to be printed. */
export function Keys(): ReactNode {
  const say = useSay();
  const lang = useLang();
  return (
    <div className="keys">
      {keyGroups.map(({ where, keys }) => (
        <table key={where.en} className="card">
          <caption>{where[lang]}</caption>
          <thead className="sr">
            <tr>
              <th scope="col">{say('keyName')}</th>
              <th scope="col">{say('keyDoes')}</th>
            </tr>
          </thead>
          <tbody>
            {keys.map(({ keys: names, does }) => (
              <tr key={does.en}>
                <th scope="row">
                  {names.map((name) => (
                    <kbd key={name}>{name}</kbd>
                  ))}
                </th>
                <td>{does[lang]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
      <p className="noprint">
        <button type="button" className="btn" onClick={() => print()}>
          {say('printIt')}
        </button>
      </p>
    </div>
  );
}
