import type { ReactNode } from 'react';
import css from './bar.module.css';

/** What narrows or steers the view below it: choices and fields in a row. */
export function Bar({ children }: { children: ReactNode }) {
  return (
    <div className={css.bar} data-print="no">
      {children}
    </div>
  );
}

/** Pushes what follows to the end of a bar. */
export function BarGap() {
  return <span className={css.gap} />;
}
