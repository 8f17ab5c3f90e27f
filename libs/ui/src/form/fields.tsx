import { useState } from 'react';
import { fromFieldText, toFieldText } from '../format/zone';
import { useUiText } from '../i18n/texts';
import { useFormat } from '../runtime/use-format';
import { FieldShell, type FieldProps } from './field-shell';
import css from './field.module.css';

interface Valued<T> extends FieldProps {
  readonly value: T;
  readonly onValue: (value: T) => void;
}

/** How a text is typed. */
export interface TextFieldProps extends Valued<string> {
  readonly kind?: 'text' | 'password' | 'search';
  readonly placeholder?: string;
  readonly autoComplete?: string;
  readonly autoFocus?: boolean;
  /** several lines */
  readonly long?: boolean;
  readonly maxLength?: number;
}

/** A field for text. */
export function TextField(props: TextFieldProps) {
  const {
    value,
    onValue,
    kind = 'text',
    placeholder,
    autoComplete = 'off',
    autoFocus,
    long,
    maxLength,
  } = props;
  return (
    <FieldShell {...props}>
      {(wiring) =>
        long ? (
          <textarea
            {...wiring}
            value={value}
            placeholder={placeholder}
            maxLength={maxLength}
            onChange={(event) => onValue(event.target.value)}
          />
        ) : (
          <input
            {...wiring}
            type={kind}
            value={value}
            placeholder={placeholder}
            autoComplete={autoComplete}
            autoFocus={autoFocus}
            maxLength={maxLength}
            onChange={(event) => onValue(event.target.value)}
          />
        )
      }
    </FieldShell>
  );
}

/** How a number is typed. */
export interface NumberFieldProps extends Valued<string> {
  readonly unit?: string;
  /** most decimals, 0 unless told */
  readonly decimals?: number;
}

/** A field for a quantity: decimal text with a point, whatever the keyboard offers. */
export function NumberField(props: NumberFieldProps) {
  const { value, onValue, unit, decimals = 0 } = props;
  const take = (text: string) => {
    const decimal = text.replace(',', '.').replace(/[^\d.]/g, '');
    const fits = decimals === 0 ? /^\d*$/ : new RegExp(`^\\d*(?:\\.\\d{0,${decimals}})?$`);
    if (fits.test(decimal)) onValue(decimal);
  };
  return (
    <FieldShell {...props}>
      {(wiring) => (
        <span className={css.joined}>
          <input
            {...wiring}
            inputMode={decimals > 0 ? 'decimal' : 'numeric'}
            autoComplete="off"
            value={value}
            onChange={(event) => take(event.target.value)}
          />
          {unit ? <span className={css.unit}>{unit}</span> : null}
        </span>
      )}
    </FieldShell>
  );
}

/** One thing to choose. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What can be chosen. */
export interface ChoiceFieldProps extends Valued<string> {
  readonly choices: readonly Choice[];
  /** there is always a choice: nothing says that it is required */
  readonly plain?: boolean;
}

/** A field to choose one of a few things. For more than about twenty use the search field. */
export function ChoiceField(props: ChoiceFieldProps) {
  const { value, onValue, choices } = props;
  const say = useUiText();
  const known = choices.some((choice) => choice.value === value);
  return (
    <FieldShell {...props}>
      {(wiring) => (
        <select {...wiring} value={known ? value : ''} onChange={(event) => onValue(event.target.value)}>
          {known && (props.required || props.plain) ? null : <option value="">{say('choose')}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </FieldShell>
  );
}

/** A field for an instant: typed as the clock on the plant's wall shows it, given as ISO 8601; empty: none. */
export function InstantField(props: Valued<string>) {
  const { value, onValue } = props;
  const { place } = useFormat();
  const written = (iso: string) => (iso === '' ? '' : toFieldText(Date.parse(iso), place.timeZone));
  const [text, setText] = useState(written(value));
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    setText(written(value));
  }
  const take = (typed: string) => {
    setText(typed);
    const ms = fromFieldText(typed, place.timeZone);
    const iso = ms === undefined ? '' : new Date(ms).toISOString();
    setShown(iso);
    onValue(iso);
  };
  return (
    <FieldShell {...props} hint={props.hint ?? place.timeZone}>
      {(wiring) => (
        <input
          {...wiring}
          type="datetime-local"
          value={text}
          onChange={(event) => take(event.target.value)}
        />
      )}
    </FieldShell>
  );
}

/** A field for a day, `YYYY-MM-DD`. */
export function DayField(props: Valued<string>) {
  return (
    <FieldShell {...props}>
      {(wiring) => (
        <input
          {...wiring}
          type="date"
          value={props.value}
          onChange={(event) => props.onValue(event.target.value)}
        />
      )}
    </FieldShell>
  );
}

/** A field for a time of day, `HH:MM`. */
export function TimeField(props: Valued<string>) {
  return (
    <FieldShell {...props}>
      {(wiring) => (
        <input
          {...wiring}
          type="time"
          value={props.value}
          onChange={(event) => props.onValue(event.target.value)}
        />
      )}
    </FieldShell>
  );
}

/** A field that is on or off. */
export function CheckField({ label, value, onValue, disabled }: Valued<boolean>) {
  return (
    <label className={css.check}>
      <input
        type="checkbox"
        checked={value}
        disabled={disabled}
        onChange={(event) => onValue(event.target.checked)}
      />
      {label}
    </label>
  );
}
