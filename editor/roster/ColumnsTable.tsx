import type { ReactNode } from 'react';
import { ChoiceBox } from '../explain/ChoiceBox.tsx';
import { prefs } from '../state/prefs.ts';
import { useStore } from '../state/store.ts';
import { type Say, useSay } from '../words/index.ts';
import type { Flat } from '../worker/rosterProtocol.ts';
import type { Matched } from './match.ts';
import type { Role, RoleChoice } from './roles.ts';
import { Scroll } from './Scroll.tsx';
import { roster, setRole } from './state.ts';

/** The first rows, each column under what it is taken for. */
export function ColumnsTable({
  flat,
  choices,
}: {
  readonly flat: Flat;
  readonly choices: readonly RoleChoice[];
}): ReactNode {
  const say = useSay();
  const roles = useStore(roster, (all) => all.roles);
  const masked = useStore(prefs, (all) => all.masked);
  // What is not known to be no name is hidden with the names.
  const hidden = roles.map((role) => masked && ['owner', 'id', 'none', 'person:name'].includes(role));
  const options = [
    { value: 'none', label: say('roleNone') },
    { value: 'group', label: say('roleGroup') },
    ...choices.map((one) => ({ value: one.role, label: nameOf(one, say), code: one.code })),
  ];
  const body = flat.first.slice(flat.head + 1);
  return (
    <Scroll className="rostercols" label={say('matchTitle')}>
      <table>
        <thead>
          <tr>
            {flat.columns.map((column, at) => {
              const role = roles[at] ?? 'none';
              const choice = choices.find((one) => one.role === role);
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its number
                <th key={at} scope="col" className={role === 'none' ? 'off' : ''}>
                  <span className="head">{column.header || say('colNumber', { n: at + 1 })}</span>
                  <ChoiceBox
                    label={say('roleOf', { n: at + 1, header: column.header })}
                    options={options}
                    value={role}
                    onChange={(value) => setRole(at, value as Role)}
                  />
                  <span className={column.fault && role === 'none' ? 'why c-warn' : 'why'}>
                    {reasonOf(column, role, say)}
                    {choice?.text && <span className="tag">{say('byText')}</span>}
                  </span>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {body.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its number
            <tr key={row}>
              {flat.columns.map((_, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its number
                <td key={at} className={roles[at] === 'none' ? 'off' : ''}>
                  {hidden[at] && cells[at] ? '***' : (cells[at] ?? '')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function nameOf({ role, label }: RoleChoice, say: Say): string {
  if (role === 'owner') return say('roleOwner', { label });
  return say(role.startsWith('person:') ? 'rolePerson' : 'roleRecord', { label });
}

const reasons = {
  label: 'byLabel',
  code: 'byCode',
  remembered: 'byRemembered',
  synonym: 'bySynonym',
  group: 'byGroup',
} as const;

/** Why it is matched as it is; or why it is not. */
function reasonOf({ role: guessed, by, fault }: Matched, role: Role, say: Say): string {
  if (role !== guessed) return say('byHand');
  if (fault?.kind === 'empty') return say('headEmpty');
  if (fault?.kind === 'again') return say('headAgain', { first: fault.first });
  return say(by === null ? 'byNone' : reasons[by]);
}
