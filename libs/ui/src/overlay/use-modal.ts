import { useLayoutEffect, type RefObject } from 'react';

/**
 * Shows a dialog over the page while it is mounted. It is closed before it goes, so that the browser gives the focus back
 * to where it was.
 * @param ref the dialog
 */
export function useModal(ref: RefObject<HTMLDialogElement | null>): void {
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, [ref]);
}
