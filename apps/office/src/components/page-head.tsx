import type { ReactNode } from 'react';
import css from './page-head.module.css';

/** Title of a view, and what can be done there. */
export function PageHead({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={css.head}>
      <h1>{title}</h1>
      {children}
    </div>
  );
}
