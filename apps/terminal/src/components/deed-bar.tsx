import { Button, Icon, UNDO_SECONDS, UndoBar } from '@takt/ui';
import { useStore } from 'zustand';
import { deedStore, endUndo } from '../lib/deed';
import { useFloorText } from '../lib/texts';
import css from './deed-bar.module.css';

/**
 * Above the foot: what this device could not keep, on every screen; undo of what was just done, on the first screens, where it
 * covers no keys.
 */
export function DeedBar({ undoable }: { undoable: boolean }) {
  const say = useFloorText();
  const { deed, lost } = useStore(deedStore);
  if (lost !== undefined)
    return (
      <div className={css.lost} role="alert">
        <Icon name="fault" />
        <p>{say('deed.lost', { what: lost })}</p>
        <Button onClick={() => deedStore.setState({ lost: undefined })}>{say('deed.lost-read')}</Button>
      </div>
    );
  if (!deed || !undoable) return null;
  const left = UNDO_SECONDS - Math.floor((performance.now() - deed.doneAtMs) / 1000);
  if (left <= 0) return null;
  return (
    <div className={css.bar}>
      <UndoBar
        key={deed.id}
        inline
        seconds={left}
        text={deed.text}
        onUndo={() => {
          deed.undo();
          endUndo();
        }}
        onEnd={endUndo}
      />
    </div>
  );
}
