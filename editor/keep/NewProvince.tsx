import { Modal } from 'antd';
import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';
import { useReturn } from '../parts/useReturn.ts';
import { files, open, tell, wordsOf } from '../state/open.ts';
import { useSay, type WordId } from '../words/index.ts';

const fields: readonly {
  readonly id: string;
  readonly word: WordId;
  readonly type?: string;
  readonly optional?: true;
}[] = [
  { id: 'label', word: 'provinceName' },
  { id: 'code', word: 'provinceCode' },
  { id: 'version', word: 'provinceVersion' },
  { id: 'effective', word: 'provinceEffective', type: 'date' },
  { id: 'title', word: 'provinceTitle', optional: true },
];

const year = new Date().getFullYear() + 1;
const first: Readonly<Record<string, string>> = {
  label: '',
  code: '',
  version: String(year),
  effective: `${year}-01-01`,
  title: '',
};

/** A new file under the nation's: sound from the first moment, with a place for each category. */
export function NewProvince({ onClose }: { readonly onClose: () => void }): ReactNode {
  const say = useSay();
  const form = useId();
  useReturn();
  const [given, setGiven] = useState(first);
  const own = useRef(false);
  const put = (id: string, value: string) => {
    setGiven((all) => ({ ...all, [id]: value }));
    if (id === 'code') own.current = value !== '';
    // A code that one has not written oneself is the name as it sounds.
    if (id !== 'label' || own.current) return;
    void codeOf(value).then((code) => {
      if (!own.current) setGiven((all) => (all.label === value ? { ...all, code } : all));
    });
  };
  const make = async (event: FormEvent) => {
    event.preventDefault();
    const { label = '', code = '', version = '', effective = '', title = '' } = given;
    try {
      const { compile, startUnder } = await import('../../src/index.ts');
      const library = await files.library();
      const national = library.find(({ file }) => /(^|\/)national\.cme$/.test(file)) ?? library[0];
      if (!national) return;
      const start = { label: label.trim(), code, version, effective, ...(title.trim() !== '' && { title }) };
      const text = startUnder(compile(national, { library }), start);
      await open(await files.make(`${code}.cme`, text));
      onClose();
    } catch (error) {
      tell('bad', wordsOf(error));
    }
  };
  return (
    <Modal
      open
      onCancel={onClose}
      title={say('newProvince')}
      footer={[
        <button key="cancel" type="button" className="btn" onClick={onClose}>
          {say('cancel')}
        </button>,
        <button key="make" type="submit" form={form} className="btn primary">
          {say('create')}
        </button>,
      ]}
    >
      <form id={form} className="province" onSubmit={(event) => void make(event)}>
        {fields.map(({ id, word, type, optional }) => (
          <label key={id}>
            {say(word)}
            <input
              name={id}
              // biome-ignore lint/a11y/noAutofocus: one has just asked for this very form
              autoFocus={id === 'label'}
              type={type ?? 'text'}
              value={given[id] ?? ''}
              required={!optional}
              maxLength={100}
              {...(id === 'code' && { pattern: '[a-z][a-z0-9_]*', title: say('codeRule') })}
              {...(id === 'version' && { pattern: '[\\w.]+' })}
              onChange={(event) => put(id, event.target.value)}
            />
          </label>
        ))}
      </form>
    </Modal>
  );
}

/** 海南省 → hainan. The table of readings is large, and comes when it is first wanted. */
async function codeOf(label: string): Promise<string> {
  try {
    const { pinyin } = await import('pinyin-pro');
    const sounds = pinyin(label.trim().replace(/(?<=.)[省市]$/, ''), { toneType: 'none', type: 'array' });
    return sounds
      .join('')
      .toLowerCase()
      .replace(/[^a-z0-9_]/g, '')
      .replace(/^[^a-z]+/, '');
  } catch {
    return '';
  }
}
