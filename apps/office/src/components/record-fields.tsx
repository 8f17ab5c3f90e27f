import { CheckField, ChoiceField, NumberField, SearchField, SearchManyField, TextField } from '@takt/ui';
import type { FieldSpec, RecordDraft } from '../lib/record';
import css from './record-fields.module.css';

interface RecordFieldsProps {
  readonly fields: readonly FieldSpec[];
  readonly draft: RecordDraft;
  readonly onChange: (key: string, value: RecordDraft[string]) => void;
}

const split = (text: string) =>
  text
    .split(/[,，\s]+/)
    .map((part) => part.trim())
    .filter(Boolean);

/** Ids with commas between them, as they are typed. */
function Tags({ field, value, onValue }: OneFieldProps & { value: readonly string[] }) {
  return (
    <TextField
      label={field.label}
      name={field.key}
      value={value.join(', ')}
      onValue={(text) =>
        onValue(text.endsWith(',') || text.endsWith(' ') ? [...split(text), ''] : split(text))
      }
      {...(field.hint !== undefined && { hint: field.hint })}
    />
  );
}

interface OneFieldProps {
  readonly field: FieldSpec;
  readonly onValue: (value: RecordDraft[string]) => void;
}

function OneField({ field, value, onValue }: OneFieldProps & { value: RecordDraft[string] | undefined }) {
  const { key, label, kind, choices = [], unit, hint, nullable, optional } = field;
  const shared = { label, name: key, ...(hint !== undefined && { hint }) };
  const text = typeof value === 'string' ? value : '';
  const many = Array.isArray(value) ? (value as readonly string[]) : [];
  if (kind === 'check') return <CheckField {...shared} value={value === true} onValue={onValue} />;
  if (kind === 'tags') return <Tags field={field} value={many} onValue={onValue} />;
  if (kind === 'many')
    return <SearchManyField {...shared} choices={choices} value={many} onValue={onValue} />;
  if (kind === 'search') return <SearchField {...shared} choices={choices} value={text} onValue={onValue} />;
  if (kind === 'choice')
    return (
      <ChoiceField
        {...shared}
        choices={choices}
        value={text}
        onValue={onValue}
        plain={!nullable && !optional}
      />
    );
  if (kind === 'number' || kind === 'decimal')
    return (
      <NumberField
        {...shared}
        value={text}
        onValue={onValue}
        decimals={kind === 'decimal' ? 6 : 0}
        {...(unit !== undefined && { unit })}
      />
    );
  return <TextField {...shared} value={text} onValue={onValue} long={kind === 'long'} />;
}

/** Long fields take a row; a box to tick stands beside the inputs of the others, not beside their labels. */
function classOf(kind: FieldSpec['kind']): string | undefined {
  if (kind === 'long' || kind === 'many') return css.wide;
  return kind === 'check' ? css.check : undefined;
}

/** The fields of a record, beside each other where there is room. */
export function RecordFields({ fields, draft, onChange }: RecordFieldsProps) {
  return (
    <div className={css.fields}>
      {fields.map((field) => (
        <div key={field.key} className={classOf(field.kind)}>
          <OneField field={field} value={draft[field.key]} onValue={(value) => onChange(field.key, value)} />
        </div>
      ))}
    </div>
  );
}
