import { type ReactNode, useId } from 'react';
import { Segmented } from '../parts/Segmented.tsx';
import { type Lang, type Prefs, prefs, type Size, systemTheme } from '../state/prefs.ts';
import { useStore } from '../state/store.ts';
import { useSay, type WordId } from '../words/index.ts';
import { ImeCheck } from './ImeCheck.tsx';

type Looks = 'light' | 'dark' | 'system';

/** 「设置」: kept by this browser, in force at once. */
export function Settings(): ReactNode {
  const say = useSay();
  const { lang, theme, follow, size } = useStore(prefs, (all) => all);
  const setLooks = (looks: Looks) =>
    prefs.set(looks === 'system' ? { follow: true, theme: systemTheme() } : { follow: false, theme: looks });
  return (
    <div className="card settings">
      <Row name={say('typeSize')}>
        <Segmented<Size>
          label={say('typeSize')}
          value={size}
          options={[
            { value: 'small', label: say('sizeSmall') },
            { value: 'normal', label: say('sizeNormal') },
            { value: 'large', label: say('sizeLarge') },
          ]}
          onChange={(to) => prefs.set({ size: to })}
        />
      </Row>
      <Row name={say('colours')}>
        <Segmented<Looks>
          label={say('colours')}
          value={follow ? 'system' : theme}
          options={[
            { value: 'light', label: say('colourLight') },
            { value: 'dark', label: say('colourDark') },
            { value: 'system', label: say('likeSystem') },
          ]}
          onChange={setLooks}
        />
      </Row>
      <Row name={say('screenLang')}>
        <Segmented<Lang>
          label={say('screenLang')}
          value={lang}
          options={[
            { value: 'zh', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
          onChange={(to) => prefs.set({ lang: to })}
        />
      </Row>
      <Switch of="wide" name="wideType" hint="wideTypeWhat" />
      <Switch of="still" name="stillness" hint="stillnessWhat" />
      <Switch of="masked" name="masking" hint="maskingWhat" />
      <Switch of="ime" name="imeMode" hint="imeModeWhat" />
      <ImeCheck />
    </div>
  );
}

function Row({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    <div className="setting">
      <b>{name}</b>
      {children}
    </div>
  );
}

type Flag = { [K in keyof Prefs]: Prefs[K] extends boolean ? K : never }[keyof Prefs];

function Switch({ of, name, hint }: { readonly of: Flag; readonly name: WordId; readonly hint: WordId }): ReactNode {
  const say = useSay();
  const id = useId();
  const on = useStore(prefs, (all) => all[of]);
  return (
    <div className="setting">
      <label htmlFor={id}>
        <b>{say(name)}</b>
      </label>
      <span className="switch">
        <input
          id={id}
          type="checkbox"
          aria-describedby={`${id}-hint`}
          checked={on}
          onChange={(event) => prefs.set({ [of]: event.target.checked })}
        />
        <span id={`${id}-hint`}>{say(hint)}</span>
      </span>
    </div>
  );
}
