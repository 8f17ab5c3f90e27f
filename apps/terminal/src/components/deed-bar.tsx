import { Button, Icon, UndoBar } from '@takt/ui';
import { useStore } from 'zustand';
import { deedStore, endUndo } from '../lib/deed';
import { useFloorText } from '../lib/texts';
import css from './deed-bar.module.css';

/** Above the foot of every screen: undo of what was just done, and what this device could not keep. */
export function DeedBar() {
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
  if (!deed) return null;
  return (
    <div className={css.bar}>
      <UndoBar
        key={deed.id}
        inline
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
