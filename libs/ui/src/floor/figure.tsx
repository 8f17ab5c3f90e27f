import type { ReactNode } from 'react';
import type { Tone } from '../state/tone';
import css from './figure.module.css';

/** A number as a picture. */
export interface FigureProps {
  /** the number, written for the reader */
  readonly value: string;
  readonly unit?: string | undefined;
  readonly label?: string;
  /** what it is measured against: 84 of 240 */
  readonly of?: string;
  /** what it is compared with, below it */
  readonly note?: ReactNode;
  /** colours the note where it is an exception */
  readonly tone?: Tone | undefined;
  /** step of type; `hall` is readable at 10 m */
  readonly size?: 2 | 3 | 4 | 'hall';
}

const sizes = { 2: css.s2, 3: css.s3, 4: css.s4, hall: css.hall };

/** A number with its unit small beside it, its name above, and what it is compared with below. */
export function Figure({ value, unit, label, of, note, tone, size = 4 }: FigureProps) {
  return (
    <div className={css.figure}>
      {label ? <span className={css.label}>{label}</span> : null}
      <span className={`${css.value} ${sizes[size]}`}>
        {value}
        {of ? <span className={css.of}>/{of}</span> : null}
        {unit ? <small>{unit}</small> : null}
      </span>
      {note ? (
        <span className={css.note} data-part="note" data-tone={tone}>
          {note}
        </span>
      ) : null}
    </div>
  );
}
