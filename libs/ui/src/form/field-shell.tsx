import type { Problem } from '@takt/contracts';
import { createContext, useContext, useId, type ReactNode } from 'react';
import { faultAt } from '../api/problem-error';
import { useUiText } from '../i18n/texts';
import { Icon } from '../icon/icon';
import css from './field.module.css';

/** What every field has. */
export interface FieldProps {
  readonly label: string;
  /** place in the body of the request, where core's faults about it are found: `lines.0.qty` */
  readonly name?: string;
  readonly hint?: string;
  /** what is wrong, found before anything was sent; it goes before core's fault */
  readonly fault?: string | undefined;
  readonly required?: boolean;
  readonly disabled?: boolean;
}

const FaultsContext = createContext<Problem['faults']>(undefined);

/** Gives the faults of a refused request to the fields inside, each to the one that it names. */
export function FormFaults({ problem, children }: { problem: Problem | undefined; children: ReactNode }) {
  return <FaultsContext value={problem?.faults}>{children}</FaultsContext>;
}

/** What an input needs to belong to its label, hint and fault. */
export interface FieldWiring {
  readonly id: string;
  readonly className: string;
  readonly required: boolean;
  readonly disabled: boolean;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}

/** Label above, hint and fault below; the input gets what ties it to them. */
export function FieldShell(props: FieldProps & { readonly children: (wiring: FieldWiring) => ReactNode }) {
  const { label, name, hint, required = false, disabled = false, children } = props;
  const say = useUiText();
  const id = useId();
  const faults = useContext(FaultsContext);
  const fault = props.fault ?? (name === undefined ? undefined : faultAt(faults, name));
  const described = [fault ? `${id}-fault` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ');
  return (
    <div className={css.field}>
      <label className={css.label} htmlFor={id}>
        {label}
        {required ? <span className={css.need}> · {say('required')}</span> : null}
      </label>
      {children({
        id,
        className: css.input as string,
        required,
        disabled,
        'aria-invalid': fault !== undefined,
        'aria-describedby': described === '' ? undefined : described,
      })}
      {fault ? (
        <p className={css.fault} id={`${id}-fault`}>
          <Icon name="warning" /> {fault}
        </p>
      ) : null}
      {hint ? (
        <p className={css.hint} id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}
