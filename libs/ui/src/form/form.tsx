import { useId, type FormEvent, type ReactNode } from 'react';
import { NoReplyError, ProblemError, otherFaults } from '../api/problem-error';
import { useUiText } from '../i18n/texts';
import { useFormat } from '../runtime/use-format';
import { FormFaults } from './field-shell';
import css from './field.module.css';

/** A form and what core said about it. */
export interface FormProps {
  readonly onSubmit: () => void;
  /** what the last attempt threw */
  readonly error?: unknown;
  /** places of the fields that show their own faults */
  readonly fields?: readonly string[];
  readonly children: ReactNode;
  readonly id?: string;
}

/** A form: fields show the faults that name them, the rest of a refusal stands above. */
export function Form({ onSubmit, error, fields = [], children, id }: FormProps) {
  const fallback = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  const problem = error instanceof ProblemError ? error.problem : undefined;
  return (
    <form id={id ?? fallback} className={css.form} onSubmit={submit} noValidate>
      {error ? <FormNote error={error} fields={fields} /> : null}
      <FormFaults problem={problem}>{children}</FormFaults>
    </form>
  );
}

/** Fields beside each other where there is room. */
export function FormRow({ children }: { children: ReactNode }) {
  return <div className={css.row}>{children}</div>;
}

/** What went wrong, in a sentence, what may help, and the faults that no field shows. */
export function FormNote({ error, fields = [] }: { error: unknown; fields?: readonly string[] }) {
  const say = useUiText();
  const format = useFormat();
  if (error instanceof NoReplyError)
    return (
      <div className={css.note} role="alert">
        <strong>{say('page.no-reply')}</strong>
        <p>{say('page.no-reply-hint')}</p>
      </div>
    );
  if (!(error instanceof ProblemError))
    return (
      <div className={css.note} role="alert">
        <strong>{say('page.failed')}</strong>
        <p>{String(error)}</p>
      </div>
    );
  const { detail, hint, code, faults } = error.problem;
  const others = otherFaults(faults, fields);
  return (
    <div className={css.note} role="alert">
      <strong>{format.sentence(detail)}</strong>
      {hint ? <p>{format.sentence(hint)}</p> : null}
      {others.length > 0 ? (
        <ul>
          {others.map((fault) => (
            <li key={`${fault.path} ${fault.code}`}>
              {fault.path}: {fault.message}
            </li>
          ))}
        </ul>
      ) : null}
      <code>{code}</code>
    </div>
  );
}
