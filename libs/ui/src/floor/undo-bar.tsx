import { useEffect, useEffectEvent, useState } from 'react';
import { Button } from '../button/button';
import { useUiText } from '../i18n/texts';
import css from './undo-bar.module.css';

/** Undo is offered for this long, in real seconds. */
export const UNDO_SECONDS = 10;

/** What can be undone. */
export interface UndoBarProps {
  /** what was done: "12 good reported" */
  readonly text: string;
  readonly onUndo: () => void;
  /** the time is over */
  readonly onEnd: () => void;
  readonly seconds?: number;
  /** in a bar of the page instead of at its foot, where it would lie over what is there */
  readonly inline?: boolean;
}

/** Undo instead of "are you sure?": offered for ten seconds at the foot of the screen. Give it a key per deed. */
export function UndoBar({ text, onUndo, onEnd, seconds = UNDO_SECONDS, inline }: UndoBarProps) {
  const say = useUiText();
  const [left, setLeft] = useState(seconds);
  const end = useEffectEvent(onEnd);
  useEffect(() => {
    const timer = setInterval(() => setLeft((before) => before - 1), 1000);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    if (left <= 0) end();
  }, [left]);
  return (
    <div className={`${css.bar} ${inline ? css.inline : ''}`} role="status" data-undo data-print="no">
      <span className={css.left} style={{ animationDuration: `${seconds}s` }} />
      <p>{text}</p>
      <Button icon="undo" onClick={onUndo} aria-description={say('undo.remaining', { seconds: left })}>
        {say('undo.action')} ({Math.max(0, left)})
      </Button>
    </div>
  );
}
