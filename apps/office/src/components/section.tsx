import { useId, type ReactNode } from 'react';
import css from './section.module.css';

/** A part of a view under its own heading. */
export function Section({
  title,
  note,
  actions,
  children,
}: {
  title: string;
  note?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={css.section} aria-labelledby={id}>
      <header className={css.head}>
        <h2 id={id}>{title}</h2>
        {note ? <span className={css.note}>{note}</span> : null}
        {actions ? <span className={css.actions}>{actions}</span> : null}
      </header>
      {children}
    </section>
  );
}
