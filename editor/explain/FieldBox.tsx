import { type ReactNode, useId, useState } from 'react';
import { keywords, type RawValue } from '../../src/index.ts';
import { useLang, useSay } from '../words/index.ts';
import { ChoiceBox } from './ChoiceBox.tsx';
import type { Field } from './fields.ts';

/** One fact, in a box that fits its type: a choice, yes or no, a number with its unit, a date, a text. */
export function FieldBox(props: {
  readonly field: Field;
  readonly value: RawValue;
  readonly fault: string | undefined;
  /** Who it is, is not to be seen. */
  readonly hidden: boolean;
  readonly onChange: (value: RawValue) => void;
}): ReactNode {
  const say = useSay();
  const lang = useLang();
  const id = useId();
  const { field, value, fault, hidden, onChange } = props;
  if (hidden)
    return (
      <div className="fact">
        <label htmlFor={id}>{field.label}</label>
        <span className="boxed">
          <input id={id} disabled placeholder={say('maskedTag')} />
        </span>
      </div>
    );
  const said = value === null || value === undefined ? '' : String(value);
  if (field.type === 'yesno') {
    const on = typeof value === 'boolean' ? value : said === '' ? field.default === true : false;
    return (
      <div className="fact yesno">
        <label>
          <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} />
          {field.label}
        </label>
        {fault && <Fault text={fault} />}
      </div>
    );
  }
  if (field.type === 'choice') {
    const usual = field.options.find(({ key }) => key === field.default)?.label;
    return (
      <div className="fact">
        <span aria-hidden="true">{field.label}</span>
        <ChoiceBox
          label={field.label}
          options={field.options.map(({ key, label }) => ({ value: key, label, code: key }))}
          value={said}
          placeholder={usual ?? say('choose')}
          empty={said !== ''}
          onChange={onChange}
        />
        {fault && <Fault text={fault} />}
      </div>
    );
  }
  const date = field.type === 'date' && /^(?:\d{4}-\d{2}-\d{2})?$/.test(said) && isDay(said);
  return (
    <div className="fact">
      <label htmlFor={id}>{field.label}</label>
      <span className="boxed">
        <Typed
          id={id}
          kind={date ? 'date' : field.type === 'text' || field.type === 'date' ? 'text' : 'number'}
          value={said}
          faulty={fault !== undefined}
          onChange={onChange}
        />
        {field.unit && <small>{keywords[field.unit][lang]}</small>}
      </span>
      {fault && <Fault text={fault} />}
    </div>
  );
}

/** A day that is none is shown as it was written. */
function isDay(said: string): boolean {
  const at = Date.parse(`${said}T00:00:00Z`);
  return said === '' || (!Number.isNaN(at) && new Date(at).toISOString().startsWith(said));
}

function Fault({ text }: { readonly text: string }): ReactNode {
  return <em className="c-bad">✕ {text}</em>;
}

/** What an input method has not finished is not taken yet. */
function Typed(props: {
  readonly id: string;
  readonly kind: 'date' | 'text' | 'number';
  readonly value: string;
  readonly faulty: boolean;
  readonly onChange: (value: string) => void;
}): ReactNode {
  const { id, kind, value, faulty, onChange } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const take = (text: string): void =>
    onChange(kind === 'text' ? text : text.normalize('NFKC').replaceAll(',', '').trim());
  return (
    <input
      id={id}
      type={kind === 'date' ? 'date' : 'text'}
      inputMode={kind === 'number' ? 'decimal' : undefined}
      autoComplete="off"
      aria-invalid={faulty || undefined}
      value={draft ?? value}
      onCompositionStart={() => setDraft(value)}
      onCompositionEnd={(event) => {
        setDraft(null);
        take(event.currentTarget.value);
      }}
      onChange={(event) => {
        if ((event.nativeEvent as InputEvent).isComposing) setDraft(event.target.value);
        else take(event.target.value);
      }}
    />
  );
}
