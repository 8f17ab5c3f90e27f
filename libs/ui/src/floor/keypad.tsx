import { Button } from '../button/button';
import { useUiText } from '../i18n/texts';
import { Icon } from '../icon/icon';
import { useFormat } from '../runtime/use-format';
import { press, type Entry, type Key } from './keypad-entry';
import css from './keypad.module.css';

/** What a keypad keys in. */
export interface KeypadProps {
  readonly entry: Entry;
  readonly onEntry: (entry: Entry) => void;
  /** what is keyed in, for those who cannot see the display */
  readonly label: string;
  readonly unit?: string;
  /** most decimals; 0 for pieces */
  readonly decimals?: number;
  readonly max?: number;
  /** most digits, where a code such as a PIN is keyed in: leading zeros stay */
  readonly codeDigits?: number;
  /** what is still missing: shows the key "rest" */
  readonly rest?: string;
  /** shows dots instead of digits, and no keys that calculate */
  readonly secret?: boolean;
  /** may be below zero: shows the key that turns the sign */
  readonly signed?: boolean;
}

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** A keypad for gloves: digits, +1, +10, the rest. */
export function Keypad({
  entry,
  onEntry,
  label,
  unit,
  decimals = 0,
  max = 10_000_000,
  codeDigits,
  rest,
  secret,
  signed,
}: KeypadProps) {
  const say = useUiText();
  const format = useFormat();
  const send = (key: Key) => onEntry(press(entry, key, { decimals, max, codeDigits }));
  const shown = secret ? '•'.repeat(entry.text.length) : entry.text;
  const key = (content: React.ReactNode, pressed: Key, name?: string) => (
    <Button className={css.key as string} aria-label={name} onClick={() => send(pressed)}>
      {content}
    </Button>
  );
  return (
    <div
      className={`${css.pad} ${secret ? css.secret : ''}`}
      role="group"
      aria-label={`${say('keypad.label')}: ${label}`}
    >
      <output className={`${css.display} ${entry.fresh ? css.fresh : ''}`} aria-label={label}>
        {shown === '' ? (secret ? ' ' : '0') : shown}
        {unit ? <small>{unit}</small> : null}
      </output>
      {secret ? null : (
        <div className={css.steps}>
          {[1, 10].map((amount) => (
            <Button key={amount} className={css.step as string} onClick={() => send({ kind: 'add', amount })}>
              +{amount}
            </Button>
          ))}
          {signed ? (
            <Button className={css.step as string} onClick={() => send({ kind: 'sign' })}>
              {say('keypad.sign')}
            </Button>
          ) : null}
          {rest === undefined ? null : (
            <Button className={css.step as string} onClick={() => send({ kind: 'put', value: rest })}>
              {say('keypad.rest')} {format.qty(rest)}
            </Button>
          )}
        </div>
      )}
      <div className={css.keys}>
        {DIGITS.map((digit) => (
          <Button key={digit} className={css.key as string} onClick={() => send({ kind: 'digit', digit })}>
            {digit}
          </Button>
        ))}
        {decimals > 0
          ? key('.', { kind: 'point' }, say('keypad.decimal'))
          : key(<Icon name="cross" />, { kind: 'clear' }, say('keypad.clear'))}
        {key('0', { kind: 'digit', digit: '0' })}
        {key(<Icon name="erase" />, { kind: 'erase' }, say('keypad.erase'))}
      </div>
    </div>
  );
}
