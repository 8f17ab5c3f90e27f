import { useId, useRef, type ReactNode } from 'react';
import { Button } from '../button/button';
import { useUiText } from '../i18n/texts';
import css from './sheet.module.css';
import { useModal } from './use-modal';

/** Something that lies over the page until it is closed. */
export interface SheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** `side` beside the page at a desk, `foot` on the floor, `centre` for one short question */
  readonly from?: 'side' | 'foot' | 'centre';
  readonly wide?: boolean;
  /** buttons at its end */
  readonly actions?: ReactNode;
}

/** The buttons at the end of a sheet: leave it as it was, or do it. */
export function SheetActions({ onCancel, children }: { onCancel: () => void; children: ReactNode }) {
  const say = useUiText();
  return (
    <>
      <Button onClick={onCancel}>{say('cancel')}</Button>
      {children}
    </>
  );
}

/** A sheet over the page: focus stays inside, Esc and the cross close it, and what was focused before is focused again. */
export function Sheet({ open, ...rest }: SheetProps) {
  return open ? <OpenSheet {...rest} /> : null;
}

function OpenSheet(props: Omit<SheetProps, 'open'>) {
  const { onClose, title, children, from = 'side', wide, actions } = props;
  const say = useUiText();
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useModal(ref);
  return (
    <dialog
      ref={ref}
      className={`${css.sheet} ${css[from]} ${wide ? css.wide : ''}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === ref.current) onClose();
      }}
    >
      <header className={css.head}>
        <h2 id={id}>{title}</h2>
        <Button kind="bare" icon="cross" aria-label={say('close')} onClick={onClose} />
      </header>
      <div className={css.body} tabIndex={-1}>
        {children}
      </div>
      {actions ? <footer className={css.actions}>{actions}</footer> : null}
    </dialog>
  );
}
